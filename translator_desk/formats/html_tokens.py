"""Takes HTML apart without changing a byte of it: what is a tag, what is a comment, what is text.

The states of the WHATWG tokenizer (HTML Living Standard 13.2.5) that a page of text needs. ``html.parser`` gives no
end of a token, and takes quadratic time on some malformed pages; this reads every page in one pass.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from translator_desk.formats.pieces import Piece

_TAG = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"([^\s=/>\"']+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))")
_QUOTES = re.compile(r"[\"'>]")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,9};?|#[xX][0-9a-fA-F]{1,8};?|[a-zA-Z][a-zA-Z0-9]{0,31};?)")
_TEXT_UNIT = re.compile(rf"(?P<reference>{_REFERENCE.pattern})|(?P<blank>[ \t\r\n\f]+)|(?P<char>.)", re.DOTALL)
_RAW_TEXT = frozenset({"script", "style", "textarea", "title", "xmp", "noembed", "noframes", "iframe"})


class TokenKind(Enum):
    """What a stretch of the file is."""

    TEXT = "text"
    OPEN = "open"
    CLOSE = "close"
    OTHER = "other"


class Token(NamedTuple):
    """One stretch of the file.

    Attributes:
        kind: OTHER is a comment, a declaration, or the inside of an element that holds no markup (a script).
        start: First code point.
        end: End, exclusive.
        name: Element name in small letters, for tags; the element around it, for the inside of a script.
    """

    kind: TokenKind
    start: int
    end: int
    name: str = ""


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens; joined again they are ``text``."""
    at = text_from = 0
    size = len(text)
    while at < size:
        at = text.find("<", at)
        if at < 0:
            break
        token = _markup(text, at)
        if token is None:
            at += 1
            continue
        if text_from < at:
            yield Token(TokenKind.TEXT, text_from, at)
        yield token
        at = text_from = token.end
        if token.kind is TokenKind.OPEN and token.name in _RAW_TEXT:
            end = _close_of(text, token.name, at)
            if end > at:
                yield Token(TokenKind.OTHER, at, end, token.name)
            at = text_from = end
    if text_from < size:
        yield Token(TokenKind.TEXT, text_from, size)


def attributes(tag: str) -> dict[str, str]:
    """Return the attributes of a tag as it stands in the file, names in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(tag):
        found.setdefault(name.lower(), html.unescape(double or single or bare))
    return found


def pieces(raw: str) -> Iterator[Piece]:
    """Yield the text of a stretch of markup beside its spelling; a run of white space reads as one space."""
    blank = False
    for token in tokens(raw):
        if token.kind is not TokenKind.TEXT:
            yield Piece("", raw[token.start : token.end])
            continue
        for unit in _TEXT_UNIT.finditer(raw, token.start, token.end):
            if unit.lastgroup == "blank":
                yield Piece("" if blank else " ", unit[0], blank)
                blank = True
            else:
                blank = False
                yield Piece(html.unescape(unit[0]) if unit.lastgroup == "reference" else unit[0], unit[0])


def escape(text: str) -> str:
    """Return ``text`` as HTML spells it between tags."""
    return html.escape(text, quote=False)


def _markup(text: str, at: int) -> Token | None:
    """Return the markup that begins at the "<" at ``at``, or None where it is a plain sign."""
    if text.startswith("<!--", at):
        end = text.find("-->", at + 4)
        return Token(TokenKind.OTHER, at, len(text) if end < 0 else end + 3)
    if text.startswith(("<!", "<?"), at):
        end = text.find(">", at)
        return Token(TokenKind.OTHER, at, len(text) if end < 0 else end + 1)
    tag = _TAG.match(text, at)
    if tag is None:
        return None
    kind = TokenKind.CLOSE if text[at + 1] == "/" else TokenKind.OPEN
    return Token(kind, at, _tag_end(text, tag.end()), tag[1].lower())


def _tag_end(text: str, at: int) -> int:
    """Return where a tag ends; a quotation mark that is never closed ends it at the next ">"."""
    fallback = -1
    while (mark := _QUOTES.search(text, at)) is not None:
        if mark[0] == ">":
            return mark.end()
        if fallback < 0:
            fallback = text.find(">", mark.end())
        closed = text.find(mark[0], mark.end())
        if closed < 0:
            break
        at = closed + 1
    return fallback + 1 if fallback >= 0 else len(text)


def _close_of(text: str, name: str, at: int) -> int:
    """Return where the end tag of an element without markup begins, or the end of the file."""
    found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(text, at)
    return found.start() if found else len(text)
