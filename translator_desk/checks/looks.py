"""How checks look at segments: each check at all of some hundred before the next, so that what it reads stays at hand."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence

from translator_desk.checks.base import CheckContext, Facts, Observation, target_words
from translator_desk.checks.groups import Groups
from translator_desk.checks.plan import Door, Lane, Plan
from translator_desk.checks.verdicts import Shown
from translator_desk.glossary.entry import Kind
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.segment import Segment
from translator_desk.text.scripts import simplify

Failed = Callable[[CheckId], None]
"""Told, while the exception is at hand, that a check broke."""

_NO_KINDS: frozenset[Kind] = frozenset()


class Checked:
    """What a run remembers of one segment; the last two are made when somebody asks.

    Attributes:
        segment: As it was checked.
        plan: By which it was checked.
        found: What the segment checks found.
        shown: The issues, open and waived.
        about: The words the issues are about, in small letters, and the entries they name.
    """

    __slots__ = ("about", "found", "plan", "segment", "shown")

    def __init__(self, segment: Segment, plan: Plan, found: list[Issue]) -> None:
        self.segment = segment
        self.plan = plan
        self.found = found
        self.shown: Shown | None = None
        self.about: tuple[frozenset[str], frozenset[str]] | None = None


class Look:
    """One look at a segment.

    Attributes:
        facts: What is known of it.
        plan: By which it is checked.
        before: What was remembered of it, or None.
        changed: Kinds of the entries that changed since.
        found: What the segment checks find.
    """

    __slots__ = ("before", "changed", "facts", "found", "plan")

    def __init__(self, facts: Facts, plan: Plan, before: Checked | None, changed: frozenset[Kind]) -> None:
        self.facts = facts
        self.plan = plan
        self.before = before
        self.changed = changed
        self.found: list[Issue] = []


def look_at(
    segment: Segment,
    plan: Plan,
    context: CheckContext,
    before: Checked | None = None,
    changed: frozenset[Kind] = _NO_KINDS,
) -> tuple[Look, Lane]:
    """Return a look at a segment, in which nothing is found yet, and the checks that are to take it."""
    source = segment.source
    facts = Facts(segment, plan.document, context, simplify(source) if source else source)
    lane = plan.lane(bool(source) and not source.isspace(), max(len(source), len(segment.target)))
    return Look(facts, plan, before, changed), lane


def failure() -> str:
    """Return the traceback of the exception at hand, for ``Failed``."""
    return traceback.format_exc()


class Watch:
    """Some looks that the checks of one lane take, each check all of them before the next takes any."""

    __slots__ = ("_lane", "_looks", "_showing")

    def __init__(self, lane: Lane, looks: Sequence[Look]) -> None:
        """Look for the signs of all checks."""
        self._lane = lane
        self._looks = looks
        every = [look.facts for look in looks]
        shown = lane.lookout.showing(
            (facts.of(target_words) for facts in every),
            [facts.target for facts in every],
            [facts.source for facts in every],
        )
        self._showing = [[looks[number] for number in numbers] for numbers in shown]

    def find(self, failed: Failed) -> None:
        """Let the segment checks look; what they find is added to each look."""
        for door, checks in self._lane.finds:
            let_in = self._let_in(door, [check for check, _ in checks], failed)
            for check, finds in checks:
                for look in let_in:
                    try:
                        look.found += finds(look.facts)
                    except Exception:
                        failed(check)

    def observe(self, failed: Failed) -> None:
        """Note what the group checks see; groups that looked at entries of a kind changed wait in any case."""
        again = [look for look in self._looks if look.before is not None]
        for door, check, seen_in, groups in self._lane.observes:
            let_in = self._let_in(door, (check,), failed)
            if again and let_in is not self._looks:
                for look in set(again).difference(let_in):
                    groups.forget(look.facts.segment.id)
            judged_by = groups.check.judged_by
            for look in let_in:
                facts = look.facts
                try:
                    seen = tuple(seen_in(facts))
                except Exception:
                    failed(check)
                    seen = ()
                if seen or look.before is not None:
                    groups.observe(facts.segment.id, seen, judge_again=not look.changed.isdisjoint(judged_by))

    def seen(self, failed: Failed) -> Iterator[tuple[Groups, tuple[Observation, ...]]]:
        """Yield what each group check sees in each look; nothing is noted."""
        for door, check, seen_in, groups in self._lane.observes:
            for look in self._let_in(door, (check,), failed):
                try:
                    yield groups, tuple(seen_in(look.facts))
                except Exception:
                    failed(check)

    def _let_in(self, door: Door, checks: Iterable[CheckId], failed: Failed) -> Sequence[Look]:
        """Return the looks in which a sign is shown and the gate is open, in order; where the gate breaks, its checks do."""
        signs, gate = door
        showing = self._looks if signs is None else self._showing[signs]
        if gate is None:
            return showing
        let_in: list[Look] = []
        for look in showing:
            try:
                if look.facts.of(gate):
                    let_in.append(look)
            except Exception:
                for check in checks:
                    failed(check)
        return let_in
