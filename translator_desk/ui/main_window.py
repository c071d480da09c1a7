"""The frame: menus, start page, message bar, status bar; an open project fills the middle."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QFont, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from translator_desk.app.changes import Changes, Saving
from translator_desk.app.desk import Desk, OpenProject, folder_options
from translator_desk.app.inputs import InputOptions
from translator_desk.app.sample import sample_copy
from translator_desk.errors import DeskError, RefusedError
from translator_desk.model.severity import Level
from translator_desk.ui.desk_view import DeskView
from translator_desk.ui.theme import THEMES, palette_of
from translator_desk.ui.words import word

_SAVING = {Saving.SAVED: ("saved", "已保存"), Saving.PENDING: ("saving…", "正在保存…"),
           Saving.FAILED: ("NOT SAVED", "未保存"), Saving.READ_ONLY: ("read-only", "只读")}  # fmt: skip


class MainWindow(QMainWindow):
    """One window, one project."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.language = "zh" if desk.settings.language == "zh" else "en"
        self.theme = THEMES["dark" if desk.settings.theme == "dark" else "light"]
        self.view: DeskView | None = None
        self._closing = False
        self._actions: dict[str, QAction] = {}
        self._menus: dict[str, object] = {}
        self._problem = QLabel()
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._close_bar = QPushButton()
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.addWidget(self._problem, 1)
        bar.addWidget(self._close_bar)
        self._close_bar.clicked.connect(self._bar.hide)
        self._bar.hide()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._start_page())
        middle = QWidget()
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._bar)
        layout.addWidget(self._pages, 1)
        self.setCentralWidget(middle)
        self._counts, self._progress, self._saved, self._who = QLabel(), QLabel(), QLabel(), QLabel()
        for label in (self._counts, self._progress, self._saved, self._who):
            label.setTextFormat(Qt.TextFormat.PlainText)
            self.statusBar().addPermanentWidget(label)
        self._make_actions()
        self.setAcceptDrops(True)
        self.resize(1280, 800)
        self._restyle()
        self._retranslate()

    def _start_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._start_title, self._start_text = QLabel(), QLabel()
        for label in (self._start_title, self._start_text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        self._start_title.setStyleSheet("font-size: 22pt; font-weight: 600; margin: 12px;")
        self._start_text.setWordWrap(True)
        self._start_text.setMaximumWidth(560)
        self._start_open, self._start_sample = QPushButton(), QPushButton()
        self._start_open.clicked.connect(self.ask_open)
        self._start_sample.clicked.connect(self.open_sample)
        for button in (self._start_open, self._start_sample):
            layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignCenter)
        return page

    def _make_actions(self) -> None:
        rows: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
            ("file", "open", "Ctrl+O", self.ask_open),
            ("file", "sample", "", self.open_sample),
            ("file", "export", "Ctrl+E", self.ask_export),
            ("file", "quit", "Ctrl+Q", self.close),
            ("edit", "undo", "Ctrl+Z", lambda: self._undo(redo=False)),
            ("edit", "redo", "Ctrl+Y", lambda: self._undo(redo=True)),
            ("edit", "confirm", "Ctrl+Return", lambda: self._with_view(DeskView.confirm)),
            ("edit", "fix", "Alt+1", lambda: self._with_view(DeskView.fix)),
            ("edit", "ignore", "Alt+4", lambda: self._with_view(DeskView.ignore)),
            ("edit", "join", "Ctrl+Shift+J", lambda: self._with_view(DeskView.join)),
            ("edit", "split", "Ctrl+Shift+K", lambda: self._with_view(DeskView.split)),
            ("go", "next_issue", "F8", lambda: self._with_view(lambda view: view.next_issue(1))),
            ("go", "previous_issue", "Shift+F8", lambda: self._with_view(lambda view: view.next_issue(-1))),
            ("view", "zoom_in", "Ctrl+=", lambda: self._zoom(10)),
            ("view", "zoom_out", "Ctrl+-", lambda: self._zoom(-10)),
            ("view", "light", "", lambda: self.use_theme("light")),
            ("view", "dark", "", lambda: self.use_theme("dark")),
            ("view", "english", "", lambda: self.use_language("en")),
            ("view", "chinese", "", lambda: self.use_language("zh")),
        )
        for menu, key, keys, call in rows:
            if menu not in self._menus:
                self._menus[menu] = self.menuBar().addMenu("")
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, run=call: run())
            self._menus[menu].addAction(action)  # type: ignore[attr-defined]
            self._actions[key] = action

    def _retranslate(self) -> None:
        for key, menu in self._menus.items():
            menu.setTitle(word(key, self.language))  # type: ignore[attr-defined]
        for key, action in self._actions.items():
            action.setText(word(key, self.language, what="") if key in ("undo", "redo") else word(key, self.language))
        self._start_title.setText(word("start_title", self.language))
        self._start_text.setText(word("start_text", self.language))
        self._start_open.setText(word("open", self.language))
        self._start_sample.setText(word("sample", self.language))
        self._close_bar.setText(word("close", self.language))
        self._who.setText(f"{self._desk.person.name} · {self._desk.person.role}")
        if self.view is not None:
            self.view.retranslate(self.language)
            self._show_status()

    def use_language(self, language: str) -> None:
        """Speak English or Chinese from now on."""
        self.language = language
        self._remember(language=language)
        self._retranslate()

    def use_theme(self, name: str) -> None:
        """Be light or dark from now on."""
        self.theme = THEMES[name]
        self._remember(theme=name)
        self._restyle()

    def _zoom(self, by: int) -> None:
        self._remember(zoom=max(50, min(300, self._desk.settings.zoom + by)))
        self._restyle()

    def _remember(self, **values: object) -> None:
        try:
            self._desk.change_settings(**values)
        except DeskError as error:
            self.tell(error)

    def _font(self) -> QFont:
        font = QFont(QApplication.font())
        font.setPointSizeF(11 * self._desk.settings.zoom / 100)
        return font

    def _restyle(self) -> None:
        QApplication.setPalette(palette_of(self.theme))
        self._bar.setStyleSheet(f"background: {self.theme.error}; color: {self.theme.base};")
        if self.view is not None:
            self.view.restyle(self.theme, self._font())

    def tell(self, error: object) -> None:
        """Show what went wrong in the bar on top."""
        if not isinstance(error, DeskError):
            raise error  # type: ignore[misc]
        self._problem.setText(error.render(self.language))
        self._bar.show()

    def ask_open(self) -> None:
        """Ask for files and open them."""
        files, _ = QFileDialog.getOpenFileNames(self, word("open", self.language))
        if files:
            self.open_paths([Path(file) for file in files])

    def open_sample(self) -> None:
        """Open the sample project, a copy in the person's folder."""
        try:
            folder = sample_copy(self._desk.paths)
        except DeskError as error:
            self.tell(error)
            return
        self.open_paths([folder], aligned=True)

    def open_paths(self, paths: list[Path], *, aligned: bool = False) -> None:
        """Open a project file, or make a project of texts beside them; its file opens again if it is there."""
        if len(paths) == 1 and paths[0].suffix == ".desk":
            self._desk.open_project(paths[0], self._opened, self.tell)
            return
        first = paths[0]
        project = first / f"{first.name}.desk" if first.is_dir() else first.with_suffix(".desk")
        if project.exists():
            self._desk.open_project(project, self._opened, self.tell)
            return
        options = folder_options(paths)
        options = InputOptions(options.inputs, aligned=aligned)

        def fill(opened: OpenProject) -> None:
            self._opened(opened)
            self._desk.import_paths(opened, options, lambda warnings: None, self.tell)

        self._desk.new_project(project, first.stem, fill, self.tell)

    def _opened(self, project: OpenProject) -> None:
        old = self.view
        self.view = DeskView(project, self.theme, self.language, self._font())
        self.view.failed.connect(self.tell)
        self.view.said.connect(lambda text: self.statusBar().showMessage(text, 4000))
        self._pages.addWidget(self.view)
        self._pages.setCurrentWidget(self.view)
        if old is not None:
            old.close_project()
            self._desk.close_project(old.project, lambda: None)
            self._pages.removeWidget(old)
            old.deleteLater()
        project.session.subscribe(self._take)
        self.setWindowTitle(f"{project.session.state.title} — translator_desk")
        for warning in project.warnings[:1]:
            self.tell(RefusedError(warning))
        self._show_status()

    def _take(self, changes: Changes) -> None:
        if changes.saving_problem is not None:
            self.tell(RefusedError(changes.saving_problem))
        if changes.undo is not None:
            for key, label in (("undo", changes.undo.undo), ("redo", changes.undo.redo)):
                what = label.render(self.language) if label else ""
                what = f" {what}" if what and self.language == "en" else what
                self._actions[key].setText(word(key, self.language, what=what.strip()))
        self._show_status()

    def _show_status(self) -> None:
        if self.view is None:
            return
        project = self.view.project
        counts = {level.value: count for level, count in project.checking.counts().items()}
        self._counts.setText(word("counts", self.language, **{one.value: counts[one.value] for one in Level}))
        progress = project.checking.progress
        key = "checked" if progress.finished else "checking"
        self._progress.setText(word(key, self.language, checked=progress.checked, total=progress.total))
        self._saved.setText(_SAVING[project.autosave.saving][self.language == "zh"])

    def _with_view(self, call: Callable[[DeskView], object]) -> None:
        if self.view is not None:
            call(self.view)

    def _undo(self, *, redo: bool) -> None:
        if self.view is None:
            return
        try:
            self.view.session.redo() if redo else self.view.session.undo()
        except DeskError as error:
            self.tell(error)

    def ask_export(self) -> None:
        """Ask where and write the corrected text of the current document."""
        if self.view is None:
            return
        here = self.view.grid.current_segment()
        state = self.view.session.state
        document = state.segments[here].document if here is not None else state.document_order[0]
        name = Path(state.documents[document].target_path)
        chosen, _ = QFileDialog.getSaveFileName(
            self, word("export", self.language), str(name.with_name(f"{name.stem}.corrected{name.suffix}"))
        )
        if not chosen:
            return
        try:
            self._desk.export_document(self.view.project, document, Path(chosen))
        except DeskError as error:
            self.tell(error)
        else:
            self.statusBar().showMessage(word("exported", self.language, path=chosen), 8000)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.open_paths(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what is left, then go."""
        if self.view is None or self._closing:
            event.accept()
            return
        event.ignore()
        self._closing = True
        self.view.close_project()
        self._desk.close_project(self.view.project, self._close_now)

    def _close_now(self) -> None:
        self.close()
