"""The term files of the open project: watched while it is open, changed from the window, in a lane of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import (
    QAbstractEventDispatcher,
    QCoreApplication,
    QFileSystemWatcher,
    QObject,
    Signal,
    SignalInstance,
)
from PySide6.QtWidgets import QWidget

from translator_desk.app.breathing import Courtesy
from translator_desk.app.changes import Changes
from translator_desk.app.commands.terms import TermsChanged
from translator_desk.app.glossary_drafts import GlossaryDrafts, drafts_file, load_drafts
from translator_desk.app.glossary_edits import GlossaryEdits, SaveOutcome
from translator_desk.app.glossary_files import (
    GlossaryFiles,
    GlossaryNews,
    GlossaryProblem,
    folders,
    own_files,
    places_of,
)
from translator_desk.app.glossary_state import GlossaryState, glossary_state, record_news
from translator_desk.app.glossary_undo import bring_about, changes_since, own_content
from translator_desk.app.glossary_watch import GlossaryWatch
from translator_desk.app.jobs import ThreadLane
from translator_desk.app.term_change import TermFileChange
from translator_desk.errors import RefusedError
from translator_desk.glossary.entry import Entry
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.project import Project
from translator_desk.model.severity import Level
from translator_desk.ui.glossary.drafts import Drafts
from translator_desk.ui.glossary.effect import Effect
from translator_desk.ui.glossary.lanes import no_matter
from translator_desk.ui.glossary.offers import Offers
from translator_desk.ui.glossary.proposing import Proposing
from translator_desk.ui.glossary.text_looks import TextLooks
from translator_desk.ui.poster import QtPoster
from translator_desk.wording import Message, say

if TYPE_CHECKING:
    from translator_desk.app.desk import OpenProject
    from translator_desk.ui.surroundings import Surroundings

T = TypeVar("T")
_FEW = 20
_TELL_SECONDS = 0.1
_FOR_EDITORS = say(
    "This is for the terminology editor of the project; propose a change of the entry instead.",
    "此操作由本项目的术语编辑进行；可改为提议修改词条。",
)


class GlossaryDesk(QObject):
    """Keeps the terms in force what their files say, and writes changes into the files.

    Files are read and written in one lane alone, so that nothing is looked at half-written and typing never waits.

    Args:
        context: What the window knows.
        person_known: Tells that another person sits at the desk, or in another role.

    Signals:
        changed(): The terms, or what is known of their files, are others.
        entry_wanted(str): The person wants to see an entry; its id.
        line_wanted(Path, int): The person wants to see a line of a term file.
        current_changed(str): Another entry is the current one; its id, or "".
        looked(): Something may have changed in the folder of the term files.
        preferred_changed(Entry, Entry): An entry has another preferred form; the entry before and now.

    Attributes:
        current: Id of the entry the person looks at, or "".
        chosen: Ids of the entries marked in the table.
        effect: What the change being typed would do.
        offers: Offers a new preferred form for all texts.
        proposing: The proposals, and the door for every change of an entry.
        state: What is known of the files: overrides, what is switched off.
        problems: What keeps files out of force.
        drafts: What was typed and not saved yet.
        looks: What the texts typed into files say.
    """

    changed = Signal()
    entry_wanted = Signal(str)
    line_wanted = Signal(object, int)
    current_changed = Signal(str)
    looked = Signal()
    preferred_changed = Signal(object, object)

    def __init__(self, context: Surroundings, person_known: SignalInstance) -> None:
        super().__init__(context)
        self._context = context
        self._poster = QtPoster(self)
        self._courtesy = Courtesy()
        if (events := QAbstractEventDispatcher.instance()) is not None:
            events.awake.connect(self._courtesy.window_works)
            events.aboutToBlock.connect(self._courtesy.window_rests)
        self._signs = QFileSystemWatcher(self)
        self._signs.directoryChanged.connect(self._nudge)
        self._signs.fileChanged.connect(self._nudge)
        self._lane: ThreadLane | None = None
        self._thinking: ThreadLane | None = None
        self.current = ""
        self.chosen: tuple[str, ...] = ()
        self.effect = Effect(context, self)
        self.offers = Offers(context, self)
        self.proposing = Proposing(context, self, person_known)
        self._files: GlossaryFiles | None = None
        self._edits: GlossaryEdits | None = None
        self._watch: GlossaryWatch | None = None
        self._latest: TermBase | None = None
        self._told: tuple[Message, ...] = ()
        self.state = GlossaryState()
        self.problems: tuple[GlossaryProblem, ...] = ()
        self.drafts = Drafts(self._write, self)
        self.looks = TextLooks(self)
        context.project_changed.connect(self._project_changed)
        context.bridge.changed.connect(self._heard)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._let_go)

    @property
    def ready(self) -> bool:
        """Whether the files have been read and may be changed."""
        return self._files is not None and self._context.writable

    @property
    def may_write(self) -> bool:
        """Whether what the person changes goes into the files, and does not wait as a proposal."""
        return self.ready and not self.proposing.obliged

    @property
    def loaded(self) -> bool:
        """Whether the files have been read."""
        return self._files is not None

    @property
    def overrides(self) -> frozenset[str]:
        """Ids of entries that stand over one of a farther layer."""
        return self.state.overrides

    @property
    def term_base(self) -> TermBase:
        """The terms as their files say them now; the checks may still be on their way to them."""
        return self._latest or self._context.project.checking.term_base

    def show_entry(self, entry_id: str) -> None:
        """Bring an entry into sight in the glossary."""
        self.bring_up()
        self.entry_wanted.emit(entry_id)

    def show_line(self, path: Path, line: int) -> None:
        """Bring a line of a term file into sight."""
        self.bring_up()
        self.line_wanted.emit(path, line)

    def bring_up(self) -> None:
        """Show the panel and put the keyboard into it; where it is there already, its key would hide it."""
        here: QWidget | None = self._context.window.focusWidget()
        while here is not None and here.objectName() != "panel.glossary":
            here = here.parentWidget()
        if here is None:
            self._context.actions["panel.glossary"].trigger()

    def set_current(self, entry_id: str) -> None:
        """Say which entry the person looks at."""
        if entry_id != self.current:
            self.current = entry_id
            self.current_changed.emit(entry_id)

    def edit(
        self,
        work: Callable[[GlossaryEdits], SaveOutcome],
        done: Callable[[SaveOutcome], None],
        failed: Callable[[BaseException], None] | None = None,
        *,
        label: Message | None = None,
        proposal: bool = False,
    ) -> None:
        """Change entries: ``work`` runs in the lane, the terms are put in force, then ``done`` is told.

        Ctrl+Z takes it back; ``label`` is what the menu calls it. Whoever has to propose is refused all that is no
        ``proposal``.
        """
        files, edits, session = self._files, self._edits, self._context.session if self._context.is_open else None
        if files is None or edits is None or session is None or not self.ready:
            return

        if self.proposing.obliged and not proposal:
            (failed or self._context.tell_error)(RefusedError(_FOR_EDITORS))
            return

        edits.author = session.person.name

        def working() -> tuple[SaveOutcome, tuple[TermFileChange, ...]]:
            before = own_content(files)
            outcome = work(edits)
            return outcome, changes_since(files, before)

        def saved(answer: tuple[SaveOutcome, tuple[TermFileChange, ...]]) -> None:
            outcome, changes = answer
            if changes and session.read_only is None:
                named = label or say("change of the glossary", "修改术语库")
                session.execute(TermsChanged(changes, named), self)
            if outcome.saved:
                self._use(outcome.term_base)
            done(outcome)

        self._submit(working, saved, failed)

    def ask(
        self,
        work: Callable[[GlossaryFiles], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Have the files answer something."""
        files = self._files
        if files is not None:
            self._submit(lambda: work(files), done, failed)

    def think(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[BaseException], None] | None = None
    ) -> None:
        """Work something out that takes a while, beside the files; it must only read what cannot change."""
        self._submit(work, done, failed, self._thinking)

    def let_window_go_first(self) -> None:
        """Wait, beside the window, while it has something to do; to be called between steps of a few milliseconds."""
        self._courtesy()

    def now_and_then(self, tell: Callable[[T], None]) -> Callable[[T], None]:
        """Return what work beside the window calls with what it knows so far; the window is told ten times a second."""
        last = -_TELL_SECONDS

        def call(value: T) -> None:
            nonlocal last
            now = self._context.desk.clock.monotonic()
            if now - last >= _TELL_SECONDS:
                last = now
                self._poster(partial(tell, value))

        return call

    def _submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None] | None = None,
        lane: ThreadLane | None = None,
    ) -> None:
        """Run work in a lane; its answer counts only while the same project is open."""
        files_lane = self._lane
        lane = lane or files_lane
        if lane is None:
            return
        fail = failed or self._context.tell_error

        def arrived(value: T) -> None:
            if files_lane is self._lane:
                done(value)

        def broke(error: BaseException) -> None:
            if files_lane is self._lane:
                fail(error)

        lane.submit(work, arrived, broke)

    def _project_changed(self) -> None:
        self._let_go()
        if self._context.is_open:
            self._begin(self._context.project)

    def _begin(self, project: OpenProject) -> None:
        desk = self._context.desk
        named = Project(term_bases=project.session.state.options.term_bases)
        places = places_of(desk.paths, named, project.path, shipped=desk.settings.shipped_terms)
        self._lane = ThreadLane("glossary", self._poster)
        self._thinking = ThreadLane("glossary-thinking", self._poster)
        kept, known = drafts_file(desk.paths.data, project.path), project.checking.term_base
        self._submit(lambda: (GlossaryFiles(places, known), load_drafts(kept)), partial(self._read, kept))

    def _read(self, kept: Path, found: tuple[GlossaryFiles, GlossaryDrafts]) -> None:
        lane = self._lane
        files, drafts = found
        if lane is None:
            return
        clock = self._context.desk.clock
        self._files, self._latest = files, files.term_base
        self._edits = GlossaryEdits(files, self._context.session.person.name, clock.now)
        self._watch = GlossaryWatch(files, clock, lane, self._news, self._context.tell_error)
        self._watch.start()
        self._listen()
        if files.term_base is not self._context.project.checking.term_base:
            self._context.project.checking.use_terms(files.term_base)
        self._tell(files.problems)
        self.drafts.open(kept, drafts)
        self._tell_drafts()
        self._look_over()

    def _tell_drafts(self) -> None:
        """Say that what was typed the last time is still there."""
        names = [str(one.fields["zh"]).split("\n")[0] or str(one.fields["en"]) for one in self.drafts.forms.values()]
        names += [path.name for path in self.drafts.texts]
        if not names:
            return
        said = say(
            "Typed in the glossary and not saved: {names}. It is still there, marked with *.",
            "术语库中有已输入但未保存的内容：{names}。内容仍在，以 * 标示。",
            names=", ".join(names),
        )
        show = partial(self.show_line, next(iter(self.drafts.texts), Path()), 1)
        if self.drafts.forms:
            show = partial(self.show_entry, next(iter(self.drafts.forms)))
        self._context.shell.tell(said, (say("Show it", "显示"), show))

    def _write(self, work: Callable[[], None]) -> None:
        self._submit(work, no_matter)

    def _let_go(self) -> None:
        if watched := [*self._signs.directories(), *self._signs.files()]:
            self._signs.removePaths(watched)
        if self._watch is not None:
            self._watch.stop()
        self.effect.stop()
        self.drafts.close()
        self.looks.forget()
        self._courtesy.window_rests()  # it waits for the lanes now
        for lane in (self._lane, self._thinking):
            if lane is not None:
                lane.close()
        self._lane = self._thinking = self._files = self._edits = self._watch = self._latest = None
        self.current, self.chosen = "", ()
        self._told, self.problems, self.state = (), (), GlossaryState()

    def _listen(self) -> None:
        """Have the system tell of changes; of a file that another took the place of it does not unless asked again."""
        if self._files is not None:
            places = self._files.places
            known = {*self._signs.directories(), *self._signs.files()}
            if fresh := {str(one) for one in (*folders(places), *own_files(places))} - known:
                self._signs.addPaths(sorted(fresh))

    def _nudge(self, _: str) -> None:
        self.looked.emit()
        self._listen()
        if self._watch is not None:
            self._watch.nudge()

    def _news(self, news: GlossaryNews) -> None:
        if news.before and self.ready:
            now = self._context.desk.clock.now()
            self.ask(lambda files: record_news(files, news, now), no_matter)
        self._tell(news.problems)
        self._use(news.term_base)

    def _use(self, term_base: TermBase) -> None:
        checking = self._context.project.checking
        before, self._latest = self._latest, term_base
        if before is not None and term_base is not before:
            self.think(partial(term_base.changed_since, before), self._tell_preferred)
        if term_base is not checking.term_base:
            checking.use_terms(term_base)
        else:
            self._look_over()

    def _tell_preferred(self, changes: Sequence[tuple[Entry | None, Entry | None]]) -> None:
        """Say which entries have another preferred form, where it is a few: a file taken anew changes them all."""
        pairs = [(was, entry) for was, entry in changes if was and entry and was.en != entry.en]
        for was, entry in pairs if len(pairs) <= _FEW else ():
            self.preferred_changed.emit(was, entry)

    def _heard(self, changes: Changes) -> None:
        """Tell that other terms are in force now; write what was undone or done again into the term files."""
        if changes.terms and self.loaded:
            self._look_over()
        files = self._files
        if not changes.term_files or changes.initiator is self or files is None:
            return
        author, now = self._context.session.person.name, self._context.desk.clock.now()
        self._submit(lambda: bring_about(files, changes.term_files, author, now, "undo"), self._use)

    def _look_over(self) -> None:
        self.ask(glossary_state, self._know)

    def _know(self, state: GlossaryState) -> None:
        self.state = state
        self.changed.emit()

    def _tell(self, problems: tuple[GlossaryProblem, ...]) -> None:
        """Say what is wrong with which file, and take back what is mended."""
        said = tuple(_sentence(one) for one in problems)
        shell = self._context.shell
        for old in self._told:
            if old not in said:
                shell.retract(old)
        for problem, sentence in zip(problems, said, strict=True):
            if sentence not in self._told:
                shell.retract(problem.error.message)  # said in fewer words when the project was opened
                shell.tell(sentence, self._way_to(problem), level=Level.WARNING)
        self._told, self.problems = said, problems

    def _way_to(self, problem: GlossaryProblem) -> tuple[Message, Callable[[], None]] | None:
        if not problem.error.file:
            return None
        show = partial(self.show_line, Path(problem.error.file), problem.error.line or 1)
        return say("Show the line", "显示该行"), show


def _sentence(problem: GlossaryProblem) -> Message:
    if not problem.line.strip():
        return problem.message
    return say(
        "{message} The line: {line}",
        "{message}该行内容：{line}",
        message=problem.message,
        line=problem.line.strip(),
    )
