"""Text beside its spelling: which characters of a file stand for which characters of a paragraph.

A paragraph of a page is spelt with entities, tags and line breaks that the desk does not show. When the paragraph
is edited, what stayed keeps its spelling, and markup between the words stays where it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

_TOKEN = re.compile(r"[A-Za-z0-9]+|\s+|.", re.DOTALL)
_MOST_TOKENS = 20_000


class Piece(NamedTuple):
    """A stretch of the file and the text it stands for.

    Attributes:
        text: What a person reads; "" for markup.
        raw: How the file spells it.
        widens: Whether it is white space that only widens the blank before it, and goes when that goes.
    """

    text: str
    raw: str
    widens: bool = False


def respell(pieces: Sequence[Piece], new_text: str, spell: Callable[[str], str]) -> str:
    """Return the spelling of ``new_text`` that keeps every piece of markup and the spelling of unchanged words.

    Args:
        pieces: The old spelling.
        new_text: What the paragraph shall read.
        spell: How the file spells words that are new.
    """
    old_text = "".join(piece.text for piece in pieces)
    edits = list(_edits(old_text, new_text))
    pieces = list(_cut(pieces, {start for _, start, _, _ in edits}, spell))
    starts: list[int] = []
    offset = 0
    for piece in pieces:
        starts.append(offset)
        offset += len(piece.text)
    out: list[str] = []
    at = 0
    last = " "

    def copy(until: int, *, keep: bool) -> None:
        """Write the pieces up to the text offset ``until``; without ``keep`` only their markup."""
        nonlocal at, last
        while at < len(pieces) and starts[at] < until:
            piece = pieces[at]
            if piece.text:
                if keep:
                    out.append(piece.raw)
                    last = piece.text
            elif not piece.widens or last == " ":
                out.append(piece.raw)
            at += 1

    def copy_markup(until: int) -> None:
        """Write the markup that stands before the text at ``until``: an edit goes inside an element, not before it."""
        nonlocal at
        while at < len(pieces) and starts[at] == until and not pieces[at].text:
            if not pieces[at].widens:
                out.append(pieces[at].raw)
            at += 1

    for kept, start, end, words in edits:
        if kept:
            copy(end, keep=True)
            continue
        if start < end:
            copy_markup(start)
        out.append(spell(words))
        last = words[-1:] or last
        copy(end, keep=False)
    copy(offset + 1, keep=True)
    return "".join(out)


def raw_offsets(pieces: Sequence[Piece]) -> list[int]:
    """Return, for each code point of the text and its end, where its spelling begins in the raw side."""
    offsets: list[int] = []
    raw = 0
    for piece in pieces:
        offsets.extend([raw] * len(piece.text))
        raw += len(piece.raw)
    offsets.append(raw)
    return offsets


def _cut(pieces: Sequence[Piece], cuts: Container[int], spell: Callable[[str], str]) -> Iterator[Piece]:
    """Yield the pieces; one that stands for several characters and is cut by an edit is spelt anew, one by one."""
    offset = 0
    for piece in pieces:
        if any(offset + within in cuts for within in range(1, len(piece.text))):
            yield from (Piece(char, spell(char)) for char in piece.text)
        else:
            yield piece
        offset += len(piece.text)


def _edits(old: str, new: str) -> Iterator[tuple[bool, int, int, str]]:
    """Yield (kept, start, end of the old text, new words), in order, word by word."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if max(len(before), len(after)) > _MOST_TOKENS:
        yield from _one_edit(old, new)
        return
    starts = [0]
    for token in before:
        starts.append(starts[-1] + len(token))
    for code in Levenshtein.opcodes(before, after):
        words = "".join(after[code.dest_start : code.dest_end])
        yield code.tag == "equal", starts[code.src_start], starts[code.src_end], words


def _one_edit(old: str, new: str) -> Iterator[tuple[bool, int, int, str]]:
    """Yield the common start, what differs, and the common end: enough where a full comparison would take long."""
    most = min(len(old), len(new))
    head = next((n for n in range(most) if old[n] != new[n]), most)
    tail = next((n for n in range(most - head) if old[-1 - n] != new[-1 - n]), most - head)
    yield True, 0, head, old[:head]
    yield False, head, len(old) - tail, new[head : len(new) - tail]
    yield True, len(old) - tail, len(old), old[len(old) - tail :]
