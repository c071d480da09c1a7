"""Three versions become one: the text both began from, ours, and one that comes back from outside.

What only they changed becomes their pending change in our text. What both changed alike is left alone. What both
changed otherwise is a conflict: their words stand beside ours, both under their names, and nothing is overwritten.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from translator_desk.model.redline import Piece, Redline
from translator_desk.review.tracked import differences
from translator_desk.text.span import Span


@dataclass(frozen=True, slots=True)
class Conflict:
    """Words that both changed.

    Attributes:
        base: The words both began from.
        ours: What stands here.
        theirs: What they wrote.
    """

    base: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Merged:
    """Our text with theirs in it.

    Attributes:
        redline: Their changes pending under their name; equal to ours where they changed nothing.
        taken: How many places only they had changed.
        conflicts: Places that both had changed, in reading order.
    """

    redline: Redline
    taken: int
    conflicts: tuple[Conflict, ...]


@dataclass(slots=True)
class _Chunk:
    """A stretch of the base that somebody changed, with the edits of each side inside it."""

    start: int
    end: int
    ours: list[tuple[Span, str]] = field(default_factory=list)
    theirs: list[tuple[Span, str]] = field(default_factory=list)


def merge(base: str, ours: Redline, theirs: str, *, our_name: str, their_name: str) -> Merged:
    """Return our text with their changes in it.

    Args:
        base: The text both began from.
        ours: Our text, pending changes included.
        theirs: Their text, whole.
        our_name: Whose words stand against theirs in a conflict.
        their_name: Under whose name their changes are pending.
    """
    redline = ours
    taken = 0
    conflicts: list[Conflict] = []
    for chunk, shift in reversed(_placed(_chunks(base, ours.target, theirs))):
        if not chunk.theirs:
            continue
        our_words = _words(base, chunk, chunk.ours)
        their_words = _words(base, chunk, chunk.theirs)
        if our_words == their_words:
            continue
        span = Span(chunk.start + shift, chunk.start + shift + len(our_words))
        if chunk.ours:
            old = base[chunk.start : chunk.end]
            conflicts.append(Conflict(old, our_words, their_words))
            redline = _set_against(redline, span, old, our_name)
        else:
            taken += 1
        redline = redline.write(span, their_words, their_name)
    return Merged(redline, taken, tuple(reversed(conflicts)))


def _chunks(base: str, ours: str, theirs: str) -> list[_Chunk]:
    """Return the stretches of the base that were changed; edits that meet are in one."""
    edits = [(span, words, True) for span, words in differences(base, ours)]
    edits += [(span, words, False) for span, words in differences(base, theirs)]
    chunks: list[_Chunk] = []
    for span, words, is_ours in sorted(edits, key=lambda one: one[0]):
        if not chunks or span.start > chunks[-1].end:
            chunks.append(_Chunk(span.start, span.end))
        chunk = chunks[-1]
        chunk.end = max(chunk.end, span.end)
        (chunk.ours if is_ours else chunk.theirs).append((span, words))
    return chunks


def _placed(chunks: list[_Chunk]) -> list[tuple[_Chunk, int]]:
    """Return each chunk with how far our edits before it have moved it in our text."""
    placed = []
    shift = 0
    for chunk in chunks:
        placed.append((chunk, shift))
        shift += sum(len(words) - len(span) for span, words in chunk.ours)
    return placed


def _words(base: str, chunk: _Chunk, edits: list[tuple[Span, str]]) -> str:
    out, at = "", chunk.start
    for span, words in edits:
        out += base[at : span.start] + words
        at = span.end
    return out + base[at : chunk.end]


def _set_against(redline: Redline, span: Span, old: str, name: str) -> Redline:
    """Return the redline with our agreed words in ``span`` pending under our name, against what both began from."""
    before, rest = redline.cut(span.start)
    within, after = rest.cut(len(span))
    if within.pending:
        return redline
    ours = Redline.joined((Piece(old, None, name), Piece(within.target, name)))
    return before + ours + after
