"""Offsets of a file as lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from translator_desk.formats.pieces import Piece, raw_offsets
from translator_desk.model.segment import Place

_LINE_END = re.compile(r"\r\n|\r|\n")


class Places:
    """Where the code points of a text stand; lines end at CR, LF or both."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def of(self, offset: int) -> Place:
        """Return line and column, both from 1, of a code point."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)


def places_of(pieces: Sequence[Piece], start: Place) -> tuple[Place, ...]:
    """Return where each code point of a text stands whose spelling begins at ``start``, and where it ends."""
    within = Places("".join(piece.raw for piece in pieces))
    found = (within.of(offset) for offset in raw_offsets(pieces))
    return tuple(Place(start.line + at.line - 1, at.column + (start.column - 1 if at.line == 1 else 0)) for at in found)
