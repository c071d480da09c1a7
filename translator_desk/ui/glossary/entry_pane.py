"""The chosen entry as a form: changed, saved into the layer wanted, taken back, switched off and on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from translator_desk.app.glossary_drafts import NEW, Fields
from translator_desk.app.glossary_edits import GlossaryEdits, SaveOutcome
from translator_desk.app.glossary_text import TermFileText, TextLook
from translator_desk.errors import DeskError, InputError, RefusedError
from translator_desk.glossary.entry import Entry, Kind, Layer
from translator_desk.glossary.new_id import new_id
from translator_desk.glossary.splice_merge import Side
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import label
from translator_desk.ui.glossary.conflicts import ConflictDialog
from translator_desk.ui.glossary.entry_watch import EntryWatch, Typed
from translator_desk.ui.glossary.fields import entry_of, fields_of
from translator_desk.ui.glossary.form import EntryForm
from translator_desk.ui.glossary.names import layer_name
from translator_desk.ui.glossary.proposing import Wish
from translator_desk.ui.glossary.undo_through import UndoThrough
from translator_desk.ui.theme import dye
from translator_desk.ui.translated import Translated
from translator_desk.wording import say

_SAVE_TEXT_FIRST = say(
    "The id can be changed once the YAML of this file is saved or discarded.",
    "请先保存或放弃对该文件 YAML 的修改，再更改 id。",
)


class _Scrolled(QScrollArea):
    """A form that scrolls from top to bottom only and hears how wide it may be."""

    def __init__(self, form: EntryForm, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = form
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._form.suit_width(self.viewport().width())
        super().resizeEvent(event)


class EntryPane(Translated, QWidget):
    """The form, and below it what the change would do, what is wrong with it, and what can be done.

    Signals:
        drafts_changed(): What is typed and not saved is other than before.
        text_saved(Path): An entry was saved together with what was typed into its file.

    Attributes:
        awaited: Id of an entry that was saved and is not among the terms in force yet, or "".
    """

    drafts_changed = Signal()
    text_saved = Signal(object)

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._glossary = context.glossary
        self._base: Entry | None = None
        self._in_text = self._is_unread = False
        self.awaited = ""
        self._put_together()
        self._wire()
        self.retranslate()

    @property
    def base(self) -> Entry | None:
        """The entry as it was when it was chosen, ``NEW`` for one to be made."""
        return self._base

    def _put_together(self) -> None:
        self.form = EntryForm(self._offers, self)
        self.watch = EntryWatch(self._context, self._typed, self)
        self.timeline, self.lint, self.effect = self.watch.timeline, self.watch.lint, self.watch.effect
        self.form.below_offices.addWidget(self.timeline)
        self.state = label("", self, muted=True)
        self.complaint = label("", self)
        self.reason = QLineEdit(self)
        self.layer = QComboBox(self)
        self._layer_name = QLabel(self)
        self._layer_name.setBuddy(self.layer)
        for layer in (Layer.PROJECT, Layer.HOUSE):
            self.layer.addItem("", layer.value)
        self.save_button = QPushButton(self)
        self.revert_button = QPushButton(self)
        self.off_button = QPushButton(self)
        self.delete_button = QPushButton(self)
        inside = QWidget(self)
        fields = QVBoxLayout(inside)
        fields.setContentsMargins(6, 4, 10, 6)
        fields.addWidget(self.state)
        fields.addWidget(self.form)
        fields.addStretch(1)
        self._scrolled = _Scrolled(self.form, self)
        self._scrolled.setWidget(inside)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self.reason, 1)
        where.addWidget(self._layer_name)
        where.addWidget(self.layer)
        row = QHBoxLayout()
        for button in (self.save_button, self.revert_button, self.off_button, self.delete_button):
            row.addWidget(button)
        row.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(6, 2, 6, 6)
        foot.setSpacing(4)
        for widget in (self.lint, self.effect, self.complaint):
            foot.addWidget(widget)
        foot.addLayout(where)
        foot.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scrolled, 1)
        whole.addLayout(foot)
        self.complaint.hide()

    def _wire(self) -> None:
        self.form.edited.connect(self._edited)
        self.lint.mended.connect(self._mend)
        self.save_button.clicked.connect(self.save)
        self.revert_button.clicked.connect(self.revert)
        self.off_button.clicked.connect(self.switch)
        self.delete_button.clicked.connect(self.delete)
        self._glossary.proposing.changed.connect(self._describe)
        UndoThrough(self.form, self.save_button.isEnabled)

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the entry again: another view was in sight."""
        super().showEvent(event)
        self.watch.soon()

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        self.save_button.setToolTip("Ctrl+S")
        self.delete_button.setText(self.tr("Delete"))
        self.reason.setPlaceholderText(self.tr("Reason, for the record of this entry"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self._layer_name.setText(self.tr("Save in"))
        self.layer.setAccessibleName(self.tr("Layer to save in"))
        for number in range(self.layer.count()):
            self.layer.setItemText(number, layer_name(Layer(self.layer.itemData(number))))
        self.timeline.setAccessibleName(self.tr("Offices in time"))
        self.watch.tell_effect()
        self._describe()

    # What is shown

    def show_entry(self, entry: Entry | None) -> None:
        """Fill the form with an entry, or with what was typed about it and not saved."""
        same = entry is not None and self._base is not None and entry.id == self._base.id
        draft = self._glossary.drafts.forms.get(entry.id) if entry is not None else None
        if same and draft is not None:
            self._describe()
            return  # the base stays what the person began with, so that both changes can be laid together
        self.complain("")
        text = self._glossary.drafts.text_of(draft.base if draft is not None else entry)
        self._in_text, self._is_unread = text is not None, False
        if entry is not None and text is not None:
            entry = self._typed_in_text(entry, text)
        self._base = draft.base if draft is not None else entry
        self.reason.clear()
        self.watch.begin(self._base)
        self.setEnabled(entry is not None)
        self.form.allow(self._writable())
        if entry is not None:
            self.form.fill(draft.fields if draft is not None else fields_of(entry))
            nearest = Layer.HOUSE if entry.layer is Layer.HOUSE else Layer.PROJECT
            if not same:
                self.layer.setCurrentIndex(self.layer.findData(nearest.value))
                self._scrolled.verticalScrollBar().setValue(0)
        self._describe()

    def _typed_in_text(self, entry: Entry, text: TermFileText) -> Entry:
        """Return an entry as the YAML of its file says that is not saved yet; where that cannot be read, as it was."""
        look = self._glossary.looks.of(text)
        typed = look.entries.get(entry.id) if look is not None else None
        self._is_unread = typed is None
        if look is None:
            self._glossary.looks.ask(text, partial(self._looked, entry.id), self.refuse)
            return entry
        if look.file is None and look.findings:
            first = look.findings[0]
            name = Path(first.file).name
            self.refuse(InputError(name, first.message, line=first.line or None, column=first.column or None))
        return replace(typed, origin=entry.origin) if typed is not None else entry

    def _looked(self, entry_id: str, _: TextLook) -> None:
        if self._base is not None and self._base.id == entry_id:
            self.show_entry(self._in_force(entry_id))

    def is_gone(self, entry: Entry) -> bool:
        """Return whether an entry that was in force is in no file any more."""
        known = self._glossary.term_base.entry(entry.id) is not None
        return bool(entry.id) and not known and not self._glossary.state.is_off(entry.id)

    def begin_new(self) -> None:
        """Make room for an entry that does not exist yet; one begun before is still there."""
        self.show_entry(NEW)
        self.form.zh.setFocus()

    def keep_typed(self) -> None:
        """Take what stands in the fields into the drafts, before entries are shown anew."""
        if self._base is not None and self._base.id in self._glossary.drafts.forms:
            self._glossary.drafts.keep_form(self._base, self.form.fields)

    def write(self, key: str, value: str) -> None:
        """Write into one field as if it were typed into the form; for the cells of the table."""
        if self._base is not None and self._writable():
            self.form.fill({**self.form.fields, key: value})
            self._edited()

    def refresh(self) -> None:
        """Allow what can be done now."""
        self.form.allow(self._writable())
        self._describe()

    def complain(self, sentence: str) -> None:
        """Say what went wrong; "" takes it back."""
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))
        dye(self.complaint, letters=self._context.themes.current.colour("error"))
        if sentence:
            self._context.announce(sentence)

    # What can be done

    def save(self) -> None:
        """Save what the form says, into the layer chosen; a shipped entry stays and gets an override there."""
        self._save(None)

    def revert(self) -> None:
        """Give up what was typed; where nothing was, take back the override of a farther layer's entry."""
        base = self._base
        if base is None:
            return
        self.complain("")
        if base.id in self._glossary.drafts.forms:
            self._forget(base.id)
            self.show_entry(None if base.id == "" else self._in_force(base.id))
        elif base.id in self._glossary.overrides:
            self.delete()

    def switch(self) -> None:
        """Switch the entry off without deleting it from any file, or on again."""
        base = self._base
        if base is None or not self._glossary.ready or not base.id:
            return
        why = self.reason.text().strip()
        if self._glossary.state.is_off(base.id):
            self._glossary.edit(lambda edits: edits.switch_on(base.id, why=why), self._done, self.refuse)
            return
        self._forget(base.id)
        layer = self._layer()
        self._glossary.edit(lambda edits: edits.switch_off(base.id, layer=layer, why=why), self._done, self.refuse)

    def delete(self) -> None:
        """Delete an own entry; where it stands over another one, that one is in force again."""
        base = self._base
        if base is not None and self._glossary.ready and base.layer is not Layer.SHIPPED and base.id:
            self._forget(base.id)
            self._delete(base, overwrite=False)

    def refuse(self, error: BaseException) -> None:
        """Say what kept a change from being made; a bug goes to the exception hook instead."""
        if not isinstance(error, DeskError):
            raise error
        message = error.message if isinstance(error, InputError) and error.line is None else error
        self.complain(message.render(self._context.language.code))

    def _save(self, resolved: Mapping[str, Side] | None) -> None:
        base = self._base
        if base is None or not self.save_button.isEnabled():
            return
        self.complain("")
        typed = self.form.fields
        try:
            entry = entry_of(base, typed)
        except DeskError as error:
            self.refuse(error)
            return
        new = base.id == ""
        text = self._glossary.drafts.text_of(base)
        if text is not None and entry.id != base.id:
            self.refuse(RefusedError(_SAVE_TEXT_FIRST))
            return
        if new and not entry.id:
            known = frozenset(one.id for one in self._context.project.checking.term_base.entries)
            entry = replace(entry, id=new_id(entry.kind, entry.en, known))
        why, layer = self.reason.text().strip(), self._layer()
        if self._glossary.proposing.obliged:
            named = say("change of “{zh}”", "修改“{zh}”", zh=entry.zh[0] if entry.zh else entry.id)
            wish = Wish(entry, None if new else base, why, named)
            self._glossary.proposing.put(wish, partial(self._proposed, base.id), self.refuse)
            return
        is_typed = base.id in self._glossary.drafts.forms
        instead_of = base.id if not new and entry.id != base.id else None

        def work(edits: GlossaryEdits) -> SaveOutcome:
            if text is not None and not is_typed:
                return edits.put_text(text.path, text.layer, text.base, text.data, why=why, resolved=resolved)
            if text is not None:
                return edits.put_into_text(text, entry, why=why, resolved=resolved)
            return edits.put(
                entry,
                None if new else base,
                layer=layer,
                instead_of=instead_of,
                why=why,
                overwrite=resolved is not None,
            )

        def saved(outcome: SaveOutcome) -> None:
            if text is not None and outcome.saved and self._glossary.drafts.texts.get(text.path) is text:
                self._glossary.drafts.forget_text(text.path)
                self._in_text = False
                self.text_saved.emit(text.path)
            self._saved(base.id, entry.id, typed, outcome)

        self._glossary.edit(work, saved, self.refuse)

    def _delete(self, base: Entry, *, overwrite: bool) -> None:
        why = self.reason.text().strip()

        def done(outcome: SaveOutcome) -> None:
            if outcome.saved:
                self._done(outcome)
            else:
                ConflictDialog(self._context, outcome.asked, decided).open()

        def decided(sides: Mapping[str, Side]) -> None:
            if Side.MINE in sides.values():
                self._delete(base, overwrite=True)

        self._glossary.edit(lambda edits: edits.delete(base, why=why, overwrite=overwrite), done, self.refuse)

    def _saved(self, entry_id: str, new_name: str, typed: Fields, outcome: SaveOutcome) -> None:
        if not outcome.saved:
            ConflictDialog(self._context, outcome.asked, self._decide).open()
            return
        draft = self._glossary.drafts.forms.get(entry_id)
        unchanged = draft is not None and draft.fields == typed
        if unchanged:
            self._forget(entry_id)
        if self._base is not None and self._base.id == entry_id:
            if unchanged:
                self.awaited = new_name
                self.show_entry(outcome.entry)
                self._glossary.set_current(new_name)
            else:
                self._base = outcome.entry or self._base  # typed on while it was being saved
                self.keep_typed()
        self._done(outcome)

    def _proposed(self, entry_id: str, _: SaveOutcome) -> None:
        """Show the entry as it is in force: what was typed waits for the terminology editor."""
        self._forget(entry_id)
        self.reason.clear()
        if self._base is not None and self._base.id == entry_id:
            self.show_entry(self._in_force(entry_id) if entry_id else None)

    def _decide(self, sides: Mapping[str, Side]) -> None:
        if Side.MINE in sides.values():
            self._save(sides)
        else:
            self.revert()

    def _done(self, outcome: SaveOutcome) -> None:
        self.reason.clear()
        self._context.shell.whisper(self.tr("Saved in %1").replace("%1", outcome.path.name))

    # While it is typed

    def _edited(self) -> None:
        if self._base is None:
            return
        fields = self.form.fields
        if fields == fields_of(self._base):
            self._forget(self._base.id)
        else:
            self._glossary.drafts.keep_form(self._base, fields)
            self.drafts_changed.emit()
        self.watch.soon()
        self._describe()

    def _forget(self, entry_id: str) -> None:
        self._glossary.drafts.forget_form(entry_id)
        self.drafts_changed.emit()

    def _mend(self, fix: Entry) -> None:
        typed = self._typed()
        if typed is not None and self.watch.looked_at(typed.entry):
            self.form.fill({**fields_of(fix), "id": self.form.fields["id"]})
            self._edited()

    def _typed(self) -> Typed | None:
        """Return the entry as the fields say, None where they say none or nothing can be changed."""
        base = self._base
        if base is None or not self._writable():
            return None
        try:
            return Typed(entry_of(base, self.form.fields), base.id in self._glossary.drafts.forms)
        except DeskError:
            return None

    def _describe(self) -> None:
        """Say where the entry comes from and what can be done with it."""
        base = self._base
        typed = base is not None and base.id in self._glossary.drafts.forms
        override = base is not None and base.id in self._glossary.overrides
        ready = base is not None and self._glossary.ready and not self._is_unread
        alone = ready and not self._in_text  # what is typed into its file is not asked about here
        off = base is not None and self._glossary.state.is_off(base.id)
        own = base is not None and base.layer is not Layer.SHIPPED and bool(base.id)
        obliged = self._glossary.proposing.obliged
        self.save_button.setText(self.tr("Propose") if obliged else self.tr("Save"))
        self.save_button.setEnabled(ready and (typed or (self._in_text and not obliged)))
        self.revert_button.setEnabled(typed or (alone and override))
        self.revert_button.setText(self.tr("Drop the override") if override and not typed else self.tr("Discard"))
        self.off_button.setEnabled(alone and not obliged and base is not None and bool(base.id))
        self.off_button.setText(self.tr("Switch on") if off else self.tr("Switch off"))
        self.delete_button.setVisible(own and not override and not off)
        self.delete_button.setEnabled(alone and not obliged)
        self.layer.setEnabled(alone and not off and (base is None or base.layer is not Layer.PROJECT or not base.id))
        self.state.setText(" · ".join(self._facts(base, override=override, off=off)) if base is not None else "")

    def _facts(self, base: Entry, *, override: bool, off: bool) -> Sequence[str]:
        if not base.id:
            return (self.tr("new entry"), self.tr("without an id it gets one made of its English"))
        facts = [base.id, layer_name(base.layer)]
        if self.is_gone(base):
            facts.append(self.tr("deleted by somebody else; saving writes it again"))
        elif off:
            facts.append(self.tr("switched off"))
        elif self._is_unread:
            facts.append(self.tr("only read, as its YAML is typed; save or discard that first (Ctrl+Shift+Y)"))
        elif self._in_text:
            facts.append(self.tr("typed in its YAML too (Ctrl+Shift+Y); one save is for both"))
        elif override:
            facts.append(self.tr("stands over a farther layer"))
        elif base.layer is Layer.SHIPPED:
            facts.append(self.tr("saving makes an override"))
        return facts

    def _writable(self) -> bool:
        off = self._base is not None and self._glossary.state.is_off(self._base.id)
        return self._glossary.ready and not off and not self._is_unread

    def _layer(self) -> Layer | None:
        """Return the layer to write to, None where the entry stays where it is."""
        return Layer(self.layer.currentData()) if self.layer.isEnabled() else None

    def _in_force(self, entry_id: str) -> Entry | None:
        return self._context.project.checking.term_base.entry(entry_id)

    def _offers(self, kind: Kind) -> Sequence[tuple[str, str]]:
        entries = self._context.project.checking.term_base.of_kind(kind)
        return [(one.id, f"{one.zh[0]} {one.plain_en}") for one in entries]
