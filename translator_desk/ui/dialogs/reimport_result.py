"""What reading a file anew did to a document's segments; Enter goes to one of them."""

from __future__ import annotations

from translator_desk.app.reimport import Reimport
from translator_desk.model.ids import SegmentId
from translator_desk.review.diff import DiffKind, word_diff
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, label
from translator_desk.ui.panels.cards import Card, CardView, Line, Run, plain


class ReimportResult(DeskDialog):
    """Stays beside the work: segments in conflict first, then changed and new ones."""

    def __init__(self, context: DeskContext, result: Reimport) -> None:
        super().__init__(context, answers=False)
        self.entitle(self.tr("What the file changed"))
        self.column.addWidget(label(self._summary(result), self))
        self._list = CardView(context.themes, self)
        self._list.setAccessibleName(self.tr("Segments that the file changed"))
        self._list.chosen.connect(self._go)
        self._list.show_cards(
            [
                card
                for keys, name in (
                    (result.conflicts, self.tr("changed in the file and by you; your words stand")),
                    (result.changed, self.tr("worded anew in the file")),
                    (result.added, self.tr("new in the file")),
                )
                for key in keys
                if (card := self._card(key, name)) is not None
            ]
        )
        self.column.addWidget(self._list, 1)
        self.column.addWidget(
            label(self.tr("Enter goes to a segment. Ctrl+Z takes the reading back."), self, muted=True)
        )
        self.resize(640, 420)
        context.project_changed.connect(self.close)

    def _card(self, key: SegmentId, name: str) -> Card | None:
        state = self.context.session.state
        segment = state.segments.get(key)
        if segment is None:
            return None
        lines = [
            Line((Run(f"{state.position(key) + 1}   ", "muted"), Run(name, bold=True)), small=True),
            Line((Run(segment.target),)),
        ]
        if segment.edited and segment.imported_target:
            runs = [
                Run(
                    run.text,
                    "text" if run.kind is DiffKind.SAME else "inserted",
                    underlined=run.kind is not DiffKind.SAME,
                )
                for run in word_diff(segment.target, segment.imported_target)
                if run.kind is not DiffKind.REMOVED
            ]
            lines += [plain(self.tr("In the file:")), Line(tuple(runs), small=True)]
        return Card(key, tuple(lines))

    def _go(self, key: object) -> None:
        if isinstance(key, int) and key in self.context.session.state.segments:
            self.context.focus.go_to(SegmentId(key))

    def _summary(self, result: Reimport) -> str:
        """Return the figures in one line."""
        number = self.context.language.number
        parts = (
            (self.tr("kept: %1"), result.kept),
            (self.tr("worded anew: %1"), result.changed),
            (self.tr("in conflict: %1"), result.conflicts),
            (self.tr("new: %1"), result.added),
            (self.tr("gone: %1"), result.removed),
        )
        return " · ".join(text.replace("%1", number(len(keys))) for text, keys in parts if keys)
