"""Gives one English phrase the endings of another.

"Investigated" for "investigate" makes "made a visit" of "make a visit".
"""

from __future__ import annotations

import re
from functools import cache

from translator_desk.resources import data_rows
from translator_desk.text.normalize import lowered

_PARTICLES = frozenset({"to", "of", "in", "on", "for", "with", "by", "at", "from", "out", "up", "off", "down"})
_NOUN_ENDINGS = ("ion", "ment", "ing", "ity", "ness", "ship")
_SHORT_CLOSED = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]")


def like_inflected(phrase: str, plain: str, inflected: str) -> str:
    """Return ``phrase`` with the ending that ``inflected`` has over ``plain``; unchanged where there is none.

    A verb's ending goes to the first word of the phrase and to a verb joined to it by "and", a plural to its last word.
    Empty where a verb's ending cannot go to the phrase because it begins with a noun.
    """
    before, after, words = lowered(plain).split(), lowered(inflected).split(), phrase.split(" ")
    if not before or not after or not phrase:
        return phrase
    verb = _ending(before[0], after[0])
    if verb in ("ed", "ing") or (verb == "s" and (len(before) > 1 or words[-1] in _PARTICLES)):
        if not words[0].isalpha() or not words[0].islower() or words[0].endswith(_NOUN_ENDINGS):
            return ""
        words[0] = _with_ending(words[0], verb)
        for index in range(2, len(words)):
            if words[index - 1] == "and" and words[index].islower() and not words[index].endswith(_NOUN_ENDINGS):
                words[index] = _with_ending(words[index], verb)
    elif _ending(before[-1], after[-1]) == "s" and not words[-1].endswith("s"):
        words[-1] = _with_ending(words[-1], "s")
    return " ".join(words)


def _ending(plain: str, inflected: str) -> str:
    """Return which ending turns one word into the other: "s", "ed", "ing" or ""."""
    if plain == inflected:
        return ""
    family = _irregular().get(plain)
    if family and inflected in family:
        return ("s", "ed", "ing")[family.index(inflected)]
    for ending in ("ing", "ed", "s"):
        if inflected.endswith(ending) and not plain.endswith(ending):
            return ending
    return ""


def _with_ending(word: str, ending: str) -> str:
    family = _irregular().get(word)
    if family:
        return family[("s", "ed", "ing").index(ending)]
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
def _irregular() -> dict[str, tuple[str, str, str]]:
    """Return third person, past and -ing form of the irregular verbs, by their plain form."""
    found: dict[str, tuple[str, str, str]] = {}
    for words in data_rows("english_forms.tsv"):
        if len(words) >= 4 and words[1].endswith("s"):
            participle = next((word for word in words[3:] if word.endswith("ing")), "")
            if participle:
                found[words[0]] = (words[1], words[2], participle)
    return found
