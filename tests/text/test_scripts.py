from hypothesis import given
from hypothesis import strategies as st

from translator_desk.text import scripts


def test_figures_and_bodies_in_traditional_characters_read_as_simplified():
    assert scripts.simplify("投資3.5萬億元，黨委書記與會") == "投资3.5万亿元，党委书记与会"


def test_simplified_text_is_left_alone_even_where_a_character_is_traditional_elsewhere():
    for text in ("乾隆年间", "於姓村民", "覆盖全市", "干部与群众"):
        assert scripts.simplify(text) == text


def test_shared_characters_follow_the_text_they_stand_in():
    assert scripts.simplify("對於頭髮乾淨") == "对于头发干净"


def test_han_is_told_from_its_marks_and_from_letters():
    assert [ch for ch in "衡A，。、〇𠮷３ " if scripts.is_han(ch)] == ["衡", "〇", "𠮷"]
    assert scripts.has_han("the 衡 of it")
    assert not scripts.has_han("“the” — of it。")


def test_a_text_is_chinese_by_what_most_of_it_is():
    assert scripts.is_chinese("特变电工（TBEA）在衡投资12亿元。")
    assert scripts.is_chinese("衡")
    assert not scripts.is_chinese("The slogan “凝心聚力” stands for unity.")
    assert not scripts.is_chinese("市长到会。\nThe mayor attended the meeting.")
    assert not scripts.is_chinese("12:30 — 100%")


def test_a_text_is_traditional_by_one_character_only_traditional_text_has():
    assert scripts.is_traditional("衡陽")
    assert not scripts.is_traditional("衡阳")


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"])))
def test_simplifying_keeps_every_offset_and_is_done_once(text):
    once = scripts.simplify(text)
    assert len(once) == len(text)
    assert scripts.simplify(once) == once


def test_every_character_of_the_table_stands_once_and_leads_to_a_simplified_one():
    only, table = scripts._tables()
    assert len(table) > 4000
    assert only.isdisjoint("".join(table.values()))
