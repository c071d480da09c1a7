"""Terms of other programs taken into a term file, and terms given out to them."""

from __future__ import annotations

import codecs
import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from translator_desk.app.glossary_edits import GlossaryEdits, SaveOutcome
from translator_desk.app.glossary_undo import bytes_on_disk
from translator_desk.errors import InputError
from translator_desk.formats.atomic_write import atomic_write
from translator_desk.formats.terms.base import Fault, Loss, TermFormat, TermsRead, TermsWritten, laid_over, named_in
from translator_desk.formats.terms.registry import term_format_for
from translator_desk.glossary.entry import Entry, Form, Layer
from translator_desk.glossary.merge import same
from translator_desk.glossary.new_entry import with_variant
from translator_desk.glossary.new_id import new_id
from translator_desk.glossary.source_index import source_forms
from translator_desk.glossary.splice_save import Spliced, put_entry
from translator_desk.glossary.yaml_file import parse_term_file, read_term_file, term_files
from translator_desk.glossary.yaml_write import NEW_FILE, entry_data, item_text, term_file_text
from translator_desk.model.ids import EntryId
from translator_desk.text.normalize import fold_key
from translator_desk.wording import say

_FEW = 20
"""Entries; more new ones are put at the end of the file at once, fewer each beside its neighbours."""


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
    incoming = preview(read, spliced.file.entries)
    wanted = {one.entry.id: one for one in incoming if one.standing is not Standing.SAME}
    result = _put_all(spliced, [one.entry for one in wanted.values()], str(into))
    added = tuple(dict.fromkeys(one.entry.id for one in incoming if one.standing is Standing.NEW))
    changed = dict.fromkeys(one.entry.id for one in incoming if one.standing is Standing.CHANGED)
    return TakenIn(
        into,
        result.data,
        added,
        tuple(key for key in changed if key not in added),
        sum(one.standing is Standing.SAME for one in incoming),
        read.losses,
    )


def _put_all(spliced: Spliced, entries: Sequence[Entry], path: str) -> Spliced:
    """Return a term file with many entries changed or added; what is in no file yet goes to the end at once."""
    there = {entry.id for entry in spliced.file.entries}
    for entry in entries:
        if entry.id in there:
            spliced = put_entry(spliced.data, spliced.file, entry)
    new = [entry for entry in entries if entry.id not in there]
    if len(new) > _FEW and not there:
        data = term_file_text(tuple(new)).encode()
        return Spliced(data, parse_term_file(data, path, spliced.file.layer))
    if len(new) > _FEW and spliced.data.endswith(b"\n") and not spliced.data.startswith(codecs.BOM_UTF8):
        data = spliced.data + "".join(item_text(entry_data(entry)) for entry in new).encode()
        with contextlib.suppress(InputError):  # another indentation: one by one
            return Spliced(data, parse_term_file(data, path, spliced.file.layer))
    for entry in new:
        spliced = put_entry(spliced.data, spliced.file, entry)
    return spliced


class Standing(StrEnum):
    """How an entry of another program stands to those known."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    CONFLICT = "conflict"


class OnConflict(StrEnum):
    """What becomes of a term that is known in other English."""

    VARIANT = "variant"
    PREFER = "prefer"


@dataclass(frozen=True, slots=True)
class Incoming:
    """An entry of another program's file.

    Attributes:
        entry: As it would be in the term file; what the other file cannot say stays as it is known.
        standing: How it stands to the entries known.
        before: The entry it would change, or the one that renders the same Chinese otherwise; None for a new one.
    """

    entry: Entry
    standing: Standing
    before: Entry | None = None

    def settled(self, how: OnConflict) -> Entry:
        """Return the entry to be saved where it is a conflict: the known one with the other English."""
        if self.standing is not Standing.CONFLICT or self.before is None:
            return self.entry
        known = self.before
        for form in (self.entry.en, *(one.en for one in self.entry.also)):
            known = with_variant(known, form)
        if how is OnConflict.PREFER:
            also = (Form(known.en), *(one for one in known.also if one.en != self.entry.en))
            known = replace(known, en=self.entry.en, also=also)
        return known


def preview(read: TermsRead, known: Iterable[Entry], beside: Iterable[Entry] = ()) -> tuple[Incoming, ...]:
    """Return what taking in each entry of a file would mean, in the order of the file; nothing is changed.

    An entry is known by its id, else by its Chinese and preferred English.

    Args:
        read: The other program's file.
        known: The entries it may change.
        beside: Entries with which a new one is compared by its Chinese: rendered otherwise, it is a conflict.
    """
    there = _Known(known)
    by_zh: dict[str, Entry] = {}
    for entry in beside:
        for zh in source_forms(entry):
            by_zh.setdefault(zh, entry)
    found = []
    for entry in read.entries:
        before = there.find(entry)
        if before is not None:
            said = laid_over(before, entry, read.fields)
            entry = said if entry.id else _added_to(before, said)
            found.append(Incoming(entry, Standing.SAME if same(before, entry) else Standing.CHANGED, before))
        else:
            entry = replace(entry, id=entry.id or new_id(entry.kind, entry.en, there.by_id))
            other = next((by_zh[zh] for zh in source_forms(entry) if zh in by_zh), None)
            agrees = other is None or fold_key(entry.en) in {fold_key(form) for form in other.accepted}
            if other is not None and agrees:
                found.append(Incoming(entry, Standing.SAME, other))
                continue
            if other is not None:
                found.append(Incoming(entry, Standing.CONFLICT, other))
                continue
            found.append(Incoming(entry, Standing.NEW))
        there.add(entry)
    return tuple(found)


def _added_to(known: Entry, said: Entry) -> Entry:
    """Return an entry known by its words alone with what a file says beside that: what it leaves out is not gone."""
    also = {one.en: one for one in (*known.also, *said.also)}
    avoid = {one.en: one for one in (*known.avoid, *said.avoid)}
    return replace(
        said,
        zh=tuple(dict.fromkeys((*known.zh, *said.zh))),
        also=tuple(also.values()),
        short=tuple(dict.fromkeys((*known.short, *said.short))),
        avoid=tuple(avoid.values()),
        note=said.note or known.note,
        source=said.source or known.source,
    )


def take_chosen(edits: GlossaryEdits, entries: Sequence[Entry], layer: Layer, why: str) -> SaveOutcome:
    """Save entries of another program's file into the project's or the house's own term file, at once.

    Raises:
        InputError: The term file on disk cannot be read, or an entry breaks a rule of the format.
        StoreError: It cannot be written; it is as it was.
    """
    once = list({entry.id: entry for entry in entries}.values())
    path, home = edits.home("", layer)
    base = bytes_on_disk(path)
    base = NEW_FILE.encode() if base is None else base
    result = _put_all(Spliced(base, parse_term_file(base, str(path), home)), once, str(path))
    return edits.put_text(path, home, base, result.data, why=why)


def loss_report(file: str, losses: Sequence[Loss], faults: Sequence[Fault], language: str) -> str:
    """Return what did not come along and which rules a file breaks, as text to be kept."""
    lines = [file, ""]
    for loss in losses:
        lines.append(loss.message.render(language))
        lines += [f"  {named_in(language, where)}" for where in loss.where]
    for fault in faults:
        lines.append(f"{fault.line or '?'}: {fault.message.render(language)}")
    return "\n".join(lines) + "\n"


class _Known:
    """Entries by what another program may know of them."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.by_id: dict[str, Entry] = {}
        self._by_words: dict[tuple[str, str], Entry] = {}
        for entry in entries:
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
