"""The texts of an open project as they were at one moment, for work beside the window."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass

from translator_desk.app.state import ProjectState
from translator_desk.model.document import Document
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.segment import Segment


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Documents and segments; what people change meanwhile does not show in it."""

    documents: Mapping[DocumentId, Document]
    document_order: tuple[DocumentId, ...]
    order: Mapping[DocumentId, tuple[SegmentId, ...]]
    segments: Mapping[SegmentId, Segment]

    @classmethod
    def of(cls, state: ProjectState) -> Snapshot:
        """Take the texts as they are now; to be called where the project is changed."""
        return cls(dict(state.documents), state.document_order, dict(state.order), dict(state.segments))

    def rows(self, among: Container[SegmentId] | None = None) -> Iterator[tuple[Document, Segment]]:
        """Yield the segments in reading order, each with its document; all of them, or those ``among`` some."""
        for key in self.document_order:
            for segment in self.order[key]:
                if among is None or segment in among:
                    yield self.documents[key], self.segments[segment]
