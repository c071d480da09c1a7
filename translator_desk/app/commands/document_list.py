"""The list of documents: another title, another order."""

from __future__ import annotations

from dataclasses import dataclass, replace

from translator_desk.app.commands.base import Doing
from translator_desk.app.state import Delta, ProjectState, Step
from translator_desk.errors import RefusedError
from translator_desk.model.document import Document
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.revision import RevisionKind
from translator_desk.wording import Message, say


@dataclass(frozen=True, slots=True)
class RenameDocument:
    """A document called something else in the project; its files keep their names."""

    document: DocumentId
    title: str
    typing: bool = False

    @property
    def focus(self) -> SegmentId | None:
        """Nowhere to go."""
        return None

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("renaming a document", "重命名文档")

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the document with its title.

        Raises:
            RefusedError: The title is blank, or the document is gone.
        """
        document = _document(state, self.document)
        title = " ".join(self.title.split())
        if not title:
            raise RefusedError(say("Give the document a name.", "请填写文档名称。"))
        if title == document.title:
            return Step(Delta(), RevisionKind.STATE)
        return Step(Delta(documents={document.id: (document, replace(document, title=title))}), RevisionKind.STATE)


@dataclass(frozen=True, slots=True)
class ReorderDocument:
    """A document moved in the list: ``by`` places down, or up where negative; it stops at the ends."""

    document: DocumentId
    by: int
    typing: bool = False

    @property
    def focus(self) -> SegmentId | None:
        """Nowhere to go."""
        return None

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("moving a document", "移动文档")

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the documents in their new order.

        Raises:
            RefusedError: The document is gone.
        """
        document = _document(state, self.document)
        order = list(state.document_order)
        at = order.index(document.id)
        order.insert(min(max(at + self.by, 0), len(order) - 1), order.pop(at))
        if tuple(order) == state.document_order:
            return Step(Delta(), RevisionKind.STATE)
        # The document is named as well, or nobody would be told that the structure is another.
        return Step(
            Delta(documents={document.id: (document, document)}, document_order=(state.document_order, tuple(order))),
            RevisionKind.STATE,
        )


def _document(state: ProjectState, document: DocumentId) -> Document:
    try:
        return state.documents[document]
    except KeyError:
        raise RefusedError(say("This document is no longer in the project.", "该文档已不在项目中。")) from None
