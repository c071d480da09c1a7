"""Redline, changes and digest as a report: an HTML page that needs nothing beside it, or rows for paper.

All that comes from texts and people is escaped; the page runs nothing and fetches nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from translator_desk.app.html_page import html_page
from translator_desk.app.state import ProjectState
from translator_desk.model.comment import Comment
from translator_desk.model.document import Document
from translator_desk.model.ids import SegmentId
from translator_desk.model.redline import Redline
from translator_desk.model.revision import RevisionKind
from translator_desk.model.segment import Segment
from translator_desk.model.workflow import STAGE_NAMES
from translator_desk.review.grouping import hunks, words_of
from translator_desk.review.history import DigestEntry, SegmentChange
from translator_desk.wording import Message, say

_STYLE = (
    "td.source { width: 34%; }\ntd.change { width: 60%; }\nsection + section { break-before: page; margin-top: 3rem; }"
)
_HEADS = (say("No.", "序号"), say("Chinese", "原文"), say("English", "译文"))
_WITH_SOURCE = (5, 38, 57)
_WITH_CHANGE = (5, 62, 33)
_WHAT_HEADS = (say("No.", "序号"), say("What was changed", "改动"), say("By whom and why", "何人、何故"))
_WHAT: dict[RevisionKind, Message] = {
    RevisionKind.EDIT: say("edited", "编辑"),
    RevisionKind.FIX: say("flag fixed", "修正问题"),
    RevisionKind.REPLACE: say("replaced", "替换"),
    RevisionKind.RESTORE: say("earlier text restored", "恢复旧文"),
    RevisionKind.MERGE: say("merged", "合并"),
    RevisionKind.ACCEPT: say("accepted", "接受"),
    RevisionKind.REJECT: say("rejected", "拒绝"),
    RevisionKind.AMEND: say("amended", "改定"),
}


@dataclass(frozen=True, slots=True)
class Imprint:
    """What every page says of itself.

    Attributes:
        head: Hash at the end of the project's history, which pins all that was before; "" where there is none.
        time: When the page was made (UTC).
        person: Who made it.
        language: Of headings, "en" or "zh".
    """

    head: str
    time: dt.datetime
    person: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Report:
    """What a report holds, before it becomes a page or paper.

    Attributes:
        title: What it is, with the document's name.
        facts: Lines under the title: stage, rule of four eyes, who made it when, the head of the history.
        heads: Names of the columns.
        rows: Cells of each row, as HTML without anything that runs; the first is the segment's number.
        widths: How much of the width each column takes, in hundredths.
        nothing: What is said where there are no rows.
        imprint: What the report says of itself.
    """

    title: str
    facts: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    nothing: str
    imprint: Imprint


def as_page(*reports: Report) -> str:
    """Return reports, one at least, as an HTML page that needs nothing beside it; printed, each begins a new page."""
    titles = " · ".join(report.title for report in reports)
    sections = "\n".join(f"<section>{_section(report)}</section>" for report in reports)
    return html_page(titles, sections, language=reports[0].imprint.language, style=_STYLE)


def _section(report: Report) -> str:
    body = f"<p>{escape(report.nothing)}</p>"
    if report.rows:
        kind = "source" if report.widths == _WITH_SOURCE else "change"
        names = "".join(f"<th>{escape(one)}</th>" for one in report.heads)
        rows = "\n".join(
            f'<tr><td class="number">{number}</td><td class="{kind}">{first}</td><td>{second}</td></tr>'
            for number, first, second in report.rows
        )
        body = f"<table><thead><tr>{names}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"
    facts = "<br>".join(map(escape, report.facts))
    return f'<h1>{escape(report.title)}</h1>\n<div class="facts">{facts}</div>\n{body}'


def redline_html(redline: Redline) -> str:
    """Return a text with its pending changes as HTML, whole words struck and inserted, with who did it as title."""
    out: list[str] = []
    at = 0
    for hunk in hunks(redline):
        who = escape(", ".join(sorted(hunk.authors)))
        out.append(escape(redline.target[at : hunk.target.start]))
        for piece in words_of(hunk):
            kind = "ins" if piece.stands else "del"
            words = escape(piece.text)
            out.append(words if piece.settled else f'<{kind} title="{who}">{words}</{kind}>')
        at = hunk.target.end
    out.append(escape(redline.target[at:]))
    return "".join(out)


def redline_report(state: ProjectState, document: Document, imprint: Imprint) -> Report:
    """Return a document with every change that waits for a decision, and its comments."""
    rows = [_segment_row(state, number, one) for number, one in enumerate(state.document_segments(document.id), 1)]
    title = say("Redline of {title}", "{title} 修订稿", title=document.title)
    nothing = say("The document is empty.", "文档为空。")
    return _report(state, document, title, (_HEADS, _WITH_SOURCE), rows, nothing, imprint)


def changes_report(
    state: ProjectState, document: Document, changes: Iterable[SegmentChange], since: Message, imprint: Imprint
) -> Report:
    """Return what changed in a document since a point ("since the hand-over"), segment by segment."""
    rows = [
        (
            str(state.position(one.segment.id) + 1),
            escape(one.segment.source),
            redline_html(one.redline) + "".join(_said(step.author, step.time, step.note) for step in one.steps),
        )
        for one in changes
    ]
    title = say(
        "Changes in {title} {since}",
        "{title}：{since_zh}的改动",
        title=document.title,
        since=since.render("en"),
        since_zh=since.render("zh"),
    )
    nothing = say("Nothing was changed.", "没有改动。")
    return _report(state, document, title, (_HEADS, _WITH_SOURCE), rows, nothing, imprint)


def digest_report(
    state: ProjectState, document: Document, entries: Iterable[DigestEntry], translator: str, imprint: Imprint
) -> Report:
    """Return for a translator what others did to the text of a document and why, and what they remarked on it."""
    rows: list[tuple[str, ...]] = []
    done: dict[SegmentId, list[DigestEntry]] = {}
    for entry in entries:
        done.setdefault(entry.segment, []).append(entry)
    for number, segment in enumerate(state.document_segments(document.id), 1):
        said = state.remarks(segment.id)
        rows += [(str(number), redline_html(one.redline), _step(one, imprint)) for one in done.get(segment.id, ())]
        if any(one.author != translator for one in said):
            rows.append((str(number), escape(segment.target), "".join(map(_comment, said))))
    title = say(
        "{title}: what was done to the text of {name}",
        "{title}：{name} 译文的改动",
        title=document.title,
        name=translator,
    )
    nothing = say("Nobody changed anything.", "没有他人的改动。")
    return _report(state, document, title, (_WHAT_HEADS, _WITH_CHANGE), rows, nothing, imprint)


def _step(entry: DigestEntry, imprint: Imprint) -> str:
    what = _WHAT.get(entry.revision.kind, say("changed", "更改")).render(imprint.language)
    return escape(what) + _said(entry.revision.author, entry.revision.time, entry.revision.note)


def _segment_row(state: ProjectState, number: int, segment: Segment) -> tuple[str, ...]:
    text = redline_html(segment.as_redline)
    if segment.redline is not None:
        # On paper no pointer rests on a word to tell whose it is.
        text += f'<div class="said">✎ {escape(", ".join(sorted(segment.redline.authors)))}</div>'
    return str(number), escape(segment.source), text + "".join(map(_comment, state.remarks(segment.id)))


def _said(author: str, time: dt.datetime, note: str) -> str:
    words = f": {note}" if note else ""
    return f'<div class="said">{escape(f"{author}, {_stamp(time)}{words}")}</div>'


def _comment(comment: Comment) -> str:
    quote = f"“{comment.quote}” " if comment.quote else ""
    closed = " ✓" if comment.resolved else ""
    return _said(comment.author, comment.time, f"{quote}{comment.text}{closed}")


def _report(
    state: ProjectState,
    document: Document,
    title: Message,
    columns: tuple[Sequence[Message], tuple[int, ...]],
    rows: Sequence[tuple[str, ...]],
    nothing: Message,
    imprint: Imprint,
) -> Report:
    language = imprint.language
    heads, widths = columns
    return Report(
        title.render(language),
        tuple(one.render(language) for one in _facts(state, document, imprint)),
        tuple(one.render(language) for one in heads),
        tuple(rows),
        widths,
        nothing.render(language),
        imprint,
    )


def _facts(state: ProjectState, document: Document, imprint: Imprint) -> Iterator[Message]:
    handling = document.handling
    pending = sum(one.redline is not None for one in state.document_segments(document.id))
    yield say(
        "{project} · {stage} · segments with undecided changes: {count}",
        "{project} · {stage_zh} · 有未决修改的句段：{count}",
        project=state.title,
        stage=STAGE_NAMES[handling.stage].render("en"),
        stage_zh=STAGE_NAMES[handling.stage].render("zh"),
        count=pending,
    )
    if state.options.four_eyes:
        yield say("Rule of four eyes: on", "双人复核：启用")
    else:
        yield say("Rule of four eyes: OFF for this project", "双人复核：本项目已关闭")
    yield say("Made by {person}, {time}", "{person} 制作于 {time}", person=imprint.person, time=_stamp(imprint.time))
    if imprint.head:
        yield say("History up to {head}", "历史记录截至 {head}", head=imprint.head)


def _stamp(time: dt.datetime) -> str:
    return time.astimezone(dt.UTC).strftime("%Y-%m-%d %H:%M UTC")
