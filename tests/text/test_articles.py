"""The sound of a word."""

from __future__ import annotations

import pytest

from translator_desk.text.articles import sound_of


@pytest.mark.parametrize(
    ("word", "sound"),
    [
        ("hour", "vowel"),
        ("university", "consonant"),
        ("egg", "vowel"),
        ("town", "consonant"),
        ("8", "vowel"),
        ("MBA", ""),
    ],
)
def test_the_sound_decides_and_not_the_letter(word, sound):
    assert sound_of(word) == sound
