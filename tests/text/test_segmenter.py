"""Sentences: joined again they are the paragraph; glued ones are parted, full stops inside words are not ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_desk.text.segmenter import split_chinese, split_english

CHINESE = st.text(alphabet=st.sampled_from("会议开始。！？…“”」』《》）(）!?.；，\n \u3000 a1𠮷"), max_size=60)
ENGLISH = st.text(alphabet=st.sampled_from("aBcThe .!?…;:\"“”’'()[]-—\n\t 019/@%会,"), max_size=60)


def joined(parts):
    return "".join(text + gap for text, gap in parts)


def sentences(parts):
    return [text for text, _ in parts]


@given(CHINESE | st.text(max_size=40))
def test_chinese_sentences_joined_are_the_paragraph(paragraph):
    parts = split_chinese(paragraph)
    assert joined(parts) == paragraph
    assert all(gap == "" or gap.isspace() for _, gap in parts)


@given(ENGLISH | st.text(max_size=40))
def test_english_sentences_joined_are_the_paragraph(paragraph):
    parts = split_english(paragraph)
    assert joined(parts) == paragraph
    assert all(gap == "" or gap.isspace() for _, gap in parts)


@given(st.one_of(CHINESE, ENGLISH).filter(str.strip), st.sampled_from([split_chinese, split_english]))
def test_no_sentence_is_empty_or_ends_in_white_space(paragraph, split):
    first, *others = sentences(split(paragraph))
    assert first
    for sentence in others:
        assert sentence.strip()
        assert sentence == sentence.rstrip()


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("会议开始。代表发言！谁先说？", ["会议开始。", "代表发言！", "谁先说？"]),
        ("他说：“好。”大家鼓掌。", ["他说：“好。”", "大家鼓掌。"]),
        ("口号是“快！再快！”的队伍到了。明天继续。", ["口号是“快！再快！”", "的队伍到了。", "明天继续。"]),
        ("水位还在涨……村民已转移。", ["水位还在涨……", "村民已转移。"]),
        ("第一行\n第二行", ["第一行", "第二行"]),
        ("增长3.5%，达到12.8亿元", ["增长3.5%，达到12.8亿元"]),
    ],
)
def test_chinese_sentences(paragraph, expected):
    assert sentences(split_chinese(paragraph)) == expected


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("The bridge opened.Traffic moved at once.", ["The bridge opened.", "Traffic moved at once."]),
        ("The harvest was good this year.Farmers rejoiced.", ["The harvest was good this year.", "Farmers rejoiced."]),
        ("Output rose by 12%.Exports fell.", ["Output rose by 12%.", "Exports fell."]),
        ("The plant was built in 2017.It employs many.", ["The plant was built in 2017.", "It employs many."]),
        ("Who will pay?The city will.", ["Who will pay?", "The city will."]),
    ],
)
def test_sentences_glued_without_a_space_are_parted_by_nothing(paragraph, expected):
    assert split_english(paragraph) == [(expected[0], ""), (expected[1], "")]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Dr. Wu met Mr. Tan and Prof. Ma at No. 9 Middle School.",
        "Ships of the U.S. Navy called at 9 a.m. Monday.",
        "J. Wells of the port office spoke.",
        "Growth was 3.5 percent, or 12.75 billion yuan.",
        "See www.harbour.gov.cn/News.Html for the list.",
        "Write to Port.Office@harbour.cn before noon.",
        "Open Annex.Final.docx or Table.Xlsx2.pdf first.",
        "It runs on Node.js in every office.",
        "Fruit, tea, oil, etc. were sold.",
    ],
)
def test_full_stops_inside_words_end_no_sentence(paragraph):
    assert sentences(split_english(paragraph)) == [paragraph]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("He left. She stayed.", [("He left.", " "), ("She stayed.", "")]),
        ("“It works.” Everyone cheered.", [("“It works.”", " "), ("Everyone cheered.", "")]),
        ("Rain fell.\nWind rose.", [("Rain fell.", "\n"), ("Wind rose.", "")]),
        ("It grew. 300 people came.", [("It grew.", " "), ("300 people came.", "")]),
        ("", [("", "")]),
    ],
)
def test_english_sentences_keep_what_stands_between_them(paragraph, expected):
    assert split_english(paragraph) == expected
