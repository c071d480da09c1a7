"""An open project in the window: documents left, grid in the middle, the current problem under it, all problems below."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QInputDialog, QLabel, QListWidget, QListWidgetItem, QSplitter, QVBoxLayout, QWidget

from translator_desk.app.changes import Changes
from translator_desk.app.commands.edit import ApplyFix
from translator_desk.app.commands.state import SetState
from translator_desk.app.commands.structure import JoinWithNext, SplitSegment
from translator_desk.app.commands.waivers import WaiveIssue
from translator_desk.app.desk import OpenProject
from translator_desk.errors import DeskError
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.issue import FixPart, Issue
from translator_desk.model.state import SegmentState
from translator_desk.model.waiver import WaiverScope
from translator_desk.ui.grid.segment_view import SegmentView
from translator_desk.ui.issues_panel import IssuesPanel
from translator_desk.ui.theme import LEVEL_SIGNS, Theme
from translator_desk.ui.words import word

_REFRESH_MS = 100


class DeskView(QWidget):
    """Everything that belongs to one open project."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, project: OpenProject, theme: Theme, language: str, font: QFont) -> None:
        super().__init__()
        self.project = project
        self.session = project.session
        self._language = language
        self._issue: Issue | None = None
        self.grid = SegmentView(project.session, project.checking, theme, language, font)
        self.issues = IssuesPanel(project.session, project.checking, theme, language)
        self.documents = QListWidget()
        self.card = QLabel()
        self.card.setTextFormat(Qt.TextFormat.PlainText)
        self.card.setWordWrap(True)
        self.card.setContentsMargins(10, 8, 10, 8)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid, 1)
        column.addWidget(self.card)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.addWidget(self.documents)
        across.addWidget(middle)
        across.setStretchFactor(1, 1)
        across.setSizes([220, 1000])
        down = QSplitter(Qt.Orientation.Vertical)
        down.addWidget(across)
        down.addWidget(self.issues)
        down.setStretchFactor(0, 1)
        down.setSizes([520, 220])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(down)
        self._refresh = QTimer(self)
        self._refresh.setSingleShot(True)
        self._refresh.timeout.connect(self._show_issues)
        self.documents.currentItemChanged.connect(self._document_chosen)
        self.issues.chosen.connect(self.go_to_issue)
        self.grid.refused.connect(self.failed)
        self.grid.segment_changed.connect(lambda _: self._show_card(self._first_here()))
        self._end = self.session.subscribe(self._take)
        self._fill_documents()

    def close_project(self) -> None:
        """Stop listening."""
        self._end()

    def _take(self, changes: Changes) -> None:
        self.grid.take(changes)
        if changes.structure:
            self._fill_documents()
        if changes.issues or changes.segments or changes.structure:
            self._refresh.start(_REFRESH_MS)

    def _show_issues(self) -> None:
        self.issues.refresh()
        self._show_card(self._first_here())
        for row in range(self.documents.count()):
            item = self.documents.item(row)
            item.setText(self._document_line(item.data(Qt.ItemDataRole.UserRole)))

    def _fill_documents(self) -> None:
        self.documents.blockSignals(True)
        self.documents.clear()
        keys: list[DocumentId | None] = [None, *self.session.state.document_order]
        for key in keys:
            item = QListWidgetItem(self._document_line(key))
            item.setData(Qt.ItemDataRole.UserRole, key)
            self.documents.addItem(item)
        self.documents.setCurrentRow(0)
        self.documents.blockSignals(False)

    def _document_line(self, key: DocumentId | None) -> str:
        counts = self.project.checking.counts(key)
        flags = "  ".join(f"{LEVEL_SIGNS[level]}{count}" for level, count in reversed(list(counts.items())) if count)
        name = word("all_documents", self._language) if key is None else self.session.state.documents[key].title
        return f"{name}\n   {flags}" if flags else name

    def _document_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.grid.segments.show_document(item.data(Qt.ItemDataRole.UserRole))

    def _first_here(self) -> Issue | None:
        segment = self.grid.current_segment()
        issues = self.project.checking.issues(segment) if segment is not None else ()
        if self._issue in issues:
            return self._issue
        return issues[0] if issues else None

    def _show_card(self, issue: Issue | None) -> None:
        """Show what is wrong with the current segment, why, and what is expected."""
        self._issue = issue
        if issue is None:
            self.card.hide()
            return
        lines = [f"{LEVEL_SIGNS[issue.level]} {issue.message.render(self._language)}"]
        if issue.expected:
            lines[0] += f"   → {' / '.join(issue.expected)}   [Alt+1]"
        lines += [f"     {one.render(self._language)}" for one in issue.evidence]
        self.card.setText("\n".join(lines))
        self.card.show()

    def go_to_issue(self, issue: Issue) -> None:
        """Show the words of an issue, selected in the editor."""
        self._issue = issue
        if self.grid.segments.row_of(issue.segment) is None:
            self.documents.setCurrentRow(0)
        span = issue.target if issue.part is FixPart.TARGET else None
        self.grid.go_to(issue.segment, span)
        self._show_card(issue)

    def next_issue(self, step: int) -> None:
        """Go to the next (1) or previous (-1) problem of the project; after the last comes the first."""
        issues = self.project.checking.all_issues()
        if not issues:
            self.said.emit(word("none_left", self._language))
            return
        at = issues.index(self._issue) + step if self._issue in issues else self._place_from_row(issues, step)
        if not 0 <= at < len(issues):
            self.said.emit(word("wrapped", self._language))
        self.go_to_issue(issues[at % len(issues)])

    def _place_from_row(self, issues: tuple[Issue, ...], step: int) -> int:
        order = {key: number for number, key in enumerate(self.session.state.reading_order())}
        here = order.get(self.grid.current_segment() or SegmentId(0), -1)
        later = [number for number, one in enumerate(issues) if order[one.segment] >= here]
        if step > 0:
            return later[0] if later else len(issues)
        return (later[0] if later else len(issues)) - 1

    def fix(self) -> None:
        """Write the first suggestion of the current problem."""
        issue = self._issue
        if issue is None or not issue.fixes:
            return
        fix = issue.fixes[0]
        segment = self.session.state.segments[issue.segment]
        text = segment.target if fix.part is FixPart.TARGET else segment.separator
        self._do(ApplyFix(issue.segment, fix, fix.span.of(text)))

    def ignore(self) -> None:
        """Ask why the current problem may stand, and ignore it here."""
        if self._issue is None:
            return
        title, ask = word("reason_title", self._language), word("reason", self._language)
        reason, agreed = QInputDialog.getText(self, title, ask)
        if agreed:
            self._do(WaiveIssue(self._issue, WaiverScope.HERE, reason))

    def confirm(self) -> None:
        """Confirm the current segment and go to the next one that is not."""
        here = self.grid.current_segment()
        if here is None:
            return
        self._do(SetState((here,), SegmentState.TRANSLATED))
        order = list(self.session.state.reading_order())
        at = order.index(here)
        for key in order[at + 1 :] + order[:at]:
            if self.session.state.segments[key].state is SegmentState.INITIAL:
                self.grid.go_to(key)
                return

    def join(self) -> None:
        """Join the current segment with the next."""
        here = self.grid.current_segment()
        if here is not None:
            self._do(JoinWithNext(here))

    def split(self) -> None:
        """Split the current segment at the caret."""
        here, editor = self.grid.current_segment(), self.grid.editor
        if here is not None and editor is not None:
            segment = self.session.state.segments[here]
            at = editor.caret()
            self._do(SplitSegment(here, at, len(segment.source) * at // max(1, len(segment.target))))

    def _do(self, command: object) -> None:
        try:
            self.session.execute(command)  # type: ignore[arg-type]
        except DeskError as error:
            self.failed.emit(error)

    def retranslate(self, language: str) -> None:
        """Show everything in another language."""
        self._language = language
        self.grid.segments.retranslate(language)
        self.issues.retranslate(language)
        self._show_issues()

    def restyle(self, theme: Theme, font: QFont) -> None:
        """Use other colours or letters."""
        self.issues.model.theme = theme
        self.grid.delegate.set_theme(theme)
        self.grid.delegate.set_font(font)
        self.grid.setFont(font)
        self.grid.restyle()
