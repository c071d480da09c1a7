"""Gives one English phrase the endings of another.

"Investigated" for "investigate" makes "made a visit" of "make a visit".
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from translator_desk.resources import data_rows
from translator_desk.text.grammar_words import grammar_words
from translator_desk.text.normalize import lowered

Ending = Literal["s", "ed", "en", "ing"]
"""Third person or plural, past, participle, -ing form."""

_NOUN_ENDINGS = ("ion", "ment", "ing", "ity", "ness", "ship")
_ENDINGS: tuple[Ending, ...] = ("s", "ed", "en", "ing")
_REGULAR: tuple[Ending, ...] = ("ing", "ed", "s")
_SHORT_CLOSED = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]")


def like_inflected(phrase: str, plain: str, inflected: str) -> str:
    """Return ``phrase`` with the ending that ``inflected`` has over ``plain``; unchanged where there is none.

    A verb's ending goes to the first word of the phrase and to a verb joined to it by "and", a plural to its last word
    and, where two nouns have it, to a noun joined to that by "and".
    Empty where a verb's ending cannot go to the phrase because it begins with a noun.
    """
    before, after, words = lowered(plain).split(), lowered(inflected).split(), phrase.split(" ")
    if not before or not after or not phrase:
        return phrase
    verb = _ending(before[0], after[0])
    last = _ending(before[-1], after[-1])
    if verb == last == "s" and len(before) > 1:
        return " ".join(_all_plural(words))
    if verb in ("ed", "en", "ing") or (verb == "s" and (len(before) > 1 or words[-1] in grammar_words("particle"))):
        if not words[0].isalpha() or not words[0].islower() or words[0].endswith(_NOUN_ENDINGS):
            return ""
        words[0] = with_ending(words[0], verb)
        for index in range(2, len(words)):
            if words[index - 1] == "and" and words[index].islower() and not words[index].endswith(_NOUN_ENDINGS):
                words[index] = with_ending(words[index], verb)
    elif last == "s" and not words[-1].endswith("s"):
        words[-1] = with_ending(words[-1], "s")
    return " ".join(words)


def _all_plural(words: list[str]) -> list[str]:
    """Return the words with the last one, and one that "and" joins, in the plural."""
    joined = [*words[1:], "and"]
    return [
        with_ending(word, "s") if after == "and" and not word.endswith("s") else word
        for word, after in zip(words, joined, strict=True)
    ]


def _ending(plain: str, inflected: str) -> Ending | None:
    """Return which ending turns one word into the other: "s", "ed", "ing" or None."""
    if plain == inflected:
        return None
    family = irregular_verbs().get(plain)
    if family:
        irregular = next((ending for ending in _ENDINGS if family[ending] == inflected), None)
        if irregular:
            return irregular
    return next((one for one in _REGULAR if inflected.endswith(one) and not plain.endswith(one)), None)


def with_ending(word: str, ending: Ending) -> str:
    """Return the plain form of a verb, or the singular of a regular noun, with an ending."""
    family = irregular_verbs().get(word)
    if family:
        return family[ending]
    if ending == "en":
        ending = "ed"
    if ending == "s":
        if word.endswith(("s", "x", "z", "ch", "sh")):
            return word + "es"
        return word[:-1] + "ies" if re.search("[^aeiou]y$", word) else word + "s"
    if ending == "ed" and re.search("[^aeiou]y$", word):
        return word[:-1] + "ied"
    if word.endswith("e") and not word.endswith("ee"):
        return word[:-1] + ending
    if _SHORT_CLOSED.fullmatch(word):
        word += word[-1]
    return word + ending


@cache
def irregular_verbs() -> dict[str, dict[Ending, str]]:
    """Return the forms of the irregular verbs, by their plain form."""
    found: dict[str, dict[Ending, str]] = {}
    for words in data_rows("english_forms.tsv"):
        gerund = next((at for at, word in enumerate(words) if at > 1 and word.endswith("ing")), 0)
        if gerund and words[1].endswith("s"):
            pasts = words[2:gerund] or words[:1]
            found[words[0]] = {"s": words[1], "ed": pasts[0], "en": pasts[-1], "ing": words[gerund]}
    return found
