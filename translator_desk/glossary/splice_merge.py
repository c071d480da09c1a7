"""Lays two versions of one term file together that were both made from a third, comments and order included.

Lines are merged first; then every entry is made to say what comes of both changes of it, so that nothing hangs on
where lines happened to meet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from translator_desk.errors import InputError
from translator_desk.glossary.entry import Entry, Layer
from translator_desk.glossary.merge import merge_entry
from translator_desk.glossary.splice_nodes import LINE_BREAK
from translator_desk.glossary.splice_save import Spliced, delete_entry, hide_entry, put_entry, show_entry
from translator_desk.glossary.strict_text import decoded
from translator_desk.glossary.term_base import TermFile
from translator_desk.glossary.yaml_file import parse_term_file
from translator_desk.glossary.yaml_write import same_content

_BOM = "\ufeff".encode()


class Side(StrEnum):
    """Whose version of an entry counts where both cannot."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class EntryConflict:
    """An entry that two people changed so that both cannot be kept.

    Attributes:
        entry_id: Its id.
        fields: The fields concerned; ``("entry",)`` where one deleted it or switched it off, or both made it.
        mine: As I left it; None where I deleted it or switched it off.
        theirs: As it stands in the file now, likewise.
    """

    entry_id: str
    fields: tuple[str, ...]
    mine: Entry | None
    theirs: Entry | None


@dataclass(frozen=True, slots=True)
class MergedFile:
    """What comes of two versions of a file.

    Attributes:
        data: Its bytes; with my version of the entries in ``conflicts``.
        file: What they say.
        conflicts: Entries to be asked about.
    """

    data: bytes
    file: TermFile
    conflicts: tuple[EntryConflict, ...] = ()


@dataclass(frozen=True, slots=True)
class _Said:
    """What a file says of an id: an entry, that it is off, or nothing."""

    entry: Entry | None = None
    off: bool = False

    def agrees(self, other: _Said) -> bool:
        return self.off == other.off and same_content(self.entry, other.entry)


_NOTHING = _Said()


def merge_files(
    base: bytes, mine: bytes, theirs: bytes, path: str, layer: Layer, resolved: Mapping[str, Side] | None = None
) -> MergedFile:
    """Return what comes of my version and theirs, both made from ``base``.

    Args:
        base: The bytes both started from; they need not be readable.
        mine: My version.
        theirs: The version on disk.
        path: For messages.
        layer: The layer of the file.
        resolved: Whose version counts, for entries that were asked about.

    Raises:
        InputError: My version or theirs cannot be read.
        RefusedError: A layout in which nothing can be changed safely.
    """
    my_file = parse_term_file(mine, path, layer)
    if theirs in (mine, base):
        return MergedFile(mine, my_file)
    their_file = parse_term_file(theirs, path, layer)
    if mine == base:
        return MergedFile(theirs, their_file)
    try:
        base_said = _said(parse_term_file(base, path, layer))
    except InputError:
        base_said = {}
    wanted, conflicts = _wanted(base_said, _said(my_file), _said(their_file), resolved or {})
    spliced = _by_lines(base, mine, theirs, path, layer) or Spliced(mine, my_file)
    return MergedFile(*_made_to_say(spliced, wanted), tuple(conflicts))


def _said(file: TermFile) -> dict[str, _Said]:
    found = {str(entry.id): _Said(entry) for entry in file.entries}
    return found | {str(entry_id): _Said(off=True) for entry_id, _ in file.disabled}


def _wanted(
    base: Mapping[str, _Said], mine: Mapping[str, _Said], theirs: Mapping[str, _Said], resolved: Mapping[str, Side]
) -> tuple[dict[str, _Said], list[EntryConflict]]:
    wanted: dict[str, _Said] = {}
    conflicts = []
    for key in {**theirs, **mine, **base}:
        was, ours, other = (one.get(key, _NOTHING) for one in (base, mine, theirs))
        if ours.agrees(other) or was.agrees(other):
            wanted[key] = ours
        elif was.agrees(ours):
            wanted[key] = other
        elif was.entry and ours.entry and other.entry:
            merged = merge_entry(was.entry, ours.entry, other.entry)
            wanted[key] = other if resolved.get(key) is Side.THEIRS and merged.conflicts else _Said(merged.entry)
            if merged.conflicts and key not in resolved:
                conflicts.append(EntryConflict(key, merged.conflicts, ours.entry, other.entry))
        else:
            wanted[key] = other if resolved.get(key) is Side.THEIRS else ours
            if key not in resolved:
                conflicts.append(EntryConflict(key, ("entry",), ours.entry, other.entry))
    return wanted, conflicts


def _by_lines(base: bytes, mine: bytes, theirs: bytes, path: str, layer: Layer) -> Spliced | None:
    """Return the lines of both laid together, mine where they meet; None where that cannot be read."""
    try:
        old, ours, others = (lines_of(decoded(one, path)) for one in (base, mine, theirs))
        text = "".join(_merged_lines(old, ours, others))
        data = (_BOM if mine.startswith(_BOM) else b"") + text.encode()
        return Spliced(data, parse_term_file(data, path, layer))
    except InputError:
        return None


def _made_to_say(spliced: Spliced, wanted: Mapping[str, _Said]) -> tuple[bytes, TermFile]:
    """Change the entries that say something else than is wanted."""
    for key, want in wanted.items():
        says = _said(spliced.file).get(key, _NOTHING)
        if says.agrees(want):
            continue
        data, file = spliced.data, spliced.file
        if want.entry is not None:
            spliced = put_entry(data, file, want.entry)
        elif want.off:
            spliced = hide_entry(data, file, key)
        else:
            spliced = show_entry(data, file, key) if says.off else delete_entry(data, file, key)
            if key in _said(spliced.file):
                spliced = delete_entry(spliced.data, spliced.file, key)
    return spliced.data, spliced.file


def lines_of(text: str) -> list[str]:
    """Return the lines of a text with their line breaks, as YAML divides them."""
    found, start = [], 0
    for line_break in LINE_BREAK.finditer(text):
        found.append(text[start : line_break.end()])
        start = line_break.end()
    return [*found, text[start:]] if start < len(text) else found


_Hunk = tuple[int, int, list[str]]


def hunks(old: Sequence[str], new: Sequence[str]) -> Iterator[_Hunk]:
    """Yield what turns one list of lines into another: first and last line replaced, and by what."""
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    middle, now = old[head : len(old) - tail], new[head : len(new) - tail]
    for kind, first, last, begin, end in SequenceMatcher(None, middle, now).get_opcodes():
        if kind != "equal":
            yield head + first, head + last, list(now[begin:end])


def _merged_lines(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> Iterator[str]:
    """Yield the lines of both changes; where they meet, mine."""
    ours, others = list(hunks(base, mine)), list(hunks(base, theirs))
    at = 0
    while ours or others:
        start = min(one[0][0] for one in (ours, others) if one)
        end, here = start, ([], [])  # type: tuple[int, tuple[list[_Hunk], list[_Hunk]]]
        grown = True
        while grown:
            grown = False
            for waiting, taken in zip((ours, others), here, strict=True):
                while waiting and waiting[0][0] <= end:
                    taken.append(waiting.pop(0))
                    end = max(end, taken[-1][1])
                    grown = True
        yield from base[at:start]
        yield from _applied(base, start, end, here[0] or here[1])
        at = end
    yield from base[at:]


def _applied(base: Sequence[str], start: int, end: int, changes: Sequence[_Hunk]) -> Iterator[str]:
    for first, last, lines in changes:
        yield from base[start:first]
        yield from lines
        start = last
    yield from base[start:end]
