"""Checks that find slips of grammar by the shape of the sentence; their rules stand in ``sentence_shapes.yaml``.

A rule is for a class of words and not for a phrase: "a plural noun at the head of the sentence, words that hang on it,
then «is»". It carries examples both ways, which run as tests.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, ClassVar, NamedTuple

from translator_desk.checks.base import Facts, Family, SegmentCheck
from translator_desk.checks.phrase_words import CHANGES, listed, words_of
from translator_desk.checks.word_shapes import Shape, ShapeGate, Shapes
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.resources import data_yaml
from translator_desk.text.articles import sound_of
from translator_desk.text.reinflect import Ending, with_ending
from translator_desk.text.span import Span
from translator_desk.text.word_kinds import adverb_of, noun_of, plain_of, without_s
from translator_desk.wording import Wording, say

_CHANGE = re.compile(r"<(\w+)>")
_ENDINGS: dict[str, Ending] = {"third": "s", "past": "ed", "participle": "en", "gerund": "ing"}
_CHANGES: dict[str, Callable[[str], str]] = {
    **CHANGES,
    "singular": without_s,
    "plain": plain_of,
    "noun": lambda word: noun_of(plain_of(word)),
    "adverb": adverb_of,
}


def _changed(name: str, word: str) -> str:
    """Return a form of a word, "" where there is none."""
    if name in _ENDINGS:
        return with_ending(plain_of(word), _ENDINGS[name])
    made = _CHANGES[name](word)
    if name in ("has", "have") and made == word:
        return with_ending(plain_of(word), "s") if name == "has" else plain_of(word)
    return made


_CLOSED = '.!?"”:;)'


class ShapeRule(NamedTuple):
    """One rule.

    Attributes:
        id: Its name.
        check: The check that speaks for it.
        shapes: What it finds.
        unless: What excuses words that it overlaps.
        sentence: Whether it leaves alone what does not end as a sentence does, such as headlines.
        write: What to write instead; "" where only a person can tell.
        why: What is wrong.
        level: How bad it is, None for the level of the check.
        found: Examples, the words to be found between « and ».
        silent: Near ones in which nothing is to be found.
    """

    id: str
    check: str
    shapes: tuple[Shape, ...]
    unless: tuple[Shape, ...]
    sentence: bool
    write: str
    why: Wording
    level: Level | None
    found: tuple[str, ...]
    silent: tuple[str, ...]


class ShapeRules:
    """All rules, ready to be looked for at once.

    Attributes:
        rules: The rules, in file order.
        shapes: What writes a text as signs for them.
    """

    def __init__(self, table: Mapping[str, Any]) -> None:
        """Take what the file holds."""
        sets = {name: tuple(words.split()) for name, words in table["sets"].items()}
        sets |= {name.lower(): words_of(name) for name in ("THING", "THINGS", "UNIT", "MASS", "VERB")}
        sets["number-word"] = listed("number word")
        rows = table["rules"]
        self.shapes = Shapes(
            sets, table["parts"], [one for row in rows for one in (*row["find"], *row.get("unless", ()))]
        )
        self.rules = tuple(map(self._rule, rows))
        self._found = [(rule, shape) for rule in self.rules for shape in rule.shapes]
        self._gate = ShapeGate([shape for _, shape in self._found])

    def _rule(self, row: Mapping[str, Any]) -> ShapeRule:
        return ShapeRule(
            id=row["id"],
            check=row["check"],
            shapes=tuple(map(self.shapes.shape, row["find"])),
            unless=tuple(map(self.shapes.excuse, row.get("unless", ()))),
            sentence=row.get("sentence", True),
            write=row.get("write", ""),
            why=Wording(row["why"]["en"], row["why"]["zh"]),
            level=Level(row["level"]) if "level" in row else None,
            found=tuple(row["found"]),
            silent=tuple(row["silent"]),
        )

    def find(self, text: str) -> list[tuple[ShapeRule, Span]]:
        """Return the rules that speak in a text with the words in question; of overlapping ones the first rule."""
        signs = self.shapes.signs(text)
        wanted = [self._found[number] for number in self._gate.worth_a_look(signs)]
        if not wanted:
            return []
        hits = list(self._hits(wanted, signs, _is_sentence(text)))
        if not hits:
            return []
        places = self.shapes.places(text, signs)
        taken: list[tuple[int, int]] = []
        found = []
        for rule, (start, end) in hits:
            if not any(start < last and first < end for first, last in taken):
                taken.append((start, end))
                found.append((rule, Span(places[start].start, places[end - 1].end)))
        return found

    def _hits(
        self, wanted: Iterable[tuple[ShapeRule, Shape]], signs: str, sentence: bool
    ) -> Iterator[tuple[ShapeRule, tuple[int, int]]]:
        for rule, shape in wanted:
            if rule.sentence and not sentence:
                continue
            for match in shape.pattern.finditer(signs):
                start, end = match.span(1)
                if not any(
                    other.start() < end and start < other.end()
                    for excuse in rule.unless
                    for other in excuse.pattern.finditer(signs)
                ):
                    yield rule, (start, end)


def _is_sentence(text: str) -> bool:
    return text.rstrip()[-1:] in tuple(_CLOSED)


@cache
def shape_rules() -> ShapeRules:
    """Return the rules that ship."""
    return ShapeRules(data_yaml("sentence_shapes.yaml"))


def found_shapes(facts: Facts) -> Mapping[str, list[tuple[ShapeRule, Span]]]:
    """Return what the rules find in a segment, by the check that speaks for it."""
    hits = shape_rules().find(facts.target)
    if not hits:
        return {}
    found: dict[str, list[tuple[ShapeRule, Span]]] = {}
    for rule, span in hits:
        found.setdefault(rule.check, []).append((rule, span))
    return found


class ShapeCheck(SegmentCheck):
    """A check whose rules stand in the table under its id."""

    mqm = Mqm.GRAMMAR
    level = Level.WARNING
    family = Family.GRAMMAR
    gate = found_shapes
    message: ClassVar[Wording] = Wording("“{words}”: {why}; write “{write}”.", "“{words}”：{why}；应为“{write}”。")
    message_without_fix: ClassVar[Wording] = Wording("“{words}”: {why}.", "“{words}”：{why}。")

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return an issue for each place at which a rule speaks."""
        hits = facts.of(found_shapes).get(self.id)
        return [self._issue(facts, rule, span) for rule, span in hits] if hits else ()

    def _issue(self, facts: Facts, rule: ShapeRule, span: Span) -> Issue:
        words = span.of(facts.target)
        write = written(rule.write, words)
        wording = self.message if write else self.message_without_fix
        message = say(
            wording.en.replace("{why}", rule.why.en),
            wording.zh.replace("{why}", rule.why.zh),
            words=words,
            write=write,
        )
        return self.issue(facts, span, message, level=rule.level, expected=(write,) if write else ())


def written(template: str, words: str) -> str:
    """Return what to write for the words found: ``$0`` stands for them, ``<plural>`` for a form of the last of them."""
    if not template:
        return ""
    last = words.split(" ")[-1].lower()
    changed = {name: _changed(name, last) for name in _CHANGE.findall(template)}
    if not all(changed.values()):
        return ""
    made = _CHANGE.sub(lambda match: changed[match[1]], template).replace("$0", words)
    if template == "a $0" and sound_of(words.split(" ")[0]) == "vowel":
        made = f"an {words}"
    return made[:1].upper() + made[1:] if words[:1].isupper() else made
