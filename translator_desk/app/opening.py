"""What opening a project does in the store lane: the file, its typing of an earlier day, its terms, the person."""

from __future__ import annotations

import datetime as dt
import gc
from dataclasses import dataclass

from translator_desk.app.own_checks import read_usable_own
from translator_desk.app.paths import Paths
from translator_desk.app.place import WorkPlace, place_of
from translator_desk.app.recovery import Recovery, recover, unwritten
from translator_desk.app.term_bases import project_term_files, read_usable_term_base
from translator_desk.app.warming import warm_terms
from translator_desk.checks.base import OwnFacts
from translator_desk.errors import DeskError, InputError
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.project import Person
from translator_desk.store.base import OpenedProject
from translator_desk.wording import Message


@dataclass(frozen=True, slots=True)
class Loaded:
    """A project read, ready to be served.

    Attributes:
        opened: The store and what it said.
        recovery: The project, with what became of typing found.
        last_id: Highest segment id of its history.
        term_base: The terms in force.
        own: Words and rules of the person, the house and the project.
        problems: Term bases, words and rules left out, and why.
        place: Where the person was last.
    """

    opened: OpenedProject
    recovery: Recovery
    last_id: int
    term_base: TermBase
    own: OwnFacts
    problems: tuple[InputError, ...]
    place: WorkPlace

    def warnings(self) -> tuple[Message, ...]:
        """Return what the person should be told, most pressing first."""
        reason = self.opened.read_only_reason
        return (
            *((reason,) if reason is not None else ()),
            *self.recovery.sentences(),
            *self.opened.warnings,
            *(one.message for one in self.problems),
        )


def load(opened: OpenedProject, paths: Paths, person: Person, now: dt.datetime, *, shipped: bool) -> Loaded:
    """Return everything of an opened project; where that fails, the file is let go.

    Raises:
        StoreError: The project cannot be read.
    """
    try:
        store = opened.store
        recovery = _recovered(opened, person, now)
        if not store.read_only and person not in store.people():
            store.save_person(person)
        term_files = project_term_files(recovery.project, store.path)
        term_base, problems = read_usable_term_base(paths, term_files, shipped=shipped)
        own, more_problems = read_usable_own(paths, term_files, store.path)
        warm_terms(term_base)
        gc.freeze()  # project and terms stay: going through them for cycles took a third of a run of the checks
        place = place_of(store.session_state(person.name))
        return Loaded(opened, recovery, store.next_segment_id() - 1, term_base, own, (*problems, *more_problems), place)
    except BaseException:
        opened.store.close()
        raise


def _recovered(opened: OpenedProject, person: Person, now: dt.datetime) -> Recovery:
    project = opened.store.load()
    drafts = opened.recovered_drafts
    if opened.store.read_only:
        # While somebody else has it open, drafts are what that person is typing now.
        return unwritten(drafts if opened.unclean else (), project)
    found = recover(project, drafts, person.name, now)
    if found.batch is None:
        return found
    try:
        opened.store.save_changes(found.batch)
    except DeskError:
        # A full disk, say: the drafts stay where they are, and are shown.
        return unwritten(drafts, project)
    return found
