from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translator_desk.formats.pieces import Piece, raw_offsets, respell

MARKUP = st.sampled_from(["<b>", "</b>", "<!-- -->"]).map(lambda raw: Piece("", raw))
WORD = st.text("ab ", min_size=1, max_size=3).map(lambda text: Piece(text, text))
ENTITY = st.just(Piece("&", "&amp;"))


def upper(text: str) -> str:
    return text.upper()


@given(st.lists(MARKUP | WORD | ENTITY))
def test_nothing_changes_where_nothing_changed(pieces: list[Piece]):
    text = "".join(piece.text for piece in pieces)
    assert respell(pieces, text, upper) == "".join(piece.raw for piece in pieces)


@given(st.lists(MARKUP | WORD), st.text("ab ", max_size=12))
def test_the_new_text_is_spelt_and_all_markup_stays(pieces: list[Piece], new: str):
    spelt = respell(pieces, new, str)
    markup = [piece.raw for piece in pieces if not piece.text]
    for raw in markup:
        assert raw in spelt
    for raw in ("<b>", "</b>", "<!-- -->"):
        assert spelt.count(raw) == markup.count(raw)
        spelt = spelt.replace(raw, "")
    assert spelt == new


def test_an_edit_goes_inside_the_element():
    pieces = [*(Piece(ch, ch) for ch in "a "), Piece("", "<b>"), *(Piece(ch, ch) for ch in "Qunze"), Piece("", "</b>")]
    assert respell(pieces, "a Qunce", str) == "a <b>Qunce</b>"
    assert respell(pieces, "a Qunze!", str) == "a <b>Qunze!</b>"


def test_very_long_texts_keep_what_both_ends_share():
    pieces = [Piece("", "<i>"), *(Piece(ch, ch) for ch in "a b " * 20_000), Piece("", "</i>")]
    assert respell(pieces, "a b " * 10_000 + "X " + "a b " * 10_000, str).count("X ") == 1


def test_where_text_stands_in_its_spelling():
    assert raw_offsets([Piece("a", "a"), Piece("", "<b>"), Piece("&", "&amp;"), Piece("b", "b")]) == [0, 4, 9, 10]
