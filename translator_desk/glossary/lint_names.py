"""Whether a spelling is a reading of the characters, for lint: silent wherever it might be."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product

from translator_desk.text.names import surname_table
from translator_desk.text.pinyin import is_pinyin, join_syllables, readings, spellings
from translator_desk.text.scripts import HAN_RUN, simplify

_LONGEST = 4
_MOST = 2_000
"""Spellings of one name; more are not made."""


def is_misread(zh: Sequence[str], accepted: Iterable[str]) -> bool:
    """Return whether none of the forms spells the characters in any reading although the preferred one is pinyin.

    Names spelt in another way (Sun Yat-sen), names that are not Chinese and names of five characters are passed over.
    """
    forms = [form.replace("’", "'") for form in accepted]
    words = forms[0].split()
    if not 1 < len(words) < _LONGEST or not all(is_pinyin(word.lower().replace("-", "")) for word in words):
        return False
    names = [simplify(one) for one in zh if HAN_RUN.fullmatch(one) and 1 < len(one) <= _LONGEST]
    return bool(names) and not any(_key(form) in _spellings(name) for name in names for form in forms)


def _key(form: str) -> str:
    return "".join(ch for ch in form.lower() if ch.isalpha()).replace("ü", "u")


@lru_cache(maxsize=4096)
def _spellings(name: str) -> frozenset[str]:
    """Return all spellings of a name without spaces and marks; surnames in their readings as such as well."""
    found: set[str] = set()
    for surname, given in ((name[:1], name[1:]), (name[:2], name[2:])):
        heads = [*surname_table().get(surname, ()), *_runs(surname)]
        found |= {_key(head + tail) for head in heads for tail in _runs(given)}
    return frozenset(found)


def _runs(text: str) -> list[str]:
    each = [[way for reading in readings(ch) for way in spellings(reading)] for ch in text]
    size = 1
    for one in each:
        size *= len(one)
    return [join_syllables(one) for one in product(*each)] if 0 < size <= _MOST else [""] if not text else []
