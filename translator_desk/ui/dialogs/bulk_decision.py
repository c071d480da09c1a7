"""What a bulk decision would do, before it is made: how many, a sample, and what it leaves alone."""

from __future__ import annotations

from collections import Counter

from translator_desk.app.review_queue import Bulk, Change
from translator_desk.model.redline import Outcome
from translator_desk.ui.context import DeskContext
from translator_desk.ui.dialogs.base import DeskDialog, label
from translator_desk.ui.panels.cards import Card, CardView, Line, Run, plain
from translator_desk.ui.panels.changes import hunk_runs


class BulkDecision(DeskDialog):
    """Shows the sample; OK decides all of them as one step to undo."""

    def __init__(self, context: DeskContext, bulk: Bulk) -> None:
        super().__init__(context)
        self._bulk = bulk
        accept = bulk.outcome is Outcome.ACCEPT
        self.entitle(
            self.tr("Accept changes") if accept else self.tr("Reject changes"),
            self.tr("Accept") if accept else self.tr("Reject"),
        )
        count = len(bulk.chosen)
        if accept:
            said = self.tr("%n change(s) will be accepted. Ctrl+Z takes all of it back.", "", count)
        else:
            said = self.tr("%n change(s) will be rejected. Ctrl+Z takes all of it back.", "", count)
        self.column.addWidget(label(said, self))
        if len(bulk.sample) < count:
            self.column.addWidget(label(self.tr("A sample of them:"), self, muted=True))
        shown = CardView(context.themes, self)
        shown.setAccessibleName(self.tr("Changes"))
        shown.setMinimumHeight(220)
        shown.show_cards([self._card(at, one) for at, one in enumerate(bulk.sample)])
        self.column.addWidget(shown, 1)
        left = Counter(context.render(reason) for _, reason in bulk.skipped)
        for reason, times in left.most_common():
            words = self.tr("%n left alone: %1", "", times).replace("%1", reason)
            self.column.addWidget(label(words, self, muted=True))
        self.resize(620, 460)

    def accept(self) -> None:
        """Decide them."""
        if not self._bulk.chosen:
            self.complain(self.tr("There is nothing to decide: every change is left alone."))
            return
        super().accept()
        if self.context.execute(self._bulk.command()) is not None:
            self.context.shell.whisper(self.tr("%n change(s) decided.", "", len(self._bulk.chosen)))

    def _card(self, at: int, change: Change) -> Card:
        state = self.context.session.state
        runs = hunk_runs(change.hunk) if change.hunk is not None else (Run("–"),)
        title = state.documents[change.document].title
        where = f"{', '.join(sorted(change.authors))} · {title} · {state.position(change.segment) + 1}"
        return Card(at, (Line(runs), plain(where)))
