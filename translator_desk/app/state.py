"""The project in memory, and the one value that changes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from translator_desk.app.term_change import TermFileChange
from translator_desk.model.comment import Comment
from translator_desk.model.document import Document
from translator_desk.model.ids import CheckId, DocumentId, SegmentId
from translator_desk.model.project import NameDecision, Project
from translator_desk.model.revision import RevisionKind
from translator_desk.model.segment import Segment
from translator_desk.model.waiver import Waiver
from translator_desk.model.workflow import Handling


@dataclass(frozen=True, slots=True)
class Options:
    """What a project decided about its checks."""

    profile: str = "standard"
    levels: Mapping[CheckId, str] = field(default_factory=dict)
    name_decisions: tuple[NameDecision, ...] = ()
    term_bases: tuple[str, ...] = ()
    four_eyes: bool = True


@dataclass(frozen=True, slots=True)
class Delta:
    """One change of the project with what stood before: applied forwards or backwards.

    Every pair is (before, after); None stands for "was not there". What is not named does not change.
    """

    segments: Mapping[SegmentId, tuple[Segment | None, Segment | None]] = field(default_factory=dict)
    order: Mapping[DocumentId, tuple[tuple[SegmentId, ...], tuple[SegmentId, ...]]] = field(default_factory=dict)
    documents: Mapping[DocumentId, tuple[Document | None, Document | None]] = field(default_factory=dict)
    document_order: tuple[tuple[DocumentId, ...], tuple[DocumentId, ...]] | None = None
    waivers: tuple[tuple[Waiver, ...], tuple[Waiver, ...]] | None = None
    options: tuple[Options, Options] | None = None
    title: tuple[str, str] | None = None
    comments: Mapping[str, tuple[Comment | None, Comment | None]] = field(default_factory=dict)
    terms: tuple[TermFileChange, ...] = ()

    def reversed(self) -> Delta:
        """Return the change that takes this one back."""
        return Delta(
            {key: (after, before) for key, (before, after) in self.segments.items()},
            {key: (after, before) for key, (before, after) in self.order.items()},
            {key: (after, before) for key, (before, after) in self.documents.items()},
            self.document_order and (self.document_order[1], self.document_order[0]),
            self.waivers and (self.waivers[1], self.waivers[0]),
            self.options and (self.options[1], self.options[0]),
            self.title and (self.title[1], self.title[0]),
            {key: (after, before) for key, (before, after) in self.comments.items()},
            tuple(one.reversed() for one in self.terms),
        )

    def then(self, later: Delta) -> Delta:
        """Return both changes as one; used to merge typing. Only segments may differ."""
        segments = dict(self.segments)
        for key, (before, after) in later.segments.items():
            segments[key] = (segments[key][0] if key in segments else before, after)
        return replace(self, segments=segments)

    @property
    def empty(self) -> bool:
        """Whether nothing changes."""
        return not (
            any(before != after for before, after in self.segments.values())
            or self.order
            or self.documents
            or self.document_order
            or self.waivers
            or self.options
            or self.title
            or self.comments
            or self.terms
        )


class ProjectState:
    """The project as it stands; only ``apply`` changes it, and only the session calls that."""

    def __init__(self, project: Project, last_id: int = 0) -> None:
        """Take over a project; ``last_id`` is the highest segment id its history knows, removed ones included."""
        self.title = project.title
        self.documents: dict[DocumentId, Document] = {document.id: document for document in project.documents}
        self.document_order: tuple[DocumentId, ...] = tuple(self.documents)
        self.segments: dict[SegmentId, Segment] = {}
        self.order: dict[DocumentId, tuple[SegmentId, ...]] = {}
        for document in project.documents:
            segments = project.segments.get(document.id, ())
            self.order[document.id] = tuple(segment.id for segment in segments)
            self.segments.update((segment.id, segment) for segment in segments)
        self.waivers: tuple[Waiver, ...] = project.waivers
        self.options = Options(
            project.profile,
            dict(project.check_levels),
            project.name_decisions,
            project.term_bases,
            project.four_eyes,
        )
        self.comments: dict[str, Comment] = {one.id: one for one in project.comments}
        self._remarks: dict[SegmentId, list[Comment]] | None = None
        self._last_id = max(last_id, max(self.segments, default=0))
        self._positions: dict[DocumentId, dict[SegmentId, int]] = {}

    @property
    def next_segment_id(self) -> SegmentId:
        """The id that the next new segment will get."""
        return SegmentId(self._last_id + 1)

    def new_segment_id(self) -> SegmentId:
        """Return an id that was never used in this project."""
        self._last_id = SegmentId(self._last_id + 1)
        return SegmentId(self._last_id)

    def position(self, segment_id: SegmentId) -> int:
        """Return the segment's index in its document, from 0.

        Raises:
            KeyError: There is no such segment.
        """
        document = self.segments[segment_id].document
        positions = self._positions.get(document)
        if positions is None or segment_id not in positions:
            positions = {key: index for index, key in enumerate(self.order[document])}
            self._positions[document] = positions
        return positions[segment_id]

    def document_segments(self, document: DocumentId) -> tuple[Segment, ...]:
        """Return the document's segments in reading order."""
        return tuple(self.segments[key] for key in self.order[document])

    def reading_order(self) -> Iterator[SegmentId]:
        """Return all segment ids, document after document."""
        return chain.from_iterable(map(self.order.__getitem__, self.document_order))

    def apply(self, delta: Delta) -> None:
        """Make ``delta`` true."""
        for segment_id, (_, segment) in delta.segments.items():
            if segment is None:
                self.segments.pop(segment_id, None)
            else:
                self.segments[segment_id] = segment
                self._last_id = max(self._last_id, segment_id)
        for document_id, (_, document) in delta.documents.items():
            if document is None:
                self.documents.pop(document_id, None)
                self.order.pop(document_id, None)
            else:
                self.documents[document_id] = document
                self.order.setdefault(document_id, ())
            self._positions.pop(document_id, None)
        for document_id, (_, order) in delta.order.items():
            if document_id in self.documents:
                self.order[document_id] = order
            self._positions.pop(document_id, None)
        if delta.document_order is not None:
            self.document_order = delta.document_order[1]
        if delta.waivers is not None:
            self.waivers = delta.waivers[1]
        if delta.options is not None:
            self.options = delta.options[1]
        if delta.title is not None:
            self.title = delta.title[1]
        for key, (_, comment) in delta.comments.items():
            self._remarks = None
            if comment is None:
                self.comments.pop(key, None)
            else:
                self.comments[key] = comment

    def remarks(self, segment: SegmentId) -> tuple[Comment, ...]:
        """Return the comments on a segment, oldest first."""
        if self._remarks is None:
            self._remarks = {}
            for comment in sorted(self.comments.values(), key=lambda one: one.time):
                self._remarks.setdefault(comment.segment, []).append(comment)
        return tuple(self._remarks.get(segment, ()))

    def handling(self, segment: Segment) -> Handling:
        """Return how the segment's document is handled now."""
        return self.documents[segment.document].handling

    def project(self) -> Project:
        """Return everything as one frozen value."""
        return Project(
            title=self.title,
            documents=tuple(self.documents[key] for key in self.document_order),
            segments={key: self.document_segments(key) for key in self.document_order},
            waivers=self.waivers,
            name_decisions=self.options.name_decisions,
            check_levels=dict(self.options.levels),
            profile=self.options.profile,
            term_bases=self.options.term_bases,
            comments=tuple(self.comments.values()),
            four_eyes=self.options.four_eyes,
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the record about no single segment: a document handed over, a thread closed.

    Attributes:
        kind: What kind of revision it is filed as.
        note: What happened; for a move of a document its name, then the reason after a colon.
        document: The document it is about, or "".
        title: The document's title, or the words of a comment.
    """

    kind: RevisionKind
    note: str
    document: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What a command did: the change, and how it goes into the record.

    Attributes:
        delta: The change.
        kind: Kind of the revisions it makes.
        note: What the record says about it.
        entries: What goes into the record beside the revisions of segments.
    """

    delta: Delta
    kind: RevisionKind
    note: str = ""
    entries: tuple[Entry, ...] = ()
