"""What is wrong with the entries in force and their files, with a way to each and a key that mends what can be mended."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton

from translator_desk.app.glossary_edits import SaveOutcome
from translator_desk.app.glossary_lint import Finding, lint_in_force
from translator_desk.ui.glossary.lint_strip import FIX_KEY
from translator_desk.ui.icons import icon
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.panels.base import Area, PanelContext, PanelSpec
from translator_desk.ui.panels.panel import Panel, column_layout
from translator_desk.wording import say


class GlossaryProblemsPanel(Panel):
    """One line a problem, the worst first; Enter shows its entry or its line, Alt+. mends it, Ctrl+Z takes that back."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._findings: tuple[Finding, ...] = ()
        self._stale = True
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.itemActivated.connect(self._go)
        self.list.currentRowChanged.connect(self._describe)
        self.summary = QLabel(self)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setMargin(6)
        self.fix_button = QPushButton(self)
        self.fix_button.clicked.connect(self.fix)
        shortcut = QShortcut(QKeySequence(FIX_KEY), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.fix)
        top = QHBoxLayout()
        top.setContentsMargins(0, 2, 6, 2)
        top.addWidget(self.summary, 1)
        top.addWidget(self.fix_button)
        column = column_layout(self)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        self.lead_to(self.list)
        context.glossary.changed.connect(self._changed)
        context.themes.changed.connect(self._show)
        self._show()

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        self._show()

    def catch_up(self) -> None:
        """Look now that somebody sees it."""
        self._look()

    def fix(self) -> None:
        """Mend the current problem, where that is certain; a shipped entry gets an override."""
        finding = self._current()
        if finding is None or finding.fix is None or not self._context.glossary.may_write:
            return
        fix, before = finding.fix, self._context.project.checking.term_base.entry(finding.entry)
        why = self._context.render(finding.message)
        named = say("fix of “{id}”", "修正“{id}”", id=finding.entry)
        edit = self._context.glossary.edit
        edit(lambda edits: edits.put(fix, before, why=why), partial(self._fixed, finding), label=named)

    def _fixed(self, finding: Finding, outcome: SaveOutcome) -> None:
        if outcome.saved:
            said = self.tr("Fixed in %1; Ctrl+Z takes it back").replace("%1", outcome.path.name)
        else:
            said = self.tr("Somebody else changed this entry meanwhile; look at it again.")
        self._context.shell.whisper(said)
        self._context.announce(said)

    def _changed(self) -> None:
        self._stale = True
        self._look()

    def _look(self) -> None:
        if not self._stale or not self.isVisible() or not self._context.is_open or not self._context.glossary.loaded:
            return
        self._stale = False
        self._context.glossary.ask(lint_in_force, self._take)

    def _take(self, findings: tuple[Finding, ...]) -> None:
        if findings != self._findings or not self.list.count():
            self._findings = findings
            self._show()

    def _show(self) -> None:
        row = self.list.currentRow()
        self.list.clear()
        self.list.setAccessibleName(self.tr("Problems of the glossary"))
        self.fix_button.setText(self.tr("Fix"))
        self.fix_button.setToolTip(FIX_KEY)
        theme = self._context.themes.current
        mendable = self.tr("can be fixed")
        for finding in self._findings:
            place = f"{Path(finding.file).name}:{finding.line}:{finding.column}" if finding.file else ""
            parts = (finding.entry, self._context.render(finding.message), place, mendable if finding.mendable else "")
            words = " · ".join(one for one in parts if one)
            item = QListWidgetItem(icon(f"level-{finding.level.value}", theme.colour(finding.level.value)), words)
            item.setToolTip(f"{finding.file}:{finding.line}:{finding.column}")
            self.list.addItem(item)
        if self._findings:
            self.list.setCurrentRow(max(0, min(row, len(self._findings) - 1)))
        if self._stale:
            self.summary.setText(self.tr("Looking…"))
        elif self._findings:
            self.summary.setText(self.tr("%n problem(s)", "", len(self._findings)))
        else:
            self.summary.setText(self.tr("Nothing is wrong with the entries in force."))
        self._describe()

    def _describe(self) -> None:
        finding = self._current()
        self.fix_button.setVisible(finding is not None and finding.mendable)
        self.fix_button.setEnabled(self._context.glossary.may_write)

    def _current(self) -> Finding | None:
        row = self.list.currentRow()
        return self._findings[row] if 0 <= row < len(self._findings) else None

    def _go(self) -> None:
        finding = self._current()
        if finding is not None and finding.entry:
            self._context.glossary.show_entry(finding.entry)
        elif finding is not None and finding.file:
            self._context.glossary.show_line(Path(finding.file), finding.line or 1)


PANEL = PanelSpec(
    id="glossary-problems",
    title=QT_TRANSLATE_NOOP("Panels", "Glossary problems"),
    area=Area.BOTTOM,
    build=GlossaryProblemsPanel,
    order=32,
    shown=False,
)
