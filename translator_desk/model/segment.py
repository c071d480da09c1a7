"""The segment: one stretch of source beside its translation, the unit of all work at the desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.redline import Redline
from translator_desk.model.state import SegmentState


class Place(NamedTuple):
    """Where a text began in the file it came from; both count from 1, the column in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Segment:
    """Source and target with their state. Frozen: a change makes a new value with ``version + 1``.

    Attributes:
        id: Stable over the life of the project; never used twice.
        document: The document it belongs to.
        paragraph: Index of the paragraph of the document's layout that holds it.
        source: The Chinese; empty where there is none at hand or the translation added a sentence.
        target: The English as it stands, pending changes included.
        separator: What stands between this target and the next one of the same paragraph (a space, a line break,
            nothing); empty at the end of a paragraph. Targets and separators joined are the paragraph, byte-exact.
        state: State of XLIFF 2.
        asked_back: The reviewer wants an answer before deciding.
        version: Rises by one with every change, for optimistic locking and for dropping late results.
        redline: Pending changes, or None where nothing is pending; ``redline.target == target`` always.
        source_separator: Like ``separator``, for the source.
        source_place: Where the source began in its file, if it was in one.
        target_place: Where the target began in its file.
        imported_target: The target as the file last read held it: what a re-import compares with.
        hands: Who answers for the agreed wording at this desk, by name: wrote, confirmed, accepted or approved it since
            the wording last changed; nobody for text as it was imported. A mark that is no name says that words came
            from outside after the hand-over; ask ``review.four_eyes.answering``.
        confidence: How sure the alignment is, 0 to 1; None where a person or the file paired the two.
    """

    id: SegmentId
    document: DocumentId
    paragraph: int
    source: str
    target: str
    separator: str = ""
    state: SegmentState = SegmentState.INITIAL
    asked_back: bool = False
    version: int = 0
    redline: Redline | None = None
    source_separator: str = ""
    source_place: Place | None = None
    target_place: Place | None = None
    imported_target: str = ""
    confidence: float | None = None
    hands: tuple[str, ...] = ()

    @property
    def as_redline(self) -> Redline:
        """The target with its pending changes; nothing is pending in that of a segment without a redline."""
        return self.redline or Redline.of(self.target)

    @property
    def baseline(self) -> str:
        """The target as last agreed."""
        return self.redline.baseline if self.redline else self.target

    @property
    def edited(self) -> bool:
        """Whether the target differs from the file it was read from."""
        return self.target != self.imported_target
