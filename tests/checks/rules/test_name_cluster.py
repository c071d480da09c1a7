"""One person under two spellings, in generated projects: other names, counts, order, slips and company."""

from __future__ import annotations

import random

import pytest

from tests.app.builders import document
from translator_desk.checks.base import CheckContext, CheckOptions
from translator_desk.checks.engine import check_all
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.project import NameDecision, Project
from translator_desk.model.segment import Segment
from translator_desk.model.severity import Level
from translator_desk.text.pinyin import near_syllables

SURNAMES = ("Gao", "Wei", "Shen", "Luo", "Peng", "Fang", "Song", "Tan", "Yuan", "Qian", "Zhou", "Ding")
GIVEN = ("shu", "ming", "bo", "lin", "jian", "xin", "zhi", "hui", "ze", "quan", "chun", "mei", "hong", "fei")
OFFICES = ("Mayor", "Deputy Secretary of the Municipal Party Committee", "director of the Health Commission")
TEMPLATES = (
    "{office} {name} chaired the meeting.",
    "{name}, {office}, called for better buses.",
    "The report was heard by {name}, {office}, and passed.",
)


def project(texts):
    made, segments = [], {}
    for number, text in enumerate(texts):
        name = DocumentId(f"d{number}")
        made.append(document(name, [text], has_source=False))
        segments[name] = (Segment(SegmentId(number + 1), name, 0, "", text, imported_target=text),)
    return Project(documents=tuple(made), segments=segments)


def issues(texts, *decisions):
    context = CheckContext(TermBase.empty(), decisions)
    run = check_all(project(texts), context, CheckOptions(only=frozenset({"name-cluster"})))
    return [(texts[one.segment - 1], one) for one in run.all_issues()]


def flagged(texts, *decisions):
    return [one.target.of(text) for text, one in issues(texts, *decisions)]


def person(choice):
    return choice.choice(SURNAMES), choice.sample(GIVEN, 2)


def slip(choice, syllables):
    at = choice.randrange(2)
    near = [one for one, step in near_syllables(syllables[at]).items() if not step.rare and one[0] not in "aeo"]
    return [choice.choice(near) if index == at else one for index, one in enumerate(syllables)] if near else None


@pytest.mark.parametrize("seed", range(10))
def test_the_minority_is_flagged_and_the_majority_shown(seed):
    choice = random.Random(seed)
    wrong = None
    while wrong is None:
        surname, given = person(choice)
        wrong = slip(choice, given)
    usual, other = (f"{surname} {''.join(syllables).capitalize()}" for syllables in (given, wrong))
    office = choice.choice(OFFICES)
    names = [usual] * choice.randrange(2, 7) + [other]
    choice.shuffle(names)
    texts = [choice.choice(TEMPLATES).format(name=name, office=office) for name in names]
    ((text, issue),) = issues(texts)
    assert issue.target.of(text) == other
    assert issue.expected == (usual,)
    assert [place.text for place in issue.related] == [usual] * names.count(usual)
    assert [place.document for place in issue.related] == [f"d{n}" for n, one in enumerate(names) if one == usual]


def test_company_at_a_meeting_speaks_for_one_person():
    listed = "Leaders including Liao Jian, Liu Lihua, {} and Hu Zhiwen attended."
    assert flagged([listed.format("Deng Qunce"), listed.format("Deng Qunze"), "Deng Qunce left."]) == ["Deng Qunze"]


def test_a_surname_slips_too():
    texts = ["Mayor Zheng Jianxin spoke."] * 3 + ["Mayor Zhen Jianxin spoke."]
    assert flagged(texts) == ["Zhen Jianxin"]


@pytest.mark.parametrize(
    "texts",
    [
        ["Deng Qunce and Deng Qunze attended."] * 3,
        ["Wang Min spoke.", "Wang Ming spoke.", "Wang Ming left."],
        ["Liao Jian, Mayor, spoke.", "Liao Yanqiu, Mayor, spoke.", "Liao Yanqiu, Mayor, left."],
        ["Zhu Jian spoke.", "Zheng Jianxin spoke.", "Zheng Jian spoke."],
        ["Lyu Xiumei, Mayor, spoke.", "Lü Xiumei, Mayor, left.", "Lu Xiumei, Mayor, came."],
        ["Deng Qunce bought rice.", "Deng Qunze bought tea."],
    ],
)
def test_what_may_be_two_persons_is_left_alone(texts):
    assert flagged(texts) == []


def test_a_tie_is_said_to_be_one_and_offers_no_fix():
    ((text, issue),) = issues(["Mayor Deng Qunce spoke.", "Mayor Deng Qunze left."])
    assert issue.target.of(text) == "Deng Qunze"
    assert issue.level is Level.WARNING
    assert issue.fixes == ()
    assert [place.text for place in issue.related] == ["Deng Qunce"]


def test_decisions_of_the_person_at_the_desk_are_kept():
    texts = ["Mayor Deng Qunce spoke."] * 3 + ["Mayor Deng Qunze left."]
    assert flagged(texts, NameDecision("Deng Qunze", "Deng Qunce", same=False, author="Li Wei")) == []
    short = ["Wang Min spoke."] * 2 + ["Wang Ming left."]
    assert flagged(short) == []
    assert flagged(short, NameDecision("Wang Min", "Wang Ming", same=True, author="Li Wei")) == ["Wang Ming"]


def test_a_spelling_no_syllables_make_is_the_wrong_one_however_often_it_stands():
    texts = ["Mayor Deng Quence spoke.", "Mayor Deng Quence left.", "Mayor Deng Qunce came."]
    assert flagged(texts) == ["Deng Quence", "Deng Quence"]
