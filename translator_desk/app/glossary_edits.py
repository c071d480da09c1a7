"""Changes of entries from inside the desk: saved into the right file, laid together with what others did meanwhile.

A shipped file is never written: a change of a shipped entry becomes an override in the project's or the person's file.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from translator_desk.app.glossary_files import GlossaryFiles
from translator_desk.app.glossary_history import record, record_all
from translator_desk.app.glossary_text import TermFileText
from translator_desk.errors import InputError, RefusedError
from translator_desk.formats.atomic_write import atomic_write
from translator_desk.glossary.entry import Entry, Layer
from translator_desk.glossary.merge import join_entries, merge_entry, same
from translator_desk.glossary.splice_merge import EntryConflict, Side, merge_files
from translator_desk.glossary.splice_save import (
    Spliced,
    delete_entry,
    hide_entry,
    put_entry,
    rename_references,
    show_entry,
)
from translator_desk.glossary.term_base import TermBase, TermFile
from translator_desk.glossary.yaml_file import parse_term_file
from translator_desk.glossary.yaml_write import NEW_FILE
from translator_desk.model.ids import EntryId
from translator_desk.wording import say

HOUSE_FILE = "house.yaml"


@dataclass(frozen=True, slots=True)
class SaveOutcome:
    """What came of a save.

    Attributes:
        saved: Whether it was written. If not, somebody changed the same entry meanwhile: see ``conflicts``.
        term_base: The terms in force now.
        path: The file concerned.
        entry: The entry as it stands now, the other's change included; None where it is gone.
        conflicts: Fields both changed, each otherwise; ``("entry",)`` where one deleted it.
        theirs: What the file says now, where there are conflicts.
        asked: Each entry that must be decided about, where there are conflicts.
    """

    saved: bool
    term_base: TermBase
    path: Path
    entry: Entry | None
    conflicts: tuple[str, ...] = ()
    theirs: Entry | None = None
    asked: tuple[EntryConflict, ...] = ()


class GlossaryEdits:
    """Saves changes of entries.

    Args:
        files: The term files in force; the project's first entry goes into the last of its places.
        author: Who sits at the desk.
        now: The time of day, UTC.

    Attributes:
        author: Who sits at the desk now.
    """

    def __init__(self, files: GlossaryFiles, author: str, now: Callable[[], dt.datetime]) -> None:
        self._files = files
        self.author = author
        self._now = now

    @property
    def files(self) -> GlossaryFiles:
        """The term files in force."""
        return self._files

    def is_override(self, entry_id: str) -> bool:
        """Return whether an own entry stands over one of a farther layer."""
        found = self._files.shadowed(entry_id)
        return len({one.layer for one in found}) > 1

    def home(self, entry_id: str, layer: Layer | None = None) -> tuple[Path, Layer]:
        """Return the file a change of an entry is written to.

        Args:
            entry_id: Its id.
            layer: The layer wanted; None is the nearest whose files speak of the entry, else the project's.
        """
        own = [
            (path, file.layer)
            for path, file in self._files.files.items()
            if file.layer is not Layer.SHIPPED and layer in (None, file.layer) and _speaks_of(file, entry_id)
        ]
        if own:
            return own[-1]
        layer = layer or Layer.PROJECT
        there = [path for path, file in self._files.files.items() if file.layer is layer]
        if layer is Layer.HOUSE:
            if self._files.places.house is None:
                raise RefusedError(say("There is no house glossary here.", "此处没有个人术语库。"))
            return (there[0] if there else self._files.places.house / HOUSE_FILE), layer
        if not there and not self._files.places.project:
            raise RefusedError(say("There is no project to keep the entry in.", "没有可存放词条的项目。"))
        return (there[-1] if there else self._files.places.project[-1]), Layer.PROJECT

    def put(
        self,
        entry: Entry,
        base: Entry | None,
        *,
        layer: Layer | None = None,
        instead_of: str | None = None,
        why: str = "",
        overwrite: bool = False,
    ) -> SaveOutcome:
        """Change or add an entry; an override where it is a shipped one.

        Args:
            entry: The entry as it shall be.
            base: The entry as it was when the person began to change it; None for a new one.
            layer: The layer it is written to; None is the nearest whose files speak of it, else the project's.
            instead_of: The id it had, where that changes; offices that name it follow in all own files.
            why: The reason, for the record.
            overwrite: Where somebody else changed the same fields meanwhile, these are written; what the other
                changed beside them stays.

        Raises:
            InputError: The entry breaks a rule of the format, or its file on disk cannot be read as it is now.
            RefusedError: The id is taken, or a shipped entry shall be renamed.
            StoreError: The file cannot be written; it is as it was.
        """
        old_id = instead_of or entry.id
        renamed = old_id != entry.id
        path, home = self.home(old_id, layer)
        if renamed and any(one.layer is not home for one in self._files.shadowed(old_id)):
            raise RefusedError(
                say(
                    "“{id}” is an entry of another layer, or stands over one, and keeps its id; make a new entry instead.",
                    "“{id}”属于或覆盖其他层级的词条，其 id 不能更改；请另建词条。",
                    id=old_id,
                )
            )
        if renamed and self._files.term_base.entry(entry.id) is not None:
            raise RefusedError(
                say("The id “{id}” is taken; choose another one.", "id“{id}”已被使用；请另选一个。", id=entry.id)
            )
        data, file = self._on_disk(path, home)
        theirs = next((one for one in file.entries if one.id == old_id), None)
        # An override's first save: what it was made from stands in another file and is no change of this one.
        was = base if base is not None and (theirs is not None or base.layer is home) else None
        merged = merge_entry(was, replace(entry, id=EntryId(old_id)), theirs)
        if merged.conflicts and not overwrite:
            asked = (EntryConflict(old_id, merged.conflicts, entry, theirs),)
            return SaveOutcome(False, self._files.term_base, path, entry, merged.conflicts, theirs, asked)
        result = replace(merged.entry or entry, id=entry.id)
        spliced = put_entry(data, file, result, instead_of=instead_of)
        if renamed:
            spliced = rename_references(spliced.data, spliced.file, old_id, entry.id)
        self._write(path, home, data, spliced)
        record(path, theirs, result, self.author, self._now(), why)
        if renamed:
            self._rename_elsewhere(path, old_id, entry.id)
        return SaveOutcome(True, self._files.term_base, path, self._files.term_base.entry(entry.id))

    def delete(self, base: Entry, *, why: str = "", overwrite: bool = False) -> SaveOutcome:
        """Delete an own entry; of an override that is reverting it: what it stood over is in force again.

        Raises:
            RefusedError: It is a shipped entry: switch it off instead.
            InputError: Its file on disk cannot be read as it is now.
            StoreError: The file cannot be written; it is as it was.
        """
        path, layer = self.home(base.id, base.layer)
        if base.layer is Layer.SHIPPED:
            raise RefusedError(
                say(
                    "“{id}” is a shipped entry and cannot be deleted; switch it off instead.",
                    "“{id}”是随附词条，不能删除；可将其停用。",
                    id=base.id,
                )
            )
        data, file = self._on_disk(path, layer)
        theirs = next((one for one in file.entries if one.id == base.id), None)
        if theirs is not None and not same(base, theirs) and not overwrite:
            asked = (EntryConflict(base.id, ("entry",), None, theirs),)
            return SaveOutcome(False, self._files.term_base, path, None, ("entry",), theirs, asked)
        if theirs is not None:
            self._write(path, layer, data, delete_entry(data, file, base.id))
            record(path, theirs, None, self.author, self._now(), why)
        return SaveOutcome(True, self._files.term_base, path, self._files.term_base.entry(base.id))

    def put_text(
        self,
        path: Path,
        layer: Layer,
        base: bytes,
        text: bytes,
        *,
        why: str = "",
        resolved: Mapping[str, Side] | None = None,
    ) -> SaveOutcome:
        """Save a whole term file as somebody typed it, laid together with what others wrote meanwhile.

        Args:
            path: An own term file.
            layer: Its layer.
            base: Its bytes when the person began to type.
            text: Its bytes as the person wants them.
            why: The reason, for the record of every entry that changes.
            resolved: Whose version counts of the entries that both changed, once that was asked.

        Returns:
            What came of it; ``asked`` names the entries to decide about where it is not saved.

        Raises:
            InputError: The text, or the file on disk, cannot be read.
            StoreError: The file cannot be written; it is as it was.
        """
        data, file = self._on_disk(path, layer)
        merged = merge_files(base, text, data, str(path), layer, resolved)
        if merged.conflicts:
            return SaveOutcome(False, self._files.term_base, path, None, asked=merged.conflicts)
        if merged.data != data:
            self._write(path, layer, data, Spliced(merged.data, merged.file))
            record_all(path, file.entries, merged.file.entries, self.author, self._now(), why)
        return SaveOutcome(True, self._files.term_base, path, None)

    def put_into_text(
        self,
        text: TermFileText,
        entry: Entry,
        *,
        why: str = "",
        resolved: Mapping[str, Side] | None = None,
    ) -> SaveOutcome:
        """Save an entry together with all else that somebody typed into its file and did not save.

        Args:
            text: The file as it was typed.
            entry: The entry as it is to be; its id stays.
            why: The reason, for the record of every entry that changes.
            resolved: Whose version counts of the entries that both changed, once that was asked.

        Raises:
            InputError: The text, the entry, or the file on disk, cannot be read.
            RefusedError: A layout in which nothing can be changed safely.
            StoreError: The file cannot be written; it is as it was.
        """
        data = text.with_entry(entry).data
        saved = self.put_text(text.path, text.layer, text.base, data, why=why, resolved=resolved)
        return replace(saved, entry=self._files.term_base.entry(entry.id)) if saved.saved else saved

    def switch_off(self, entry_id: str, *, layer: Layer | None = None, why: str = "") -> SaveOutcome:
        """Take an entry out of force without deleting it.

        Raises:
            InputError: The file on disk cannot be read as it is now.
            StoreError: The file cannot be written; it is as it was.
        """
        path, home = self.home(entry_id, layer)
        data, file = self._on_disk(path, home)
        before = self._files.term_base.entry(entry_id)
        self._write(path, home, data, hide_entry(data, file, entry_id))
        record(path, before, None, self.author, self._now(), why or "disabled")
        return SaveOutcome(True, self._files.term_base, path, None)

    def switch_on(self, entry_id: str, *, why: str = "") -> SaveOutcome:
        """Put an entry in force again that was switched off.

        Raises:
            InputError: The file on disk cannot be read as it is now.
            StoreError: The file cannot be written; it is as it was.
        """
        path, layer = self.home(entry_id)
        data, file = self._on_disk(path, layer)
        if any(one == entry_id for one, _ in file.disabled):
            self._write(path, layer, data, show_entry(data, file, entry_id))
            entry = self._files.term_base.entry(entry_id)
            record(path, None, entry, self.author, self._now(), why or "enabled")
        return SaveOutcome(True, self._files.term_base, path, self._files.term_base.entry(entry_id))

    def join(self, kept: Entry, other: Entry, *, why: str = "") -> SaveOutcome:
        """Make one entry of two that name the same thing; ``other`` goes, offices that named it name ``kept``.

        Raises:
            InputError: A file on disk cannot be read as it is now.
            RefusedError: ``other`` is a shipped entry that cannot be switched off here.
            StoreError: A file cannot be written.
        """
        outcome = self.put(join_entries(kept, other), kept, why=why)
        if not outcome.saved:
            return outcome
        stays_below = other.layer is Layer.SHIPPED or self.is_override(other.id)
        gone = self.switch_off(other.id, why=why) if stays_below else self.delete(other, why=why)
        if not gone.saved:
            return gone
        self._rename_elsewhere(None, other.id, kept.id)
        return replace(outcome, term_base=self._files.term_base)

    def _rename_elsewhere(self, done: Path | None, old_id: str, new_id: str) -> None:
        for path, file in list(self._files.files.items()):
            named = {name for one in file.entries for office in one.offices for name in (office.post, office.place)}
            if path != done and file.layer is not Layer.SHIPPED and old_id in named:
                data, file = self._on_disk(path, file.layer)
                self._write(path, file.layer, data, rename_references(data, file, old_id, new_id))

    def _on_disk(self, path: Path, layer: Layer) -> tuple[bytes, TermFile]:
        """Return a file as it is now; a new one where there is none."""
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            data = NEW_FILE.encode()
        except OSError as error:
            message = say("cannot be read: {cause}", "无法读取：{cause}", cause=error.strerror or error)
            raise InputError(path, message) from None
        known = self._files.files.get(path)
        if known is not None and data == self._files.content(path):
            return data, known
        return data, parse_term_file(data, str(path), layer)

    def _write(self, path: Path, layer: Layer, before: bytes, spliced: Spliced) -> None:
        """Write a file whole, and the content before it, which was valid, to a file ending in ``.bak``."""
        if path.exists():
            if path.read_bytes() != before:
                raise RefusedError(
                    say(
                        "{path} was changed by somebody else this very moment; save once more.",
                        "{path} 刚刚被他人修改；请再保存一次。",
                        path=path,
                    )
                )
            atomic_write(path.with_name(path.name + ".bak"), before)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
        atomic_write(path, spliced.data)
        self._files.accept(path, layer, spliced.data, spliced.file)


def _speaks_of(file: TermFile, entry_id: str) -> bool:
    return any(one.id == entry_id for one in file.entries) or any(one == entry_id for one, _ in file.disabled)
