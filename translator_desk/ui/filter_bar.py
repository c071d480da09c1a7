"""Above the grid: which document, which segments, words to find among them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from translator_desk.app.changes import Changes
from translator_desk.ui.context import DeskContext
from translator_desk.ui.grid.filter_model import Kind, RowFilter
from translator_desk.ui.grid.segment_view import SegmentView
from translator_desk.ui.icons import icon
from translator_desk.ui.later import later
from translator_desk.ui.translated import Translated

QUIET_MS = 150


class FilterBar(Translated, QWidget):
    """Chooses what the grid shows."""

    def __init__(self, context: DeskContext, grid: SegmentView, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._grid = grid
        self._document = QComboBox(self)
        self._document.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._document.setMinimumContentsLength(22)
        self._document.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._kind = QComboBox(self)
        for kind in Kind:
            self._kind.addItem("", kind)
        self._words = QLineEdit(self)
        self._words.setClearButtonEnabled(True)
        self._sign = self._words.addAction(
            icon("filter", context.themes.current.colour("muted")), QLineEdit.ActionPosition.LeadingPosition
        )
        self._found = QLabel(self)
        self._found.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._document, 2)
        row.addWidget(self._words, 3)
        row.addWidget(self._kind)
        row.addWidget(self._found)
        self._quiet = later(self, QUIET_MS, self._filter)
        self._words.textChanged.connect(lambda: self._quiet.start())
        self._kind.activated.connect(self._filter)
        self._document.activated.connect(self._choose_document)
        self._words.installEventFilter(self)
        grid.rows.reordered.connect(self._follow)
        context.project_changed.connect(self._fill)
        context.bridge.changed.connect(self._apply)
        context.focus.document_changed.connect(self._follow)
        context.themes.changed.connect(self._recolour)
        self.retranslate()

    def begin(self) -> None:
        """Put the keyboard into the words to find."""
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()

    def clear(self) -> None:
        """Show everything of the document."""
        self._words.clear()
        self._kind.setCurrentIndex(0)
        self._filter()

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        names = {
            Kind.ALL: self.tr("All segments"),
            Kind.UNCONFIRMED: self.tr("Not confirmed"),
            Kind.FLAGGED: self.tr("With flags"),
            Kind.EDITED: self.tr("Edited"),
        }
        for number in range(self._kind.count()):
            self._kind.setItemText(number, names[Kind(self._kind.itemData(number))])
        self._words.setPlaceholderText(self.tr("Filter the segments (Ctrl+L)"))
        self._words.setAccessibleName(self.tr("Words to find"))
        self._kind.setAccessibleName(self.tr("Which segments"))
        self._document.setAccessibleName(self.tr("Document"))
        self._fill()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Enter leads into the grid, Esc shows everything again."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.clear()
                self._grid.setFocus()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
                self._filter()
                self._grid.setFocus()
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _apply(self, changes: Changes) -> None:
        if changes.structure:
            self._fill()

    def _fill(self) -> None:
        """List the documents."""
        self._document.clear()
        if not self._context.is_open:
            return
        state = self._context.session.state
        self._document.addItem(self.tr("All documents"), None)
        for number, key in enumerate(state.document_order, 1):
            self._document.addItem(f"{number}. {state.documents[key].title}", key)
        self._document.setVisible(len(state.document_order) > 1)
        self._follow()

    def _follow(self, _: object = None) -> None:
        """Show what the grid shows, whoever chose it."""
        rows = self._grid.rows
        at = self._document.findData(rows.document) if rows.document is not None else 0
        self._document.setCurrentIndex(max(at, 0))
        if rows.row_filter != RowFilter(self._words.text(), Kind(self._kind.currentData())):
            self._words.blockSignals(True)
            self._words.setText(rows.row_filter.text)
            self._words.blockSignals(False)
            self._kind.setCurrentIndex(list(Kind).index(rows.row_filter.kind))
        shown = rows.rowCount() - sum(1 for _ in rows.headings()) if not rows.row_filter.empty else 0
        self._found.setText("" if rows.row_filter.empty else self.tr("%n segment(s)", "", shown))

    def _filter(self) -> None:
        self._quiet.stop()
        wish = RowFilter(self._words.text(), Kind(self._kind.currentData()))
        if wish != self._grid.rows.row_filter:
            self._grid.leave()
            self._grid.rows.set_filter(wish)

    def _choose_document(self) -> None:
        self._context.focus.set_document(self._document.currentData())

    def _recolour(self) -> None:
        self._sign.setIcon(icon("filter", self._context.themes.current.colour("muted")))
