"""By which characters a name was said before is remembered; what is remembered changes no answer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.checks.builders import document, segment, terms
from translator_desk.checks import name_sources
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.name_facts import known_names
from translator_desk.checks.name_sources import Sayings, person_said
from translator_desk.checks.rules.name_misspelt import NameMisspelt
from translator_desk.checks.rules.place_form import PlaceForm
from translator_desk.text.names import NameRun

TERMS = """
- {id: pl-hy, kind: place, zh: [衡阳], en: Hengyang, source: s}
- {id: pl-cq, kind: place, zh: [重庆], en: Chongqing, source: s}
- {id: p-deng, kind: person, zh: [邓群策], en: Deng Qunce, source: s}
"""
NAMES = ["衡阳", "恒阳", "重庆", "中庆", "西安", "习安", "攸", "白沙", "邓群策", "邓群泽"]
PARTS = ["", "县", "县城", "市", "区", "镇", "乡", "街道", "会见", "、", "和"]
WORDS = [
    "Hengyang",
    "Chongqing",
    "Zhongqing",
    "Xi'an",
    "Xian",
    "You",
    "Baisha",
    "White Sand",
    "Deng Qunce",
    "Deng Qunze",
]
GENERICS = ["", "County", "City", "Town", "Township", "Street", "-based", "met"]
PAIR = st.tuples(
    st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(PARTS)), max_size=3).map(
        lambda parts: "".join(name + part for name, part in parts)
    ),
    st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GENERICS)), max_size=3).map(
        lambda parts: ", ".join(f"{word} {generic}".strip() for word, generic in parts)
    ),
)


CONTEXT = CheckContext(terms(TERMS))


def findings(source, target):
    facts = Facts(segment(1, target, source), document(), CONTEXT, source)
    return [issue for check in (PlaceForm(), NameMisspelt()) for issue in check.find(facts)]


def forget():
    CONTEXT.term_base.index(known_names).sayings._characters.clear()
    name_sources._PERSONS._characters.clear()


@given(st.lists(PAIR, max_size=8))
def test_what_was_read_before_changes_no_finding(pairs):
    together = [findings(*pair) for pair in pairs]
    for pair, found in zip(pairs, together, strict=True):
        forget()
        assert findings(*pair) == found


@given(
    st.lists(PAIR, max_size=8), st.sampled_from([("Deng", "Qunce"), ("Bai", "Sha"), ("Heng", "Yang"), ("You", "Xian")])
)
def test_a_person_is_said_whether_remembered_or_heard(pairs, name):
    run = NameRun(0, 0, *name)
    answers = [person_said(source, run) for source, _ in pairs]
    forget()
    assert answers == [person_said(source, run) for source, _ in reversed(pairs)][::-1]


def test_little_is_remembered_of_one_spelling():
    sayings = Sayings()
    for number in range(50):
        sayings.note("Hengyang", f"衡阳{number}")
    assert sayings.said("在衡阳49", "Hengyang")
    assert not sayings.said("在衡阳1", "Hengyang")
