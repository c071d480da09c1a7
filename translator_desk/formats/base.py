"""What a reader of files gives and a writer takes; a handler is one file of ``handlers``.

Reading is two steps. A handler takes the file apart into blocks without judging them, byte for byte; ``furniture``
then says which blocks are text, and makes the layout that the document keeps. Writing needs the layout alone.
"""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from translator_desk.formats.encoding import encode
from translator_desk.formats.pieces import Piece
from translator_desk.model.document import Layout, LayoutParagraph
from translator_desk.model.segment import Place
from translator_desk.wording import Message, Wording


@dataclass(frozen=True, slots=True)
class FileWarning:
    """Something a reader of the file ought to know, though it was taken.

    Attributes:
        message: What, and what was done about it.
        line: Line in the file, from 1, or None where it concerns the whole file.
    """

    message: Message
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One line or block of a page as it stands in the file.

    Attributes:
        before: The literal text of the file since the block before.
        text: What a person reads.
        raw: How the file spells it.
        place: Where ``raw`` begins.
        heading: Whether the file marks it as a heading.
        aside: Whether the file's markup says that it is no running text (a menu, a footer).
    """

    before: str
    text: str
    raw: str
    place: Place
    heading: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class TextFile:
    """A monolingual file taken apart: ``"".join(b.before + b.raw for b in blocks) + tail`` is its decoded text.

    Attributes:
        path: The file as the user named it; "" for pasted text.
        format: Id of the handler.
        encoding: Python codec name.
        bom: The byte order mark as read.
        blocks: In file order, furniture included.
        tail: What follows the last block.
        options: Facts the handler needs to write.
        title: Title the file declares outside its text, or "".
        published: Publication date the file declares outside its text, or None.
        source_line: Publisher the file declares outside its text, or "".
        by_line: Whether every line, empty ones too, is a block, for reading a pair line by line.
        warnings: What the reader ought to know.
    """

    path: str
    format: str
    encoding: str
    bom: bytes
    blocks: tuple[Block, ...]
    tail: str
    options: tuple[tuple[str, str], ...] = ()
    title: str = ""
    published: dt.date | None = None
    source_line: str = ""
    by_line: bool = False
    warnings: tuple[FileWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRow:
    """One pair of a bilingual table.

    Attributes:
        source: The Chinese.
        target: The English; equals the text of the layout paragraph of the same index.
        id: What the table calls the row, or "".
        note: Remark of the table, or "".
        source_place: Where the Chinese begins in the file.
        target_place: Where the English begins.
    """

    source: str
    target: str
    id: str
    note: str
    source_place: Place
    target_place: Place


@dataclass(frozen=True, slots=True)
class TableFile:
    """A bilingual table; row n belongs to paragraph n of the layout."""

    path: str
    layout: Layout
    rows: tuple[TableRow, ...]
    warnings: tuple[FileWarning, ...] = ()


class Handler(ABC):
    """Reads and writes one kind of file. Holds no state; one instance a module, named ``handler``."""

    id: ClassVar[str]
    title: ClassVar[Wording]
    extensions: ClassVar[tuple[str, ...]]
    """Lower case, with the dot."""
    holds_both: ClassVar[bool] = False
    """Whether one file holds Chinese and English."""

    @abstractmethod
    def sniff(self, data: bytes) -> bool:
        """Return whether ``data`` looks like this kind, for a file whose name says nothing."""

    @abstractmethod
    def read(self, data: bytes, path: str, *, by_line: bool = False) -> TextFile | TableFile:
        """Return the file taken apart.

        Args:
            data: The bytes of the file.
            path: The file as the user named it, for messages.
            by_line: Make every line a block of its own, empty ones too (plain text; others have blocks anyway).

        Raises:
            InputError: The file cannot be taken; names line and column where they are known.
        """

    @abstractmethod
    def spell(self, paragraph: LayoutParagraph, text: str, layout: Layout) -> str:
        """Return how the file spells ``text`` in the place of ``paragraph``, keeping what markup it can."""

    def pieces(self, raw: str) -> list[Piece]:
        """Return the text that ``raw`` spells beside its spelling, as it was read."""
        return [Piece(char, char) for char in raw]

    def break_of(self, layout: Layout) -> str:
        """Return what separates a paragraph that the file did not have from its neighbour."""
        return layout.option("break", "\n")

    def write(self, layout: Layout, paragraph_texts: Sequence[str]) -> bytes:
        """Return the bytes of the file with these texts for its paragraphs.

        Paragraphs whose text is unchanged keep their spelling; an unedited document is byte-identical.

        Raises:
            ValueError: ``paragraph_texts`` does not fit the layout (a bug of the caller).
        """
        paragraphs = layout.paragraphs
        if len(paragraph_texts) != len(paragraphs):
            raise ValueError(f"{len(paragraph_texts)} texts for {len(paragraphs)} paragraphs")
        parts: list[str] = []
        for index, (paragraph, text) in enumerate(zip(paragraphs, paragraph_texts, strict=True)):
            parts.append(paragraph.before)
            if text == paragraph.text:
                parts.append(paragraph.raw)
                continue
            spelt = self.spell(paragraph, text, layout)
            if paragraph.raw == "":
                after = paragraphs[index + 1].before if index + 1 < len(paragraphs) else layout.tail
                spelt = self._in_new_place(spelt, layout, index, paragraph.before, after)
            parts.append(spelt)
        parts.append(layout.tail)
        return layout.bom + encode("".join(parts), layout.encoding)

    def _in_new_place(self, spelt: str, layout: Layout, index: int, before: str, after: str) -> str:
        """Return ``spelt`` set off from its neighbours where the file had no place for this paragraph."""
        follows = index > 0 and before == ""
        leads = index == 0 and after == "" and len(layout.paragraphs) > 1
        if follows:
            return self.break_of(layout) + spelt
        return spelt + self.break_of(layout) if leads else spelt
