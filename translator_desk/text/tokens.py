"""English words with their places."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d_\u2e80-\U0003ffff]+(?:['’-][^\W\d_\u2e80-\U0003ffff]+)*")
"""A word of letters, with the apostrophes and hyphens inside it; Han characters are no part of one."""


def english_words(text: str) -> list[tuple[int, int, str]]:
    """Return ``(start, end, word)`` of each word of ``text``; "People's" and "well-known" are one word each."""
    return [(match.start(), match.end(), match.group()) for match in WORD.finditer(text)]
