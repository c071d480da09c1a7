"""Rows of the project file to values and back; the only place that knows both."""

from __future__ import annotations

import datetime as dt
import json
import zlib
from collections.abc import Sequence
from typing import Any

from translator_desk.model.comment import Comment
from translator_desk.model.document import Byline, Document, Layout, LayoutParagraph
from translator_desk.model.ids import CheckId, DocumentId, RevisionId, SegmentId
from translator_desk.model.project import NameDecision
from translator_desk.model.redline import Piece, Redline
from translator_desk.model.revision import Revision, RevisionKind
from translator_desk.model.segment import Place, Segment
from translator_desk.model.state import SegmentState
from translator_desk.model.waiver import Waiver, WaiverScope
from translator_desk.model.workflow import Handling, Stage
from translator_desk.text.span import Span

Row = Sequence[Any]
Record = dict[str, Any]

SEGMENT_COLUMNS = (
    "id, document, position, paragraph, source, target, separator, state, asked_back, version, pieces, "
    "source_separator, source_line, source_column, target_line, target_column, imported_target, confidence, hands"
)
DOCUMENT_COLUMNS = (
    "id, position, title, date, source_path, target_path, has_source, byline, furniture, layout, handling"
)


# One encoder for all: json.dumps would make one for each row, at a third of the cost of an import.
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def to_json(value: object) -> str:
    """Return the one spelling of a value: sorted keys, no spaces, nothing escaped that need not be."""
    return _ENCODER.encode(value)


# The spelling of one text in ``to_json``; named here because an import spells hundreds of thousands of them.
_quoted = json.encoder.encode_basestring
# Looked up once: the value of an enumeration's member costs more than the rest of its column.
_STATE_TEXTS = {state: state.value for state in SegmentState}
_KIND_TEXTS = {kind: kind.value for kind in RevisionKind}


def segment_row(segment: Segment, position: int) -> tuple[Any, ...]:
    """Return a segment in the order of ``SEGMENT_COLUMNS``."""
    source_place, target_place = segment.source_place, segment.target_place
    return (
        segment.id,
        segment.document,
        position,
        segment.paragraph,
        segment.source,
        segment.target,
        segment.separator,
        _STATE_TEXTS[segment.state],
        int(segment.asked_back),
        segment.version,
        None if segment.redline is None else to_json(_pieces(segment.redline)),
        segment.source_separator,
        source_place.line if source_place else None,
        source_place.column if source_place else None,
        target_place.line if target_place else None,
        target_place.column if target_place else None,
        # Most segments stand as imported: None says so and halves the file.
        None if segment.imported_target == segment.target else segment.imported_target,
        segment.confidence,
        to_json(segment.hands) if segment.hands else None,
    )


_STATES = {state.value: state for state in SegmentState}


def segment_of_row(row: Row) -> Segment:
    """Return the segment of a row in the order of ``SEGMENT_COLUMNS``."""
    return Segment(
        SegmentId(row[0]),
        DocumentId(row[1]),
        row[3],
        row[4],
        row[5],
        row[6],
        _STATES[row[7]],
        bool(row[8]),
        row[9],
        None if row[10] is None else _redline(json.loads(row[10])),
        row[11],
        None if row[12] is None else Place(row[12], row[13]),
        None if row[14] is None else Place(row[14], row[15]),
        row[5] if row[16] is None else row[16],
        row[17],
        () if row[18] is None else tuple(json.loads(row[18])),
    )


def _pieces(redline: Redline) -> list[list[str | None]]:
    return [[piece.text, piece.inserted_by, piece.removed_by] for piece in redline.pieces]


def _redline(pieces: list[list[Any]]) -> Redline:
    return Redline(tuple(Piece(*piece) for piece in pieces))


def document_row(document: Document, position: int) -> tuple[Any, ...]:
    """Return a document in the order of ``DOCUMENT_COLUMNS``."""
    byline = document.byline
    layout = document.layout
    paragraphs = [[one.before, one.text, None if one.raw == one.text else one.raw] for one in layout.paragraphs]
    packed = {
        "format": layout.format,
        "encoding": layout.encoding,
        "bom": layout.bom.hex(),
        "paragraphs": paragraphs,
        "tail": layout.tail,
        "options": layout.options,
    }
    return (
        document.id,
        position,
        document.title,
        _iso(document.date),
        document.source_path,
        document.target_path,
        int(document.has_source),
        to_json([byline.source_line, _iso(byline.published), byline.translator, byline.line]),
        to_json(document.furniture),
        zlib.compress(to_json(packed).encode("utf-8", "surrogatepass"), 1),
        None if document.handling == Handling() else _handling_json(document.handling),
    )


_LARGEST_LAYOUT = 1 << 28
"""Bytes; a text of fifty megabytes, the largest the desk reads, stays far below."""


def _unpacked(packed: bytes) -> bytes:
    unpacker = zlib.decompressobj()
    content = unpacker.decompress(packed, _LARGEST_LAYOUT)
    if not unpacker.eof:
        raise ValueError("a layout that is cut off or larger than any text")
    return content


def document_of_row(row: Row) -> Document:
    """Return the document of a row in the order of ``DOCUMENT_COLUMNS``."""
    source_line, published, translator, line = json.loads(row[7])
    packed = json.loads(_unpacked(row[9]).decode("utf-8", "surrogatepass"))
    layout = Layout(
        packed["format"],
        packed["encoding"],
        bytes.fromhex(packed["bom"]),
        tuple(
            LayoutParagraph(before, text, text if raw is None else raw) for before, text, raw in packed["paragraphs"]
        ),
        packed["tail"],
        tuple((name, value) for name, value in packed["options"]),
    )
    return Document(
        DocumentId(row[0]),
        row[2],
        _date(row[3]),
        row[4],
        row[5],
        bool(row[6]),
        Byline(source_line, _date(published), translator, line),
        layout,
        tuple(json.loads(row[8])),
        Handling() if row[10] is None else _handling(json.loads(row[10])),
    )


def _handling_json(handling: Handling) -> str:
    return to_json(
        {
            "stage": handling.stage.value,
            "tracked": handling.tracked,
            "handed_by": handling.handed_by,
            "handed_time": None if handling.handed_time is None else handling.handed_time.isoformat(),
            "assignee": handling.assignee,
            "due": _iso(handling.due),
        }
    )


def _handling(one: Record) -> Handling:
    time = one["handed_time"]
    return Handling(
        Stage(one["stage"]),
        one["tracked"],
        one["handed_by"],
        None if time is None else dt.datetime.fromisoformat(time),
        one["assignee"],
        _date(one["due"]),
    )


def _iso(date: dt.date | None) -> str | None:
    return None if date is None else date.isoformat()


def _date(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def revision_record(revision: Revision) -> str:
    """Return a revision as the text that is kept and hashed: ``to_json`` of its fields, put together by hand.

    A file of a hundred thousand segments has as many first revisions; the encoder would take most of its import.
    """
    pieces = "null" if revision.redline is None else to_json(_pieces(revision.redline))
    return (
        f'{{"author":{_quoted(revision.author)},"base_version":{revision.base_version},"id":{_quoted(revision.id)},'
        f'"kind":"{_KIND_TEXTS[revision.kind]}","note":{_quoted(revision.note)},"pieces":{pieces},'
        f'"segment":{revision.segment},"source":{_quoted(revision.source)},"state":"{_STATE_TEXTS[revision.state]}",'
        f'"target":{_quoted(revision.target)},"time":"{revision.time.isoformat()}"}}'
    )


def revision_of_record(text: str) -> Revision:
    """Return the revision of a kept text."""
    one: Record = json.loads(text)
    return Revision(
        RevisionId(one["id"]),
        SegmentId(one["segment"]),
        RevisionKind(one["kind"]),
        one["author"],
        dt.datetime.fromisoformat(one["time"]),
        one["base_version"],
        one["source"],
        one["target"],
        None if one["pieces"] is None else _redline(one["pieces"]),
        SegmentState(one["state"]),
        one["note"],
    )


def waiver_record(waiver: Waiver) -> str:
    """Return a dismissal as it is kept."""
    return to_json(
        {
            "fingerprint": waiver.fingerprint,
            "check": waiver.check,
            "scope": waiver.scope.value,
            "document": waiver.document,
            "segment": waiver.segment,
            "words": waiver.words,
            "reason": waiver.reason,
            "author": waiver.author,
            "time": waiver.time.isoformat(),
            "seen_by": waiver.seen_by,
        }
    )


def waiver_of_record(text: str) -> Waiver:
    """Return the dismissal of a kept text."""
    one: Record = json.loads(text)
    return Waiver(
        one["fingerprint"],
        CheckId(one["check"]),
        WaiverScope(one["scope"]),
        DocumentId(one["document"]),
        SegmentId(one["segment"]),
        one["words"],
        one["reason"],
        one["author"],
        dt.datetime.fromisoformat(one["time"]),
        one.get("seen_by", ""),
    )


def comment_record(comment: Comment) -> str:
    """Return a remark as it is kept."""
    return to_json(
        {
            "id": comment.id,
            "segment": comment.segment,
            "answers": comment.answers,
            "quote": comment.quote,
            "span": None if comment.span is None else [comment.span.start, comment.span.end],
            "text": comment.text,
            "author": comment.author,
            "time": comment.time.isoformat(),
            "resolved": comment.resolved,
            "before": comment.before,
            "after": comment.after,
            "resolved_by": comment.resolved_by,
        }
    )


def comment_of_record(text: str) -> Comment:
    """Return the remark of a kept text."""
    one: Record = json.loads(text)
    return Comment(
        one["id"],
        SegmentId(one["segment"]),
        one["answers"],
        one["quote"],
        None if one["span"] is None else Span(*one["span"]),
        one["text"],
        one["author"],
        dt.datetime.fromisoformat(one["time"]),
        one["resolved"],
        one.get("before", ""),
        one.get("after", ""),
        one.get("resolved_by", ""),
    )


def decisions_json(decisions: Sequence[NameDecision]) -> str:
    """Return name decisions as they are kept."""
    return to_json([[one.first, one.second, one.same, one.author] for one in decisions])


def decisions_of_json(text: str | None) -> tuple[NameDecision, ...]:
    """Return the name decisions of a kept text."""
    return tuple(NameDecision(*one) for one in json.loads(text or "[]"))
