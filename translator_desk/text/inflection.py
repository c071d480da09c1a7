"""An English term found in running text, whatever form its words take there.

A term base says "streamline administration"; the text says "streamlining the administration". ``Rendering`` finds
the one in the other: letter case, singular and plural, possessive, verb forms, articles, quotes, hyphens and white
space may differ, and words end where the term's words end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from translator_desk.resources import data_rows
from translator_desk.text.dictionary import is_english
from translator_desk.text.normalize import lowered
from translator_desk.text.pinyin import is_pinyin
from translator_desk.text.span import Span
from translator_desk.text.tokens import letters_only

PLACE = "{place}"
"""In a form: any place of the base, any name spelt in pinyin (the base has not all counties of China), or nothing."""

_ARTICLES = frozenset({"a", "an", "the"})
_ARTICLE = re.compile("(?:an?|the) ")
_ARTICLE_BEFORE = re.compile(r"(?<![a-z])(?:an?|the) +$")
_LETTER = "0-9a-z\u00df-\u024f"
_PLAIN_WORD = re.compile(r"[a-z]{3,}")
_PLACE_WORDS = 4
_PLACE_AFTER = re.compile(rf" +[^\s,;:.!?()]+(?: +[^\s,;:.!?()]+){{0,{_PLACE_WORDS - 1}}}")
_PLACE_INSIDE = rf"((?: +[^\s,;:.!?()]+){{0,{_PLACE_WORDS}}}?) +"
_NO_PLACES: frozenset[str] = frozenset()


def place_set(names: Iterable[str]) -> frozenset[str]:
    """Return place names as ``Rendering`` compares them; make it once for a term base."""
    return frozenset(map(_place_key, names))


@lru_cache(maxsize=65536)
def _place_key(name: str) -> str:
    return " ".join(lowered(name).split())


class Rendering:
    """One English form of a term, ready to be looked for.

    Attributes:
        form: The form as the term base spells it.
        case_sensitive: Whether the letters must have the case of the form.
        name: Whether it is the name of a person or place: its words then take no verb or plural endings.
    """

    __slots__ = ("_articled", "_core", "_pattern", "_places", "_stems", "case_sensitive", "form", "name")

    def __init__(
        self, form: str, *, places: frozenset[str] = _NO_PLACES, case_sensitive: bool = False, name: bool = False
    ) -> None:
        """Take ``form``, which may hold ``{place}``; ``places`` comes from ``place_set``."""
        self.form = form
        self.case_sensitive = case_sensitive
        self.name = name
        words = lowered(form).replace(PLACE, f" {PLACE} ").split()
        self._articled = len(words) > 1 and words[0] in _ARTICLES
        self._core = " ".join(words[1:] if self._articled else words)
        self._places = places
        self._stems: tuple[str, ...] | None = None
        self._pattern: re.Pattern[str] | None = None

    @property
    def stems(self) -> tuple[str, ...]:
        """The letters that stand in every text (made by ``lowered``) that holds the form, the longest first."""
        if self._stems is None:
            self._stems = self._make_stems()
        return self._stems

    def needed_words(self) -> list[frozenset[str]]:
        """Return, for each word that counts, its forms in the letters a to z: a text with the form has one of each.

        The words of a text are compared as ``letters_only`` parts them; a word without such letters is left out.
        """
        needed = []
        for word in self._words():
            forms = _variants(word, self.name)
            if not all(form.isascii() and form.isalpha() for form in forms):
                pieces = [letters_only(form).split() for form in forms]
                forms = (
                    frozenset(max(several, key=len) for several in pieces if several) if all(pieces) else frozenset()
                )
            if forms:
                needed.append(forms)
        return needed

    def find(self, target: str, original: str) -> tuple[Span, ...]:
        """Return where the form stands in a text, in order, never overlapping.

        Args:
            target: The text made by ``normalize.lowered``; made once for all forms looked for in it.
            original: The text itself.

        Returns:
            The spans of the words: with the article where the form begins with one, with the place where the form
            begins or ends with ``{place}``, without a possessive ending.
        """
        stems = self._stems
        if stems is None:
            stems = self._stems = self._make_stems()
        for stem in stems:
            if stem not in target:
                return ()
        if not stems:
            return ()
        found = self._exact(target, stems[0])
        if found is None:
            pattern = self._pattern
            if pattern is None:
                pattern = self._pattern = re.compile(self._make_pattern())
            found = [match.span() for match in pattern.finditer(target) if self._places_known(match)]
        spans = [self._widened(target, start, end) for start, end in found]
        if self.case_sensitive:
            spans = [span for span in spans if self._same_case(span.of(original))]
        return tuple(spans)

    def _words(self) -> list[str]:
        """Return the words that count: neither article nor place."""
        return [word for word in self._core.split() if word not in _ARTICLES and word != PLACE]

    def _make_stems(self) -> tuple[str, ...]:
        """Return the letters that must be in any text that holds the term, the longest first."""
        stems = {_common_beginning(word, self.name) for word in self._words()}
        return tuple(sorted(stems - {""}, key=len, reverse=True)) or tuple(self._words()[:1])

    def _exact(self, target: str, key: str) -> list[tuple[int, int]] | None:
        """Return the places of the form letter by letter, or None where the text may hold others as well."""
        core = self._core
        if core.startswith(PLACE + " "):
            core = core[len(PLACE) + 1 :]
        if core.endswith(" " + PLACE):
            core = core[: -len(PLACE) - 1]
        if PLACE in core:
            return None
        found: list[tuple[int, int]] = []
        start = target.find(core)
        while start >= 0:
            end = start + len(core)
            if _bounded(target, start, end):
                found.append((start, end))
                start = target.find(core, end)
            else:
                start = target.find(core, start + 1)
        return found if len(found) * core.count(key) >= target.count(key) else None

    def _make_pattern(self) -> str:
        """Return the expression for every form the term may take."""
        words = self._core.split()
        while words and words[0] == PLACE:
            del words[0]
        while words and words[-1] == PLACE:
            del words[-1]
        parts: list[str] = []
        joint = ""
        before = f"(?<![{_LETTER}])" if words and words[0][0].isalnum() else ""
        for word in words:
            if word in _ARTICLES:
                continue
            if word == PLACE:
                joint = rf"(?:'s?)?{_PLACE_INSIDE}(?:(?:an?|the) +)*"
                continue
            forms = sorted(_variants(word, self.name), key=len, reverse=True)
            start = _common_beginning(word, self.name) if before and not parts and not joint else ""
            if start:
                # Letters at the head of an expression are found many times faster than a place between two letters.
                before, joint = "", f"{re.escape(start)}(?<![{_LETTER}]{re.escape(start)})"
            parts.append(f"{joint}(?:{'|'.join(re.escape(form[len(start) :]) for form in forms)})")
            joint = "(?:'s?)? +(?:(?:an?|the) +)*"
        after = f"(?![{_LETTER}]|'[a-rt-z])" if words and words[-1][-1].isalnum() else ""
        return before + "".join(parts) + after

    def _places_known(self, match: re.Match[str]) -> bool:
        """Return whether what stands for each inner ``{place}`` is a place, or nothing."""
        return all(not place or self._is_place(place) for place in match.groups())

    def _is_place(self, text: str) -> bool:
        words = text.split()
        if words and words[0] in _ARTICLES:
            del words[0]
        place = " ".join(words)
        owner = place.removesuffix("'s").removesuffix("'")
        return place in self._places or owner in self._places or _reads_as_place(owner)

    def _widened(self, target: str, start: int, end: int) -> Span:
        """Return the span with the place and the article that belong to the form."""
        if self._core.startswith(PLACE):
            start = self._place_start(target, start)
        if self._core.endswith(PLACE):
            end = self._place_end(target, end)
        if self._articled:
            article = _ARTICLE_BEFORE.search(target, max(0, start - 6), start)
            start = article.start() if article else start
        return Span(start, end)

    def _place_start(self, target: str, start: int) -> int:
        """Return where the longest place that ends before ``start`` begins."""
        words = [match.start() for match in re.finditer(r"\S+", target[:start])][-_PLACE_WORDS:]
        for begin in words:
            if _ARTICLE.match(target, begin) is None and self._is_place(target[begin:start]):
                return begin
        return start

    def _place_end(self, target: str, end: int) -> int:
        """Return where the longest place that begins after ``end`` ends."""
        match = _PLACE_AFTER.match(target, end)
        while match:
            if self._is_place(match.group()):
                return match.end()
            shorter = match.group().rstrip().rfind(" ")
            match = _PLACE_AFTER.match(target, end, end + shorter) if shorter > 0 else None
        return end

    def _same_case(self, words: str) -> bool:
        """Return whether the words found have the letter case of the form, endings aside."""
        ours = [
            word for word in self.form.replace(PLACE, " ").replace("-", " ").split() if word.lower() not in _ARTICLES
        ]
        theirs = [word for word in words.replace("-", " ").split() if word.lower() not in _ARTICLES]
        if PLACE in self.form:
            known = {word.lower(): word for word in theirs}
            return all(known.get(word.lower(), word)[:1] == word[:1] for word in ours)
        for our, their in zip(ours, theirs, strict=False):
            for a, b in zip(our, their, strict=False):
                if a != b:
                    if a.lower() == b.lower():
                        return False
                    break
        return True


@lru_cache(maxsize=4096)
def _reads_as_place(name: str) -> bool:
    """Return whether a name in small letters is spelt in pinyin, and is no English word ("change", "women")."""
    return len(name) > 1 and name.replace("'", "").isalpha() and is_pinyin(name) and not is_english(name)


def _bounded(text: str, start: int, end: int) -> bool:
    """Return whether no word runs over either end of ``text[start:end]``; Han characters do not count as such."""
    if start and text[start].isalnum() and text[start - 1].isalnum() and text[start - 1] < "\u2e80":
        return False
    if end < len(text) and text[end - 1].isalnum():
        after = text[end]
        if after.isalnum() and after < "\u2e80":
            return False
        if after == "'" and end + 1 < len(text) and text[end + 1] != "s" and text[end + 1].isalpha():
            return False
    return True


@lru_cache(maxsize=65536)
def _common_beginning(word: str, name: bool) -> str:
    """Return the letters that all forms of ``word`` begin with."""
    words = _variants(word, name)
    first, last = min(words), max(words)
    return next((first[:at] for at, letter in enumerate(first) if last[at : at + 1] != letter), first)


def word_forms(word: str) -> frozenset[str]:
    """Return a word (lower case) with its plural and verb forms and other spellings; some are no words, no harm."""
    return _variants(word, False)


@lru_cache(maxsize=65536)
def _variants(word: str, name: bool) -> frozenset[str]:
    """Return the forms that may stand for ``word`` (lower case) in a text, itself included."""
    if word.endswith("'s"):
        return frozenset({word, word[:-2] + "s'"}) if not name else frozenset({word})
    family = _families().get(word)
    if name or not (_PLAIN_WORD.fullmatch(word) or family):
        return frozenset({word})
    forms = {word}
    if family:
        forms |= family
    else:
        for base in _bases(word):
            forms |= _inflected(base)
    return frozenset(forms | {other for form in forms for other in _respelt(form)})


def _bases(word: str) -> Iterable[str]:
    """Yield what ``word`` may be a form of; a base that is no word does no harm, no text holds it."""
    yield word
    if word.endswith("ies") and len(word) > 5:
        yield word[:-3] + "y"
    elif word.endswith(("ches", "shes", "sses", "xes", "zes")):
        yield word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        yield word[:-1]
    for ending in ("ed", "ing"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3 or not re.search("[aeiouy]", stem):
            continue
        if ending == "ed" and stem.endswith("i"):
            yield stem[:-1] + "y"
        elif stem[-1] == stem[-2] and stem[-1] not in "lsfz":
            yield stem[:-1]
        else:
            yield stem
            yield stem + "e"


def _inflected(base: str) -> set[str]:
    """Return plural and verb forms of ``base``."""
    if base.endswith("y") and base[-2] not in "aeiou":
        return {base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"}
    if base.endswith("e"):
        return {base, base + "s", base + "d", base[:-1] + "ing"}
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return {base, base + "es", base + "s", base + "ed", base + "ing"}
    forms = {base, base + "s", base + "ed", base + "ing"}
    if len(base) <= 6 and re.search("[^aeiou][aeiou][bdgklmnprt]$", base):
        forms |= {base + base[-1] + "ed", base + base[-1] + "ing"}
    return forms


def _respelt(word: str) -> Iterable[str]:
    """Yield the other spelling of -ize and its family."""
    for american, british in (("iz", "is"), ("is", "iz")):
        for ending in ("e", "es", "ed", "ing", "er", "ers", "ation", "ations"):
            if len(word) > 6 and word.endswith(american + ending):
                yield word[: -len(ending) - 2] + british + ending


@cache
def _families() -> dict[str, frozenset[str]]:
    """Return, for a word with irregular forms or two spellings, all of them."""
    families: dict[str, frozenset[str]] = {}
    for row in data_rows("english_forms.tsv"):
        family = frozenset(row)
        for word in family:
            families[word] = families.get(word, frozenset()) | family
    return families
