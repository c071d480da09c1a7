"""A document: where it came from, what it says about itself, and how its file is put together."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from translator_desk.model.ids import DocumentId
from translator_desk.model.workflow import Handling


@dataclass(frozen=True, slots=True)
class Byline:
    """What the page says about itself, set aside from the text to be checked.

    Attributes:
        source_line: Who published it, as printed ("衡阳市电子政务办").
        published: Publication date, or None.
        translator: Translator credit as printed ("Jing"), or "".
        line: The byline as it stands in the file.
    """

    source_line: str = ""
    published: dt.date | None = None
    translator: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True)
class LayoutParagraph:
    """One paragraph of text inside its file.

    Attributes:
        before: The literal text of the file between the paragraph before and this one (furniture, blank lines,
            markup), never shown, never changed.
        text: The paragraph as read: its targets and separators joined, as they stood at import.
        raw: How the file spells ``text`` (entities, markup, quoting); equal to ``text`` in plain text.
    """

    before: str
    text: str
    raw: str


@dataclass(frozen=True, slots=True)
class Layout:
    """How the target file is put together, so that an unedited document is written back byte for byte.

    The decoded file is ``"".join(p.before + p.raw for p in paragraphs) + tail``.

    Attributes:
        format: Id of the format handler that reads and writes it ("plain-text", "html", "csv-table").
        encoding: Python codec name without BOM variants ("utf-8", "utf-16-le", "gb18030").
        bom: The byte order mark as read, b"" if none.
        paragraphs: In file order; a segment names its paragraph by index.
        tail: What follows the last paragraph.
        options: Facts the handler needs to write (a table's delimiter, its columns), as sorted pairs.
    """

    format: str
    encoding: str
    bom: bytes
    paragraphs: tuple[LayoutParagraph, ...]
    tail: str
    options: tuple[tuple[str, str], ...] = ()

    def option(self, name: str, default: str = "") -> str:
        """Return a fact the handler noted at reading."""
        return dict(self.options).get(name, default)


@dataclass(frozen=True, slots=True)
class Document:
    """One text of a project.

    Attributes:
        id: Stable in the project; from the file's name, made unique.
        title: First line of the text, or the file's name.
        date: Publication date, or None; given by the byline or by the person.
        source_path: File of the Chinese, or None: then the document is target-only.
        target_path: File of the English, or "" for pasted text.
        has_source: Whether Chinese is at hand.
        byline: What the page says about itself.
        layout: How the target file is put together.
        furniture: The lines set aside as site furniture, for showing greyed or not at all.
        handling: How far it has come between translation and print, and who has it.
    """

    id: DocumentId
    title: str
    date: dt.date | None
    source_path: str | None
    target_path: str
    has_source: bool
    byline: Byline
    layout: Layout
    furniture: tuple[str, ...] = ()
    handling: Handling = field(default_factory=Handling)
