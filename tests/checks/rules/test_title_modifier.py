"""Words before offices: beside the person, where the office stands once, and where nothing can be told."""

from __future__ import annotations

import pytest

from tests.checks.builders import document, segment
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.registry import check_by_id
from translator_desk.glossary.term_base import TermBase


def found(source, target):
    facts = Facts(segment(1, target, source), document(), CheckContext(TermBase.empty()), source)
    return [(one.level.value, one.expected[0]) for one in check_by_id("title-modifier").find(facts)]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("代市长王伟讲话。", "Mayor Wang Wei spoke.", [("error", "Acting Mayor")]),
        ("副市长王伟讲话。", "Mayor Wang Wei spoke.", [("error", "Vice Mayor")]),
        ("市长王伟讲话。", "Acting Mayor Wang Wei spoke.", [("error", "Mayor")]),
        ("名誉会长到会。", "The president came.", [("warning", "honorary president")]),
        ("第一书记驻村。", "The secretary lives there.", [("warning", "first secretary")]),
    ],
)
def test_another_rank_is_found(source, target, expected):
    assert found(source, target) == expected


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("副市长王伟讲话。", "Deputy Mayor Wang Wei spoke."),
        ("现代主任很忙。", "The director is busy."),
        ("日前市长王伟讲话。", "Mayor Wang Wei spoke."),
        ("副市长王伟讲话。", "Wang Wei spoke."),
        ("原来市长很忙。", "The mayor is busy."),
    ],
)
def test_the_same_rank_and_other_words_pass(source, target):
    assert found(source, target) == []
