"""Terms of other programs taken into a term file, and terms given out to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from translator_desk.errors import InputError
from translator_desk.formats.atomic_write import atomic_write
from translator_desk.formats.terms.base import Loss, TermFormat, TermsRead, TermsWritten, laid_over
from translator_desk.formats.terms.registry import term_format_for
from translator_desk.glossary.entry import Entry, Layer
from translator_desk.glossary.merge import same
from translator_desk.glossary.new_id import new_id
from translator_desk.glossary.splice_save import Spliced, put_entry
from translator_desk.glossary.term_base import TermFile
from translator_desk.glossary.yaml_file import parse_term_file, read_term_file, term_files
from translator_desk.glossary.yaml_write import NEW_FILE, term_file_text
from translator_desk.model.ids import EntryId
from translator_desk.wording import say


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What taking terms in would do, or did.

    Attributes:
        path: The term file.
        data: Its new bytes.
        added: Ids of new entries.
        changed: Ids of entries that say something else now.
        unchanged: How many said the same already.
        losses: What the file says and an entry cannot.
    """

    path: Path
    data: bytes
    added: tuple[EntryId, ...]
    changed: tuple[EntryId, ...]
    unchanged: int
    losses: tuple[Loss, ...]


def give_out(paths: Sequence[Path], made: TermFormat) -> TermsWritten:
    """Return a file for another program with the entries of term files and folders.

    Raises:
        InputError: A term file cannot be read.
    """
    entries = [entry for path in paths for file in term_files(path) for entry in read_term_file(file).entries]
    return made.write(entries)


def read_terms(file: Path, made: TermFormat | None = None) -> TermsRead:
    """Return the terms of another program's file.

    Args:
        file: The file.
        made: Its format; by its name where None.

    Raises:
        InputError: It cannot be read; names the place and what to do.
    """
    try:
        data = file.read_bytes()
    except OSError as error:
        message = say("cannot be read: {cause}", "无法读取：{cause}", cause=error.strerror or error)
        raise InputError(file, message) from None
    return (made or term_format_for(str(file))).read(data, str(file))


def take_in(file: Path, into: Path, made: TermFormat | None = None) -> TakenIn:
    """Return what a term file would be with the terms of another program's file; nothing is written.

    An entry is known by its id, else by its Chinese and preferred English. What the other file cannot say of a known
    entry stays as it is; comments and order of the term file stay.

    Args:
        file: The other program's file.
        into: The term file; need not exist.
        made: Its format; by its name where None.

    Raises:
        InputError: One of the two cannot be read, or an entry breaks a rule of the format.
    """
    read = read_terms(file, made)
    before = into.read_bytes() if into.exists() else NEW_FILE.encode()
    spliced = Spliced(before, parse_term_file(before, str(into), Layer.PROJECT))
    return _taken(read, spliced, into)


def _taken(read: TermsRead, spliced: Spliced, into: Path) -> TakenIn:
    known = _Known(spliced.file)
    added: list[EntryId] = []
    changed: list[EntryId] = []
    unchanged = 0
    fresh = spliced.data == NEW_FILE.encode()
    for entry in read.entries:
        before = known.find(entry)
        if before is None:
            entry = replace(entry, id=entry.id or new_id(entry.kind, entry.en, known.by_id))
            added.append(entry.id)
        else:
            entry = laid_over(before, entry, read.fields)
            if same(before, entry):
                unchanged += 1
                continue
            if entry.id not in changed and entry.id not in added:
                changed.append(entry.id)
        if not fresh:
            spliced = put_entry(spliced.data, spliced.file, entry)
        known.add(entry)
    if fresh:
        data = term_file_text(tuple(known.by_id.values())).encode()
        spliced = Spliced(data, parse_term_file(data, str(into), Layer.PROJECT))
    return TakenIn(into, spliced.data, tuple(added), tuple(changed), unchanged, read.losses)


class _Known:
    """The entries of a term file by what another program may know of them."""

    def __init__(self, file: TermFile) -> None:
        self.by_id: dict[str, Entry] = {}
        self._by_words: dict[tuple[str, str], Entry] = {}
        for entry in file.entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        self.by_id[entry.id] = entry
        for zh in entry.zh:
            self._by_words.setdefault((zh, entry.plain_en), entry)

    def find(self, entry: Entry) -> Entry | None:
        if entry.id:
            return self.by_id.get(entry.id)
        found = (self._by_words.get((zh, entry.plain_en)) for zh in entry.zh)
        return next((self.by_id[one.id] for one in found if one is not None), None)


def write_taken(taken: TakenIn) -> None:
    """Write the term file; the version before stays beside it, ending in ``.bak``.

    Raises:
        StoreError: It cannot be written; it is as it was.
    """
    if taken.path.exists():
        before = taken.path.read_bytes()
        if before == taken.data:
            return
        atomic_write(taken.path.with_name(taken.path.name + ".bak"), before)
    atomic_write(taken.path, taken.data)
