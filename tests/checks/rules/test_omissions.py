"""What is left out is found by what it says; a short or free rendering is not reported."""

from __future__ import annotations

import pytest

from tests.checks.builders import document, segment
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.omission_facts import gap
from translator_desk.glossary.term_base import TermBase

SENTENCES = [
    ("市长周一访问了北京大学的图书馆。", "The mayor visited the library of Peking University on Monday."),
    ("医院的医生和护士讨论了疫苗供应。", "The hospital's doctors and nurses discussed the supply of vaccines."),
    ("警方逮捕了三名犯罪嫌疑人。", "The police arrested three suspects."),
    ("农民在湿地旁种植水稻和小麦。", "Farmers grow rice and wheat beside the wetland."),
]


def found(source, target):
    return gap(Facts(segment(1, target, source), document(), CheckContext(TermBase.empty()), source))


@pytest.mark.parametrize("left_out", range(len(SENTENCES)))
def test_each_sentence_left_out_is_named(left_out):
    source = "".join(zh for zh, _ in SENTENCES)
    target = " ".join(en for number, (_, en) in enumerate(SENTENCES) if number != left_out)
    seen = found(source, target)
    assert seen is not None
    assert seen.sentence
    assert SENTENCES[left_out][0].rstrip("。") in seen.span.of(source)


def test_nothing_is_said_of_a_whole_rendering():
    source = "".join(zh for zh, _ in SENTENCES)
    assert found(source, " ".join(en for _, en in SENTENCES)) is None


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("事情就是这样。", "So be it."),
        ("大家都很高兴，谁也没有想到会有这一天。", "All were glad."),
        ("", "An addition."),
        ("会议结束。", ""),
        ("APEC 2022", "APEC 2022"),
    ],
)
def test_length_alone_says_nothing(source, target):
    assert found(source, target) is None


def test_the_words_not_found_are_told():
    source = "市长周一访问了学校，并与医院的医生和护士讨论了疫苗供应。"
    seen = found(source, "The mayor visited the school on Monday.")
    assert seen is not None
    assert {"医院", "医生", "护士", "疫苗"} <= set(seen.words)
    assert "学校" not in seen.words
    assert not seen.sentence


def test_words_in_a_title_or_a_foreign_name_say_nothing():
    clause = "以马特·达蒙主演的小品开场，讨论医院的供应。"
    seen = found(f"市长访问了学校，《周六夜现场》{clause}", "The mayor visited the school.")
    assert seen is not None
    assert not {"周六", "现场", "马"} & set(seen.words)
    assert {"医院", "供应"} <= set(seen.words)
