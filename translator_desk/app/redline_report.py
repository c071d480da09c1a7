"""Redline, changes and digest as one HTML page that needs nothing beside it, for mail, archive and paper.

All that comes from texts and people is escaped; the page runs nothing and fetches nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from translator_desk.app.state import ProjectState
from translator_desk.model.comment import Comment
from translator_desk.model.document import Document
from translator_desk.model.ids import SegmentId
from translator_desk.model.redline import Redline
from translator_desk.model.revision import RevisionKind
from translator_desk.model.segment import Segment
from translator_desk.model.workflow import STAGE_NAMES
from translator_desk.review.grouping import hunks
from translator_desk.review.history import DigestEntry, SegmentChange
from translator_desk.wording import Message, say

_PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<style>
body {{ font: 15px/1.6 sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; }}
h1 {{ font-size: 1.4rem; margin-bottom: 0.2rem; }}
.facts {{ color: #555; font-size: 0.85rem; overflow-wrap: anywhere; }}
table {{ border-collapse: collapse; width: 100%; margin-top: 1rem; }}
th, td {{ text-align: left; vertical-align: top; padding: 0.4rem 0.6rem; border-bottom: 1px solid #ccc; }}
td {{ white-space: pre-wrap; overflow-wrap: anywhere; }}
td.number {{ color: #777; width: 2.5rem; }}
td.source {{ width: 34%; }}
td.change {{ width: 60%; }}
del {{ color: #8a3b00; background: #ffe3cc; text-decoration: line-through; }}
ins {{ color: #0a3f8a; background: #d6e8ff; text-decoration: underline; }}
.said {{ color: #444; font-size: 0.85rem; margin-top: 0.3rem; white-space: normal; }}
@media print {{ body {{ margin: 0; max-width: none; }} tr {{ break-inside: avoid; }} thead {{ display: table-header-group; }}
  del, ins {{ background: none; color: inherit; }} ins {{ font-weight: bold; }} }}
</style></head>
<body><h1>{title}</h1>
<div class="facts">{facts}</div>
{body}
</body></html>
"""

_HEADS = (say("No.", "序号"), say("Chinese", "原文"), say("English", "译文"))
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


def redline_html(redline: Redline) -> str:
    """Return a text with its pending changes as HTML, whole words struck and inserted, with who did it as title."""
    out: list[str] = []
    at = 0
    for hunk in hunks(redline):
        who = escape(", ".join(sorted(hunk.authors)))
        out.append(escape(redline.target[at : hunk.target.start]))
        struck = [piece.text for piece in hunk.pieces if not piece.agreed and not piece.stands]
        for words in (hunk.old, *struck):
            out.append(f'<del title="{who}">{escape(words)}</del>' if words else "")
        out.append(f'<ins title="{who}">{escape(hunk.new)}</ins>' if hunk.new else "")
        at = hunk.target.end
    out.append(escape(redline.target[at:]))
    return "".join(out)


def redline_page(state: ProjectState, document: Document, imprint: Imprint) -> str:
    """Return a document with every change that waits for a decision, and its comments."""
    rows = (_segment_row(state, number, one) for number, one in enumerate(state.document_segments(document.id), 1))
    title = say("Redline of {title}", "{title} 修订稿", title=document.title)
    return _page(state, document, title, _table(_HEADS, rows, imprint), imprint)


def changes_page(
    state: ProjectState, document: Document, changes: Iterable[SegmentChange], since: Message, imprint: Imprint
) -> str:
    """Return what changed in a document since a point ("since the hand-over"), segment by segment."""
    language = imprint.language
    rows = (
        _row(
            str(state.position(one.segment.id) + 1),
            escape(one.segment.source),
            redline_html(one.redline) + "".join(_said(step.author, step.time, step.note) for step in one.steps),
        )
        for one in changes
    )
    title = say(
        "Changes in {title} {since}",
        "{title}：{since_zh}的改动",
        title=document.title,
        since=since.render("en"),
        since_zh=since.render("zh"),
    )
    body = _table(_HEADS, rows, imprint) or escape(say("Nothing was changed.", "没有改动。").render(language))
    return _page(state, document, title, body, imprint)


def digest_page(
    state: ProjectState, document: Document, entries: Iterable[DigestEntry], translator: str, imprint: Imprint
) -> str:
    """Return for a translator what others did to the text of a document and why, and what they remarked on it."""
    rows = []
    done: dict[SegmentId, list[DigestEntry]] = {}
    for entry in entries:
        done.setdefault(entry.segment, []).append(entry)
    for number, segment in enumerate(state.document_segments(document.id), 1):
        said = state.remarks(segment.id)
        steps = done.get(segment.id, ())
        rows += [_row(str(number), redline_html(one.redline), _step(one, imprint), "change") for one in steps]
        if any(one.author != translator for one in said):
            rows.append(_row(str(number), escape(segment.target), "".join(map(_comment, said)), "change"))
    title = say(
        "{title}: what was done to the text of {name}",
        "{title}：{name} 译文的改动",
        title=document.title,
        name=translator,
    )
    nothing = escape(say("Nobody changed anything.", "没有他人的改动。").render(imprint.language))
    return _page(state, document, title, _table(_WHAT_HEADS, rows, imprint) or nothing, imprint)


def _step(entry: DigestEntry, imprint: Imprint) -> str:
    what = _WHAT.get(entry.revision.kind, say("changed", "更改")).render(imprint.language)
    return escape(what) + _said(entry.revision.author, entry.revision.time, entry.revision.note)


def _segment_row(state: ProjectState, number: int, segment: Segment) -> str:
    text = redline_html(segment.redline or Redline.of(segment.target))
    if segment.redline is not None:
        # On paper no pointer rests on a word to tell whose it is.
        text += f'<div class="said">✎ {escape(", ".join(sorted(segment.redline.authors)))}</div>'
    return _row(
        str(number),
        escape(segment.source),
        text + "".join(_comment(one) for one in state.remarks(segment.id)),
    )


def _row(number: str, first: str, second: str, kind: str = "source") -> str:
    return f'<tr><td class="number">{number}</td><td class="{kind}">{first}</td><td>{second}</td></tr>'


def _said(author: str, time: dt.datetime, note: str) -> str:
    words = f": {note}" if note else ""
    return f'<div class="said">{escape(f"{author}, {_stamp(time)}{words}")}</div>'


def _comment(comment: Comment) -> str:
    quote = f"“{comment.quote}” " if comment.quote else ""
    closed = " ✓" if comment.resolved else ""
    return _said(comment.author, comment.time, f"{quote}{comment.text}{closed}")


def _table(heads: Sequence[Message], rows: Iterable[str], imprint: Imprint) -> str:
    body = "\n".join(rows)
    if not body:
        return ""
    names = "".join(f"<th>{escape(one.render(imprint.language))}</th>" for one in heads)
    return f"<table><thead><tr>{names}</tr></thead>\n<tbody>\n{body}\n</tbody></table>"


def _page(state: ProjectState, document: Document, title: Message, body: str, imprint: Imprint) -> str:
    language = imprint.language
    facts = "<br>".join(escape(one.render(language)) for one in _facts(state, document, imprint))
    return _PAGE.format(language=language, title=escape(title.render(language)), facts=facts, body=body)


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
