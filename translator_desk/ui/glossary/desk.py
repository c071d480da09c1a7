"""The term files of the open project: watched while it is open, changed from the window, in a lane of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, Signal

from translator_desk.app.glossary_edits import GlossaryEdits, SaveOutcome
from translator_desk.app.glossary_files import GlossaryFiles, GlossaryNews, GlossaryProblem, folders, places_of
from translator_desk.app.glossary_watch import GlossaryWatch
from translator_desk.app.jobs import ThreadLane
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.project import Project
from translator_desk.model.severity import Level
from translator_desk.ui.poster import QtPoster
from translator_desk.wording import Message, say

if TYPE_CHECKING:
    from translator_desk.app.desk import OpenProject
    from translator_desk.ui.context import DeskContext

T = TypeVar("T")
Draft = dict[str, str]
"""What stands in the fields of a form, by the name of the field."""


class GlossaryDesk(QObject):
    """Keeps the terms in force what their files say, and writes changes into the files.

    Files are read and written in one lane alone, so that nothing is looked at half-written and typing never waits.

    Signals:
        changed(): The terms, or what is known of their files, are others.
        entry_wanted(str): The person wants to see an entry; its id.

    Attributes:
        overrides: Ids of entries that stand over one of a farther layer.
        problems: What keeps files out of force.
        drafts: What was typed into the form and not saved yet, by id of the entry; "" is a new one.
    """

    changed = Signal()
    entry_wanted = Signal(str)

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self._context = context
        self._poster = QtPoster(self)
        self._signs = QFileSystemWatcher(self)
        self._signs.directoryChanged.connect(self._nudge)
        self._lane: ThreadLane | None = None
        self._files: GlossaryFiles | None = None
        self._edits: GlossaryEdits | None = None
        self._watch: GlossaryWatch | None = None
        self._told: tuple[Message, ...] = ()
        self.overrides: frozenset[str] = frozenset()
        self.problems: tuple[GlossaryProblem, ...] = ()
        self.drafts: dict[str, Draft] = {}
        context.project_changed.connect(self._project_changed)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._let_go)

    @property
    def ready(self) -> bool:
        """Whether the files have been read and may be changed."""
        return self._files is not None and self._context.writable

    @property
    def loaded(self) -> bool:
        """Whether the files have been read."""
        return self._files is not None

    def show_entry(self, entry_id: str) -> None:
        """Bring an entry into sight in the glossary."""
        self._context.actions["panel.glossary"].trigger()
        self.entry_wanted.emit(entry_id)

    def edit(
        self,
        work: Callable[[GlossaryEdits], SaveOutcome],
        done: Callable[[SaveOutcome], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Change entries: ``work`` runs in the lane, the terms are put in force, then ``done`` is told."""
        edits = self._edits
        if edits is None or not self.ready:
            return

        def saved(outcome: SaveOutcome) -> None:
            if outcome.saved:
                self._use(outcome.term_base)
            done(outcome)

        self._submit(lambda: work(edits), saved, failed)

    def ask(self, work: Callable[[GlossaryFiles], T], done: Callable[[T], None]) -> None:
        """Have the files answer something."""
        files = self._files
        if files is not None:
            self._submit(lambda: work(files), done)

    def _submit(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[BaseException], None] | None = None
    ) -> None:
        """Run work in the lane; its answer counts only while the same project is open."""
        lane = self._lane
        if lane is None:
            return
        fail = failed or self._context.tell_error

        def arrived(value: T) -> None:
            if lane is self._lane:
                done(value)

        def broke(error: BaseException) -> None:
            if lane is self._lane:
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
        self._submit(lambda: GlossaryFiles(places), self._read)

    def _read(self, files: GlossaryFiles) -> None:
        lane = self._lane
        if lane is None:
            return
        clock = self._context.desk.clock
        self._files = files
        self._edits = GlossaryEdits(files, self._context.session.person.name, clock.now)
        self._watch = GlossaryWatch(files, clock, lane, self._news, self._context.tell_error)
        self._watch.start()
        if watched := [str(one) for one in folders(files.places)]:
            self._signs.addPaths(watched)
        if files.term_base.changed_since(self._context.project.checking.term_base):
            self._context.project.checking.use_terms(files.term_base)
        self._tell(files.problems)
        self._look_over()

    def _let_go(self) -> None:
        if watched := self._signs.directories():
            self._signs.removePaths(watched)
        if self._watch is not None:
            self._watch.stop()
        if self._lane is not None:
            self._lane.close()
        self._lane = self._files = self._edits = self._watch = None
        self._told, self.problems, self.overrides = (), (), frozenset()
        self.drafts = {}

    def _nudge(self, _: str) -> None:
        if self._watch is not None:
            self._watch.nudge()

    def _news(self, news: GlossaryNews) -> None:
        self._tell(news.problems)
        self._use(news.term_base)

    def _use(self, term_base: TermBase) -> None:
        checking = self._context.project.checking
        if term_base is not checking.term_base:
            checking.use_terms(term_base)
        self._look_over()

    def _look_over(self) -> None:
        self.ask(_overrides, self._know)

    def _know(self, overrides: frozenset[str]) -> None:
        self.overrides = overrides
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
                shell.tell(sentence, level=Level.WARNING)
        self._told, self.problems = said, problems


def _sentence(problem: GlossaryProblem) -> Message:
    if not problem.line.strip():
        return problem.message
    return say(
        "{message} The line: {line}",
        "{message}该行内容：{line}",
        message=problem.message,
        line=problem.line.strip(),
    )


def _overrides(files: GlossaryFiles) -> frozenset[str]:
    layers = Counter(key for key, _ in {(one.id, one.layer) for file in files.files.values() for one in file.entries})
    return frozenset(key for key, count in layers.items() if count > 1)
