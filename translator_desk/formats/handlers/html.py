"""HTML pages: each block of text is a paragraph; every tag, entity and blank of the page stays where it was.

Nothing outside the file is ever looked at: no picture, style sheet or link is followed.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from translator_desk.formats.base import Block, FileWarning, Handler, TextFile
from translator_desk.formats.encoding import decode
from translator_desk.formats.furniture_rules import PageFacts, rules
from translator_desk.formats.html_tokens import Token, TokenKind, attributes, escape, pieces, tokens
from translator_desk.formats.pieces import Piece, respell
from translator_desk.formats.places import Places
from translator_desk.formats.text_gate import admit
from translator_desk.model.document import Layout, LayoutParagraph
from translator_desk.wording import Wording

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DECLARED_WITHIN = 4096
_START = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_WORD = re.compile(r"[a-z]+")
_BLANK = " \xa0\u3000"
# Text as long as this is no menu: the element around it is a frame of the page, whatever its class is called.
_PROSE = 250
# HTML Living Standard: void elements 13.1.2, phrasing content 3.2.5.2.5 as far as it stands inside a line of text;
# every other element parts two blocks.
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "wbr"}
)
_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img"}
    | {"ins", "kbd", "label", "mark", "q", "rb", "rp", "rt", "ruby", "s", "samp", "script", "small", "span", "strike"}
    | {"strong", "style", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class Html(Handler):
    """``.html`` pages."""

    id = "html"
    title = Wording("Web page", "网页")
    extensions = (".html", ".htm", ".xhtml")

    def sniff(self, data: bytes) -> bool:
        """Return whether the file begins as a page does."""
        return _START.match(data[:_DECLARED_WITHIN].removeprefix(b"\xef\xbb\xbf")) is not None

    def read(self, data: bytes, path: str, *, by_line: bool = False) -> TextFile:
        """Return the blocks of the page; menus, forms, headers and footers by their markup are marked aside.

        Raises:
            InputError: The encoding is unknown or a control character stands in the text.
        """
        declared = _CHARSET.search(data[:_DECLARED_WITHIN])
        decoded = decode(data, path, declared[1].decode("ascii", "replace") if declared else "")
        warnings = admit(decoded.text, path)
        if decoded.remark is not None:
            warnings = (FileWarning(decoded.remark), *warnings)
        page = _Page(decoded.text)
        page.read()
        for block in page.blocks:
            admit(block.text, path)  # an entity can spell what the file itself may not hold
        return TextFile(
            path=path,
            format=self.id,
            encoding=decoded.encoding,
            bom=decoded.bom,
            blocks=tuple(page.blocks),
            tail=decoded.text[page.done :],
            options=(("break", "<br><br>"),),
            title=page.title,
            published=page.published,
            source_line=page.source_line,
            by_line=by_line,
            warnings=warnings,
        )

    def spell(self, paragraph: LayoutParagraph, text: str, layout: Layout) -> str:
        """Return ``text`` with the markup of the paragraph around the words that stayed, and special signs escaped."""
        return respell(self.pieces(paragraph.raw), text, escape)

    def pieces(self, raw: str) -> list[Piece]:
        """Return the text beside its tags, comments, entities and blanks."""
        return list(pieces(raw))


handler = Html()


@dataclass(slots=True)
class _Page:
    """Walks over the tokens of a page and gathers its blocks."""

    text: str
    blocks: list[Block] = field(default_factory=list)
    done: int = 0
    title: str = ""
    published: dt.date | None = None
    source_line: str = ""

    def read(self) -> None:
        stream = list(tokens(self.text))
        aside = _aside(stream, self.text, rules().html)
        places = Places(self.text)
        run: list[Token] = []
        heading = False
        for index, token in enumerate(stream):
            is_tag = token.kind in (TokenKind.OPEN, TokenKind.CLOSE)
            if is_tag and token.name not in _INLINE:
                self._close(run, aside[index - 1], heading, places)
                run = []
                self._note(token)
                if token.name in _HEADINGS:
                    heading = token.kind is TokenKind.OPEN
            elif token.kind is TokenKind.OTHER and token.name == "title":
                self.title = self.title or " ".join(html.unescape(self.text[token.start : token.end]).split())
            elif token.kind is not TokenKind.OTHER or run:
                run.append(token)
        if stream:
            self._close(run, aside[-1], heading, places)

    def _close(self, run: Sequence[Token], aside: bool, heading: bool, places: Places) -> None:
        """Make a block of a run of text and inline markup, from its first visible sign to its last."""
        texts = [token for token in run if token.kind is TokenKind.TEXT]
        if not texts:
            return
        start = texts[0].start
        content = list(pieces(self.text[start : texts[-1].end]))
        shown = [i for i, piece in enumerate(content) if piece.text.strip(_BLANK)]
        if not shown:
            return
        start += sum(len(piece.raw) for piece in content[: shown[0]])
        inner = content[shown[0] : shown[-1] + 1]
        raw = "".join(piece.raw for piece in inner)
        text = "".join(piece.text for piece in inner)
        self.blocks.append(Block(self.text[self.done : start], text, raw, places.of(start), heading, aside))
        self.done = start + len(raw)

    def _note(self, token: Token) -> None:
        """Take in what a meta element says about the page."""
        if token.name != "meta":
            return
        said = attributes(self.text[token.start : token.end])
        name = (said.get("name") or said.get("property") or said.get("itemprop") or "").lower()
        content = said.get("content", "").strip()
        if name in rules().html.date_meta:
            self.published = self.published or rules().date(content)
        elif name in rules().html.source_meta:
            self.source_line = self.source_line or content


def _aside(stream: Sequence[Token], text: str, facts: PageFacts) -> list[bool]:
    """Return for each token whether it stands in an element that is no running text.

    An element that is never closed sets nothing aside: a forgotten end tag must not swallow the article.
    """
    spans: list[tuple[int, int]] = []
    standing: list[tuple[str, int, bool]] = []
    depth: dict[str, int] = {}
    # How many long texts stand before each token: an element set aside by the name of its class alone holds none.
    long = (token.kind is TokenKind.TEXT and token.end - token.start > _PROSE for token in stream)
    prose = list(accumulate(long, initial=0))
    for index, token in enumerate(stream):
        if token.kind is TokenKind.OPEN and token.name not in _VOID:
            kept = token.name == "header" and any(depth.get(name) for name in facts.kept_header_inside)
            standing.append((token.name, index, not kept and _is_aside(token, text, facts)))
            depth[token.name] = depth.get(token.name, 0) + 1
        elif token.kind is TokenKind.CLOSE and depth.get(token.name):
            name = ""
            while name != token.name:
                name, start, looks_aside = standing.pop()
                depth[name] -= 1
                named = name not in facts.aside_elements
                if name == token.name and looks_aside and not (named and prose[index] > prose[start]):
                    spans.append((start, index))
    result = [False] * len(stream)
    covered = 0
    for start, end in sorted(spans):
        for index in range(max(start, covered), end):
            result[index] = True
        covered = max(covered, end)
    return result


def _is_aside(token: Token, text: str, facts: PageFacts) -> bool:
    if token.name in facts.aside_elements:
        return True
    if token.name in _INLINE or token.name in {"html", "body", "main", "article"}:
        return False
    said = attributes(text[token.start : token.end])
    words = _WORD.findall(f"{said.get('class', '')} {said.get('id', '')} {said.get('role', '')}".lower())
    return any(word in facts.aside_words for word in words)
