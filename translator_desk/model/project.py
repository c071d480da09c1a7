"""A project: documents with their segments, and what people decided about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from translator_desk.model.comment import Comment
from translator_desk.model.document import Document
from translator_desk.model.ids import CheckId, DocumentId, SegmentId
from translator_desk.model.language_pair import LanguagePair
from translator_desk.model.segment import Segment
from translator_desk.model.waiver import Waiver


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at the desk: a name as it is printed in the record."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class ImportedDocument:
    """A document with its segments in reading order, as a format handler and the aligner made them."""

    document: Document
    segments: tuple[Segment, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameDecision:
    """A person's word that two spellings are one person, or two."""

    first: str
    second: str
    same: bool
    author: str


@dataclass(frozen=True, slots=True)
class Project:
    """Everything of a project that is kept, as one value: what a store loads and a test builds.

    Attributes:
        title: Shown in the title bar.
        languages: Source and target.
        documents: In the order they are listed.
        segments: Each document's segments in reading order.
        waivers: Dismissed issues.
        name_decisions: "Same person" / "different people".
        check_levels: Levels changed for this project; "off" switches a check off.
        profile: "standard", "strict" or "names-and-figures".
        term_bases: Paths of the project's own term bases, nearest last.
        comments: What people remarked, oldest first.
        four_eyes: Whether every segment must have been answered for by two people before it is approved.
    """

    title: str = ""
    languages: LanguagePair = field(default_factory=LanguagePair)
    documents: tuple[Document, ...] = ()
    segments: Mapping[DocumentId, tuple[Segment, ...]] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    name_decisions: tuple[NameDecision, ...] = ()
    check_levels: Mapping[CheckId, str] = field(default_factory=dict)
    profile: str = "standard"
    term_bases: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    four_eyes: bool = True

    def next_segment_id(self) -> SegmentId:
        """Return an id no segment of this project has."""
        return SegmentId(1 + max((s.id for segs in self.segments.values() for s in segs), default=0))
