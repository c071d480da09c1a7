"""What the change being typed into the glossary would do: every flag that would come or go."""

from __future__ import annotations

from translator_desk.checks.registry import check_by_id
from translator_desk.model.issue import FixPart, Issue
from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.panels.base import Area, PanelContext, PanelSpec
from translator_desk.ui.panels.cards import Badge, Card, Line, Run, plain
from translator_desk.ui.panels.listing import Listing

_MOST = 1000
"""Cards; beyond, the sentence on top says how many more there are."""


class ImpactPanel(Listing):
    """The flags that would appear, then those that would vanish; nothing of it is in force yet."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self._effect = context.glossary.effect
        self._issues: tuple[Issue, ...] = ()
        self.stop_button = self.button()
        self.stop_button.clicked.connect(lambda: self._effect.stop())
        self.add_buttons(self.stop_button)
        self._effect.changed.connect(self.renew_if_seen)
        self.retranslate()

    def retranslate(self) -> None:
        """Take all words anew in the language in force."""
        self.list.setAccessibleName(self.tr("Flags that would come or go"))
        self.stop_button.setText(self.tr("Stop"))

    def renew(self) -> None:
        """Show the answer, or that it is being worked out; the last one stays until then."""
        impact, working = self._effect.impact, self._effect.working
        self.stop_button.setVisible(working)
        if working:
            if impact is None or impact.whole:  # of the question before
                self.tell(self.tr("Working out what the change would do…"))
            else:
                self.tell(self.context.render(impact.message))
            return
        if impact is None:
            self._issues = ()
            self.tell("")
            self.put([], self.tr("Change an entry: what saving it would do is listed here, flag by flag, beforehand."))
            return
        both = [*((one, True) for one in impact.appears), *((one, False) for one in impact.vanishes)]
        self._issues = tuple(one for one, _ in both)
        said = self.context.render(impact.message)
        if len(both) > _MOST:
            said = f"{said} · " + self.tr("%n more not listed", "", len(both) - _MOST)
        self.tell(said)
        cards = [self._card(number, one, comes) for number, (one, comes) in enumerate(both[:_MOST])]
        self.put(cards, self.tr("No flag would come or go."))

    def choose(self, key: object) -> None:
        """Go to the words of a flag."""
        if isinstance(key, int) and key < len(self._issues):
            issue = self._issues[key]
            if issue.segment in self.context.session.state.segments:
                self.context.focus.go_to(issue.segment, issue.target if issue.part is FixPart.TARGET else None)

    def _card(self, number: int, issue: Issue, comes: bool) -> Card:
        level = issue.level.value
        what = self.tr("would appear") if comes else self.tr("would vanish")
        title = self.context.language.render(check_by_id(issue.check).title)
        sign = ("+ ", "inserted") if comes else ("− ", "deleted")
        runs = (Run(f"{sign[0]}{what}", sign[1], bold=True), Run(f"  {title}", "muted"))
        span = issue.target if issue.part is FixPart.TARGET else None
        said = plain(self.context.render(issue.message), "text")
        return self.place(number, Line(runs, (Badge(f"level-{level}", level),)), issue.segment, span, said)


PANEL = PanelSpec(
    id="impact",
    title=QT_TRANSLATE_NOOP("Panels", "Effect"),
    area=Area.RIGHT,
    build=ImpactPanel,
    order=51,
    shown=False,
)
