"""Text out of the desk: the corrected file, tables of pairs and of findings, text for the clipboard."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import groupby

from translator_desk.formats.findings_csv import Finding, findings_table
from translator_desk.formats.handlers.csv_table import PAIRS, WORKING, new_table
from translator_desk.formats.registry import handler_by_id
from translator_desk.model.comment import Comment
from translator_desk.model.document import Document
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.issue import Issue
from translator_desk.model.redline import Redline
from translator_desk.model.segment import Place, Segment
from translator_desk.review.grouping import hunks

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title></head>
<body>
{body}
</body>
</html>
"""


class ExportKind(StrEnum):
    """What a document can be written as; ``FILE`` is its own kind of file with its furniture.

    All but ``WORKING`` are clean: they give the text as finished, so the gate stands before them.
    """

    FILE = "file"
    TEXT = "txt"
    HTML = "html"
    TSV = "tsv"
    CSV = "csv"
    WORKING = "working"

    @property
    def is_clean(self) -> bool:
        """Whether the text is written as finished, without marks."""
        return self is not ExportKind.WORKING


_KIND_OF_FORMAT = {"plain-text": ExportKind.TEXT, "html": ExportKind.HTML}


def written_target(document: Document, segments: Sequence[Segment]) -> bytes:
    """Return the bytes of the document's own file with the targets as they stand; unedited they are the file read."""
    return handler_by_id(document.layout.format).write(document.layout, paragraph_texts(document, segments))


def exported(document: Document, segments: Sequence[Segment], kind: ExportKind) -> bytes:
    """Return the document as a clean file of ``kind``; its own kind keeps furniture, spelling and encoding of its file."""
    if kind is ExportKind.FILE or _KIND_OF_FORMAT.get(document.layout.format) is kind:
        return written_target(document, segments)
    if kind is ExportKind.TEXT:
        return f"{document_text(document, segments)}\n".encode()
    if kind is ExportKind.HTML:
        texts = (text for text in paragraph_texts(document, segments) if text.strip())
        body = "\n".join(f"<p>{html.escape(text, quote=False)}</p>" for text in texts)
        return _PAGE.format(title=html.escape(document.title), body=body).encode()
    rows = ((one.source, one.target, str(one.id), str(one.state)) for one in segments)
    return new_table(("zh", "en", "id", "state"), rows, "\t" if kind is ExportKind.TSV else ",", PAIRS)


def working_copy(segments: Sequence[Segment], remarks: Mapping[SegmentId, Sequence[Comment]]) -> bytes:
    """Return a table of both texts as far as they are: pending changes marked, states and remarks beside them.

    Marks are those of word differences in plain text: ``[-struck-]`` and ``{+inserted+}``.
    """
    rows = (
        (
            one.source,
            one.target,
            "" if one.redline is None else marked(one.redline),
            "asked back" if one.asked_back else str(one.state),
            "\n".join(f"{said.author}: {said.text}" for said in remarks.get(one.id, ())),
            str(one.id),
        )
        for one in segments
    )
    return new_table(("zh", "en", "changes", "state", "comments", "id"), rows, "\t", WORKING)


def marked(redline: Redline) -> str:
    """Return a text with its pending changes in marks, whole words each."""
    out: list[str] = []
    at = 0
    for hunk in hunks(redline):
        out.append(redline.target[at : hunk.target.start])
        out += [f"[-{hunk.old}-]" if hunk.old else "", f"{{+{hunk.new}+}}" if hunk.new else ""]
        at = hunk.target.end
    return "".join((*out, redline.target[at:]))


def findings_csv(
    documents: Sequence[Document],
    segments: Mapping[DocumentId, Sequence[Segment]],
    issues: Sequence[Issue],
    language: str = "en",
) -> bytes:
    """Return the findings as CSV that a spreadsheet opens and no formula runs in.

    Args:
        documents: The documents, for their names.
        segments: Their segments in reading order, for numbers, places and words.
        issues: What was found, in the order to be listed.
        language: Language of headings and messages, "en" or "zh".
    """
    names = {document.id: document.target_path or document.title for document in documents}
    numbered: dict[SegmentId, tuple[int, Segment]] = {
        segment.id: (number, segment) for group in segments.values() for number, segment in enumerate(group, start=1)
    }
    rows: list[Finding] = []
    for issue in issues:
        number, segment = numbered[issue.segment]
        place = segment.target_place
        if place is not None and issue.target is not None:
            place = Place(place.line, place.column + issue.target.start)
        rows.append(Finding(names[issue.document], number, place, segment, issue))
    return findings_table(rows, language)


def document_text(document: Document, segments: Sequence[Segment], *, source: bool = False) -> str:
    """Return the text of one side for the clipboard, a paragraph a line, without furniture."""
    if not source:
        return "\n".join(text for text in paragraph_texts(document, segments) if text.strip())
    paragraphs = groupby(segments, key=lambda one: one.paragraph)
    texts = ("".join(one.source + one.source_separator for one in group).strip() for _, group in paragraphs)
    return "\n".join(text for text in texts if text)


def paragraph_texts(document: Document, segments: Sequence[Segment]) -> list[str]:
    """Return the English of every paragraph of the layout; one that no segment belongs to stays as it was.

    A sentence that the file did not have and somebody has filled in is set off by a space.
    """
    texts = [paragraph.text for paragraph in document.layout.paragraphs]
    for paragraph, group in groupby(segments, key=lambda one: one.paragraph):
        texts[paragraph] = _joined(list(group))
    return texts


def _joined(segments: Sequence[Segment]) -> str:
    text = ""
    was_added = False
    for segment in segments:
        is_added = bool(segment.target) and not segment.imported_target
        touching = text and segment.target and not text[-1].isspace() and not segment.target[0].isspace()
        if touching and (is_added or was_added):
            text += " "
        text += segment.target + segment.separator
        was_added = is_added or (was_added and not segment.target)
    return text
