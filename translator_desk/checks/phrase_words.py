"""Words by class, for the phrases of rule packs: things that are counted, verbs by their forms.

``<THING>`` in a phrase stands for several hundred nouns. The words are data (``word_classes.tsv``); this module gives
their forms, an expression that finds them at the cost of one word, and turns one form into another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from translator_desk.resources import data_rows
from translator_desk.text.figure_words import english_words
from translator_desk.text.reinflect import Ending, irregular_verbs, with_ending
from translator_desk.text.word_tree import any_of


def listed(name: str) -> tuple[str, ...]:
    """Return the words of a line of the table.

    Raises:
        KeyError: There is no such line.
    """
    return _table()[name]


@cache
def _table() -> dict[str, tuple[str, ...]]:
    return {name: tuple(words.split()) for name, words in data_rows("word_classes.tsv")}


@cache
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a class, in small letters, in order: THING, THINGS, UNIT, MASS, VERB, VERBS, VERBED, VERBING.

    Raises:
        KeyError: There is no such class.
    """
    return tuple(sorted(set(_CLASSES[name]())))


@cache
def finds(name: str) -> str:
    """Return an expression that finds any word of a class, in any case."""
    return f"(?i:{any_of(words_of(name))})"


def plural(word: str) -> str:
    """Return the plural of a noun; a word that is no singular of the classes takes the regular ending."""
    return _plurals().get(word.lower()) or with_ending(word, "s")


def singular(word: str) -> str:
    """Return the singular of a plural of the classes; another word unchanged."""
    return _singulars().get(word.lower(), word)


def plain(word: str) -> str:
    """Return the plain form of a form of a verb, irregular or of the classes; another word unchanged."""
    return _plain_forms().get(word.lower(), word)


def with_one(word: str) -> str:
    """Return a form of a verb as it stands beside a singular: "are" → "is", "go" → "goes"."""
    return _BESIDE_ONE.get(word.lower()) or with_ending(plain(word), "s")


def with_many(word: str) -> str:
    """Return a form of a verb as it stands beside a plural: "is" → "are", "goes" → "go"."""
    return _BESIDE_MANY.get(word.lower()) or plain(word)


_BESIDE_ONE = {"are": "is", "were": "was", "have": "has", "do": "does"}
_BESIDE_MANY = {one: many for many, one in _BESIDE_ONE.items()}

CHANGES: dict[str, Callable[[str], str]] = {
    "plural": plural,
    "singular": singular,
    "plain": plain,
    "has": with_one,
    "have": with_many,
    "third": lambda word: with_ending(plain(word), "s"),
    "past": lambda word: with_ending(plain(word), "ed"),
    "participle": lambda word: with_ending(plain(word), "en"),
    "gerund": lambda word: with_ending(plain(word), "ing"),
}
"""What may be done to a word found, by the name it has in what to write: ``<plural $2>``."""


@cache
def _plurals() -> dict[str, str]:
    irregular = dict(pair.split("/") for pair in listed("irregular plural"))
    magnitudes = (word for word, entry in english_words().items() if entry.role == "magnitude")
    nouns = dict.fromkeys((*listed("thing"), *listed("unit"), *magnitudes))
    return {one: irregular.get(one) or with_ending(one, "s") for one in nouns}


@cache
def _singulars() -> dict[str, str]:
    return {many: one for one, many in _plurals().items()}


def _all_verbs() -> tuple[str, ...]:
    return (*listed("verb"), *listed("verb and noun"))


@cache
def _plain_forms() -> dict[str, str]:
    endings: tuple[Ending, ...] = ("s", "ed", "en", "ing")
    irregular = {
        form: verb
        for verb, family in irregular_verbs().items()
        if verb not in ("be", "lie")
        for form in family.values()
        if form not in irregular_verbs() and form not in _all_verbs()
    }
    return irregular | {with_ending(verb, ending): verb for verb in _all_verbs() for ending in endings}


def _past_forms() -> Iterable[str]:
    """Return pasts and participles that are no plain form."""
    forms = {with_ending(verb, ending) for verb in _all_verbs() for ending in _PAST}
    return forms.difference(_all_verbs())


_PAST: tuple[Ending, ...] = ("ed", "en")
_CLASSES: dict[str, Callable[[], Iterable[str]]] = {
    "THING": lambda: (*listed("thing"), *(word for word in listed("unit") if word != "second")),
    "THINGS": lambda: map(plural, (*listed("thing"), *listed("unit"))),
    "UNIT": lambda: listed("unit"),
    "MASS": lambda: listed("mass"),
    "VERB": lambda: listed("verb"),
    "VERBS": lambda: (with_ending(verb, "s") for verb in listed("verb")),
    "VERBED": _past_forms,
    "VERBING": lambda: (with_ending(verb, "ing") for verb in _all_verbs()),
}
NAMES = tuple(_CLASSES)
"""The classes whose words are data."""
