"""The glossary: all entries in force, and the chosen one as a form to change and save."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from translator_desk.app.glossary_edits import GlossaryEdits, SaveOutcome
from translator_desk.errors import DeskError, InputError
from translator_desk.glossary.entry import Entry, Kind, Layer
from translator_desk.ui.dialogs.base import label
from translator_desk.ui.glossary.form import EntryForm, entry_of, fields_of
from translator_desk.ui.glossary.names import kind_name, layer_name
from translator_desk.ui.glossary.table import Column, EntryTable
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.panels.base import Area, PanelContext, PanelSpec
from translator_desk.ui.panels.panel import Panel

_PAUSE_MS = 250
"""How long nothing is typed before the effect of a change is worked out."""


class GlossaryPanel(Panel):
    """Table and form; Ctrl+S in it saves the entry."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._glossary = context.glossary
        self._base: Entry | None = None
        self._overwrite = False
        self._put_together()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask_impact)
        self._wire()
        self.retranslate()
        self._refresh()

    def _put_together(self) -> None:
        self.words = QLineEdit(self)
        self.words.setClearButtonEnabled(True)
        self.kinds = QComboBox(self)
        self.layers = QComboBox(self)
        self.entries = EntryTable(self)
        self.table = QTableView(self)
        self.table.setModel(self.entries)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().lineSpacing() + 8)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        for column in (Column.ZH, Column.EN):
            self.table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        top = QHBoxLayout()
        top.addWidget(self.words, 1)
        top.addWidget(self.kinds)
        top.addWidget(self.layers)
        left = QWidget(self)
        column_of_table = QVBoxLayout(left)
        column_of_table.setContentsMargins(6, 6, 6, 6)
        column_of_table.addLayout(top)
        column_of_table.addWidget(self.table, 1)
        self.form = EntryForm(self)
        self.state = label("", self, muted=True)
        self.effect = label("", self)
        self.complaint = label("", self)
        self.save_button = QPushButton(self)
        self.revert_button = QPushButton(self)
        self.off_button = QPushButton(self)
        row = QHBoxLayout()
        for button in (self.save_button, self.revert_button, self.off_button):
            row.addWidget(button)
        row.addWidget(self.effect, 1)
        inside = QWidget(self)
        fields = QVBoxLayout(inside)
        fields.setContentsMargins(6, 6, 10, 6)
        fields.addWidget(self.state)
        fields.addWidget(self.form)
        fields.addStretch(1)
        scrolled = QScrollArea(self)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setWidget(inside)
        right = QWidget(self)
        below = QVBoxLayout(right)
        below.setContentsMargins(0, 0, 0, 6)
        below.addWidget(scrolled, 1)
        below.addWidget(self.complaint)
        below.addLayout(row)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([500, 400])
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
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.table.selectionModel().selectionChanged.connect(self._marked)
        self.table.activated.connect(self._to_form)
        self.form.edited.connect(self._edited)
        self.save_button.clicked.connect(self.save)
        self.revert_button.clicked.connect(self.revert)
        self.off_button.clicked.connect(self.switch_off)
        for keys, call in (("Ctrl+S", self.save), ("Escape", self._leave)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)
        self._glossary.changed.connect(self._refresh)
        self._glossary.entry_wanted.connect(self.show_entry)
        self._glossary.effect.changed.connect(self._tell_effect)

    def changeEvent(self, event: QEvent) -> None:
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._refresh()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        self.words.setPlaceholderText(self.tr("Chinese, English, note or id"))
        self.words.setAccessibleName(self.tr("Filter entries"))
        self.table.setAccessibleName(self.tr("Entries"))
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
        self.save_button.setText(self.tr("Save"))
        self.save_button.setToolTip("Ctrl+S")
        self.off_button.setText(self.tr("Switch off"))
        self._describe()

    def show_entry(self, entry_id: str) -> None:
        """Make an entry the current one, whatever the filter says."""
        if self.entries.row_of(entry_id) is None:
            self.words.clear()
            self.kinds.setCurrentIndex(0)
            self.layers.setCurrentIndex(0)
        self._select(entry_id)

    def save(self) -> None:
        """Save what the form says; a shipped entry stays as it is and gets an override in the project's file."""
        base = self._base
        if base is None or base.id not in self._glossary.drafts:
            return
        entry = entry_of(base, self.form.fields)
        overwrite, self._overwrite = self._overwrite, False
        self._complain("")
        typed = self.form.fields

        def work(edits: GlossaryEdits) -> SaveOutcome:
            return edits.put(entry, base, overwrite=overwrite)

        self._glossary.edit(work, partial(self._saved, base.id, typed), self._refused)

    def revert(self) -> None:
        """Give up what was typed; where nothing was, take back the override of a shipped entry."""
        base = self._base
        if base is None:
            return
        self._complain("")
        if base.id in self._glossary.drafts:
            self._forget(base.id)
            self._show(self._in_force(base.id))
        elif base.id in self._glossary.overrides:
            self._glossary.edit(lambda edits: edits.delete(base), self._done, self._refused)

    def switch_off(self) -> None:
        """Take the entry out of force without deleting it from any file."""
        base = self._base
        if base is not None and self._glossary.ready:
            self._forget(base.id)
            self._glossary.edit(lambda edits: edits.switch_off(base.id), self._done, self._refused)

    def _in_force(self, entry_id: str) -> Entry | None:
        return self._context.project.checking.term_base.entry(entry_id)

    def _forget(self, entry_id: str) -> None:
        self._glossary.drafts.pop(entry_id, None)
        self.entries.mark(self._glossary.drafts)

    def _saved(self, entry_id: str, typed: dict[str, str], outcome: SaveOutcome) -> None:
        if outcome.saved:
            draft = self._glossary.drafts.get(entry_id)
            if draft == typed:
                self._forget(entry_id)
            if self._base is not None and self._base.id == entry_id:
                now = self._in_force(entry_id)
                if draft == typed:
                    self._show(now)
                else:
                    self._base = now or self._base  # typed on while it was being saved
            self._context.shell.whisper(self.tr("Saved in %1").replace("%1", outcome.path.name))
            return
        fields = ", ".join(outcome.conflicts)
        self._overwrite = True
        said = self.tr("Somebody else changed the same fields meanwhile: %1. Save again to write yours all the same.")
        self._complain(said.replace("%1", fields))

    def _done(self, outcome: SaveOutcome) -> None:
        if outcome.saved:
            self._context.shell.whisper(self.tr("Saved in %1").replace("%1", outcome.path.name))
        else:
            self._complain(self.tr("Somebody else changed this entry meanwhile; look at it again."))

    def _refused(self, error: BaseException) -> None:
        if not isinstance(error, DeskError):
            raise error
        message = error.message if isinstance(error, InputError) and error.line is None else error
        self._complain(message.render(self._context.language.code))

    def _complain(self, sentence: str) -> None:
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))
        palette = self.complaint.palette()
        palette.setColor(self.complaint.foregroundRole(), self._context.themes.current.colour("error"))
        self.complaint.setPalette(palette)
        if sentence:
            self._context.announce(sentence)

    def _refresh(self) -> None:
        """Take the entries anew; what is being typed stays."""
        if not self._context.is_open:
            return
        here = self._base.id if self._base is not None else None
        self._keep_typed()
        self.entries.put(self._context.project.checking.term_base.entries, self._glossary.overrides)
        self.entries.mark(self._glossary.drafts)
        if here is None or not self._select(here):
            self._to_row(0)
        self.form.allow(self._glossary.ready)
        self._describe()

    def _keep_typed(self) -> None:
        if self._base is not None and self._base.id in self._glossary.drafts:
            self._glossary.drafts[self._base.id] = self.form.fields

    def _filter(self) -> None:
        here = self._base.id if self._base is not None else None
        kind, layer = self.kinds.currentData(), self.layers.currentData()
        self.entries.show(self.words.text(), Kind(kind) if kind else None, Layer(layer) if layer else None)
        if here is None or not self._select(here):
            self._to_row(0)

    def _select(self, entry_id: str) -> bool:
        row = self.entries.row_of(entry_id)
        if row is not None:
            self._to_row(row)
        return row is not None

    def _to_row(self, row: int) -> None:
        index = self.entries.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.table.scrollTo(index)
        if not index.isValid():
            self._show(None)

    def _to_first(self) -> None:
        self.table.setFocus()

    def _to_form(self) -> None:
        self.form.en.setFocus()
        self.form.en.selectAll()

    def _leave(self) -> None:
        self.table.setFocus()

    def _chosen(self, index: QModelIndex | QPersistentModelIndex, before: QModelIndex | QPersistentModelIndex) -> None:
        if index.isValid():
            self._show(self.entries.rows[index.row()])

    def _marked(self) -> None:
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        self._glossary.chosen = tuple(self.entries.rows[row].id for row in rows if row < len(self.entries.rows))

    def _show(self, entry: Entry | None) -> None:
        """Fill the form with an entry, or with what was typed about it and not saved."""
        same = entry is not None and self._base is not None and entry.id == self._base.id
        draft = self._glossary.drafts.get(entry.id) if entry is not None else None
        if same and draft is not None:
            self._describe()
            return  # the base stays what the person began with, so that both changes can be laid together
        self._base = entry
        self._overwrite = False
        self._complain("")
        self._glossary.effect.stop()
        self._glossary.set_current(entry.id if entry is not None else "")
        self.form.setEnabled(entry is not None)
        if entry is not None:
            self.form.fill(draft or fields_of(entry))
            if draft is not None:
                self._pause.start()
        self._describe()

    def _edited(self) -> None:
        if self._base is None:
            return
        fields = self.form.fields
        if fields == fields_of(self._base):
            self._forget(self._base.id)
        else:
            self._glossary.drafts[self._base.id] = fields
            self.entries.mark(self._glossary.drafts)
        self._pause.start()
        self._describe()

    def _describe(self) -> None:
        """Say where the entry comes from and what can be done with it."""
        base = self._base
        typed = base is not None and base.id in self._glossary.drafts
        override = base is not None and base.id in self._glossary.overrides
        ready = base is not None and self._glossary.ready
        self.save_button.setEnabled(ready and typed)
        self.revert_button.setEnabled(typed or (ready and override))
        self.revert_button.setText(self.tr("Revert to shipped") if override and not typed else self.tr("Discard"))
        self.off_button.setEnabled(ready)
        if base is None:
            self.state.setText("")
            return
        parts = [base.id, layer_name(base.layer)]
        if override:
            parts.append(self.tr("stands over a farther layer"))
        elif base.layer is Layer.SHIPPED:
            parts.append(self.tr("saving makes an override in the project"))
        if not base.verified:
            parts.append(self.tr("not verified"))
        if base.source:
            parts.append(base.source)
        self.state.setText(" · ".join(parts))

    def _ask_impact(self) -> None:
        """Work out which flags the change would bring and take away; typing goes on meanwhile."""
        base, effect = self._base, self._glossary.effect
        if base is None or base.id not in self._glossary.drafts or not self._context.is_open:
            effect.stop()
            return
        entry = entry_of(base, self.form.fields)
        if not entry.zh or not entry.en:
            effect.stop()
            return
        effect.ask(self._context.project.checking.term_base.with_entry(entry))

    def _tell_effect(self) -> None:
        impact = self._glossary.effect.impact
        self.effect.setText(self._context.render(impact.message) if impact is not None else "")


PANEL = PanelSpec(
    id="glossary",
    title=QT_TRANSLATE_NOOP("Panels", "Glossary"),
    area=Area.BOTTOM,
    build=GlossaryPanel,
    keys="Ctrl+Shift+T",
    order=31,
    shown=False,
)
