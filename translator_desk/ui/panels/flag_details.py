"""All there is to say about one flag: why, what to write instead, where else."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from translator_desk.checks.registry import check_by_id
from translator_desk.model.issue import Issue
from translator_desk.ui.commands.flag import apply_fix
from translator_desk.ui.fix_words import offer
from translator_desk.ui.panels.base import PanelContext
from translator_desk.ui.panels.cards import Badge, Card, CardView, Line, Run, plain

_MOST_PLACES = 50


class FlagDetails(CardView):
    """One card for the flag, one a fix, one a place that bears on it; Enter writes the fix or goes to the place."""

    def __init__(self, context: PanelContext, parent: QWidget) -> None:
        super().__init__(context.themes, parent)
        self._context = context
        self._issue: Issue | None = None
        self.chosen.connect(self._choose)

    def show_issue(self, issue: Issue | None) -> None:
        """Show a flag; nothing where None."""
        if issue is not None and issue == self._issue:
            return
        self._issue = issue
        if issue is None:
            self.show_cards(())
            return
        render = self._context.render
        head = Line((Run(render(issue.message), bold=True),), (Badge(f"level-{issue.level.value}", issue.level.value),))
        why = [plain(render(one), "text") for one in issue.evidence]
        cards = [Card(("flag", 0), (head, *why))]
        for number, fix in enumerate(issue.fixes[:9] if self._context.writable else ()):
            cards.append(Card(("fix", number), (Line((Run(offer(fix.replacement), "accent"),)),)))
        cards += [self._place_card(issue, number) for number in range(min(len(issue.related), _MOST_PLACES))]
        cards.append(self._check_card(issue))
        self.show_cards(cards)
        self.scrollToTop()

    def _check_card(self, issue: Issue) -> Card:
        """Say what the check looks for, and where it stays silent."""
        try:
            check = check_by_id(issue.check)
        except KeyError:
            return Card(("check", 0), (plain(issue.check),))
        render = self._context.language.render
        head = Line((Run(render(check.title), "muted", bold=True), Run(f"  {issue.mqm.value}", "muted")), small=True)
        return Card(("check", 0), (head, plain(render(check.explanation))))

    def _place_card(self, issue: Issue, number: int) -> Card:
        place = issue.related[number]
        state = self._context.session.state
        document = state.documents.get(place.document)
        segment = state.segments.get(place.segment)
        at = f" · {state.position(place.segment) + 1}" if segment is not None else ""
        where = plain((document.title if document is not None else place.document) + at)
        if segment is None:
            return Card(("place", number), (Line((Run(place.text),)), where))
        words = place.span.of(segment.target)
        before, after = segment.target[: place.span.start][-60:], segment.target[place.span.end :][:60]
        return Card(
            ("place", number), (Line((Run(before, "muted"), Run(words, bold=True), Run(after, "muted"))), where)
        )

    def _choose(self, key: object) -> None:
        issue = self._issue
        if issue is None or not isinstance(key, tuple):
            return
        kind, number = key
        if kind == "fix":
            if issue in self._context.project.checking.issues(issue.segment):
                apply_fix(self._context, issue, issue.fixes[number])
        elif kind == "place":
            place = issue.related[number]
            self._context.focus.go_to(place.segment, place.span)
        elif kind == "flag":
            self._context.focus.go_to(issue.segment, issue.target)
            self._context.focus.set_issue(issue)
