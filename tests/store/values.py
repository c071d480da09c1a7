"""Small values for the tests of the store."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from translator_desk.model.comment import Comment
from translator_desk.model.document import Byline, Document, Layout, LayoutParagraph
from translator_desk.model.ids import CheckId, DocumentId, RevisionId, SegmentId, new_revision_id
from translator_desk.model.redline import Piece, Redline
from translator_desk.model.revision import Revision, RevisionKind
from translator_desk.model.segment import Place, Segment
from translator_desk.model.state import SegmentState
from translator_desk.model.waiver import Waiver, WaiverScope
from translator_desk.model.workflow import Handling, Stage
from translator_desk.text.span import Span

TIME = dt.datetime(2026, 3, 4, 5, 6, 7, 89, tzinfo=dt.UTC)


def document(name: str = "news", paragraphs: int = 2, **fields) -> Document:
    layout = Layout(
        "plain-text",
        "utf-8",
        b"\xef\xbb\xbf",
        tuple(
            LayoutParagraph("\r\n", f"Text {number} & 𠮷", f"Text {number} &amp; 𠮷") for number in range(paragraphs)
        ),
        "\r\n",
        (("columns", "2"), ("delimiter", "\t")),
    )
    byline = Byline("来源：衡阳新闻网", dt.date(2019, 9, 25), "Jing", "From: 衡阳 | 2019-09-25")
    made = Document(
        DocumentId(name), "A title", dt.date(2019, 9, 25), "a.zh.txt", "a.en.txt", True, byline, layout, ("Home", "ICP")
    )
    made = replace(made, handling=Handling(Stage.REVIEW, True, "Li", TIME, "王芳", dt.date(2026, 3, 9)))
    return replace(made, **fields)


def segment(number: int, name: str = "news", **fields) -> Segment:
    made = Segment(SegmentId(number), DocumentId(name), 0, f"第{number}句。", f"Sentence {number}.", " ")
    return replace(made, **{"imported_target": made.target, **fields})


RICH = segment(
    9,
    state=SegmentState.REVIEWED,
    asked_back=True,
    version=4,
    target="𠮷 new\u2028end",
    redline=Redline((Piece("𠮷 "), Piece("old", None, "Li"), Piece("new", "王芳"), Piece("\u2028end"))),
    source_separator="\r\n",
    source_place=Place(3, 4),
    target_place=Place(5, 6),
    imported_target="𠮷 old",
    confidence=0.25,
    hands=("Li", "王芳"),
)


def revision(
    of: Segment, kind: RevisionKind = RevisionKind.EDIT, author: str = "Li", key: str = "", **fields
) -> Revision:
    made = Revision(
        RevisionId(key) if key else new_revision_id(),
        of.id,
        kind,
        author,
        TIME,
        max(of.version - 1, 0),
        of.source,
        of.target,
        of.redline,
        of.state,
        "a note",
    )
    return replace(made, **fields)


def waiver(words: str = "Deng Qunze", number: int = 1, scope: WaiverScope = WaiverScope.HERE) -> Waiver:
    return Waiver(
        f"print-{words}",
        CheckId("name-misspelt"),
        scope,
        DocumentId("news"),
        SegmentId(number),
        words,
        "ok",
        "Li",
        TIME,
        "王芳",
    )


def comment(key: str, number: int = 1, **fields) -> Comment:
    made = Comment(
        key,
        SegmentId(number),
        "",
        "Sentence",
        Span(0, 8),
        "Why? 为什么？",
        "Li",
        TIME,
        True,
        "before ",
        " after",
        "王芳",
    )
    return replace(made, **fields)


def edited(of: Segment, target: str) -> Segment:
    return replace(of, target=target, version=of.version + 1)
