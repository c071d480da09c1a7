"""The checks that could not run, each with the reason and the documents."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from translator_desk.checks.registry import check_by_id
from translator_desk.model.ids import CheckId
from translator_desk.ui.panels.base import PanelContext
from translator_desk.ui.panels.cards import Card, CardView, Line, Run, plain


class NotRunList(CardView):
    """One card a check and reason."""

    def __init__(self, context: PanelContext, parent: QWidget) -> None:
        super().__init__(context.themes, parent)
        self._context = context

    def refresh(self) -> int:
        """List them anew; return how many checks did not run."""
        checking = self._context.project.checking
        state = self._context.session.state
        places: dict[tuple[str, str], list[str]] = {}
        for key in state.document_order:
            try:
                not_run = checking.not_run(key)
            except KeyError:  # nothing of it has been checked yet
                continue
            for one in not_run:
                place = self._name(one.check), self._context.render(one.reason)
                places.setdefault(place, []).append(state.documents[key].title)
        cards = []
        for (name, reason), titles in sorted(places.items()):
            every = len(titles) == len(state.document_order) > 1
            where = self.tr("in all documents") if every else " · ".join(titles)
            cards.append(Card((name, reason), (Line((Run(name, bold=True), Run(f"  {reason}"))), plain(where))))
        self.show_cards(cards)
        return len({name for name, _ in places})

    def _name(self, check: CheckId) -> str:
        return self._context.language.render(check_by_id(check).title)
