"""What a Chinese sentence and its English share whatever the wording: terms, names, figures, as keys to pair by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from translator_desk.glossary.term_base import TermBase
from translator_desk.text.names import name_runs_en
from translator_desk.text.numbers_en import english_quantities
from translator_desk.text.numbers_zh import chinese_quantities
from translator_desk.text.pinyin import readings, split_syllables
from translator_desk.text.scripts import is_han, simplify

_TERM = "term "
_SOUND = "sound "
_VALUE = "value "

Keys = list[frozenset[str]]


def find_anchors(source: Sequence[str], target: Sequence[str], term_base: TermBase) -> tuple[Keys, Keys]:
    """Return the keys of each Chinese and of each English text; only keys that both sides have are given.

    Figures count by value (4亿 and "400 million"), persons by the sound of their characters, terms by their entry.
    """
    source_keys = [_source_keys(text, term_base) for text in source]
    forms = _forms(frozenset().union(*source_keys), term_base)
    target_keys = [_target_keys(text, forms) for text in target]
    common = frozenset().union(*source_keys) & frozenset().union(*target_keys)
    return [keys & common for keys in source_keys], [keys & common for keys in target_keys]


def _source_keys(text: str, term_base: TermBase) -> frozenset[str]:
    plain = simplify(text)
    keys = {f"{_TERM}{match.entry.id}" for match in term_base.find_source(plain)}
    keys.update(f"{_VALUE}{one.low}" for one in chinese_quantities(plain) if one.firm)
    for first, second in pairwise(plain):
        if is_han(first) and is_han(second):
            keys.update(f"{_SOUND}{a} {b}" for a in readings(first) for b in readings(second))
    return frozenset(keys)


def _forms(known: Collection[str], term_base: TermBase) -> Mapping[str, Sequence[str]]:
    """Return the English forms, in small letters, of the terms whose keys are known."""
    forms: dict[str, list[str]] = defaultdict(list)
    for key in known:
        entry = term_base.entry(key.removeprefix(_TERM)) if key.startswith(_TERM) else None
        if entry is not None:
            for form in (*entry.accepted, *entry.short):
                forms[" ".join(form.replace("{place}", " ").split()).lower()].append(key)
    forms.pop("", None)
    return forms


def _target_keys(text: str, forms: Mapping[str, Sequence[str]]) -> frozenset[str]:
    lowered = text.lower()
    keys = {key for form, several in forms.items() if form in lowered for key in several}
    keys.update(f"{_VALUE}{one.low}" for one in english_quantities(text) if one.firm)
    for run in name_runs_en(text):
        for spelt in split_syllables(f"{run.surname}{run.given}".lower()):
            if len(spelt) > 1:
                keys.add(f"{_SOUND}{spelt[0]} {spelt[1]}")
    return frozenset(keys)
