from __future__ import annotations

import pytest

from translator_desk.errors import InputError
from translator_desk.formats.text_gate import admit, place_of


@pytest.mark.parametrize(
    "char", ["\0", "\x01", "\x08", "\x0b", "\x0c", "\x0e", "\x1f", chr(0xD800), chr(0xDFFF), "\ufffe"]
)
def test_what_no_later_step_could_carry_is_refused(char: str):
    with pytest.raises(InputError) as caught:
        admit(f"one\r\ntw𠮷{char}", "a.txt")
    assert (caught.value.line, caught.value.column) == (2, 4)
    assert f"U+{ord(char):04X}" in caught.value.render("zh")


@pytest.mark.parametrize("text", ["", "a\tb\r\nc\rd", "\u0085\u2028\u00a0", "𠮷𡃁", "e\u0301", "👩\u200d👩"])
def test_plain_text_passes_in_silence(text: str):
    assert admit(text, None) == ()


@pytest.mark.parametrize(("char", "name"), [("\u202e", "U+202E"), ("\u200b", "U+200B"), ("\ufffd", "U+FFFD")])
def test_hidden_characters_are_named(char: str, name: str):
    (warning,) = admit(f"one\ntwo{char}{char}", None)
    assert warning.line == 2
    assert name in str(warning.message)
    assert warning.message.render("zh").startswith("有 2 个")


def test_places_count_code_points_and_all_line_ends():
    assert [place_of("𠮷a\rb\r\nc\nd", at) for at in (1, 3, 6, 8)] == [(1, 2), (2, 1), (3, 1), (4, 1)]
