"""Plain text: a paragraph is a line, or a run of lines where the file is broken to a fixed width."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from translator_desk.formats.base import Block, FileWarning, Handler, TextFile
from translator_desk.formats.encoding import decode
from translator_desk.formats.pieces import Piece, respell
from translator_desk.formats.text_gate import admit
from translator_desk.model.document import Layout, LayoutParagraph
from translator_desk.model.segment import Place
from translator_desk.wording import Wording

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANK = " \t\u3000\xa0"
_SENTENCE_END = re.compile(r"[.!?。！？；:：][\"'”’）)」』]*$")
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\U00020000-\U0003fffd]"
)
_BREAK = re.compile(rf"[{_BLANK}]*(?:\r\n|\r|\n)[{_BLANK}]*")
# A file is broken to a width when its lines end for want of room and not because a sentence ends.
_WIDTHS = (40, 110)
_LEAST_INNER_LINES = 3
_MOST_ENDINGS = 0.4
_MOST_OUTLIERS = 0.1
_MOST_SPREAD = 25


class _Line(NamedTuple):
    """A line without its blanks at either end, and where it stands."""

    number: int
    column: int
    start: int
    end: int
    text: str


class PlainText(Handler):
    """``.txt`` files, and text pasted from the clipboard."""

    id = "plain-text"
    title = Wording("Plain text", "纯文本")
    extensions = (".txt", ".text")

    def sniff(self, data: bytes) -> bool:
        """Return False: any text could be plain text, so its name must say so."""
        return False

    def read(self, data: bytes, path: str, *, by_line: bool = False) -> TextFile:
        """Return every line that is not blank as a block, or with ``by_line`` every line.

        Blanks at either end of a line belong to the layout. Without ``by_line`` a file broken to a fixed width has
        one block a paragraph.

        Raises:
            InputError: The encoding is unknown or a control character stands in the text.
        """
        decoded = decode(data, path)
        file = self.take(decoded.text, path, by_line=by_line)
        remarks = () if decoded.remark is None else (FileWarning(decoded.remark),)
        return replace(file, encoding=decoded.encoding, bom=decoded.bom, warnings=(*remarks, *file.warnings))

    def take(self, text: str, path: str = "", *, by_line: bool = False) -> TextFile:
        """Return text that is in no file, or decoded already, as ``read`` does.

        Raises:
            InputError: A control character stands in the text.
        """
        warnings = admit(text, path or None)
        lines = list(_lines(text))
        groups = [[line] for line in lines] if by_line else _paragraphs(lines)
        blocks: list[Block] = []
        done = 0
        for group in groups:
            start, end = group[0].start, group[-1].end
            raw = text[start:end]
            words = raw if len(group) == 1 else "".join(piece.text for piece in _pieces(raw))
            blocks.append(Block(text[done:start], words, raw, Place(group[0].number, group[0].column)))
            done = end
        newlines = Counter(_LINE_END.findall(text))
        newline = newlines.most_common(1)[0][0] if newlines else "\n"
        return TextFile(
            path=path,
            format=self.id,
            encoding="utf-8",
            bom=b"",
            blocks=tuple(blocks),
            tail=text[done:],
            options=(("break", _usual_break(blocks, newline)), ("newline", newline)),
            by_line=by_line,
            warnings=warnings,
        )

    def spell(self, paragraph: LayoutParagraph, text: str, layout: Layout) -> str:
        """Return ``text`` with the line ends of the file; a paragraph broken to a width keeps its breaks."""
        newline = layout.option("newline", "\n")

        def with_line_ends(words: str) -> str:
            return _LINE_END.sub("\n", words).replace("\n", newline)

        if paragraph.raw == paragraph.text:
            return with_line_ends(text)
        return respell(self.pieces(paragraph.raw), text, with_line_ends)

    def pieces(self, raw: str) -> list[Piece]:
        """Return the words beside the line breaks of a paragraph broken to a width."""
        return list(_pieces(raw))


handler = PlainText()


def _lines(text: str) -> Iterator[_Line]:
    """Yield every line; the end of the text is a line only where something stands on it."""
    for number, match in enumerate(_LINE.finditer(text), start=1):
        content = match[1]
        if match.start() == len(text):
            return
        lead = len(content) - len(content.lstrip(_BLANK))
        bare = content.strip(_BLANK)
        lead = lead if bare else 0
        start = match.start() + lead
        yield _Line(number, lead + 1, start, start + len(bare), bare)


def _paragraphs(lines: Sequence[_Line]) -> list[list[_Line]]:
    runs: list[list[_Line]] = [[]]
    for line in lines:
        if line.text:
            runs[-1].append(line)
        elif runs[-1]:
            runs.append([])
    runs = [run for run in runs if run]
    if _is_wrapped([line.text for run in runs for line in run[:-1]]):
        return runs
    return [[line] for run in runs for line in run]


def _is_wrapped(inner: Sequence[str]) -> bool:
    """Return whether lines with a neighbour below were broken for want of room."""
    if len(inner) < _LEAST_INNER_LINES:
        return False
    widths = sorted(len(line) + len(_WIDE.findall(line)) for line in inner)
    usual = [width for width in widths if _WIDTHS[0] <= width <= _WIDTHS[1]]
    if len(usual) < (1 - _MOST_OUTLIERS) * len(widths) or usual[-1] - usual[len(usual) // 10] > _MOST_SPREAD:
        return False
    return sum(bool(_SENTENCE_END.search(line)) for line in inner) <= _MOST_ENDINGS * len(inner)


def _pieces(raw: str) -> Iterator[Piece]:
    """Yield the characters of a broken paragraph; a break reads as a space, between Chinese characters as nothing."""
    done = 0
    for found in _BREAK.finditer(raw):
        yield from (Piece(ch, ch) for ch in raw[done : found.start()])
        joined = _WIDE.match(raw[found.start() - 1]) and _WIDE.match(raw[found.end() : found.end() + 1])
        yield Piece("" if joined else " ", found[0])
        done = found.end()
    yield from (Piece(ch, ch) for ch in raw[done:])


def _usual_break(blocks: Sequence[Block], newline: str) -> str:
    """Return what mostly stands between two paragraphs, those of some length before headings and menus."""
    steps = [(len(first.text) > 80, len(_LINE_END.findall(after.before))) for first, after in pairwise(blocks)]
    breaks = Counter(count for long, count in steps if long) or Counter(count for _, count in steps)
    return newline * max(1, breaks.most_common(1)[0][0] if breaks else 1)
