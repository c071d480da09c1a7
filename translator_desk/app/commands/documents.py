"""Documents coming, going, read anew; what is known about them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from translator_desk.app.commands.base import Doing
from translator_desk.app.state import Delta, ProjectState, Step
from translator_desk.errors import RefusedError
from translator_desk.model.document import Document
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.project import ImportedDocument
from translator_desk.model.revision import RevisionKind
from translator_desk.model.segment import Segment
from translator_desk.wording import Message, say


@dataclass(frozen=True, slots=True)
class AddDocuments:
    """Documents read from files or pasted; their segment ids must be new to the project."""

    imported: tuple[ImportedDocument, ...]
    typing: bool = False

    @property
    def focus(self) -> SegmentId | None:
        """The first new segment."""
        return next((one.segments[0].id for one in self.imported if one.segments), None)

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("adding documents", "添加文档")

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the project with the documents at its end."""
        segments: dict[SegmentId, tuple[Segment | None, Segment | None]] = {}
        documents: dict[DocumentId, tuple[Document | None, Document | None]] = {}
        order: dict[DocumentId, tuple[tuple[SegmentId, ...], tuple[SegmentId, ...]]] = {}
        for one in self.imported:
            documents[one.document.id] = (None, one.document)
            order[one.document.id] = ((), tuple(segment.id for segment in one.segments))
            segments.update((segment.id, (None, segment)) for segment in one.segments)
        return Step(
            Delta(segments, order, documents, (state.document_order, (*state.document_order, *documents))),
            RevisionKind.IMPORT,
        )


@dataclass(frozen=True, slots=True)
class ReplaceDocument:
    """A document read anew: its file changed, or the Chinese was attached."""

    imported: ImportedDocument
    typing: bool = False

    @property
    def focus(self) -> SegmentId | None:
        """Its first segment."""
        return self.imported.segments[0].id if self.imported.segments else None

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("reading “{title}” anew", "重新读入“{title}”", title=self.imported.document.title)

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the document's segments exchanged; those with the same id keep their history."""
        document = self.imported.document
        old = state.documents[document.id]
        order = state.order[document.id]
        segments: dict[SegmentId, tuple[Segment | None, Segment | None]] = {
            segment_id: (state.segments[segment_id], None) for segment_id in order
        }
        for segment in self.imported.segments:
            before = state.segments.get(segment.id)
            after = segment if before is None else replace(segment, version=before.version + 1)
            if before is not None and replace(after, version=before.version) == before:
                after = before
            segments[segment.id] = (before, after)
        new_order = tuple(segment.id for segment in self.imported.segments)
        return Step(
            Delta(
                {key: pair for key, pair in segments.items() if pair[0] is not pair[1]},
                {document.id: (order, new_order)},
                {document.id: (old, document)},
            ),
            RevisionKind.IMPORT,
        )


@dataclass(frozen=True, slots=True)
class RemoveDocument:
    """A document taken out of the project; undo brings it back."""

    document: DocumentId
    typing: bool = False

    @property
    def focus(self) -> None:
        """Nowhere to go."""
        return

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("removing a document", "移除文档")

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the project without it.

        Raises:
            RefusedError: The document is gone.
        """
        if self.document not in state.documents:
            raise RefusedError(say("This document is no longer in the project.", "该文档已不在项目中。"))
        order = state.order[self.document]
        left = tuple(key for key in state.document_order if key != self.document)
        return Step(
            Delta(
                {key: (state.segments[key], None) for key in order},
                {self.document: (order, ())},
                {self.document: (state.documents[self.document], None)},
                (state.document_order, left),
            ),
            RevisionKind.IMPORT,
        )


@dataclass(frozen=True, slots=True)
class TakeBeside:
    """A document of Chinese alone becomes the Chinese of another one.

    Attributes:
        imported: The other document with that Chinese beside it.
        chinese: The document of Chinese alone; it goes.
    """

    imported: ImportedDocument
    chinese: DocumentId
    typing: bool = False

    @property
    def focus(self) -> SegmentId | None:
        """The first segment of the pair."""
        return ReplaceDocument(self.imported).focus

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("attaching the Chinese of “{title}”", "为“{title}”对齐原文", title=self.imported.document.title)

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the pair in place of both.

        Raises:
            RefusedError: The Chinese is gone.
        """
        taken = RemoveDocument(self.chinese).run(state, doing).delta
        paired = ReplaceDocument(self.imported).run(state, doing).delta
        return Step(
            Delta(
                {**taken.segments, **paired.segments},
                {**taken.order, **paired.order},
                {**taken.documents, **paired.documents},
                taken.document_order,
            ),
            RevisionKind.IMPORT,
        )


@dataclass(frozen=True, slots=True)
class SetDocumentDate:
    """The publication date given by a person, for a document that does not say."""

    document: DocumentId
    date: dt.date | None
    typing: bool = False

    @property
    def focus(self) -> None:
        """Nowhere to go."""
        return

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("date of a document", "设定文档日期")

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the document with the date."""
        document = state.documents[self.document]
        return Step(Delta(documents={document.id: (document, replace(document, date=self.date))}), RevisionKind.STATE)
