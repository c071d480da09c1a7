"""A redline: the pieces of a text, each knowing who put it in and who struck it out.

The pieces are the truth; the target (what stands if all is accepted) and the baseline (what was last agreed) are
read off them. A decision settles pieces and never compares the two texts again: doing so changed the wording of
another hunk in 23 of 100 trials.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with one fate.

    Attributes:
        text: The words; never empty inside a redline.
        inserted_by: Who inserted them; None for words of the baseline.
        removed_by: Who struck them out; None while they stand.
    """

    text: str
    inserted_by: str | None = None
    removed_by: str | None = None

    @property
    def stands(self) -> bool:
        """Whether the words are part of the target."""
        return self.removed_by is None

    @property
    def settled(self) -> bool:
        """Whether the words are in baseline and target alike."""
        return self.inserted_by is None and self.removed_by is None


@dataclass(frozen=True, slots=True)
class Redline:
    """The pieces of one target text, in reading order."""

    pieces: tuple[Piece, ...] = ()

    @classmethod
    def of(cls, text: str) -> Redline:
        """Return the redline of a text in which nothing is pending."""
        return cls((Piece(text),) if text else ())

    @property
    def target(self) -> str:
        """The text as it stands with every pending change in it."""
        return "".join(piece.text for piece in self.pieces if piece.stands)

    @property
    def baseline(self) -> str:
        """The text as last agreed: without pending insertions, with pending removals."""
        return "".join(piece.text for piece in self.pieces if piece.inserted_by is None)

    @property
    def pending(self) -> bool:
        """Whether any piece waits for a decision."""
        return any(not piece.settled for piece in self.pieces)
