"""The files behind the entries as text: the third view, saved through the same door as the form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from translator_desk.app.glossary_edits import GlossaryEdits, SaveOutcome
from translator_desk.app.glossary_files import GlossaryFiles
from translator_desk.app.glossary_lint import Finding
from translator_desk.app.glossary_text import TermFileText, TextLook, read_text, with_entries
from translator_desk.errors import DeskError, InputError, RefusedError
from translator_desk.glossary.entry import Entry, Layer
from translator_desk.glossary.splice_merge import Side
from translator_desk.glossary.yaml_complete import Completion, completions
from translator_desk.model.ids import EntryId
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import label
from translator_desk.ui.glossary.conflicts import ConflictDialog
from translator_desk.ui.glossary.fields import entry_of
from translator_desk.ui.glossary.lint_strip import FIX_KEY
from translator_desk.ui.glossary.names import layer_name
from translator_desk.ui.glossary.yaml_editor import YamlEditor
from translator_desk.ui.theme import dye
from translator_desk.ui.translated import Translated
from translator_desk.wording import say

_WHOLE = 120_000
"""Characters up to which a file is shown whole; of a larger one, the lines around an entry."""
_ABOVE, _BELOW = 8_000, 24_000
_ITEM = re.compile(r"^ *- ", re.MULTILINE)
_ID_OF_LINE = re.compile(r"(?:^ *(?:- +)?|[{,] *)id: *[\"']?([^\"',}\s#]+)", re.MULTILINE)


class YamlPane(Translated, QWidget):
    """One file at a time; what is typed stays, whatever happens to the file, until it is saved or given up.

    Signals:
        changed(): What is typed and not saved is other than before.
    """

    changed = Signal()

    def __init__(self, context: DeskContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._glossary = context.glossary
        self._text: TermFileText | None = None
        self._asked: Path | None = None
        self._go_to: str | int = ""
        self._part = slice(0, 0)
        self._looked_at = ""
        self._put_together()
        self._wire()
        self.retranslate()

    @property
    def text(self) -> TermFileText | None:
        """What is shown and typed, None before a file was read."""
        return self._text

    def _put_together(self) -> None:
        self.files = QComboBox(self)
        self.files.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.state = label("", self, muted=True)
        self.banner = label("", self)
        self.editor = YamlEditor(self._context.themes, self._completions, self)
        self.hint = label("", self)
        self.fix_button = QPushButton(self)
        self.reason = QLineEdit(self)
        self.save_button = QPushButton(self)
        self.discard_button = QPushButton(self)
        hints = QHBoxLayout()
        hints.addWidget(self.hint, 1)
        hints.addWidget(self.fix_button)
        foot = QHBoxLayout()
        foot.addWidget(self.reason, 1)
        foot.addWidget(self.save_button)
        foot.addWidget(self.discard_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        for widget in (self.files, self.state, self.banner):
            column.addWidget(widget)
        column.addWidget(self.editor, 1)
        column.addLayout(hints)
        column.addLayout(foot)
        for quiet in (self.state, self.banner, self.hint, self.fix_button):
            quiet.hide()
        self.setFocusProxy(self.editor)

    def _wire(self) -> None:
        self.files.activated.connect(self._file_chosen)
        self.editor.paused.connect(self.keep_typed)
        self.editor.line_changed.connect(self._line_changed)
        self.editor.beyond.connect(self._stand_at)
        self.editor.cursorPositionChanged.connect(self._tell_here)
        self.save_button.clicked.connect(self.save)
        self.discard_button.clicked.connect(self.discard)
        self.fix_button.clicked.connect(self.fix)
        self._glossary.changed.connect(self._files_changed)
        self._glossary.effect.changed.connect(self._describe)
        self._context.themes.changed.connect(self._tell_here)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the entry the person looks at."""
        super().showEvent(event)
        self.show_entry(self._glossary.current)

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        self.files.setAccessibleName(self.tr("Term file"))
        self.editor.setAccessibleName(self.tr("Term file as text"))
        self.fix_button.setText(self.tr("Fix"))
        self.fix_button.setToolTip(FIX_KEY)
        self.reason.setPlaceholderText(self.tr("Reason, for the record of each entry that changes"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.save_button.setText(self.tr("Save"))
        self.save_button.setToolTip("Ctrl+S")
        self.discard_button.setText(self.tr("Discard"))
        self._list_files()
        self._describe()

    # What is shown

    def show_entry(self, entry_id: str) -> None:
        """Show the lines of an entry, in the file that says what is in force of it."""
        if not self.isVisible() or not self._context.is_open or not self._glossary.loaded:
            return
        entry = self._context.project.checking.term_base.entry(entry_id)
        found = entry or next((one for one in self._glossary.state.off if one.id == entry_id), None)
        if found is not None and found.origin.file:
            self.show_file(Path(found.origin.file), found.id)
        elif self._text is None and self._glossary.state.files:
            self.show_file(list(self._glossary.state.files)[-1])

    def show_file(self, path: Path, place: str | int = "") -> None:
        """Show a file at an entry, by its id, or at a line; what was typed in another one is kept."""
        self.keep_typed()
        self._go_to = place
        if path == self._asked:
            return  # it is being read, and is shown at the place
        draft = self._glossary.drafts.texts.get(path)
        shown = self._text is not None and self._text.path == path
        if self._typed_in_form(path) or (draft is None and not shown):
            self._ask_for(path)
            return
        self._asked = None
        if shown:
            self._stand_at(place)
        elif draft is not None:
            self._show(draft)

    def keep_typed(self) -> None:
        """Keep what is typed, and look it over."""
        if self._text is None:
            return
        whole = self._text.text
        text = self._text.typed(whole[: self._part.start] + self.editor.text() + whole[self._part.stop :])
        if text.text != self._text.text:
            self._part = slice(self._part.start, self._part.stop + len(text.text) - len(whole))
            self._text = text
            self._glossary.drafts.keep_text(text)
            self._look()
            self.changed.emit()
        self._describe()

    # What can be done

    def save(self) -> None:
        """Save the file, laid together with what others wrote into it meanwhile."""
        self._save(None)

    def discard(self) -> None:
        """Give up what was typed; the file is shown as it is."""
        if self._text is not None:
            text = self._text.given_up()
            self._glossary.drafts.forget_text(text.path)
            self._show(text)
            self._ask_again(text)
            self._glossary.effect.stop()
            self.changed.emit()

    def fix(self) -> None:
        """Mend what is wrong in the line of the caret, where that is certain."""
        self.keep_typed()
        finding = self.editor.finding_here()
        if finding is None or finding.fix is None or self._text is None or self.editor.isReadOnly():
            return
        if self._looked_at != self._text.text:
            return  # what is wrong now is being worked out
        try:
            mended = self._text.with_entry(finding.fix).text
            rest = len(self._text.text) - self._part.stop
            self.editor.replace_text(mended[self._part.start : len(mended) - rest])
        except (InputError, RefusedError) as error:
            self._complain(error)
            return
        self.keep_typed()

    def _save(self, resolved: Mapping[str, Side] | None) -> None:
        self.keep_typed()
        text = self._text
        if text is None or not text.changed or self.editor.isReadOnly():
            return
        why = self.reason.text().strip()
        named = say("change of {file}", "修改 {file}", file=text.path.name)
        written: list[bytes] = []

        def work(edits: GlossaryEdits) -> SaveOutcome:
            written[:] = [text.data]
            return edits.put_text(text.path, text.layer, text.base, written[0], why=why, resolved=resolved)

        self._glossary.edit(
            work,
            lambda outcome: self._saved(text, written[0], outcome),
            self._complain,
            label=named,
        )

    def _saved(self, text: TermFileText, written: bytes, outcome: SaveOutcome) -> None:
        if not outcome.saved:
            ConflictDialog(self._context, outcome.asked, self._save).open()
            return
        self.reason.clear()
        self._context.shell.whisper(self.tr("Saved in %1").replace("%1", text.path.name))
        self.keep_typed()
        now = self._glossary.drafts.texts.get(text.path, text).after_save(written)
        self._glossary.drafts.keep_text(now)
        self._glossary.effect.stop()
        self.changed.emit()
        if self._text is not None and self._text.path == text.path:
            self._text = now
            self._ask_again(now)
        self._describe()

    def read_again(self, path: Path) -> None:
        """Show a file as it is on disk now, where it is the one shown: all that was typed into it is saved."""
        if self._text is not None and self._text.path == path:
            self._ask_for(path)

    # How it comes to be shown

    def _ask_for(self, path: Path) -> None:
        self._asked = path
        entries, draft = self._typed_in_form(path), self._glossary.drafts.texts.get(path)

        def work(files: GlossaryFiles) -> tuple[TermFileText, tuple[Entry, ...]]:
            return with_entries(draft or read_text(files, path), entries)

        self._glossary.ask(work, self._arrived, self._broke)

    def _broke(self, error: BaseException) -> None:
        self._asked = None
        self._complain(error)

    def _arrived(self, found: tuple[TermFileText, tuple[Entry, ...]]) -> None:
        text, taken = found
        if text.path != self._asked:
            return
        self._asked = None
        self.keep_typed()
        drafts = self._glossary.drafts
        for entry in taken:
            drafts.forget_form(entry.id)
        if taken:
            drafts.keep_text(text)
        self._show(text)
        if taken:
            self.changed.emit()

    def _show(self, text: TermFileText) -> None:
        place, self._go_to = self._go_to, ""
        stays = self._text is not None and self._text.path == text.path and not place
        self._show_part(text, _place_of(text.text, self.editor.line if stays else place))
        self._text = text
        self.editor.mark(())
        self._complain(None)
        self._stand_at(place)
        self._list_files()
        self._describe()
        self._look()

    def _typed_in_form(self, path: Path) -> Sequence[Entry]:
        """Return the entries of a file as they are typed into the form and not saved."""
        found = []
        for draft in self._glossary.drafts.forms.values():
            base = draft.base
            if base.layer is Layer.SHIPPED or base.origin.file != str(path):
                continue
            # Only while nobody changed it since: what both changed is laid together when the form is saved.
            if self._said_before(path, base.id) == base:
                try:
                    found.append(entry_of(base, draft.fields))
                except DeskError:
                    continue
        return [one for one in found if one.zh and one.en]

    def _said_before(self, path: Path, entry_id: EntryId) -> Entry | None:
        """Return an entry as it is typed into the text of its file, else as it is in force; None while nobody can say."""
        text = self._glossary.drafts.texts.get(path)
        if text is None:
            return self._context.project.checking.term_base.entry(entry_id)
        look = self._glossary.looks.of(text)
        return look.entries.get(entry_id) if look is not None else None

    def _show_part(self, text: TermFileText, at: int) -> None:
        """Show a file, or of a large one the items around an offset."""
        whole = text.text
        start, stop = 0, len(whole)
        if len(whole) > _WHOLE:
            above = _ITEM.search(whole, max(at - _ABOVE, 0), at)
            below = _ITEM.search(whole, min(at + _BELOW, len(whole)))
            start = above.start() if above and at > _ABOVE else 0
            stop = below.start() if below else len(whole)
        self._part = slice(start, stop)
        self.editor.show_text(whole[start:stop], whole.count("\n", 0, start) + 1)

    def _stand_at(self, place: str | int) -> None:
        """Put the caret into a line, or into the first line of an entry, unless it is in the entry already."""
        self.keep_typed()
        text = self._text
        if text is None or not place or self._entry_here() == place:
            return
        at = _place_of(text.text, place)
        if not self._part.start <= at <= self._part.stop:
            self._show_part(text, at)
            self._describe()
            self._look()
        self.editor.go_to(text.text.count("\n", 0, at) + 1)

    def _entry_here(self) -> str:
        """Return the id of the entry the caret is in, "" above the first."""
        block = self.editor.textCursor().block()
        while block.isValid():
            found = list(_ID_OF_LINE.finditer(block.text()))
            if found:
                return found[-1][1]
            block = block.previous()
        return ""

    def _line_changed(self, _: int) -> None:
        entry_id = self._entry_here()
        if entry_id and self.editor.hasFocus():
            self._glossary.set_current(entry_id)

    def _file_chosen(self) -> None:
        self.show_file(Path(self.files.currentData()))

    def _files_changed(self) -> None:
        """Show what came from outside; what is typed stays, and saving lays both together."""
        self._list_files()
        text = self._text
        if text is None:
            self.show_entry(self._glossary.current)
        elif text.path not in self._glossary.drafts.texts and not self.editor.document().isModified():
            self._ask_again(text)
        self._describe()

    def _ask_again(self, shown: TermFileText) -> None:
        def arrived(text: TermFileText) -> None:
            if self._text is shown and self.editor.text() == shown.text[self._part]:
                if text.base != shown.base:
                    self._show(text)
                else:
                    self._look()

        self._glossary.ask(lambda files: read_text(files, shown.path), arrived, self._complain)

    def _list_files(self) -> None:
        paths = list(self._glossary.state.files.items())[::-1]
        shown = self._text.path if self._text is not None else None
        self.files.clear()
        for path, layer in paths:
            star = " *" if path in self._glossary.drafts.texts else ""
            self.files.addItem(f"{path.name} ({layer_name(layer)}){star}", str(path))
        self.files.setCurrentIndex(self.files.findData(str(shown)))
        self.files.setToolTip(str(shown or ""))

    # What is wrong

    def _look(self) -> None:
        text = self._text
        if text is not None:
            self._glossary.looks.ask(text, self._looked, self._complain)

    def _looked(self, look: TextLook) -> None:
        if self._text is None or not look.is_of(self._text):
            return
        self._looked_at = look.text.text
        self.editor.mark(look.findings)
        first = look.findings[0] if look.file is None and look.findings else None
        self._complain(self._sentence(first) if first is not None else None)
        self._tell_here()
        self.changed.emit()
        if look.text.changed and look.term_base is not None and self.isVisible():
            self._glossary.effect.ask(look.term_base)

    def _sentence(self, finding: Finding) -> DeskError:
        """Return what keeps the text from being read, with its line."""
        lines = self._text.text.split("\n") if self._text is not None else []
        line = lines[finding.line - 1].strip() if 0 < finding.line <= len(lines) else ""
        message = finding.message
        if line:
            message = say("{message}. The line: {line}", "{message}。该行内容：{line}", message=message, line=line)
        return InputError(Path(finding.file).name, message, line=finding.line or None, column=finding.column or None)

    def _complain(self, error: BaseException | None) -> None:
        if error is not None and not isinstance(error, DeskError):
            raise error
        said = error.render(self._context.language.code) if error is not None else ""
        if said and said != self.banner.text():
            self._context.announce(said)
        self.banner.setText(said)
        self.banner.setVisible(bool(said))
        dye(self.banner, letters=self._context.themes.current.colour("error"))

    def _tell_here(self) -> None:
        """Say what is wrong in the line of the caret."""
        finding = self.editor.finding_here()
        self.hint.setText(self._context.render(finding.message) if finding is not None else "")
        self.hint.setVisible(finding is not None)
        if finding is not None:
            dye(self.hint, letters=self._context.themes.current.colour(finding.level.value))
        self.fix_button.setVisible(finding is not None and finding.fix is not None and not self.editor.isReadOnly())

    def _describe(self) -> None:
        text = self._text
        writable = text is not None and self._glossary.may_write and text.layer is not Layer.SHIPPED
        self.editor.setReadOnly(not writable)
        typed = text is not None and text.changed
        for widget in (self.save_button, self.discard_button):
            widget.setEnabled(writable and typed)
        said = ""
        if text is not None and text.layer is Layer.SHIPPED:
            said = self.tr("A shipped file is only read: change its entries in the form, or in a file of your own.")
        elif text is not None and not writable:
            said = self.tr("Only read here: changes are proposed in the form.")
        elif typed:
            said = self.tr("Not saved. Whatever happens to the file meanwhile, saving lays both together.")
            impact = self._glossary.effect.impact
            if impact is not None:
                said = f"{said} {self._context.render(impact.message)}"
        if text is not None and self._part.stop - self._part.start < len(text.text):
            first = self.editor.first_line
            lines = self.tr("Lines %1 to %2 of a large file; the table leads to the others.")
            lines = lines.replace("%1", str(first)).replace("%2", str(first + self.editor.blockCount() - 1))
            said = f"{said} {lines}".strip()
        self.state.setText(said)
        self.state.setVisible(bool(said))

    def _completions(self, text: str, at: int) -> tuple[Completion, ...]:
        return completions(text, at, self._context.project.checking.term_base)


def _place_of(text: str, place: str | int) -> int:
    """Return the offset of a line, from 1, or of the line that begins an entry; 0 where there is none."""
    if isinstance(place, int):
        lines = (one.end() for one in re.finditer("\n", text))
        return next((at for number, at in enumerate(lines, 2) if number == place), 0)
    at = text.find(place) if place else -1
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        if any(one[1] == place for one in _ID_OF_LINE.finditer(text, start, end if end >= 0 else len(text))):
            return start
        at = text.find(place, at + 1)
    return 0
