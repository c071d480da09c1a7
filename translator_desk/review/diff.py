"""Word differences of two texts that arrive whole; the one gate to diff-match-patch.

The library compares characters; it is given one character a word, so that no difference ever begins inside an
English word. Han text is compared by character. Small islands that only hold white space between two changes are
joined to them: a reader sees one change, not two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from diff_match_patch import diff_match_patch

_PART = r"(?:\d+(?:[.,]\d+)+|[^\W_㐀-鿿豈-﫿\U00020000-\U0003FFFF]+|[\u0300-\u036f]+)+"
_TOKEN = re.compile(rf"{_PART}(?:['’\-]{_PART})*|\s+|.", re.DOTALL)
_SURROGATES = range(0xD800, 0xE000)


class DiffKind(StrEnum):
    """What became of a run of text."""

    SAME = "same"
    REMOVED = "removed"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class DiffRun:
    """A run of text with one fate."""

    kind: DiffKind
    text: str


def tokens(text: str) -> list[str]:
    """Return the text cut into English words, whole figures, Han characters, white space and single signs.

    Joined they are the text. "well-known", "People's" and "1,500.5" are one token each.
    """
    return _TOKEN.findall(text)


def begins_token(text: str, at: int) -> bool:
    """Return whether a token of ``text`` begins at ``at`` (code points), or the text ends there."""
    if at in (0, len(text)):
        return True
    before, after = text[at - 1], text[at]
    if before.isspace() or after.isspace():
        return not (before.isspace() and after.isspace())
    # No token reaches over white space, so the word around the place decides.
    start = at - 1
    while start and not text[start - 1].isspace():
        start -= 1
    for match in _TOKEN.finditer(text, start):
        if match.start() >= at:
            return match.start() == at
    return False


def word_diff(old: str, new: str) -> tuple[DiffRun, ...]:
    """Return how ``old`` became ``new``, word by word.

    The runs that are not inserted, joined, are ``old``; those not removed, joined, are ``new``. In every change the
    removed words stand before the inserted ones.
    """
    if old == new:
        return (DiffRun(DiffKind.SAME, old),) if old else ()
    letters: dict[str, str] = {}
    words: list[str] = []
    encoded = [_as_letters(tokens(text), letters, words) for text in (old, new)]
    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # the default gives other answers on a slow machine
    found = engine.diff_main(encoded[0], encoded[1], checklines=False)
    decode = {letter: word for word, letter in letters.items()}
    runs = [(kind, "".join(decode[letter] for letter in text)) for kind, text in found]
    return _joined(runs)


def _as_letters(parts: Sequence[str], letters: dict[str, str], words: list[str]) -> str:
    """Return one character a word; equal words get equal characters, none of them half a pair."""
    for part in parts:
        if part not in letters:
            code = len(words) + 1
            letters[part] = chr(code if code < _SURROGATES.start else code + len(_SURROGATES))
            words.append(part)
    return "".join(letters[part] for part in parts)


def _joined(runs: list[tuple[int, str]]) -> tuple[DiffRun, ...]:
    """Merge changes parted by white space only, and put what was removed first in each."""
    changed = [kind != 0 for kind, _ in runs]
    for at in range(1, len(runs) - 1):
        if not changed[at] and runs[at][1].isspace() and changed[at - 1] and runs[at + 1][0] != 0:
            changed[at] = True
    out: list[DiffRun] = []
    for is_change, group in groupby(zip(changed, runs, strict=True), key=lambda pair: pair[0]):
        parts = [run for _, run in group]
        if not is_change:
            out.append(DiffRun(DiffKind.SAME, "".join(text for _, text in parts)))
            continue
        removed = "".join(text for kind, text in parts if kind <= 0)
        inserted = "".join(text for kind, text in parts if kind >= 0)
        if removed:
            out.append(DiffRun(DiffKind.REMOVED, removed))
        if inserted:
            out.append(DiffRun(DiffKind.INSERTED, inserted))
    return tuple(out)
