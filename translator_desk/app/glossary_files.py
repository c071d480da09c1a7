"""The term files in force, kept up to date while people edit them elsewhere.

Whoever watches calls ``look``, after a sign of the system or every half second: content counts, not time stamps alone,
so that editors may save in place, by renaming or in two halves. What is new is taken when it has stood still for a
moment; while a file cannot be read as it is, its last good content stays in force and the problem says where and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from translator_desk.app.paths import Paths
from translator_desk.errors import InputError
from translator_desk.glossary.entry import Entry, Layer
from translator_desk.glossary.term_base import TermBase, TermFile
from translator_desk.glossary.yaml_file import parse_term_file, term_files
from translator_desk.model.project import Project
from translator_desk.resources import shipped_glossaries
from translator_desk.wording import Message, say

QUIET_SECONDS = 0.15
"""How long new content must stand still before it is taken."""
GONE_SECONDS = 1.0
"""How long a file must be away before its terms go: editors that save by renaming take it away for a moment."""
FULL_LOOK_SECONDS = 5.0
"""How often every file is read, whatever its time stamp says: network folders tell the time badly."""
_MOST_ONE_BY_ONE = 100
"""Changed entries; beyond, a term base is made anew."""


@dataclass(frozen=True, slots=True)
class GlossaryPlaces:
    """Where term files are.

    Attributes:
        shipped: Folder of the shipped ones, or None.
        house: Folder of the person's own, or None; need not exist.
        project: Files or folders of the project, nearest last; need not exist.
    """

    shipped: Path | None = None
    house: Path | None = None
    project: tuple[Path, ...] = ()

    def files(self) -> Iterator[tuple[Path, Layer]]:
        """Yield the files there are, farthest layer first."""
        for layer, places in (
            (Layer.SHIPPED, [self.shipped]),
            (Layer.HOUSE, [self.house]),
            (Layer.PROJECT, list(self.project)),
        ):
            for place in places:
                if place is not None and place.exists():
                    for path in term_files(place):
                        yield path, layer


@dataclass(frozen=True, slots=True)
class GlossaryProblem:
    """What keeps a file out of force.

    Attributes:
        error: File, line, column, what is wrong and what to do.
        line: The line concerned as it stands in the file, "" where it is the whole file.
    """

    error: InputError
    line: str = ""

    @property
    def message(self) -> Message:
        """The sentence for the person: the terms stay as they were before."""
        return say(
            "{error} — until then the terms stay as they were.",
            "{error}——在此之前，术语保持原样。",
            error=self.error,
        )


@dataclass(frozen=True, slots=True)
class GlossaryNews:
    """What a look brought.

    Attributes:
        term_base: The terms in force.
        changed: Files taken anew, come or gone.
        problems: What is wrong now, of all files.
        waiting: Whether something changed that has not stood still yet: look again soon.
        before: What was in force before of the changed files; nothing of one that is new, and no word of one that
            could not be read until now.
    """

    term_base: TermBase
    changed: tuple[Path, ...]
    problems: tuple[GlossaryProblem, ...]
    waiting: bool
    before: Mapping[Path, Sequence[Entry]] = field(default_factory=dict)


@dataclass(slots=True)
class _Held:
    """A file: its last good content, what was found last, and its entries before it came while somebody looked."""

    layer: Layer
    good: bytes | None = None
    file: TermFile | None = None
    seen: bytes | None = None
    since: float | None = None
    stamp: tuple[int, int, int] | None = None
    problem: GlossaryProblem | None = None
    came: Sequence[Entry] | None = None


class GlossaryFiles:
    """The term files of a project. One thread at a time may use it."""

    def __init__(self, places: GlossaryPlaces, known: TermBase | None = None) -> None:
        """Read the files there are; none of them need be right.

        Args:
            places: Where they are.
            known: The terms in force as somebody has read them before. What has not changed since stays, with all
                that was derived of it.
        """
        self.places = places
        self._held: dict[Path, _Held] = {}
        self._gone: dict[Path, Sequence[Entry]] = {}
        self._last_full = 0.0
        self._clash: GlossaryProblem | None = None
        self._term_base = TermBase.empty()
        for path, layer in places.files():
            self._held[path] = held = _Held(layer)
            data = _bytes_of(path, held)
            if data is not None:
                _take(path, held, data)
            if known is not None and held.file is not None:
                held.file = _as_known(held.file, known)
        self._renew()
        if known is not None:
            self._term_base = follow(known, self._term_base)

    @property
    def term_base(self) -> TermBase:
        """The terms in force."""
        return self._term_base

    @property
    def problems(self) -> tuple[GlossaryProblem, ...]:
        """What is wrong now."""
        own = [held.problem for held in self._held.values() if held.problem is not None]
        return tuple([*own, self._clash] if self._clash else own)

    @property
    def files(self) -> Mapping[Path, TermFile]:
        """What is in force of each file, farthest layer first."""
        return {path: held.file for path, held in self._in_order() if held.file is not None}

    def content(self, path: Path) -> bytes | None:
        """Return the bytes of a file that are in force."""
        held = self._held.get(path)
        return held.good if held else None

    def shadowed(self, entry_id: str) -> tuple[Entry, ...]:
        """Return the entries of an id in all layers, nearest first: the first that is not switched off is in force."""
        found = [entry for file in self.files.values() for entry in file.entries if entry.id == entry_id]
        return tuple(reversed(found))

    def look(self, now: float) -> GlossaryNews:
        """Take in what changed on disk.

        Args:
            now: Seconds that never run backwards.
        """
        full = now - self._last_full >= FULL_LOOK_SECONDS
        if full:
            self._last_full = now
        changed: list[Path] = []
        waiting = False
        before = self.files
        present = dict(self.places.files())
        for path, layer in present.items():
            held = self._held.setdefault(path, _Held(layer, came=self._gone.get(path, ())))
            taken = self._look_at(path, held, now, full)
            waiting |= taken is None
            if taken:
                changed.append(path)
        for path in [one for one in self._held if one not in present]:
            held = self._held[path]
            if held.seen is not None or held.stamp is not None or held.since is None:
                held.seen, held.stamp, held.since = None, None, now
            if now - held.since >= GONE_SECONDS:
                self._gone[path] = before[path].entries if path in before else ()
                del self._held[path]
                changed.append(path)
            else:
                waiting = True
        if changed:
            self._renew()
        was = {path: entries for path in changed if (entries := self._entries_before(path, before)) is not None}
        return GlossaryNews(self._term_base, tuple(changed), self.problems, waiting, was)

    def _entries_before(self, path: Path, before: Mapping[Path, TermFile]) -> Sequence[Entry] | None:
        """Return what was in force of a file that changed; None where that cannot be told."""
        if path in before:
            return before[path].entries
        held = self._held.get(path)
        return held.came if held is not None and held.file is not None else None

    def _look_at(self, path: Path, held: _Held, now: float, full: bool) -> bool | None:
        """Return whether the file was taken anew; None where it has changed and not stood still yet."""
        stamp = _stamp(path)
        if stamp == held.stamp and not full and held.seen is None:
            return False
        problem = held.problem
        data = _bytes_of(path, held)
        if data is None:
            return held.problem is not None and problem is None
        held.stamp = stamp
        if data == held.good:
            held.seen, held.since = None, None
            held.problem = None
            return problem is not None
        if data != held.seen:
            held.seen, held.since = data, now
            return None
        if held.since is None:
            return False  # what is wrong with it has been said
        if now - held.since < QUIET_SECONDS:
            return None
        held.since = None
        _take(path, held, data)
        return True

    def accept(self, path: Path, layer: Layer, data: bytes, file: TermFile) -> None:
        """Put in force what the desk itself wrote."""
        held = self._held.setdefault(path, _Held(layer))
        held.good, held.file, held.seen, held.since, held.problem = data, file, None, None, None
        held.stamp = _stamp(path)
        self._renew()

    def _in_order(self) -> list[tuple[Path, _Held]]:
        order = {path: number for number, (path, _) in enumerate(self.places.files())}
        return sorted(self._held.items(), key=lambda one: (one[1].layer.rank, order.get(one[0], len(order))))

    def _renew(self) -> None:
        files = list(self.files.values())
        self._clash = None
        while True:
            try:
                made = TermBase.build(files)
            except InputError as error:
                self._clash = GlossaryProblem(error, self._line(error))
                if self._term_base.entries:
                    return
                files = [one for one in files if one.path != error.file]  # at the start there is nothing to keep
            else:
                self._term_base = follow(self._term_base, made)
                return

    def _line(self, error: InputError) -> str:
        held = self._held.get(Path(error.file)) if error.file else None
        return _line_of(held.good or b"", error) if held else ""


def follow(before: TermBase, made: TermBase) -> TermBase:
    """Return ``made`` so that what ``before`` had derived serves on where little changed."""
    changes = made.changed_since(before)
    if not changes:
        return before
    if len(changes) > _MOST_ONE_BY_ONE:
        return made
    for was, now in changes:
        if now is not None:
            before = before.with_entry(now)
        elif was is not None:
            before = before.without_entry(was.id)
    return before


def _take(path: Path, held: _Held, data: bytes) -> None:
    """Put the content of a file in force, or keep what was and say what is wrong."""
    try:
        held.file = parse_term_file(data, str(path), held.layer)
    except InputError as error:
        held.problem = GlossaryProblem(error, _line_of(data, error))
        held.seen = data
        return
    held.good, held.seen, held.problem = data, None, None


def _as_known(file: TermFile, known: TermBase) -> TermFile:
    """Return a file with the entries of a term base where they are the same: two of each take twice the memory."""

    def one(entry: Entry) -> Entry:
        other = known.entry(entry.id)
        return other if other is not None and other == entry and other.origin == entry.origin else entry

    return replace(file, entries=tuple(map(one, file.entries)))


def _line_of(data: bytes, error: InputError) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("gb18030", "replace")  # what else a Chinese editor writes: the line is to be read
    lines: Sequence[str] = text.splitlines()
    return lines[error.line - 1] if error.line and error.line <= len(lines) else ""


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        said = path.stat()
    except OSError:
        return None
    return said.st_mtime_ns, said.st_size, said.st_ino


def _bytes_of(path: Path, held: _Held) -> bytes | None:
    """Return the bytes of a file; None, with the problem noted, where it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        message = say("cannot be read: {cause}", "无法读取：{cause}", cause=error.strerror or error)
        held.problem = GlossaryProblem(InputError(path, message))
        return None


def places_of(paths: Paths | None, project: Project, path: Path, *, shipped: bool = True) -> GlossaryPlaces:
    """Return where the term files of a project are; the last one is where its own first entry goes.

    Args:
        paths: The person's folders, for the house layer; None leaves it out.
        project: The project, which may name term files.
        path: The project file.
        shipped: Whether the shipped term files stand below.
    """
    beside = path.with_suffix(".glossary.yaml")
    named = [path.parent / one for one in project.term_bases]
    return GlossaryPlaces(
        shipped_glossaries() if shipped else None,
        paths.house_glossary if paths else None,
        (*(one for one in named if one != beside), beside),
    )


def own_files(places: GlossaryPlaces) -> tuple[Path, ...]:
    """Return the term files there are that a person may change; what is written in their place their folders tell."""
    return tuple(path for path, layer in places.files() if layer is not Layer.SHIPPED)


def folders(places: GlossaryPlaces) -> tuple[Path, ...]:
    """Return the folders whose signs of change are worth waiting for: watching a file loses it when it is renamed."""
    wanted: Iterable[Path | None] = (places.shipped, places.house, *places.project)
    found = [one if one.is_dir() else one.parent for one in wanted if one is not None]
    return tuple(dict.fromkeys(one for one in found if one.is_dir()))
