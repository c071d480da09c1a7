"""What an exchange format for terms is: it reads, it writes, and it says what it cannot hold."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from translator_desk.glossary.entry import AvoidForm, Entry, Kind
from translator_desk.text.inflection import PLACE
from translator_desk.wording import LANGUAGES, Message, Wording, say

_MOST_NAMED = 5


Named = str | Message
"""A field, an id or a term as it is, or what a person calls a part of a file."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that did not come along.

    Attributes:
        what: The field that the format cannot hold, or the part of a file the desk has no field for.
        where: The ids or terms concerned, or the places in the file.
    """

    what: Named
    where: tuple[Named, ...]

    @property
    def message(self) -> Message:
        """The sentence for the person."""
        en, zh = ([named_in(language, one) for one in (self.what, *self.where[:_MOST_NAMED])] for language in LANGUAGES)
        more = ["…"] if len(self.where) > _MOST_NAMED else []
        return say(
            "not carried over: {en} ({count}: {en_places})",
            "未能保留：{zh}（{count} 处：{zh_places}）",
            en=en[0],
            zh=zh[0],
            count=len(self.where),
            en_places=", ".join(en[1:] + more),
            zh_places="、".join(zh[1:] + more),
        )


def at_line(number: int) -> Message:
    """Return a line of a file as a place."""
    return say("line {number}", "第 {number} 行", number=number)


def named_in(language: str, named: Named) -> str:
    """Return what is named, in a language."""
    return named.render(language) if isinstance(named, Message) else named


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that the rules of a format do not allow.

    Attributes:
        line: Line of the file, from 1; None where it is not known.
        message: What is wrong.
    """

    line: int | None
    message: Message


@dataclass(slots=True)
class Losses:
    """Collects losses, one a field."""

    _found: dict[Named, list[Named]] = field(default_factory=dict)

    def add(self, what: Named, where: Named) -> None:
        """Note one."""
        self._found.setdefault(what, []).append(where)

    def all(self) -> tuple[Loss, ...]:
        """Return them, by field."""
        return tuple(Loss(what, tuple(where)) for what, where in self._found.items())


@dataclass(frozen=True, slots=True)
class TermsRead:
    """What a file of another program holds.

    Attributes:
        entries: As the file says them; an id is "" where the file has none.
        fields: The fields of an entry the file speaks of; the others are at their defaults.
        losses: What the file says and an entry cannot.
    """

    entries: tuple[Entry, ...]
    fields: frozenset[str]
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class TermsWritten:
    """A file for another program.

    Attributes:
        data: Its bytes.
        losses: What entries say and the file cannot.
    """

    data: bytes
    losses: tuple[Loss, ...] = ()


class TermFormat(ABC):
    """One format. Subclass it in a module of ``formats/terms`` and give the module a tuple ``formats`` of instances."""

    id: ClassVar[str]
    title: ClassVar[Wording]
    extensions: ClassVar[tuple[str, ...]]

    @abstractmethod
    def read(self, data: bytes, file: str) -> TermsRead:
        """Return the entries of a file.

        Raises:
            InputError: The file cannot be read as this format; names the place and what to do.
        """

    def faults(self, data: bytes, file: str) -> tuple[Fault, ...]:
        """Return where a file breaks the rules of the format although it can be read; most formats have none.

        Raises:
            InputError: The file cannot be read as this format.
        """
        return ()

    @abstractmethod
    def write(self, entries: Sequence[Entry]) -> TermsWritten:
        """Return a file of these entries."""


def note_losses(entry: Entry, held: Collection[str], losses: Losses) -> None:
    """Note the fields of an entry that are not at their default and not ``held``."""
    for name, default in (
        ("not_inside", ()),
        ("required", entry.kind.required_by_default),
        ("also", ()),
        ("short", ()),
        ("avoid", ()),
        ("word", False),
        ("offices", ()),
        ("single_holder", False),
        ("note", ""),
        ("source", ""),
        ("verified", True),
    ):
        if name not in held and getattr(entry, name) != default:
            losses.add(name, entry.id)
    if "kind" not in held and entry.kind is not Kind.OTHER:
        losses.add("kind", entry.id)
    if "also" in held and any(form.until for form in entry.also):
        losses.add("also: until", entry.id)
    if any(PLACE in form for form in (*entry.accepted, *entry.short)):
        losses.add(PLACE, entry.id)
    if "avoid" in held:
        for name in ("level", "standalone", "with_source", "case_sensitive", "quoted_ok", "until"):
            if any(getattr(form, name) != getattr(AvoidForm(""), name) for form in entry.avoid):
                losses.add(f"avoid: {name}", entry.id)


def without_place(form: str) -> str:
    """Return a form as another program can hold it: without the place left open in it."""
    return " ".join(form.replace(PLACE, " ").split())


def laid_over(known: Entry, read: Entry, fields: Iterable[str]) -> Entry:
    """Return a known entry with what a file says of it; what the file cannot say stays.

    A form that is still there keeps its details (level, dates, open places).
    """
    said: dict[str, Any] = {name: getattr(read, name) for name in fields if name != "id"}
    if without_place(known.en) == read.en:
        said.pop("en", None)
    if "also" in said:
        there = {form.en for form in read.also} | {read.en}
        stay = [form for form in known.also if without_place(form.en) in there]
        plain = {without_place(form.en) for form in stay}
        more = [form for form in read.also if form.en not in plain or (form.until and form not in stay)]
        said["also"] = (*(form for form in stay if form.en not in {one.en for one in more}), *more)
    if "avoid" in said:
        avoided = {form.en: form for form in known.avoid}
        said["avoid"] = tuple(
            replace(avoided[form.en], why=form.why or avoided[form.en].why)
            if form.en in avoided and form == AvoidForm(form.en, form.why)
            else form
            for form in read.avoid
        )
    if "short" in said:
        shorts = {without_place(form): form for form in known.short}
        said["short"] = tuple(shorts.get(form, form) for form in read.short)
    return replace(known, **said)
