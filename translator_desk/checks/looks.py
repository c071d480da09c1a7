"""How checks look at segments: each check at all of some hundred before the next, so that what it reads stays at hand."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence

from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.plan import Lane, Plan
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


def find(lane: Lane, looks: Sequence[Look], failed: Failed) -> None:
    """Let the segment checks of a lane look; what they find is added to each look."""
    for gate, checks in lane.finds:
        for check, finds in checks:
            for look in looks:
                try:
                    if gate is None or look.facts.of(gate):
                        look.found += finds(look.facts)
                except Exception:
                    failed(check)


def observe(lane: Lane, looks: Sequence[Look], failed: Failed) -> None:
    """Note what the group checks of a lane see; groups that looked at entries of a kind changed wait in any case."""
    for gate, check, seen_in, groups in lane.observes:
        judged_by = groups.check.judged_by
        for look in looks:
            facts = look.facts
            key = facts.segment.id
            try:
                if gate is None or facts.of(gate):
                    groups.observe(key, seen_in(facts), judge_again=not look.changed.isdisjoint(judged_by))
                else:
                    groups.forget(key)
            except Exception:
                failed(check)
                groups.forget(key)
