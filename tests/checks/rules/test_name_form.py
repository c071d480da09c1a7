"""Forms of a name: whatever joint, order or capital is wrong is found and mended, the right form never."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.builders import document, segment, terms
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.registry import check_by_id
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.severity import Level

NAMES = {"邓群策": ("Deng", "Qun", "ce"), "欧阳志文": ("Ouyang", "Zhi", "wen"), "廖炎秋": ("Liao", "Yan", "qiu")}
BASE = terms(
    "\n".join(
        f"- {{id: p{n}, kind: person, zh: [{zh}], en: {a} {b}{c}}}" for n, (zh, (a, b, c)) in enumerate(NAMES.items())
    )
    + "\n"
)
WRONG = {
    "reversed": "{b}{c} {a}",
    "joined": "{a}{blow}{c}",
    "parted": "{a} {b} {cup}",
    "hyphen": "{a} {b}-{c}",
    "small": "{a} {blow}{c}",
}


def found(source, target, base):
    facts = Facts(segment(1, target, source), document(has_source=bool(source)), CheckContext(base), source)
    return list(check_by_id("name-form").find(facts))


@pytest.mark.parametrize("kind", WRONG)
@pytest.mark.parametrize("zh", NAMES)
@pytest.mark.parametrize("with_source", [True, False])
def test_a_wrong_form_is_mended(kind, zh, with_source):
    a, b, c = NAMES[zh]
    wrong = WRONG[kind].format(a=a, b=b, c=c, blow=b.lower(), cup=c.capitalize())
    target = f"Mayor {wrong} spoke."
    source = f"市长{zh}讲话。" if with_source else ""
    issues = found(source, target, TermBase.empty() if with_source else BASE)
    assert [(one.target.of(target), one.expected) for one in issues] == [(wrong, (f"{a} {b}{c}",))]
    assert issues[0].level is Level.WARNING


@pytest.mark.parametrize("kind", ["reversed", "parted"])
@pytest.mark.parametrize("zh", sorted(set(NAMES) - {"欧阳志文"}))
def test_a_name_in_pieces_or_turned_about_is_found_wherever_the_chinese_says_it(kind, zh):
    a, b, c = NAMES[zh]
    wrong = WRONG[kind].format(a=a, b=b, c=c, cup=c.capitalize())
    target = f"It was chaired by {wrong}."
    (issue,) = found(f"会议由{zh}主持。", target, TermBase.empty())
    assert (issue.target.of(target), issue.expected, issue.level) == (wrong, (f"{a} {b}{c}",), Level.WARNING)
    assert found("会议由他主持。", target, TermBase.empty()) == []
    assert found(f"台湾的{zh}主持会议。", target, TermBase.empty()) == []


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(NAMES)), st.sampled_from(["{}’s speech", "Mayor {} spoke.", "{}, Mayor, and others"]))
def test_the_right_form_is_silent(zh, frame):
    a, b, c = NAMES[zh]
    target = frame.format(f"{a} {b}{c}")
    for base in (BASE, TermBase.empty()):
        assert found(f"市长{zh}讲话。", target, base) == []
        assert found("", target, base) == []


def test_a_list_of_places_is_no_list_of_persons():
    source, target = "江西、安徽、江苏等省已建成。", "Jiangxi, Anhui and Jiangsu have built it."
    assert found(source, target, TermBase.empty()) == []
    source, target = "合水、开州、巫溪等区县出现暴雨。", "Heavy rain fell in Heshui, Kaizhou and Wuxi."
    assert found(source, target, TermBase.empty()) == []
