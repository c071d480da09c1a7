"""Pairing of a Chinese text with its English: nothing is lost, paragraphs stay whole, figures and names decide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_desk.app.alignment import Paragraph, align_texts, chinese_sentences, english_sentences
from translator_desk.app.anchors import find_anchors
from translator_desk.app.unit_alignment import align_files
from translator_desk.formats.handlers.plain_text import handler
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.segment import Place

TERMS = TermBase.empty()


def paragraphs(*texts: str) -> list[Paragraph]:
    return [Paragraph(text, (Place(number, 1),)) for number, text in enumerate(texts, 1)]


def pairs(chinese: list[str], english: list[str]):
    found = align_texts(chinese_sentences(paragraphs(*chinese)), english_sentences(paragraphs(*english)), TERMS)
    return [(one.source, one.target) for one in found]


def test_sentences_are_paired_inside_their_paragraphs():
    chinese = ["3月3日，市长察看了两座桥。他要求加快进度。", "工程耗资300万元。"]
    english = ["On March 3, the mayor visited two bridges. He asked for haste.", "The works cost 3 million yuan."]
    assert pairs(chinese, english) == [
        ("3月3日，市长察看了两座桥。", "On March 3, the mayor visited two bridges."),
        ("他要求加快进度。", "He asked for haste."),
        ("工程耗资300万元。", "The works cost 3 million yuan."),
    ]


def test_one_sentence_may_be_two():
    chinese = ["会议于6月6日召开，邓群策主持会议并讲话，要求各部门在6月12日前完成整改。随后他看望了5名工人。"]
    english = [
        "A meeting was held on June 6. Deng Qunce presided, and asked all departments to finish by June 12. "
        "He then visited 5 workers."
    ]
    found = pairs(chinese, english)
    assert len(found) == 2
    assert found[1] == ("随后他看望了5名工人。", "He then visited 5 workers.")


def test_figures_and_names_outweigh_length():
    chinese = ["投资1100亿元。", "邓群策出席。", "共有12人参加。"]
    english = ["Altogether 12 people took part in it.", "The investment is 110 billion yuan.", "Deng Qunce was there."]
    source, target = find_anchors(chinese, english, TERMS)
    shared = [[bool(left & right) for right in target] for left in source]
    assert shared == [[False, True, False], [False, False, True], [True, False, False]]


def test_a_lost_sentence_leaves_the_others_in_place():
    chinese = [
        "3月3日，大雨。",
        "市民对修缮工作普遍表示十分满意，认为老桥承载着几代人的共同记忆，希望今后继续加强养护。",
        "5月5日，转晴。",
    ]
    found = pairs(["".join(chinese)], ["On March 3, rain. On May 5, sunshine."])
    assert ("", "") not in found
    assert (chinese[1], "") in found
    assert found[0][1] == "On March 3, rain."
    assert found[-1][1] == "On May 5, sunshine."


def test_a_whole_paragraph_may_be_missing_in_the_english():
    found = align_texts(
        chinese_sentences(
            paragraphs(
                "第一段讲3件事。", "这一段没有翻译，讲的是别的，说得很长，有很多内容，读者需要知道。", "第三段讲7件事。"
            )
        ),
        english_sentences(paragraphs("The first speaks of 3 things.", "The third speaks of 7 things.")),
        TERMS,
    )
    assert [one.paragraph for one in found] == [0, None, 1]


def test_places_are_those_of_the_files():
    found = align_texts(
        chinese_sentences(paragraphs("一。二。")), english_sentences(paragraphs("One 1. Two 2.")), TERMS
    )
    assert [one.target_place for one in found if one.target] == [Place(1, 1), Place(1, 8)][: len(found)]


SENTENCES_ZH = st.lists(
    st.sampled_from(["市长来了。", "共有12人。", "邓群策出席会议！", "投资3亿元；", "无标点"]), max_size=4
)
SENTENCES_EN = st.lists(
    st.sampled_from(
        ["The mayor came. ", "There were 12. ", "Deng Qunce was there! ", "300 million yuan. ", "No stop "]
    ),
    max_size=4,
)


@given(st.lists(SENTENCES_ZH, min_size=1, max_size=4), st.lists(SENTENCES_EN, min_size=1, max_size=4))
def test_no_word_is_lost_and_no_order_changed(chinese, english):
    zh = ["".join(one) for one in chinese]
    en = ["".join(one).strip() for one in english]
    found = align_texts(chinese_sentences(paragraphs(*zh)), english_sentences(paragraphs(*en)), TERMS)
    assert "".join("".join(one.source.split()) for one in found) == "".join("".join(zh).split())
    by_paragraph = {}
    for one in found:
        if one.targets:
            by_paragraph.setdefault(one.paragraph, []).append(one.target + one.separator)
    assert ["".join(by_paragraph.get(index, [])) for index in range(len(en))] == en
    assert all(0 <= one.confidence <= 1 for one in found)


@pytest.mark.parametrize("by_line", [True, False])
def test_units_stand_in_exactly_one_bead(by_line):
    source = handler.read("一。二三。\n\n四。".encode(), "a.txt", by_line=by_line)
    target = handler.read(b"One. Two and three.\n\nFour. Five.", "b.txt", by_line=by_line)
    found = align_files(source, target, TERMS, by_line=by_line)
    assert [i for bead in found.beads for i in bead.source] == list(range(len(found.source)))
    assert [j for bead in found.beads for j in bead.target] == list(range(len(found.target)))
    assert len(found.source) == 3
