"""Changes of the glossary from the window: saved at once, or proposed to the terminology editor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, SignalInstance

from translator_desk.app.commands.options import with_names
from translator_desk.app.commands.terms import TermsChanged
from translator_desk.app.glossary_edits import GlossaryEdits, SaveOutcome
from translator_desk.app.glossary_files import GlossaryFiles
from translator_desk.app.glossary_proposals import Proposal, Proposals, ProposalState, proposals_path, proposes
from translator_desk.app.glossary_undo import changes_since, own_content
from translator_desk.app.term_change import TermFileChange
from translator_desk.errors import RefusedError
from translator_desk.glossary.entry import Entry, Layer
from translator_desk.model.ids import SegmentId
from translator_desk.model.project import NameDecision, Person
from translator_desk.model.state import Role
from translator_desk.wording import Message, say

if TYPE_CHECKING:
    from translator_desk.ui.glossary.lanes import Lanes
    from translator_desk.ui.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Wish:
    """A change of one entry that a person wants.

    Attributes:
        entry: The entry as it shall be.
        base: The entry as it was; None for a new one.
        why: Reason and provenance.
        label: What the menu of undo calls it.
        layer: The layer it is saved in, where it is no proposal; None is the one that speaks of it, else the project's.
    """

    entry: Entry
    base: Entry | None
    why: str
    label: Message
    layer: Layer | None = None


def place_of(context: Surroundings, segment: SegmentId) -> str:
    """Return where a segment stands, as the record of an entry names it: document and number."""
    state = context.session.state
    return f"{state.documents[state.segments[segment].document].title}, {state.position(segment) + 1}"


class Proposing(QObject):
    """The proposals of the open project, and the door for every change of an entry.

    Signals:
        changed(): There are other proposals, or who proposes has changed.

    Attributes:
        rows: All proposals, oldest first.
        obliged: Whether what the person wants changed is a proposal: a translator beside a terminology editor.
    """

    changed = Signal()

    def __init__(self, context: Surroundings, glossary: Lanes, person_known: SignalInstance) -> None:
        super().__init__(context)
        self._context = context
        self._glossary = glossary
        self._told: Message | None = None
        self.rows: tuple[Proposal, ...] = ()
        self.obliged = False
        context.project_changed.connect(self._project_changed)
        person_known.connect(self.person_changed)
        glossary.changed.connect(self.look)
        glossary.looked.connect(self.look)

    @property
    def waiting(self) -> tuple[Proposal, ...]:
        """Those nobody has decided yet."""
        return tuple(one for one in self.rows if one.state is ProposalState.WAITING)

    @property
    def decides(self) -> bool:
        """Whether the person decides proposals."""
        return self._context.writable and self._context.session.person.role == Role.EDITOR

    def look(self) -> None:
        """Read the proposals anew."""
        if self._context.is_open:
            self._glossary.ask(lambda files: self._of(files).all(), self._take)

    def person_changed(self) -> None:
        """Ask anew who works on the project, and in which role."""
        if self._context.is_open:
            project = self._context.project
            self._context.desk.people(project, self._know, self._context.tell_error)

    def put(
        self,
        wish: Wish,
        saved: Callable[[SaveOutcome], None],
        failed: Callable[[BaseException], None] | None = None,
        *,
        propose: bool = False,
    ) -> None:
        """Save a change of an entry, or propose it where the person is obliged to or wants to.

        ``saved`` is told what came of it; of a proposal an outcome whose entry is None, and the status bar says that
        it waits.
        """
        if not (propose or self.obliged):
            self._glossary.edit(
                lambda edits: edits.put(wish.entry, wish.base, layer=wish.layer, why=wish.why),
                saved,
                failed,
                label=wish.label,
            )
            return

        def work_out(edits: GlossaryEdits, files: GlossaryFiles) -> SaveOutcome:
            proposals = self._of(files)
            proposals.propose(wish.entry, wish.base, wish.why)
            return SaveOutcome(True, files.term_base, proposals.path, None)

        def proposed(outcome: SaveOutcome) -> None:
            self.look()
            saved(outcome)
            said = QCoreApplication.translate("Glossary", "Proposed: %1. It waits for the terminology editor.")
            self._context.shell.whisper(said.replace("%1", f"{wish.entry.zh[0]} – {wish.entry.en}"))

        self._deed(work_out, proposed, failed, say("proposal", "提议"))

    def put_names(self, names: NameDecision, why: str) -> None:
        """Propose that two names are one person, or two."""

        def propose(edits: GlossaryEdits, files: GlossaryFiles) -> SaveOutcome:
            proposals = self._of(files)
            proposals.propose_names(names, why)
            return SaveOutcome(True, files.term_base, proposals.path, None)

        def proposed(_: SaveOutcome) -> None:
            said = (
                QCoreApplication.translate(
                    "Glossary", "Proposed: %1 and %2 are one person. It waits for the terminology editor."
                )
                if names.same
                else QCoreApplication.translate(
                    "Glossary", "Proposed: %1 and %2 are two people. It waits for the terminology editor."
                )
            )
            self._context.shell.whisper(said.replace("%1", names.first).replace("%2", names.second))

        self._deed(propose, proposed, None, say("proposal", "提议"))

    def accept_names(self, number: int) -> None:
        """Accept who is who: the project knows it from then on, in one step to undo."""
        session = self._context.session

        def accept(files: GlossaryFiles) -> tuple[NameDecision, tuple[TermFileChange, ...]]:
            before = own_content(files)
            return self._of(files).accept_names(number), changes_since(files, before)

        def accepted(answer: tuple[NameDecision, tuple[TermFileChange, ...]]) -> None:
            names, changes = answer
            label = say("accepting a proposal", "采纳提议")
            session.execute(TermsChanged(changes, label, with_names(session.state.options, names)), self._glossary)
            self.look()

        self._glossary.ask(accept, accepted)

    def accept(
        self,
        number: int,
        entry: Entry | None,
        reason: str,
        done: Callable[[SaveOutcome], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Accept a proposal, as it is or with the entry as the editor changed it."""

        def work(edits: GlossaryEdits, files: GlossaryFiles) -> SaveOutcome:
            return self._of(files).accept(number, edits, entry=entry, reason=reason)

        self._deed(work, done, failed, say("accepting a proposal", "采纳提议"))

    def reject(self, number: int, reason: str) -> None:
        """Turn a proposal down."""
        self._settle(lambda proposals: proposals.reject(number, reason), say("rejecting a proposal", "退回提议"))

    def withdraw(self, number: int) -> None:
        """Take one's own proposal back."""
        self._settle(lambda proposals: proposals.withdraw(number), say("withdrawing a proposal", "撤回提议"))

    def _settle(self, deed: Callable[[Proposals], None], label: Message) -> None:
        def work(edits: GlossaryEdits, files: GlossaryFiles) -> SaveOutcome:
            proposals = self._of(files)
            deed(proposals)
            return SaveOutcome(True, files.term_base, proposals.path, None)

        self._deed(work, lambda _: None, None, label)

    def _deed(
        self,
        work: Callable[[GlossaryEdits, GlossaryFiles], SaveOutcome],
        done: Callable[[SaveOutcome], None],
        failed: Callable[[BaseException], None] | None,
        label: Message,
    ) -> None:
        def over(outcome: SaveOutcome) -> None:
            self.look()
            done(outcome)

        self._glossary.edit(lambda edits: work(edits, edits.files), over, failed, label=label, proposal=True)

    def _of(self, files: GlossaryFiles) -> Proposals:
        path = proposals_path(files)
        if path is None:
            raise RefusedError(say("There is no project to keep proposals in.", "没有可存放提议的项目。"))
        person = self._context.session.person
        return Proposals(path, person.name, self._context.desk.clock.now, person.role)

    def _project_changed(self) -> None:
        self.rows, self.obliged, self._told = (), False, None
        self.person_changed()

    def _know(self, people: tuple[Person, ...]) -> None:
        if not self._context.is_open:
            return
        me = self._context.session.person
        others = tuple(one for one in people if one.name != me.name)
        self.obliged = proposes(me.role, (*others, me))
        self._tell()
        self.changed.emit()

    def _take(self, rows: tuple[Proposal, ...]) -> None:
        if rows != self.rows:
            self.rows = rows
            self._tell()
            self.changed.emit()

    def _tell(self) -> None:
        """Tell a terminology editor what waits, and take that back once nothing does."""
        shell = self._context.shell
        if self._told is not None:
            shell.retract(self._told)
            self._told = None
        if self.decides and self.waiting:
            self._told = say(
                "{count} proposals for the glossary wait for you.",
                "有 {count} 条术语提议待您决定。",
                count=len(self.waiting),
            )
            show = self._context.actions["panel.proposals"].trigger
            shell.tell(self._told, (say("Look at them", "查看"), show))
