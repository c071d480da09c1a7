"""A term file as text in a pane of the desk: read, looked over while it is typed, given back byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from translator_desk.app.glossary_files import GlossaryFiles
from translator_desk.app.glossary_lint import Finding, lint_text
from translator_desk.errors import InputError, RefusedError
from translator_desk.glossary.entry import Entry, Layer
from translator_desk.glossary.splice_merge import hunks, lines_of
from translator_desk.glossary.splice_save import put_entry
from translator_desk.glossary.strict_text import decoded, read_bytes
from translator_desk.glossary.term_base import TermBase, TermFile
from translator_desk.glossary.yaml_file import parse_term_file
from translator_desk.glossary.yaml_write import NEW_FILE
from translator_desk.model.ids import EntryId

_BOM = "\ufeff".encode()


@dataclass(frozen=True, slots=True)
class TermFileText:
    """A term file while somebody looks at it or types in it.

    Attributes:
        path: The file.
        layer: Its layer; a shipped one is only read.
        base: Its bytes when the person began; those of a new file where there was none.
        text: The text, with a line feed for every line break of two signs.
    """

    path: Path
    layer: Layer
    base: bytes
    text: str

    @property
    def data(self) -> bytes:
        """The bytes of the text: byte order mark and line breaks as in ``base``, those of untouched lines to the byte."""
        bom = _BOM if self.base.startswith(_BOM) else b""
        if b"\r\n" not in self.base:
            return bom + self.text.encode("utf-8", "surrogatepass")
        old = lines_of(self.base.decode("utf-8-sig", "replace"))
        made: list[str] = []
        at = 0
        newline = "\r\n" if sum(line.endswith("\r\n") for line in old) * 2 >= len(old) else "\n"
        for first, last, lines in hunks([line.replace("\r\n", "\n") for line in old], lines_of(self.text)):
            made += old[at:first]
            made += [line[:-1] + newline if line.endswith("\n") else line for line in lines]
            at = last
        return bom + "".join([*made, *old[at:]]).encode("utf-8", "surrogatepass")

    @property
    def changed(self) -> bool:
        """Whether something was typed."""
        return self.text != _shown(self.base)

    def typed(self, text: str) -> TermFileText:
        """Return the file with another text."""
        return replace(self, text=text)

    def given_up(self) -> TermFileText:
        """Return the file as it was when the person began."""
        return replace(self, text=_shown(self.base))

    def after_save(self, saved: bytes) -> TermFileText:
        """Return the file once ``saved`` of it was written: what was typed since begins from there."""
        return replace(self, base=saved)

    def with_entry(self, entry: Entry) -> TermFileText:
        """Return the text with one entry changed or added, every other line as it is.

        Raises:
            InputError: The text cannot be read as it is.
            RefusedError: A layout in which nothing can be changed safely.
        """
        data = self.data
        spliced = put_entry(data, parse_term_file(data, str(self.path), self.layer), entry)
        return replace(self, text=_shown(spliced.data))


def read_text(files: GlossaryFiles, path: Path) -> TermFileText:
    """Return a file as it is on disk now, whether its entries can be read or not; for the lane of the files.

    Raises:
        InputError: It cannot be opened, or is no text in UTF-8.
    """
    layer = next((one for known, one in files.places.files() if known == path), Layer.PROJECT)
    data = read_bytes(path) if path.exists() else NEW_FILE.encode()
    decoded(data, str(path))
    return TermFileText(path, layer, data, _shown(data))


def with_entries(text: TermFileText, entries: Iterable[Entry]) -> tuple[TermFileText, tuple[Entry, ...]]:
    """Return the text with those entries changed that can be, and these; for the lane of the files."""
    taken = []
    for entry in entries:
        try:
            text = text.with_entry(entry)
        except (InputError, RefusedError):
            continue
        taken.append(entry)
    return text, tuple(taken)


@dataclass(frozen=True, slots=True)
class TextLook:
    """What a text was found to say.

    Attributes:
        text: The text.
        file: What it says, None while it cannot be read.
        term_base: The terms that would be in force if it were saved, None where it could not be.
        findings: What keeps it from being read; once it can be, what is wrong with its entries.
        entries: What it says of each entry, by id; empty while it cannot be read.
    """

    text: TermFileText
    file: TermFile | None
    term_base: TermBase | None
    findings: tuple[Finding, ...]
    entries: Mapping[EntryId, Entry]

    def is_of(self, text: TermFileText) -> bool:
        """Return whether this is what ``text`` says; of a large one to compare the letters takes milliseconds."""
        return self.text is text or (self.text.path == text.path and self.text.text == text.text)


def look_at(files: GlossaryFiles, text: TermFileText) -> TextLook:
    """Return what a text says, as if it were saved; for the lane of the files."""
    others = [file for path, file in files.files.items() if path != text.path]
    file, term_base, findings = lint_text(text.data, text.path, text.layer, others, files.term_base)
    entries = {one.id: one for one in reversed(file.entries)} if file is not None else {}
    return TextLook(text, file, term_base, findings, entries)


@lru_cache(maxsize=4)  # asked at every pause of typing, of files of megabytes too
def _shown(data: bytes) -> str:
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
