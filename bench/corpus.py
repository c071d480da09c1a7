"""A made-up project of any size, the same at every run: terms, and segments that use them.

Names, places and figures are combined at random, so nothing here is news; lengths and the number of term hits are those
of the trade (about 41 characters of Chinese, 130 letters of English, two terms planted in each segment).
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

import yaml

from translator_desk.glossary.entry import AvoidForm, Entry, Form, Kind
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.document import Byline, Document, Layout
from translator_desk.model.ids import DocumentId, EntryId, SegmentId
from translator_desk.model.project import Project
from translator_desk.model.segment import Segment

_WORDS = yaml.load(Path(__file__).with_name("corpus_words.yaml").read_text("utf-8"), Loader=yaml.CBaseLoader)
_TABLES = {name: list(words.items()) for name, words in _WORDS.items() if isinstance(words, dict)}


@dataclass(frozen=True)
class Corpus:
    """A made-up project.

    Attributes:
        entries: Terms.
        pairs: Source and target of each segment.
    """

    entries: tuple[Entry, ...]
    pairs: tuple[tuple[str, str], ...]

    def term_base(self) -> TermBase:
        """Return a new term base of the entries, nothing computed yet."""
        return TermBase({entry.id: entry for entry in self.entries})

    def project(self, document_size: int = 1000) -> Project:
        """Return the segments as documents."""
        documents = []
        segments = {}
        for start in range(0, len(self.pairs), document_size):
            name = DocumentId(f"d{start // document_size:04}")
            documents.append(
                Document(name, name, None, "zh", "en", True, Byline(), Layout("plain-text", "utf-8", b"", (), ""))
            )
            segments[name] = tuple(
                Segment(SegmentId(start + at), name, at, zh, en)
                for at, (zh, en) in enumerate(self.pairs[start : start + document_size])
            )
        return Project(documents=tuple(documents), segments=segments)


def make_corpus(segments: int, terms: int, seed: int = 7) -> Corpus:
    """Return a project of so many segments and terms; one segment in fifty has a slip."""
    dice = random.Random(seed)
    entries = _entries(dice, terms)
    by_kind = {kind: [entry for entry in entries if entry.kind is kind] for kind in Kind}
    return Corpus(tuple(entries), tuple(_pair(dice, by_kind) for _ in range(segments)))


def _entries(dice: random.Random, terms: int) -> list[Entry]:
    makers = (_person, _place, _body, _thing, _thing)
    found: dict[str, Entry] = {}
    while len(found) < terms:
        kind, zh, en, more = makers[len(found) % len(makers)](dice)
        if zh not in found:
            avoid = (AvoidForm(en.replace("Bureau", "Department")),) if "Bureau" in en else ()
            found[zh] = Entry(EntryId(f"e{len(found)}"), kind, (zh,), en, also=more, avoid=avoid,
                              required=kind.required_by_default)  # fmt: skip
    return list(found.values())


def _pick(dice: random.Random, table: str) -> tuple[str, str]:
    return dice.choice(_TABLES[table])


def _person(dice: random.Random) -> tuple[Kind, str, str, tuple[Form, ...]]:
    (zh, surname), (one, first), (two, second) = _pick(dice, "surnames"), _pick(dice, "given"), _pick(dice, "given")
    joint = "'" if second[0] in "aeo" else ""
    return Kind.PERSON, zh + one + two, f"{surname} {(first + joint + second).capitalize()}", ()


def _place(dice: random.Random) -> tuple[Kind, str, str, tuple[Form, ...]]:
    names = [_pick(dice, "towns") for _ in range(dice.choice((2, 2, 3)))]
    zh, level = _pick(dice, "levels")
    en = "".join(("'" if at and name[0] in "aeo" else "") + name for at, (_, name) in enumerate(names)).capitalize()
    return Kind.PLACE, "".join(han for han, _ in names) + zh, f"{en} {level}", (Form(en),)


def _body(dice: random.Random) -> tuple[Kind, str, str, tuple[Form, ...]]:
    _, place, name, _ = _place(dice)
    zh, body = _pick(dice, "bodies")
    return Kind.ORGANISATION, place + zh, f"{name} {body}", (Form(f"{body} of {name}"),)


def _thing(dice: random.Random) -> tuple[Kind, str, str, tuple[Form, ...]]:
    parts = [_pick(dice, "kinds"), _pick(dice, "things"), _pick(dice, "things"), _pick(dice, "heads")]
    return Kind.OTHER, "".join(zh for zh, _ in parts), " ".join(en for _, en in parts), ()


def _pair(dice: random.Random, by_kind: dict[Kind, list[Entry]]) -> tuple[str, str]:
    def entry(kind: Kind) -> Entry:
        return dice.choice(by_kind[kind])

    chosen = {"person": entry(Kind.PERSON), "place": entry(Kind.PLACE), "org": entry(Kind.ORGANISATION),
              "thing": entry(Kind.OTHER)}  # fmt: skip
    yi, wan, percent, count = (
        dice.randint(2, 90) * 10,
        dice.randint(2, 80),
        dice.randint(11, 99) / 10,
        dice.randint(11, 60),
    )
    figures = {"yi": yi, "wan": wan, "percent": percent, "count": count}
    english = figures | {"yi_en": f"{yi / 10:g} billion yuan", "wan_en": f"{wan}0,000"}
    zh, en = dice.choice(_WORDS["frames"])
    words = {name: one.en for name, one in chosen.items()}
    slip = dice.random()
    if slip < 0.01:
        words["person"] = _misspelt(words["person"])
    elif slip < 0.02:
        english |= {"yi_en": f"{yi} billion yuan", "wan_en": f"{wan},000", "count": count + 1}
    return zh.format(**{name: one.zh[0] for name, one in chosen.items()}, **figures), en.format(**words, **english)


def _misspelt(name: str) -> str:
    for right, wrong in (("zh", "z"), ("sh", "s"), ("ng", "n"), ("n", "ng")):
        if right in name[1:]:
            return name[0] + name[1:].replace(right, wrong, 1)
    return name + "g"
