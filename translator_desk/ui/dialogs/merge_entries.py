"""Two entries that name the same thing made one: chosen, previewed with the effect, one undo."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QPushButton

from translator_desk.app.glossary_edits import SaveOutcome
from translator_desk.glossary.entry import Entry, Layer
from translator_desk.glossary.merge import join_entries
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, label
from translator_desk.ui.glossary.entry_lines import difference_lines
from translator_desk.ui.panels.cards import Card, CardView, Line, Run
from translator_desk.wording import say


class MergeEntries(DeskDialog):
    """Asks which entry stays and which goes into it; what the first one says counts, the other's forms are accepted."""

    def __init__(self, context: DeskContext, kept: Entry, other: Entry | None) -> None:
        super().__init__(context)
        self.entitle(self.tr("Make one entry of two"), self.tr("Merge"))
        self._entries = context.glossary.term_base.entries
        self.kept, self.other = self._chooser(kept), self._chooser(other)
        swap = QPushButton(self.tr("&Swap"), self)
        swap.setAutoDefault(False)
        swap.clicked.connect(self.swap)
        form = self.form()
        self.row(form, self.tr("&Keep"), self.kept)
        self.row(form, self.tr("&Goes into it"), self.other)
        form.addRow("", swap)
        self.preview = CardView(context.themes, self)
        self.preview.setAccessibleName(self.tr("The merged entry"))
        self.preview.setMinimumHeight(170)
        self.preview.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.addWidget(self.preview, 1)
        self.consequences = label("", self, muted=True)
        self.column.addWidget(self.consequences)
        self.resize(620, 430)
        for box in (self.kept, self.other):
            box.currentIndexChanged.connect(self._show)
        context.glossary.effect.changed.connect(self._tell)
        self._show()
        (self.other if other is None else self.kept).setFocus()

    def accept(self) -> None:
        """Merge them; the dialog stays open where that is refused."""
        pair = self._pair()
        if pair is None:
            self.complain(self.tr("Choose two different entries."))
            return
        kept, other = pair
        named = say("merging “{other}” into “{kept}”", "将“{other}”并入“{kept}”", other=other.id, kept=kept.id)
        why = f"merged with {other.id}"
        saved = self.while_open(partial(self._saved, kept, other))
        self.context.glossary.edit(lambda edits: edits.join(kept, other, why=why), saved, self.refuse, label=named)

    def done(self, result: int) -> None:
        """Close; the effect is asked no more."""
        self.context.glossary.effect.stop()
        super().done(result)

    def swap(self) -> None:
        """Keep the other one."""
        kept, other = self.kept.currentIndex(), self.other.currentIndex()
        self.kept.setCurrentIndex(other)
        self.other.setCurrentIndex(kept)

    def _saved(self, kept: Entry, other: Entry, outcome: SaveOutcome) -> None:
        if not outcome.saved:
            self.complain(self.tr("Somebody else changed one of them meanwhile; look at them again."))
            return
        super().accept()
        self.context.glossary.show_entry(kept.id)
        said = self.tr("%1 is part of %2 now. Ctrl+Z takes it back.")
        self.context.shell.whisper(said.replace("%1", other.id).replace("%2", kept.id))

    def _chooser(self, entry: Entry | None) -> QComboBox:
        box = QComboBox(self)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.addItems([f"{'、'.join(one.zh)} – {one.plain_en}  ({one.id})" for one in self._entries])
        completer = QCompleter(box.model(), box)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        box.setCompleter(completer)
        box.setCurrentIndex(self._entries.index(entry) if entry is not None else -1)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        line = box.lineEdit()
        if line is not None:
            line.setCursorPosition(0)
        return box

    def _pair(self) -> tuple[Entry, Entry] | None:
        at, other = self.kept.currentIndex(), self.other.currentIndex()
        if at < 0 or other < 0 or at == other:
            return None
        return self._entries[at], self._entries[other]

    def _show(self) -> None:
        """Show the merged entry, and ask what merging would do."""
        pair = self._pair()
        effect = self.context.glossary.effect
        if pair is None:
            self.preview.show_cards(())
            self.consequences.setText("")
            effect.stop()
            return
        kept, other = pair
        merged = join_entries(kept, other)
        head = Line((Run(f"{'、'.join(merged.zh)} – {merged.en}", bold=True),))
        same = Line((Run(self.tr("The entry that stays says all of it already."), "muted"),))
        self.preview.show_cards([Card(0, (head, *(difference_lines(kept, merged) or [same])))])
        effect.ask(self.context.glossary.term_base.without_entry(other.id).with_entry(merged))

    def _tell(self) -> None:
        pair = self._pair()
        if pair is None:
            return
        impact = self.context.glossary.effect.impact
        said = [self.context.render(impact.message)] if impact is not None else []
        naming = [one.layer for one in self._entries if any(pair[1].id in (row.post, row.place) for row in one.offices)]
        shipped = naming.count(Layer.SHIPPED)
        if len(naming) > shipped:
            said.append(self.tr("%n reference(s) follow", "", len(naming) - shipped))
        if shipped:
            said.append(self.tr("%n shipped entry(ies) name it and cannot follow: keep that one", "", shipped))
        self.consequences.setText(" · ".join(said))
