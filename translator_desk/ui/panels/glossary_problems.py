"""What is wrong with the entries in force, with a way to each."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout

from translator_desk.glossary.lint import Problem, lint
from translator_desk.model.severity import Level
from translator_desk.ui.icons import icon
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.panels.base import Area, PanelContext, PanelSpec
from translator_desk.ui.panels.panel import Panel

_BY_LEVEL = (Level.ERROR, Level.WARNING, Level.INFO)


class GlossaryProblemsPanel(Panel):
    """One line a problem, the worst first; Enter shows its entry in the glossary."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._problems: tuple[Problem, ...] = ()
        self._stale = True
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.itemActivated.connect(self._go)
        self.summary = QLabel(self)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setMargin(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.summary)
        column.addWidget(self.list, 1)
        self.lead_to(self.list)
        context.glossary.changed.connect(self._changed)
        context.themes.changed.connect(self._show)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Look now that somebody sees it."""
        super().showEvent(event)
        self._look()

    def _changed(self) -> None:
        self._stale = True
        self._look()

    def _look(self) -> None:
        if not self._stale or not self.isVisible() or not self._context.is_open or not self._context.glossary.loaded:
            return
        self._stale = False
        term_base = self._context.project.checking.term_base
        self._context.glossary.ask(lambda _: lint(term_base), self._take)

    def _take(self, problems: tuple[Problem, ...]) -> None:
        self._problems = tuple(sorted(problems, key=lambda one: _BY_LEVEL.index(one.level)))
        self._show()

    def _show(self) -> None:
        row = self.list.currentRow()
        self.list.clear()
        self.list.setAccessibleName(self.tr("Problems of the glossary"))
        theme = self._context.themes.current
        for problem in self._problems:
            place = f"{Path(problem.origin.file).name}:{problem.origin.line}" if problem.origin.file else ""
            words = f"{problem.entry} · {self._context.render(problem.message)} · {place}"
            item = QListWidgetItem(icon(f"level-{problem.level.value}", theme.colour(problem.level.value)), words)
            item.setData(Qt.ItemDataRole.UserRole, problem.entry)
            item.setToolTip(str(problem.origin))
            self.list.addItem(item)
        if self._problems:
            self.list.setCurrentRow(max(0, min(row, len(self._problems) - 1)))
        if self._stale:
            self.summary.setText(self.tr("Looking…"))
        elif self._problems:
            self.summary.setText(self.tr("%n problem(s)", "", len(self._problems)))
        else:
            self.summary.setText(self.tr("Nothing is wrong with the entries in force."))

    def _go(self, item: QListWidgetItem) -> None:
        self._context.glossary.show_entry(item.data(Qt.ItemDataRole.UserRole))


PANEL = PanelSpec(
    id="glossary-problems",
    title=QT_TRANSLATE_NOOP("Panels", "Glossary problems"),
    area=Area.BOTTOM,
    build=GlossaryProblemsPanel,
    order=32,
    shown=False,
)
