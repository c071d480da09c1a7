"""Tells the text of a page from what the site puts around it: menus, sponsor lines, bylines, credits.

Two witnesses: patterns that ship as data, and lines that several files of one import share at their head or foot.
Whatever neither of them knows stays text: a menu line that is checked costs a glance, a sentence that is not checked
may cost more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from translator_desk.formats.base import Block, TextFile
from translator_desk.formats.furniture_rules import Rules, rules
from translator_desk.model.document import Byline, Layout, LayoutParagraph
from translator_desk.model.segment import Place

_LONGEST_LINE = 300
_SENTENCE_END = re.compile(r"[.!?。！？；;…][\"'”’）)」』]*$")
_HEAD_BLOCKS = 4
_MENU_RUN = 3
_MENU_WORDS = 8
_LEAST_FILES = 3
_MOST_ALIKE = 0.5


class _Kind(Enum):
    TEXT = "text"
    FURNITURE = "furniture"
    BYLINE = "byline"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True)
class Page:
    """A file with its furniture set aside.

    Attributes:
        layout: How the file is put together; its paragraphs are the text.
        places: Where each paragraph begins.
        title: First line of the text, or what the file declares.
        byline: What the page says about itself.
        furniture: The lines set aside, bylines not included.
    """

    layout: Layout
    places: tuple[Place, ...]
    title: str
    byline: Byline
    furniture: tuple[str, ...]


def set_aside(file: TextFile, repeated: frozenset[str] = frozenset()) -> Page:
    """Return the page of ``file``; lines in ``repeated`` at its head or foot are furniture.

    A file read line by line keeps every line as text, and only its byline is read.
    """
    judged = _Judged(file, repeated)
    kinds = judged.kinds
    if file.by_line:
        kinds = [_Kind.TEXT] * len(kinds)
    paragraphs: list[LayoutParagraph] = []
    places: list[Place] = []
    aside: list[str] = []
    before = ""
    for block, kind in zip(file.blocks, kinds, strict=True):
        if kind is _Kind.TEXT:
            paragraphs.append(LayoutParagraph(before + block.before, block.text, block.raw))
            places.append(block.place)
            before = ""
        else:
            before += block.before + block.raw
            if kind is not _Kind.BYLINE and block.text:
                aside.append(block.text)
    layout = Layout(
        file.format, file.encoding, file.bom, tuple(paragraphs), before + file.tail, tuple(sorted(file.options))
    )
    return Page(layout, tuple(places), judged.title(kinds), judged.byline(), tuple(aside))


def repeated_lines(files: Sequence[TextFile]) -> frozenset[str]:
    """Return the lines that several of ``files`` share and that may be furniture of their site.

    Two files tell only where they are different texts: two versions of one article share everything.
    """
    lines = [frozenset(b.text for b in file.blocks if b.text and len(b.text) <= _LONGEST_LINE) for file in files]
    lines = list(dict.fromkeys(lines))
    if len(lines) < 2:
        return frozenset()
    if len(lines) < _LEAST_FILES and len(lines[0] & lines[1]) > _MOST_ALIKE * min(map(len, lines)):
        return frozenset()
    counts = Counter(line for one in lines for line in one)
    return frozenset(line for line, count in counts.items() if count >= 2 and not _SENTENCE_END.search(line))


class _Judged:
    """The blocks of one file, each with its kind, found in the order: markup, patterns, byline, head and foot."""

    def __init__(self, file: TextFile, repeated: frozenset[str]) -> None:
        self._file = file
        self._rules: Rules = rules()
        self._bylines: list[Byline] = []
        self._translator = ""
        self._headline: int | None = None
        blocks = file.blocks
        self.kinds = [_Kind.FURNITURE if block.aside else _Kind.TEXT for block in blocks]
        self._by_pattern(blocks)
        self._by_position(blocks, repeated)
        if _Kind.TEXT not in self.kinds:
            # A page of nothing but menu lines is a list somebody wants to check.
            self.kinds = [_Kind.FURNITURE if block.aside else _Kind.TEXT for block in blocks]

    def title(self, kinds: Sequence[_Kind]) -> str:
        blocks = self._file.blocks
        texts = [i for i, kind in enumerate(kinds) if kind is _Kind.TEXT and blocks[i].text]
        heading = next((i for i in texts if blocks[i].heading), None)
        best = heading if heading is not None else self._headline
        if best is None or best not in texts:
            best = texts[0] if texts else None
        return blocks[best].text if best is not None else self._file.title

    def byline(self) -> Byline:
        """Return what the bylines say, the first one first, completed by what the file declares."""
        first = self._bylines[0] if self._bylines else Byline()
        published = next((b.published for b in self._bylines if b.published), self._file.published)
        source = next((b.source_line for b in self._bylines if b.source_line), self._file.source_line)
        return replace(first, published=published, source_line=source, translator=self._translator)

    def _by_pattern(self, blocks: Sequence[Block]) -> None:
        texts_before = 0
        for index, block in enumerate(blocks):
            if self.kinds[index] is not _Kind.TEXT or not block.text:
                continue
            if len(block.text) <= _LONGEST_LINE and self._known_line(index, block, texts_before):
                continue
            texts_before += 1

    def _known_line(self, index: int, block: Block, texts_before: int) -> bool:
        facts = self._rules
        translator = facts.credit(block.text)
        byline = None if translator else facts.byline(block.text)
        if translator:
            self.kinds[index] = _Kind.CREDIT
            self._translator = self._translator or translator
        elif byline is not None and (byline.source_line or self._is_head(index, texts_before)):
            self.kinds[index] = _Kind.BYLINE
            self._bylines.append(byline)
        elif not block.heading and facts.is_site_line(block.text):
            self.kinds[index] = _Kind.FURNITURE
        else:
            return False
        return True

    def _is_head(self, index: int, texts_before: int) -> bool:
        """Return whether a bare date here dates the page; further down it is the date of the document itself."""
        bullets = sum(self._is_bullet(b) for b in self._file.blocks[:index])
        return texts_before - bullets <= _HEAD_BLOCKS

    def _by_position(self, blocks: Sequence[Block], repeated: frozenset[str]) -> None:
        first_byline = next((i for i, kind in enumerate(self.kinds) if kind is _Kind.BYLINE), None)
        if first_byline is not None:
            above = [i for i in range(first_byline) if self.kinds[i] is _Kind.TEXT and blocks[i].text]
            items = [i for i in above if not self._is_bullet(blocks[i])]
            self._headline = items[-1] if items else None
            self._menus([i for i in above if i != self._headline])
        else:
            self._menus(self._leading_bullets(blocks))
        self._shared(range(len(blocks)), repeated)
        self._shared(range(len(blocks) - 1, -1, -1), repeated)

    def _leading_bullets(self, blocks: Sequence[Block]) -> list[int]:
        found: list[int] = []
        for index, block in enumerate(blocks):
            if not block.text or self.kinds[index] is not _Kind.TEXT:
                continue
            if not self._is_bullet(block) or _SENTENCE_END.search(block.text):
                break
            found.append(index)
        return found if len(found) >= _MENU_RUN and len(found) < sum(bool(b.text) for b in blocks) else []

    def _menus(self, above: Sequence[int]) -> None:
        """Set aside the lines above a headline that are items of a menu or the name of a section."""
        blocks = self._file.blocks
        short = [i for i in above if not blocks[i].heading and self._is_short(blocks[i].text)]
        for index in short:
            block = blocks[index]
            if self._is_bullet(block) or len(short) >= _MENU_RUN or self._rules.is_section(block.text):
                self.kinds[index] = _Kind.FURNITURE

    def _shared(self, order: Sequence[int], repeated: frozenset[str]) -> None:
        """Set aside shared lines from one end of the file to the first line that is its own."""
        for index in order:
            block = self._file.blocks[index]
            if not block.text or self.kinds[index] is not _Kind.TEXT:
                continue
            if block.text not in repeated or block.heading or index == self._headline:
                return
            self.kinds[index] = _Kind.FURNITURE

    def _is_bullet(self, block: Block) -> bool:
        return block.text[:1] in self._rules.bullets

    @staticmethod
    def _is_short(text: str) -> bool:
        han = sum("\u4e00" <= ch <= "\u9fff" for ch in text)
        words = len(text.split()) + han // 2
        return words <= 2 * _MENU_WORDS and not _SENTENCE_END.search(text)
