"""Facts about Qt that the window stands on."""

from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QWidget

from translator_desk.ui.application import qt_is_usable
from translator_desk.ui.utf16 import from_utf16, to_utf16

TEXT = st.text(alphabet="a邓𠮷😀’é ", max_size=30)


def test_a_thousand_void_calls_leave_none_alone(qapp):
    widget = QWidget()
    before = sys.getrefcount(None)
    for _ in range(1000):
        widget.update()
    assert abs(sys.getrefcount(None) - before) < 100


def test_the_qt_that_breaks_python_3_11_is_refused():
    assert not qt_is_usable("6.12.0", (3, 11, 7))
    assert qt_is_usable("6.11.3", (3, 11, 7))
    assert qt_is_usable("6.12.0", (3, 12, 0))


@given(TEXT, st.data())
def test_offsets_agree_with_utf_16(text, data):
    offset = data.draw(st.integers(0, len(text)))
    units = to_utf16(text, offset)
    assert units == len(text[:offset].encode("utf-16-le")) // 2
    assert from_utf16(text, units) == offset
