"""Finding words in the project, on both sides, and planning what to put in their place.

The whole text is in memory, so a scan of every segment answers in milliseconds; nothing is indexed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from translator_desk.app.commands.edit import Replacement
from translator_desk.app.state import ProjectState
from translator_desk.errors import RefusedError
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.segment import Segment
from translator_desk.text.scripts import has_han, simplify
from translator_desk.text.span import Span
from translator_desk.wording import say


class Side(StrEnum):
    """Where to look."""

    SOURCE = "source"
    TARGET = "target"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Query:
    """What to look for.

    Attributes:
        text: The words; a pattern of Python's ``re`` where ``pattern`` is set.
        side: Where.
        match_case: Tell capitals from small letters (English only; Han has none).
        whole_words: The words must not be part of a longer word.
        pattern: ``text`` is a regular expression.
        document: In this document only, or None for the project.
    """

    text: str
    side: Side = Side.BOTH
    match_case: bool = False
    whole_words: bool = False
    pattern: bool = False
    document: DocumentId | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One place found."""

    segment: SegmentId
    side: Side
    span: Span


def compiled(query: Query) -> re.Pattern[str]:
    """Return the expression that finds ``query``.

    Straight and curly quotes find one another, so does any run of white space.

    Raises:
        RefusedError: Nothing to look for, or the pattern is not one; says where.
    """
    if not query.text.strip():
        raise RefusedError(say("Type what to look for.", "请输入要查找的内容。"))
    words = query.text if query.pattern else _literal(query.text)
    if query.whole_words:
        words = rf"(?<!\w)(?:{words})(?!\w)"
    try:
        return re.compile(words, 0 if query.match_case else re.IGNORECASE)
    except re.error as error:
        raise RefusedError(
            say(
                "The pattern cannot be read at character {place}: {cause}. Put a backslash before signs meant as such.",
                "无法识别该正则表达式（第 {place} 个字符）：{cause}。若要查找符号本身，请在其前加反斜杠。",
                place=(error.pos or 0) + 1,
                cause=error.msg,
            )
        ) from None


_QUOTES = {"'": "['‘’]", "‘": "['‘’]", "’": "['‘’]", '"': '["“”]', "“": '["“”]', "”": '["“”]'}


def _literal(text: str) -> str:
    parts = (
        r"\s+" if piece.isspace() else "".join(_QUOTES.get(ch, re.escape(ch)) for ch in piece)
        for piece in re.split(r"(\s+)", text.strip())
    )
    return "".join(parts)


def find(state: ProjectState, query: Query) -> Iterator[Hit]:
    """Return the hits in reading order, source before target.

    Chinese is found in simplified and traditional spelling alike.

    Raises:
        RefusedError: As ``compiled``.
    """
    hits = finder(query)
    return (hit for key in _scope(state, query.document) for hit in hits(state.segments[key]))


def finder(query: Query) -> Callable[[Segment], list[Hit]]:
    """Return the call that finds ``query`` in one segment, for whoever looks through a large project bit by bit.

    Raises:
        RefusedError: As ``compiled``.
    """
    expression = compiled(query)
    han = has_han(query.text) and not query.pattern
    simplified = compiled(_simplified(query)) if han else expression
    in_source, in_target = query.side is not Side.TARGET, query.side is not Side.SOURCE

    def hits(segment: Segment) -> list[Hit]:
        found = []
        if in_source:
            source = simplify(segment.source) if han else segment.source
            found = [Hit(segment.id, Side.SOURCE, span) for span in _spans(simplified, source)]
        if in_target:
            found += [Hit(segment.id, Side.TARGET, span) for span in _spans(expression, segment.target)]
        return found

    return hits


def _simplified(query: Query) -> Query:
    return Query(simplify(query.text), query.side, query.match_case, query.whole_words, False, query.document)


def _spans(expression: re.Pattern[str], text: str) -> list[Span]:
    return [Span(*match.span()) for match in expression.finditer(text) if match.end() > match.start()]


def _scope(state: ProjectState, document: DocumentId | None) -> Iterable[SegmentId]:
    return state.reading_order() if document is None else state.order.get(document, ())


def replacements(state: ProjectState, query: Query, words: str) -> tuple[Replacement, ...]:
    r"""Return what replacing every hit by ``words`` would do, in reading order; the person chooses among them.

    With a pattern, ``\\1`` in ``words`` stands for its first group. A hit in capitals or with a capital keeps its
    case where the words are given in small letters.

    Raises:
        RefusedError: As ``compiled``, or ``words`` names a group the pattern does not have.
    """
    planned = _planner(query, words)
    return tuple(one for key in _scope(state, query.document) for one in planned(state.segments[key]))


def replacement_at(state: ProjectState, query: Query, words: str, hit: Hit) -> Replacement | None:
    """Return what replacing one hit would do, or None where its words have changed or are ``words`` already.

    Raises:
        RefusedError: As ``replacements``.
    """
    segment = state.segments.get(hit.segment)
    found = _planner(query, words)(segment) if segment is not None else ()
    return next((one for one in found if one.span == hit.span and one.in_source == (hit.side is Side.SOURCE)), None)


def _planner(query: Query, words: str) -> Callable[[Segment], Iterator[Replacement]]:
    expression = compiled(query)
    han = has_han(query.text) and not query.pattern
    in_source = compiled(_simplified(query)) if han else expression

    def planned(segment: Segment) -> Iterator[Replacement]:
        if query.side is not Side.TARGET:
            searched = simplify(segment.source) if han else segment.source
            yield from side(segment, in_source, searched, segment.source, is_source=True)
        if query.side is not Side.SOURCE:
            yield from side(segment, expression, segment.target, segment.target, is_source=False)

    def side(
        segment: Segment, wanted: re.Pattern[str], searched: str, text: str, *, is_source: bool
    ) -> Iterator[Replacement]:
        for match in wanted.finditer(searched):
            old = text[match.start() : match.end()]
            put = _expanded(match, words) if query.pattern else _in_case_of(old, words, query.match_case)
            if old and put != old:
                yield Replacement(segment.id, Span(match.start(), match.end()), old, put, is_source)

    return planned


def _expanded(match: re.Match[str], words: str) -> str:
    try:
        return match.expand(words)
    except (re.error, IndexError):
        raise RefusedError(
            say(
                "The replacement names a group that the pattern does not have.",
                "替换内容引用了表达式中不存在的分组。",
            )
        ) from None


def _in_case_of(found: str, words: str, match_case: bool) -> str:
    if match_case or words != words.lower() or not words:
        return words
    if len(found) > 1 and found.isupper():
        return words.upper()
    return words[0].upper() + words[1:] if found[:1].isupper() else words


def occurrences(state: ProjectState, words: str, replacement: str) -> tuple[Replacement, ...]:
    """Return every place of the project where exactly ``words`` stands as whole words: a quick fix done everywhere."""
    query = Query(words, Side.TARGET, match_case=True, whole_words=True)
    return tuple(
        Replacement(place.segment, place.span, place.old, replacement)
        for place in replacements(state, query, replacement)
        if place.old == words
    )
