"""Places of the English with their generic part (Hengyang County), and whether what stands in the Chinese bears it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from translator_desk.checks.base import Facts
from translator_desk.checks.name_facts import KnownNames, known_names
from translator_desk.resources import data_rows

GENERICS = ("City", "County", "District", "Town", "Township", "Village", "Street", "Prefecture", "Subdistrict",
            "Municipality", "Avenue", "Road")  # fmt: skip
_LEVELS = ("County", "District", "Town", "Township")
_WITH_GENERIC = re.compile(rf"([A-Z](?<![\w’'-].)[a-z]+(?:['’][a-z]+)?) ({'|'.join(GENERICS)})\b")


def doubtful_places(facts: Facts) -> list[re.Match[str]]:
    """Return the names with their generic part, but for those that the Chinese plainly says; name and part as groups."""
    found = list(_WITH_GENERIC.finditer(facts.target))
    if found and facts.source:
        said, source = facts.context.term_base.index(known_names).sayings.said, facts.source
        found = [match for match in found if not said(source, match[0])]
    return found


def note_plain(known: KnownNames, place: re.Match[str], source: str, start: int, end: int) -> None:
    """Remember that characters of the Chinese plainly say a place, where all they need is the part behind them."""
    characters = source[start:end]
    if known.said_in(characters, place[1]):
        for zh in _plainly(place[2]):
            if source.startswith(zh, end):
                known.sayings.note(place[0], characters + zh)


@cache
def _plainly(generic: str) -> tuple[str, ...]:
    """Return the Chinese of a generic part that stands for no other one, whatever is behind it."""
    return tuple(
        zh
        for zh, (accepted, _) in generics().items()
        if generic in accepted
        and not any(
            generic in wrong for other, (_, wrong) in generics().items() if other[: len(zh)] == zh[: len(other)]
        )
    )


def verdict(source: str, start: int, end: int, generic: str) -> tuple[str, str] | tuple[()] | None:
    """Return None where a generic part fits the characters, (zh, en) where another belongs there, () for no idea."""
    after, last = source[end : end + 1], source[end - 1 : end]
    for first, final, zh, accepted, wrong in _rows():
        if first == after and source.startswith(zh, end):
            if generic in accepted:
                return None
            return (zh, accepted[0]) if generic in wrong else None
        if final == last and source[start:end].endswith(zh) and generic in accepted:
            return None
    return None if generic not in _LEVELS else ()


@cache
def generics() -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return the English of each generic part, the usual one first, and what stands for another kind of place."""
    rows = (row + [""] * (3 - len(row)) for row in data_rows("place_generics.tsv"))
    return {zh: (tuple(en.split("|")), tuple(wrong.split("|"))) for zh, en, wrong in rows}


@cache
def _rows() -> tuple[tuple[str, str, str, tuple[str, ...], tuple[str, ...]], ...]:
    """Return the generic parts in their order, each after its first and its last character."""
    return tuple((zh[0], zh[-1], zh, accepted, wrong) for zh, (accepted, wrong) in generics().items())
