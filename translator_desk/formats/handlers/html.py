"""Web pages: text blocks are paragraphs, inline markup stays where it was, everything else comes back byte for byte."""

from __future__ import annotations

import html as entities
import re
from html.parser import HTMLParser

from translator_desk.formats.base import Block, FileWarning, Handler, TableFile, TextFile
from translator_desk.formats.encoding import decode
from translator_desk.formats.pieces import Piece, respell
from translator_desk.formats.text_gate import admit
from translator_desk.model.document import Layout, LayoutParagraph
from translator_desk.model.segment import Place
from translator_desk.wording import Wording

_INLINE = frozenset(
    "a abbr b bdi bdo cite code data dfn em font i kbd mark q s samp small span strong sub sup time u var".split()
)
_ASIDE = frozenset("nav header footer menu aside script style noscript template select button form".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_HEADING = re.compile(r"h[1-6]$")
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?")
_TAG = re.compile(r"<[^>]*>")


class Html(Handler):
    """Reads with positions from the standard parser; nothing external is ever opened."""

    id = "html"
    title = Wording("Web page", "网页")
    extensions = (".html", ".htm", ".xhtml")

    def sniff(self, data: bytes) -> bool:
        """Return whether the file begins like a page."""
        return data.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html"))

    def read(self, data: bytes, path: str, *, by_line: bool = False) -> TextFile | TableFile:
        """Return the blocks of text of a page.

        Raises:
            InputError: The encoding is unknown or a control character stands in the text.
        """
        declared = re.search(rb"charset=[\"']?([\w-]+)", data[:2048])
        decoded = decode(data, path, declared[1].decode("ascii") if declared else "")
        warnings = admit(decoded.text, path)
        if decoded.remark is not None:
            warnings = (FileWarning(decoded.remark), *warnings)
        parser = _Blocks(decoded.text)
        parser.feed(decoded.text)
        parser.close()
        parser.end_block(len(decoded.text))
        blocks: list[Block] = []
        done = 0
        for start, end, aside, heading in parser.blocks:
            raw = decoded.text[start:end]
            lead = len(raw) - len(raw.lstrip())
            start, end = start + lead, start + len(raw.rstrip())
            raw = decoded.text[start:end]
            shown = "".join(piece.text for piece in _pieces(raw))
            if not shown.strip():
                continue
            line = decoded.text.count("\n", 0, start) + 1
            column = start - decoded.text.rfind("\n", 0, start)
            blocks.append(Block(decoded.text[done:start], shown, raw, Place(line, column), heading, aside))
            done = end
        return TextFile(
            path,
            self.id,
            decoded.encoding,
            decoded.bom,
            tuple(blocks),
            decoded.text[done:],
            (("break", "<br>"),),
            entities.unescape(parser.title.strip()),
            warnings=warnings,
        )

    def spell(self, paragraph: LayoutParagraph, text: str, layout: Layout) -> str:
        """Return ``text`` with the paragraph's inline markup put back around the words that stayed."""
        return respell(list(_pieces(paragraph.raw)), text, lambda words: entities.escape(words, quote=False))


handler = Html()


def _pieces(raw: str) -> list[Piece]:
    """Return markup and characters of a block; a run of white space reads as one space."""
    pieces: list[Piece] = []
    at = 0
    for match in re.finditer(rf"{_TAG.pattern}|{_ENTITY.pattern}|\s+", raw):
        pieces += [Piece(ch, ch) for ch in raw[at : match.start()]]
        found = match[0]
        if found.startswith("<"):
            pieces.append(Piece("", found))
        elif found.startswith("&"):
            pieces.append(Piece(entities.unescape(found), found))
        else:
            pieces.append(Piece(" ", found))
        at = match.end()
    return pieces + [Piece(ch, ch) for ch in raw[at:]]


class _Blocks(HTMLParser):
    """Collects the runs of text between block tags, as offsets of the file."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self._starts = [0]
        for match in re.finditer("\n", text):
            self._starts.append(match.end())
        self.blocks: list[tuple[int, int, bool, bool]] = []
        self.title = ""
        self._open: int | None = None
        self._stack: list[str] = []

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self.end_block(self._offset())
            if tag not in _VOID:
                self._stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE:
            self.end_block(self._offset())

    def handle_endtag(self, tag: str) -> None:
        if tag in _INLINE:
            return
        self.end_block(self._offset())
        if tag in self._stack:
            while self._stack.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._stack[-1:] == ["title"]:
            self.title += data
        elif self._open is None and data.strip() and self._stack[-1:] not in (["script"], ["style"]):
            self._open = self._offset()

    def handle_entityref(self, name: str) -> None:
        self.handle_data("&")

    def handle_charref(self, name: str) -> None:
        self.handle_data("&")

    def end_block(self, at: int) -> None:
        """Close the run of text that ends before the tag at ``at``."""
        if self._open is not None:
            aside = any(tag in _ASIDE for tag in self._stack)
            self.blocks.append((self._open, at, aside, any(_HEADING.match(tag) for tag in self._stack)))
            self._open = None
