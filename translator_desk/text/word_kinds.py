"""What an English word may be in a sentence: a light look at parts of speech, by the word alone.

The dictionary says of each word which endings it takes, and so whether it can be a noun, a verb, an adjective; the table
``word_kinds.tsv`` corrects it. A word may be several things ("plan"): whoever asks takes only what is certain.
"""

from __future__ import annotations

import re
from enum import IntFlag
from functools import cache, lru_cache

from translator_desk.resources import data_rows
from translator_desk.text.dictionary import affix_flags
from translator_desk.text.reinflect import irregular_verbs, with_ending


class Kind(IntFlag):
    """What a word may be; several at once where the word alone does not tell."""

    SINGULAR = 1
    PLURAL = 2
    PLAIN = 4
    THIRD = 8
    PAST = 16
    PARTICIPLE = 32
    GERUND = 64
    ADJECTIVE = 128
    ADVERB = 256


NO_KIND = Kind(0)
_KINDS = {
    "noun": Kind.SINGULAR,
    "mass": Kind.SINGULAR,
    "plural": Kind.PLURAL,
    "verb": Kind.PLAIN,
    "adjective": Kind.ADJECTIVE,
    "adverb": Kind.ADVERB,
    "function": NO_KIND,
}
_ADJECTIVE = re.compile(r".{2,}(?:al|ic|ive|ous|ful|less|able|ible|ary|ory|ent|ant|ish)")
_NOUN = re.compile(r".{3,}(?:tion|sion|ment|ness|ity|ship|ism|ist|ance|ence|ture|hood|dom|ics)")
_VERB_ENDINGS = ("ate", "ize", "ise", "ify")
_HARD_END = re.compile(r"(.*?)([bdgklmnprt])\2")


@lru_cache(maxsize=100_000)
def kinds_of(word: str) -> Kind:
    """Return what an English word in small letters may be; ``NO_KIND`` where nobody knows."""
    table = _table()
    known = table.get(word)
    return _by_endings(word) if known is None else known


def noun_of(verb: str) -> str:
    """Return the noun that a plain verb makes by an ending ("develop": development), "" where none is known."""
    flags = affix_flags()
    own = flags.get(verb, frozenset())
    stem = verb.removesuffix("e")
    candidates = [f"{verb}ment"] if "L" in own else []
    if verb.endswith("y"):
        candidates.append(f"{verb[:-1]}ication")
    elif "N" in own or "X" in own:
        candidates.append(f"{stem}ion")
    candidates += [f"{stem}ion", f"{stem}ation", f"{verb}ment", f"{stem}ance"]
    return next((one for one in candidates if one in flags or kinds_by_flags(one)), "")


def without_s(word: str) -> str:
    """Return the word that a plural or a third person is made of ("progresses": progress); another word unchanged."""
    stems = [word.removesuffix("s"), word.removesuffix("es"), f"{word.removesuffix('ies')}y"]
    return next((one for one in stems if with_ending(one, "s") == word and kinds_of(one)), word)


def plain_of(word: str) -> str:
    """Return the plain form of a form of a verb ("enforced": enforce); another word unchanged."""
    irregular = next((verb for verb, forms in irregular_verbs().items() if word in forms.values()), "")
    kinds = kinds_of(word)
    if irregular or Kind.PLAIN in kinds:
        return irregular or word
    if Kind.THIRD in kinds:
        return without_s(word)
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            stems = _stems(word.removesuffix(ending), "ied" if ending == "ed" else "")
            return next((one for one in reversed(stems) if _is_verb(one)), word)
    return word


def kinds_by_flags(word: str) -> Kind:
    """Return what the dictionary alone makes of a word."""
    return _plain_kinds(word) | _derived_kinds(word)


def adverb_of(adjective: str) -> str:
    """Return the adverb in -ly that the dictionary makes of an adjective, "" where it makes none."""
    if "Y" in affix_flags().get(adjective, ()):
        return f"{adjective}ly"
    for form in (f"{adjective}ly", f"{adjective.removesuffix('e')}y", f"{adjective.removesuffix('y')}ily"):
        if form != adjective and form in affix_flags() and form.endswith("ly"):
            return form
    return f"{adjective}ally" if adjective.endswith("ic") else ""


def _by_endings(word: str) -> Kind:
    kinds = kinds_by_flags(word)
    for ending in ("s", "es"):
        stem = word.removesuffix(ending)
        if stem != word:
            kinds |= _with_s(stem, ending)
    if word.endswith("ies"):
        kinds |= _with_s(f"{word[:-3]}y", "ies")
    if word.endswith("ed") and any(_is_verb(stem) for stem in _stems(word[:-2], "ied")):
        kinds |= Kind.PAST | Kind.PARTICIPLE
    if word.endswith("ing") and any(_is_verb(stem) for stem in _stems(word[:-3], "")):
        kinds |= Kind.GERUND
    if word.endswith("ly") and _is_adjective(word[:-2]):
        kinds |= Kind.ADVERB
    return kinds


def _with_s(stem: str, ending: str) -> Kind:
    """Return what a word is that is ``stem`` with a final s."""
    if not stem or with_ending(stem, "s") != (f"{stem[:-1]}ies" if ending == "ies" else stem + ending):
        return NO_KIND
    kinds = _table().get(stem)
    if kinds is None:
        kinds = _by_endings(stem) if stem.endswith("ing") else kinds_by_flags(stem)
    made = NO_KIND
    if Kind.SINGULAR in kinds or (stem.endswith("ing") and "M" in affix_flags().get(stem, ())):
        made |= Kind.PLURAL
    if Kind.PLAIN in kinds:
        made |= Kind.THIRD
    return made


def _stems(rest: str, soft: str) -> list[str]:
    """Return the verbs that a word without its -ed or -ing may come from."""
    stems = [rest, f"{rest}e"]
    if soft and rest.endswith("i"):
        stems.append(f"{rest[:-1]}y")
    if match := _HARD_END.fullmatch(rest):
        stems.append(match[1] + match[2])
    return stems


def _is_verb(word: str) -> bool:
    if not word:
        return False
    kinds = _table().get(word)
    own = affix_flags().get(word, frozenset())
    return (
        "G" in own or "D" in own or (kinds is not None and Kind.PLAIN in kinds) or f"{word}{word[-1]}ing" in _doubled()
    )


@cache
def _sure_verbs() -> frozenset[str]:
    """Return the verbs whose plain form is nothing else."""
    return frozenset(word for name, words in data_rows("word_classes.tsv") if name == "verb" for word in words.split())


@cache
def _doubled() -> frozenset[str]:
    """Return the words in which a verb's last letter is doubled before -ing ("planning")."""
    return frozenset(word for word in affix_flags() if word.endswith("ing") and _HARD_END.fullmatch(word[:-3]))


def _is_adjective(word: str) -> bool:
    for one in (word, f"{word}le", f"{word[:-1]}y" if word.endswith("i") else word, f"{word}e"):
        if "Y" in affix_flags().get(one, ()) or Kind.ADJECTIVE in kinds_by_flags(one):
            return True
    return word.endswith("al") and Kind.ADJECTIVE in kinds_by_flags(word[:-2])


def _plain_kinds(word: str) -> Kind:
    """Return what a word of the dictionary is in its plain form."""
    flags = affix_flags().get(word)
    if flags is None:
        return NO_KIND
    kinds = NO_KIND
    verb = "G" in flags or "D" in flags or f"{word}{word[-1]}ing" in _doubled()
    if "M" in flags or _NOUN.fullmatch(word):
        kinds |= Kind.SINGULAR
    if verb:
        # A prefix may have taken the possessive's place in the dictionary ("spirit"): only these are surely no nouns.
        kinds |= Kind.PLAIN if word in _sure_verbs() or word.endswith(_VERB_ENDINGS) else Kind.PLAIN | Kind.SINGULAR
    if word.endswith("ly"):
        return kinds | (Kind.ADJECTIVE if "T" in flags or "R" in flags or "P" in flags else Kind.ADVERB)
    comparable = "T" in flags or "Y" in flags or "P" in flags
    if comparable or (_ADJECTIVE.fullmatch(word) and not verb and "M" not in flags):
        kinds |= Kind.ADJECTIVE
    return kinds


def _derived_kinds(word: str) -> Kind:
    """Return what an ending makes of a word that the dictionary has without it."""
    flags = affix_flags()

    def takes(stem: str, flag: str) -> bool:
        return flag in flags.get(stem, ())

    if word.endswith("ion"):
        stem = word[:-3]
        found = any(takes(one, "N") or takes(one, "X") for one in (stem, f"{stem}e"))
        found = found or (word.endswith("ication") and takes(f"{word[:-7]}y", "N"))
        return Kind.SINGULAR if found else NO_KIND
    if word.endswith("ment"):
        return Kind.SINGULAR if takes(word[:-4], "L") else NO_KIND
    if word.endswith("ness"):
        return Kind.SINGULAR if takes(word[:-4], "P") or takes(f"{word[:-5]}y", "P") else NO_KIND
    if word.endswith(("er", "est")):
        short = word.removesuffix("est").removesuffix("er")
        for stem in _stems(short, "i"):
            if takes(stem, "T"):
                return Kind.ADJECTIVE
            if takes(stem, "R") and word.endswith("er"):
                return Kind.SINGULAR
    if word.endswith("able"):
        return Kind.ADJECTIVE if any(takes(one, "B") for one in _stems(word[:-4], "")) else NO_KIND
    if word.endswith("ive"):
        return Kind.ADJECTIVE if any(takes(one, "V") for one in _stems(word[:-3], "")) else NO_KIND
    if word.startswith(("un", "re", "dis", "de", "in", "non", "co", "over")):
        for prefix, flag in (("un", "U"), ("re", "A"), ("dis", "E"), ("de", "C"), ("in", "I")):
            rest = word.removeprefix(prefix)
            if rest != word and takes(rest, flag):
                return _plain_kinds(rest)
    return NO_KIND


@cache
def _table() -> dict[str, Kind]:
    """Return the words of the table and of the irregular families, with their forms."""
    plain: dict[str, Kind] = {}
    for kinds, words in data_rows("word_kinds.tsv"):
        made = NO_KIND
        for kind in kinds.split():
            made |= _KINDS[kind]
        plain.update(dict.fromkeys(words.split(), made))
    found = dict(plain)
    families = irregular_verbs()
    for verb in families:
        found.setdefault(verb, Kind.PLAIN | kinds_by_flags(verb) & ~Kind.SINGULAR)
    for verb, forms in families.items():
        for form, role in ((forms["s"], Kind.THIRD), (forms["ed"], Kind.PAST), (forms["en"], Kind.PARTICIPLE)):
            if plain.get(form) != NO_KIND:
                found[form] = found.get(form, NO_KIND) | role
        if Kind.SINGULAR in found[verb] and forms["s"] in found:
            found[forms["s"]] |= Kind.PLURAL
    for pair in (
        pair for row in data_rows("word_classes.tsv") if row[0] == "irregular plural" for pair in row[1].split()
    ):
        found[pair.split("/")[1]] = Kind.PLURAL
    return found
