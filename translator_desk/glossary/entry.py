"""One entry of a term base, as the glossary format describes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from translator_desk.glossary.coarse_date import CoarseDate
from translator_desk.model.ids import EntryId
from translator_desk.model.severity import Level


class Kind(StrEnum):
    """What an entry names."""

    PERSON = "person"
    TITLE = "title"
    ORGANISATION = "organisation"
    PLACE = "place"
    SLOGAN = "slogan"
    EVENT = "event"
    UNIT = "unit"
    OTHER = "other"

    @property
    def is_name(self) -> bool:
        """Whether a wrong rendering is a wrong name: person, place, organisation, title."""
        return self in _NAMES

    @property
    def required_by_default(self) -> bool:
        """Whether a translation is asked for its rendering where the entry does not say."""
        return self not in (Kind.UNIT, Kind.OTHER)


_NAMES = frozenset({Kind.PERSON, Kind.PLACE, Kind.ORGANISATION, Kind.TITLE})


class Layer(StrEnum):
    """Where an entry comes from; a nearer layer replaces entries of a farther one."""

    SHIPPED = "shipped"
    HOUSE = "house"
    PROJECT = "project"

    @property
    def rank(self) -> int:
        """0 for shipped, 1 for house, 2 for project."""
        return _RANK[self]


_RANK = {Layer.SHIPPED: 0, Layer.HOUSE: 1, Layer.PROJECT: 2}


@dataclass(frozen=True, slots=True)
class Origin:
    """Place of an entry in its file.

    Attributes:
        file: The file as it was named; "" for an entry made in memory.
        line: Line of the entry's first key, from 1; 0 where there is no file.
    """

    file: str = ""
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.file else ""


@dataclass(frozen=True, slots=True)
class Form:
    """An accepted English form.

    Attributes:
        en: The form; ``{place}`` in it stands for any place of the base, or nothing.
        until: It was right until then; None: it still is.
    """

    en: str
    until: CoarseDate | None = None


@dataclass(frozen=True, slots=True)
class AvoidForm:
    """A wrong or unwanted English form.

    Attributes:
        en: The form.
        why: Reason, for the translator.
        level: Level of the issue it raises.
        standalone: Wrong only where it is not part of a longer accepted form.
        with_source: Wrong only where the Chinese term stands in the aligned segment.
        case_sensitive: Wrong only in these capitals.
        quoted_ok: Allowed inside quotation marks and titles of documents.
        until: It was right until then, judged by the document's date.
    """

    en: str
    why: str = ""
    level: Level = Level.WARNING
    standalone: bool = False
    with_source: bool = False
    case_sensitive: bool = False
    quoted_ok: bool = False
    until: CoarseDate | None = None


@dataclass(frozen=True, slots=True)
class Office:
    """A post a person held.

    Attributes:
        post: Id of a title entry, or the post in words.
        place: Id of a place entry, or the place in words, or "".
        start: First day, as far as known.
        end: Last day, as far as known; None is unknown unless ``present``.
        present: Whether the post is still held, as far as the entry knows.
        seen: Dates on which the person was reported in the post.
        source: Where this row comes from.
    """

    post: str
    place: str = ""
    start: CoarseDate | None = None
    end: CoarseDate | None = None
    present: bool = False
    seen: tuple[CoarseDate, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; equal fields are equal entries wherever they were read.

    Attributes:
        id: Stable key, unique over all layers.
        kind: What it names.
        zh: Chinese forms as written, the first is the usual one.
        en: Preferred English, printable as it stands; ``{place}`` as in ``Form``.
        not_inside: Han strings inside which a form is not this term.
        required: Whether its rendering is asked for.
        also: Accepted forms, never an error.
        short: Forms accepted after a full form stood earlier in the document.
        avoid: Wrong or unwanted forms.
        word: A name that is an ordinary word as well.
        offices: Posts of a person.
        single_holder: A title that one person holds at a time in a place.
        note: For the translator.
        source: Public source of the facts.
        verified: Whether they were checked; what an unverified entry says is never above info.
        origin: File and line; what stands above an entry does not make it another.
        layer: Shipped, house or project.
    """

    id: EntryId
    kind: Kind
    zh: tuple[str, ...]
    en: str
    not_inside: tuple[str, ...] = ()
    required: bool = True
    also: tuple[Form, ...] = ()
    short: tuple[str, ...] = ()
    avoid: tuple[AvoidForm, ...] = ()
    word: bool = False
    offices: tuple[Office, ...] = ()
    single_holder: bool = False
    note: str = ""
    source: str = ""
    verified: bool = True
    origin: Origin = field(default=Origin(), compare=False)
    layer: Layer = Layer.PROJECT

    @property
    def accepted(self) -> tuple[str, ...]:
        """Preferred form and all accepted full forms, whatever their date."""
        return (self.en, *[form.en for form in self.also]) if self.also else (self.en,)

    @property
    def plain_en(self) -> str:
        """The preferred form with ``{place}`` left out, as one would read it aloud."""
        return " ".join(self.en.replace("{place}", " ").split())
