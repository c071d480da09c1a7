"""Which groups are judged: not those too small to hold an issue, nor those too large to be gone through again."""

from __future__ import annotations

import pytest

from translator_desk.checks.base import CheckContext, GroupCheck, Observation
from translator_desk.checks.groups import Groups
from translator_desk.glossary.entry import Kind
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import CheckId, DocumentId, SegmentId
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.span import Span
from translator_desk.wording import say

CONTEXT = CheckContext(TermBase.empty())


class Second(GroupCheck):
    """Tells of all places of a group but the first."""

    id = CheckId("second")
    level = Level.INFO
    mqm = Mqm.DUPLICATION
    smallest_group = 2
    largest_group = 3

    def observe(self, facts):
        return ()

    def judge(self, observations, context):
        for one in observations[1:]:
            yield self.issue(one, one.span, say("again", "又一次"))


def seen(segment, *, key="k", start=0):
    return Observation(key, SegmentId(segment), DocumentId("d"), Span(start, start + 1), "x")


def settled(groups):
    order = {SegmentId(number): (0, 9 - number) for number in range(9)}
    while groups.dirty:
        waiting = groups.next_waiting(order)
        groups.keep(waiting, groups.judgement(waiting.observations, CONTEXT))
    return {segment: len(issues) for segment, by_key in groups.issues.items() for issues in by_key.values()}


@pytest.mark.parametrize(("several", "told"), [(1, {}), (2, {0: 1}), (3, {0: 1, 1: 1}), (4, {})])
def test_a_group_is_judged_by_its_size_in_reading_order(several, told):
    groups = Groups(Second())
    for number in range(several):
        groups.observe(SegmentId(number), [seen(number)], judge_again=False)
    assert settled(groups) == told
    order = {SegmentId(number): (0, 9 - number) for number in range(9)}
    assert len(groups.try_out(SegmentId(8), [seen(8)], order, CONTEXT)) == 0
    would = groups.if_seen({SegmentId(8): (seen(8),)}, frozenset(Kind), order, CONTEXT)
    assert (SegmentId(0) in would) == (several in (1, 2, 3))
    assert settled(groups) == told


def test_a_group_that_grew_too_large_loses_its_issues_and_has_them_again_when_it_shrinks():
    groups = Groups(Second())
    for number in range(3):
        groups.observe(SegmentId(number), [seen(number)], judge_again=False)
    assert settled(groups) == {0: 1, 1: 1}
    groups.observe(SegmentId(3), [seen(3)], judge_again=False)
    assert settled(groups) == {}
    groups.forget(SegmentId(3))
    assert settled(groups) == {0: 1, 1: 1}


def test_one_segment_may_hold_several_places_of_a_group():
    groups = Groups(Second())
    groups.observe(SegmentId(0), [seen(0, start=at) for at in range(5)], judge_again=False)
    assert settled(groups) == {0: 4}
