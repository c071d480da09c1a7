"""Facts about Qt that the window stands on."""

from __future__ import annotations

import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget

from translator_desk.text.span import Span
from translator_desk.ui.qt_guard import refusal
from translator_desk.ui.utf16 import UtfMap, edit_between, shown

TEXT = st.text(alphabet="a邓𠮷😀’é ", max_size=30)


def test_a_thousand_void_calls_leave_none_alone(qapp):
    widget = QWidget()
    before = sys.getrefcount(None)
    for _ in range(1000):
        widget.update()
    assert abs(sys.getrefcount(None) - before) < 100


def test_the_qt_that_breaks_python_3_11_is_refused():
    said = refusal((6, 12), (3, 11))
    assert said is not None
    assert "6.12" in said.render("en")
    assert "6.12" in said.render("zh")
    assert refusal((6, 11), (3, 11)) is None
    assert refusal((6, 12), (3, 12)) is None


@given(TEXT, st.data())
def test_offsets_agree_with_utf_16(text, data):
    offset = data.draw(st.integers(0, len(text)))
    places = UtfMap(text)
    units = places.to_qt(offset)
    assert units == len(text[:offset].encode("utf-16-le")) // 2
    assert places.from_qt(units) == offset


@given(TEXT)
def test_a_place_inside_a_pair_is_the_place_before_it(text):
    places = UtfMap(text)
    for unit in range(len(text.encode("utf-16-le")) // 2 + 1):
        place = places.from_qt(unit)
        assert places.to_qt(place) in (unit, unit - 1)


SIGNS = st.text(alphabet="ab邓𠮷😀 \u00a0\u2060\u200b\ufeff\r\n\u2028\u2029\ufdd0\ufffc", max_size=20)


@pytest.mark.parametrize(
    ("before", "raw", "after"),
    [("\r", "\u2028\u2029", "\n\n"), ("a\rb\n", "a\u2028\u2029", "a\n\n"), ("a\r\nb", "a\u2060\u2029", "a\r\n")],
)
def test_a_lone_carriage_return_and_a_line_break_after_it_stay_two(before, raw, after):
    edit = edit_between(before, raw)
    assert edit is not None
    span, words = edit
    assert before[: span.start] + words + before[span.end :] == after


@given(SIGNS, SIGNS)
@example("\r", "\r\u2028")
@example("\r\n", "\u2060a\u2029")
def test_an_edit_read_from_qt_s_raw_text_leaves_the_rest_of_the_text_as_it_was(before, after):
    edit = edit_between(before, shown(after))
    if edit is None:
        assert shown(before) == shown(after)
        return
    span, words = edit
    written = before[: span.start] + words + before[span.end :]
    # A line separator that is typed becomes a line break; one that was there stays.
    broken = str.maketrans("\u2028", "\u2029")
    signs = list(zip(shown(written).translate(broken), shown(after).translate(broken), strict=True))
    # Words typed between a carriage return and its line feed leave the return as a break of its own.
    assert all(now == wanted or (now, wanted) == ("\u2029", "\u2060") for now, wanted in signs)
    assert 0 <= span.start <= span.end <= len(before)


@given(TEXT, TEXT, st.data())
def test_the_caret_tells_where_words_were_typed_that_the_texts_alone_leave_open(before, words, data):
    at = data.draw(st.integers(0, len(before)))
    raw = shown(before[:at] + words + before[at:])
    edit = edit_between(before, raw, at + len(words))
    assert edit == ((Span(at, at), words) if words else None)
