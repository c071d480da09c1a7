"""The glossary: all entries as a table, the chosen one as a form and in its file, and who changed it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from translator_desk.glossary.entry import Entry, Kind, Layer
from translator_desk.ui.glossary.entry_pane import EntryPane
from translator_desk.ui.glossary.entry_rows import Prepared
from translator_desk.ui.glossary.lint_strip import FIX_KEY
from translator_desk.ui.glossary.names import kind_name, layer_name
from translator_desk.ui.glossary.record_pane import RecordPane
from translator_desk.ui.glossary.table import Column, EntryTable, KindCells
from translator_desk.ui.glossary.yaml_pane import YamlPane
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.panels.base import Area, PanelContext, PanelSpec
from translator_desk.ui.panels.panel import Panel
from translator_desk.ui.row_table import RowTable

YAML_KEY = "Ctrl+Shift+Y"


class GlossaryPanel(Panel):
    """Table to the left, the views of one entry to the right; Ctrl+S saves what is in sight."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._glossary = context.glossary
        self._coming = ""
        """Id of an entry to stand on as soon as its row is found."""
        self._put_together()
        self._wire()
        self.retranslate()
        self._refresh()

    def _put_together(self) -> None:
        self.words = QLineEdit(self)
        self.words.setClearButtonEnabled(True)
        self.kinds = QComboBox(self)
        self.layers = QComboBox(self)
        self.new_button = QPushButton(self)
        self.entries = EntryTable(self._context.themes, self._beside, self)
        self.table = RowTable(self)
        self.table.setModel(self.entries)
        self.table.setItemDelegateForColumn(Column.KIND, KindCells(self.table))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trigger = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        letter = self.fontMetrics().averageCharWidth()
        for column in (Column.ZH, Column.EN):
            self.table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, letters in ((Column.KIND, 14), (Column.LAYER, 15)):
            self.table.setColumnWidth(column, letters * letter)
        top = QGridLayout()
        for widget, row, at, columns in (
            (self.words, 0, 0, 2), (self.new_button, 0, 2, 1), (self.kinds, 1, 0, 1), (self.layers, 1, 1, 2),
        ):  # fmt: skip
            top.addWidget(widget, row, at, 1, columns)
        top.setColumnStretch(0, 1)
        top.setColumnStretch(1, 1)
        left = QWidget(self)
        column_of_table = QVBoxLayout(left)
        column_of_table.setContentsMargins(6, 6, 6, 6)
        column_of_table.addLayout(top)
        column_of_table.addWidget(self.table, 1)
        self.entry_pane = EntryPane(self._context, self)
        self.form = self.entry_pane.form
        self.views = QTabWidget(self)
        self.views.setDocumentMode(True)
        self.yaml_pane = YamlPane(self._context, self)
        self.record_pane = RecordPane(self._context, self)
        for view in (self.entry_pane, self.yaml_pane, self.record_pane):
            self.views.addTab(view, "")
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(left)
        split.addWidget(self.views)
        split.setSizes([460, 560])
        split.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
        self.lead_to(self.table)

    def _wire(self) -> None:
        self.words.textChanged.connect(self._filter)
        self.words.returnPressed.connect(self._to_first)
        self.kinds.currentIndexChanged.connect(self._filter)
        self.layers.currentIndexChanged.connect(self._filter)
        self.new_button.clicked.connect(self.begin_new)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.table.selectionModel().selectionChanged.connect(self._marked)
        self.table.activated.connect(self._to_form)
        self.entries.cell_edited.connect(self._cell_edited)
        self.entries.modelReset.connect(self._stay)
        self.entries.grown.connect(self._grown)
        self.entry_pane.drafts_changed.connect(self._mark)
        self.entry_pane.text_saved.connect(self.yaml_pane.read_again)
        for keys, call in (
            ("Ctrl+S", self.save),
            ("Escape", self._to_first),
            (FIX_KEY, self.fix),
            (YAML_KEY, self.turn),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)
        self._glossary.changed.connect(self._refresh)
        self._glossary.entry_wanted.connect(self.show_entry)
        self._glossary.line_wanted.connect(self.show_line)
        self._glossary.current_changed.connect(self._follow)
        self.yaml_pane.changed.connect(self._typed_in_yaml)

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        self.words.setPlaceholderText(self.tr("Chinese, English, note or id"))
        self.words.setAccessibleName(self.tr("Filter entries"))
        self.table.setAccessibleName(self.tr("Entries"))
        self.new_button.setText(self.tr("New"))
        self.new_button.setToolTip(self.tr("Begin a new entry"))
        for number, name in enumerate((self.tr("Entry"), "YAML", self.tr("Record"))):
            self.views.setTabText(number, name)
        self.views.setTabToolTip(1, YAML_KEY)
        for box, name, every, names in (
            (self.kinds, self.tr("Kind"), self.tr("All kinds"), [(kind_name(one), one) for one in Kind]),
            (self.layers, self.tr("Layer"), self.tr("All layers"), [(layer_name(one), one) for one in Layer]),
        ):
            at = max(box.currentIndex(), 0)
            box.blockSignals(True)
            box.clear()
            box.addItem(every, None)
            for text, value in names:
                box.addItem(text, value.value)
            box.setCurrentIndex(at)
            box.blockSignals(False)
            box.setAccessibleName(name)

    def show_entry(self, entry_id: str) -> None:
        """Make an entry the current one, whatever the filter says; "" is the new one being written."""
        if not entry_id:
            self.begin_new()
            return
        draft = self._glossary.drafts.forms.get(entry_id)
        if draft is not None and self.entry_pane.is_gone(draft.base):
            self.table.clearSelection()
            self._show(draft.base)
            return
        if not self.entries.comes(entry_id):
            self.words.clear()
            self.kinds.setCurrentIndex(0)
            self.layers.setCurrentIndex(0)
        if not self._select(entry_id):
            self._coming = entry_id

    def begin_new(self) -> None:
        """Begin a new entry in the form."""
        if self._glossary.ready:
            self.views.setCurrentWidget(self.entry_pane)
            self.table.clearSelection()
            self._glossary.set_current("")
            self.entry_pane.begin_new()

    def save(self) -> None:
        """Save what is typed in the view in sight."""
        if self.views.currentWidget() is self.yaml_pane:
            self.yaml_pane.save()
        else:
            self.entry_pane.save()

    def turn(self) -> None:
        """Turn from the form to the lines of the same entry in its file, and back."""
        if self.views.currentWidget() is self.yaml_pane:
            self._to_form()
        else:
            self.views.setCurrentWidget(self.yaml_pane)
            self.yaml_pane.editor.setFocus()

    def show_line(self, path: Path, line: int) -> None:
        """Show a line of a term file."""
        self.views.setCurrentWidget(self.yaml_pane)
        self.yaml_pane.show_file(path, line)
        self.yaml_pane.editor.setFocus()

    def revert(self) -> None:
        """Give up what is typed, or drop the override."""
        self.entry_pane.revert()

    def fix(self) -> None:
        """Mend the first problem of the entry in sight, or the one at the caret of its file."""
        if self.views.currentWidget() is self.yaml_pane:
            self.yaml_pane.fix()
        else:
            self.entry_pane.lint.fix()

    def _refresh(self) -> None:
        """Take the entries anew; what is being typed stays."""
        if not self._context.is_open:
            return
        base = self.entry_pane.base
        self.entry_pane.keep_typed()
        term_base, state = self._context.project.checking.term_base, self._glossary.state
        self.entries.put(term_base.entries, state, writable=self._glossary.ready)
        self._mark()
        if base is not None and base.id and base.id == self.entry_pane.awaited:
            if term_base.entry(base.id) is not None:
                self.show_entry(base.id)  # made or renamed just now, and perhaps left out by the filter
        else:
            self._stay()
        self.entry_pane.refresh()

    def _beside(self, work: Callable[[Callable[[], None]], Prepared], done: Callable[[Prepared], None]) -> None:
        self._glossary.ask(lambda _: work(self._glossary.let_window_go_first), done)

    def _mark(self) -> None:
        self.entries.mark(self._glossary.drafts.forms)

    def _filter(self) -> None:
        kind, layer = self.kinds.currentData(), self.layers.currentData()
        self.entries.show(self.words.text(), Kind(kind) if kind else None, Layer(layer) if layer else None)

    def _stay(self) -> None:
        """Stand on the entry in sight among the rows as they are now, or on the first where it is left out."""
        base = self.entry_pane.base
        if base is None:
            self._to_row(0)
        elif base.id and base.id != self.entry_pane.awaited and not self._select(base.id):
            if self.entries.comes(base.id):
                self._coming = base.id
            elif base.id in self._glossary.drafts.forms and self.entry_pane.is_gone(base):
                self.table.clearSelection()  # somebody else deleted it; what is typed about it stays under the hands
            else:
                self._to_row(0)

    def _grown(self) -> None:
        """Stand where one was to stand, now that more rows are found."""
        if self._coming:
            if not self._select(self._coming) and not self.entries.searching:
                self._to_row(0)
        elif self.entry_pane.base is None:
            self._to_row(0)

    def _select(self, entry_id: str) -> bool:
        row = self.entries.row_of(entry_id)
        if row is not None:
            self.entry_pane.awaited = ""
            self._to_row(row)
        return row is not None

    def _to_row(self, row: int) -> None:
        self._coming = ""
        column = max(self.table.currentIndex().column(), 0)
        index = self.entries.index(row, column)
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.table.scrollTo(index)
        self._show(self.entries.entry_at(row) if index.isValid() else None)

    def _to_first(self) -> None:
        self.table.setFocus()

    def _to_form(self) -> None:
        self.views.setCurrentWidget(self.entry_pane)
        self.form.en.setFocus()
        self.form.en.selectAll()

    def _chosen(self, index: QModelIndex | QPersistentModelIndex, before: QModelIndex | QPersistentModelIndex) -> None:
        if index.isValid():
            self._coming = ""
            self._show(self.entries.entry_at(index.row()))

    def _marked(self) -> None:
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        self._glossary.chosen = tuple(self.entries.entry_at(row).id for row in rows)

    def _show(self, entry: Entry | None) -> None:
        if entry is not None and entry is self.entry_pane.base and entry.id == self._glossary.current:
            return  # there already: rows that come and go under the filter do not fill the form anew
        self.entry_pane.show_entry(entry)
        self._glossary.set_current(entry.id if entry is not None else "")

    def _follow(self, entry_id: str) -> None:
        """Go to the entry that another view made the current one."""
        base = self.entry_pane.base
        if entry_id and (base is None or base.id != entry_id):
            self._select(entry_id)
        self.yaml_pane.show_entry(entry_id)

    def _typed_in_yaml(self) -> None:
        """Show the entry as the text of its file says now."""
        base = self.entry_pane.base
        if not self._context.is_open:
            return  # closed while its text was being read
        if base is not None and base.id not in self._glossary.drafts.forms:
            self.entry_pane.show_entry(self._context.project.checking.term_base.entry(base.id) or base)
        self._mark()

    def _cell_edited(self, entry_id: str, key: str, value: str) -> None:
        base = self.entry_pane.base
        if base is not None and base.id == entry_id:
            self.entry_pane.write(key, value)


PANEL = PanelSpec(
    id="glossary",
    title=QT_TRANSLATE_NOOP("Panels", "Glossary"),
    area=Area.BOTTOM,
    build=GlossaryPanel,
    keys="Ctrl+Shift+T",
    order=31,
    shown=False,
)
