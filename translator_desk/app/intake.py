"""Documents taken into an open project: read from files, pasted, given their Chinese, read anew.

Reading and pairing run in the compute lane on frozen values; the session is told in its own thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from translator_desk.app.commands.base import Command
from translator_desk.app.commands.documents import AddDocuments, ReplaceDocument
from translator_desk.app.documents import InputOptions, ReadInputs, file_text, read_file, read_inputs, read_pasted
from translator_desk.app.exports import document_text
from translator_desk.app.jobs import Lane
from translator_desk.app.reimport import Reimport, attach_source, reimport
from translator_desk.app.remarks import prefixed
from translator_desk.app.session import Session
from translator_desk.errors import DeskError, InputError, RefusedError
from translator_desk.formats.base import TableFile, TextFile
from translator_desk.formats.handlers.plain_text import handler as plain_text
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.document import Document
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.project import ImportedDocument, Project
from translator_desk.model.segment import Segment
from translator_desk.model.waiver import WaiverScope
from translator_desk.text.scripts import has_han
from translator_desk.wording import Message, say

T = TypeVar("T")
Make = Callable[[Document, tuple[Segment, ...], SegmentId], tuple[ImportedDocument, T]]
"""Returns another state of a document and what to tell about it, from its state now and the next free segment id."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """What was read, with ids that were free in the project when the reading began."""

    read: ReadInputs
    imported: tuple[ImportedDocument, ...]
    taken: frozenset[DocumentId]
    first: SegmentId


def reading_files(session: Session, options: InputOptions, term_base: TermBase) -> Callable[[], Fitted]:
    """Return the work that reads files and folders."""
    return _reading(session, lambda: read_inputs(options, term_base))


def reading_paste(
    session: Session, text: str, source: str, term_base: TermBase, *, aligned: bool
) -> Callable[[], Fitted]:
    """Return the work that reads pasted text."""
    return _reading(session, lambda: read_pasted(source, text, term_base, aligned=aligned))


def add(session: Session, fitted: Fitted) -> tuple[Message, ...]:
    """Add what was read to the project as one step; return what to tell the person about it."""
    state = session.state
    if (fitted.taken, fitted.first) != (frozenset(state.documents), state.next_segment_id):
        # Something else came into the project meanwhile.
        fitted = _fitted(fitted.read, frozenset(state.documents), state.next_segment_id)
    session.execute(AddDocuments(fitted.imported))
    return fitted.read.warnings


def _reading(session: Session, read: Callable[[], ReadInputs]) -> Callable[[], Fitted]:
    taken, first = frozenset(session.state.documents), session.state.next_segment_id
    return lambda: _fitted(read(), taken, first)


def _fitted(read: ReadInputs, taken: frozenset[DocumentId], first: SegmentId) -> Fitted:
    return Fitted(read, _renamed(read.project, set(taken), first), taken, first)


def _renamed(project: Project, taken: set[DocumentId], first: SegmentId) -> tuple[ImportedDocument, ...]:
    """Return the documents with ids that are free in the project they come to."""
    number = int(first)
    out: list[ImportedDocument] = []
    for document in project.documents:
        name, again = document.id, 2
        while name in taken:
            name, again = DocumentId(f"{document.id}-{again}"), again + 1
        taken.add(name)
        segments = []
        for segment in project.segments[document.id]:
            segments.append(replace(segment, id=SegmentId(number), document=name))
            number += 1
        out.append(ImportedDocument(replace(document, id=name), tuple(segments)))
    return tuple(out)


def attaching(path: Path, term_base: TermBase, keep: frozenset[SegmentId]) -> Make[tuple[Message, ...]]:
    """Return the work that sets the Chinese of a file beside a document.

    Args:
        path: The Chinese.
        term_base: Terms that help to pair sentences.
        keep: Segments that must not be joined with their neighbours: something is said about them.
    """
    return _attaching(lambda: _chinese(path), term_base, keep)


def taking_beside(
    chinese: Document, segments: tuple[Segment, ...], term_base: TermBase, keep: frozenset[SegmentId]
) -> Make[tuple[Message, ...]]:
    """Return the work that sets a document of Chinese alone beside another one, as ``attaching`` does."""

    def read() -> TextFile:
        # The file knows its lines; pasted text, or a file that is gone, is read from the document.
        if chinese.source_path and Path(chinese.source_path).is_file():
            return _chinese(Path(chinese.source_path))
        return plain_text.take(document_text(chinese, segments, source=True))

    return _attaching(read, term_base, keep)


def _attaching(
    read: Callable[[], TextFile], term_base: TermBase, keep: frozenset[SegmentId]
) -> Make[tuple[Message, ...]]:
    def make(
        document: Document, segments: tuple[Segment, ...], next_id: SegmentId
    ) -> tuple[ImportedDocument, tuple[Message, ...]]:
        source = read()
        imported = attach_source(document, segments, source, term_base, next_id=next_id, keep=keep)
        return imported, tuple(prefixed(source.path, one.message, one.line) for one in source.warnings)

    return make


def rereading(path: Path | None, term_base: TermBase, by_line: bool | None = None) -> Make[Reimport]:
    """Return the work that reads a document's file anew, or another one in its place.

    Args:
        path: The other file, or None.
        term_base: Terms that help to pair sentences.
        by_line: Whether line n of the Chinese belongs to line n of the English; None as it was read before.
    """

    def make(
        document: Document, segments: tuple[Segment, ...], next_id: SegmentId
    ) -> tuple[ImportedDocument, Reimport]:
        if path is None and not document.target_path:
            raise RefusedError(
                say(
                    "This document was pasted: there is no file to read anew. Choose a file.",
                    "该文档由粘贴而来，没有可重新读取的文件。请选择文件。",
                )
            )
        # What no aligner paired, the lines of two files did.
        was_by_line = document.has_source and all(one.confidence is None for one in segments)
        lines = was_by_line if by_line is None else by_line and document.has_source
        target = read_file(str(path or document.target_path), by_line=lines)
        source = _source_of(document, target, by_line=lines)
        found = reimport(
            document,
            segments,
            target,
            source,
            term_base,
            next_id=next_id,
            furniture=(frozenset(document.furniture), frozenset()),
            cut_anew=lines != was_by_line,
        )
        return ImportedDocument(found.document, found.segments), found

    return make


def exchange(
    session: Session,
    document: DocumentId,
    make: Make[T],
    lane: Lane,
    done: Callable[[T], None],
    failed: Callable[[BaseException], None],
    command: Callable[[ImportedDocument], Command] = ReplaceDocument,
) -> None:
    """Make another state of a document in the lane and put it in place as one step, by ``command``.

    Where people worked on the document meanwhile, it is made anew from what stands then.
    """
    state = session.state
    known = state.documents.get(document)
    if known is None:
        failed(RefusedError(say("This document is no longer in the project.", "该文档已不在项目中。")))
        return
    segments, next_id = state.document_segments(document), state.next_segment_id

    def put(made: tuple[ImportedDocument, T]) -> None:
        now = state.documents.get(document)
        if now is not None and (now, state.document_segments(document), state.next_segment_id) == (
            known,
            segments,
            next_id,
        ):
            imported, answer = made
            try:
                session.execute(command(imported))
            except DeskError as error:
                failed(error)
            else:
                done(answer)
        else:
            exchange(session, document, make, lane, done, failed, command)

    lane.submit(lambda: make(known, segments, next_id), put, failed)


def spoken_of(session: Session, document: DocumentId) -> frozenset[SegmentId]:
    """Return the segments of a document that were remarked on, or in which a finding was dismissed."""
    state = session.state
    waived = {one.segment for one in state.waivers if one.scope is WaiverScope.HERE}
    remarked = {one.segment for one in state.comments.values()}
    return frozenset(state.order.get(document, ())) & (waived | remarked)


def _chinese(path: Path) -> TextFile:
    file = read_file(str(path))
    if isinstance(file, TableFile):
        raise InputError(
            path,
            say(
                "this is a table of both languages: choose a file with the Chinese alone",
                "这是双语对照表：请选择只含中文的文件",
            ),
        )
    if not has_han(file_text(file)):
        raise InputError(
            path,
            say("there is no Chinese in this file: choose the source text", "文件中没有中文：请选择原文文件"),
        )
    return file


def _source_of(document: Document, target: TextFile | TableFile, *, by_line: bool) -> TextFile | None:
    """Return the Chinese of a document read anew; None where it is in no file, or in none that is there now."""
    path = document.source_path
    if path is None or isinstance(target, TableFile) or not Path(path).is_file():
        return None
    source = read_file(path, by_line=by_line)
    return source if isinstance(source, TextFile) else None
