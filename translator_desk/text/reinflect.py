"""Gives one English phrase the endings of another.

"Investigated" for "investigate" makes "made a visit" of "make a visit".
"""

from __future__ import annotations

import re
from functools import cache

from translator_desk.resources import resource_path

_PARTICLES = frozenset({"to", "of", "in", "on", "for", "with", "by", "at", "from", "out", "up", "off", "down"})
_SHORT_CLOSED = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]")


def like_inflected(phrase: str, plain: str, inflected: str) -> str:
    """Return ``phrase`` with the ending that ``inflected`` has over ``plain``; unchanged where there is none.

    A verb's ending goes to the first word of the phrase, a plural to its last.
    """
    before, after, words = plain.lower().split(), inflected.lower().split(), phrase.split(" ")
    if not before or not after or not phrase:
        return phrase
    verb = _ending(before[0], after[0])
    if verb in ("ed", "ing") or (verb == "s" and (len(before) > 1 or words[-1] in _PARTICLES)):
        if words[0].islower():
            words[0] = _with_ending(words[0], verb)
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
    for line in resource_path("data", "english_forms.tsv").read_text("utf-8").splitlines():
        words = line.split("\t")
        if not line.startswith("#") and len(words) >= 4 and words[1].endswith("s"):
            participle = next((word for word in words[3:] if word.endswith("ing")), "")
            if participle:
                found[words[0]] = (words[1], words[2], participle)
    return found
