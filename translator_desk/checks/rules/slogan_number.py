"""Numbered set phrases: the number, and how many members are listed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from translator_desk.checks.base import Example, Facts, Family, SegmentCheck, target_words
from translator_desk.checks.term_facts import accepted_forms, entry_evidence, source_hits
from translator_desk.glossary.entry import Entry, Kind
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.resources import data_rows
from translator_desk.text.figure_words import english_words
from translator_desk.text.grammar_words import grammar_words
from translator_desk.text.han_numerals import DIGIT, plain_value
from translator_desk.text.span import Span
from translator_desk.text.tokens import letters_only
from translator_desk.wording import Wording, say

_HAN_NUMBER = re.compile("[一二三四五六七八九十两]+")
_SOURCE_QUOTE = re.compile("[“「]([^”」]{2,14})[”」]")
_TARGET_QUOTE = re.compile('[“"‘]([^”"’]{3,90})[”"’]')
_COUNTED = re.compile(
    r"^[一二三四五六七八九十两]+[\u4e00-\u9fff]|[一二三四五六七八九十两]+[\u4e00-\u9fff]+[一二三四五六七八九十两]+"
)
_WORD = re.compile(r"[A-Za-z]+|\d+")
_ANY_NUMBER = "one|two|three|four|five|six|seven|eight|nine|ten"
_NUMBER_WORDS = frozenset(_ANY_NUMBER.split("|"))
_LISTED = re.compile(
    rf"[“\"‘]?\b(?P<number>{_ANY_NUMBER})\b(?:[ -][A-Za-z]+){{1,3}}[”\"’]?\s*\((?:namely,? |i\.e\.,? )?(?P<list>[^()]{{10,300}})\)",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?:[\s,、;&/-]|\band\b|\bthe\b|\bof\b|\bas\b|\bour\b)*")
_FEWEST = 5
"""Members of a set phrase of which a list may lack one."""
_TERMS = """
- {id: s-wen, kind: slogan, zh: [六稳], en: stability on the six fronts, source: s}
- {id: s-plat, kind: slogan, zh: [五制一平台], en: five systems and one platform, source: s}
"""


class SloganNumber(SegmentCheck):
    """Compares the numbers of set phrases with the Chinese, and the members listed with the number."""

    id = CheckId("slogan-number")
    title = Wording("Number of a set phrase", "固定提法的数字")
    explanation = Wording(
        "A numbered set phrase whose number differs from the Chinese (six fronts, five fronts), or lost one (“three "
        "strong” for 三强一化); a list in brackets with fewer or more members than its number says; a fixed series "
        "with one member lost (mountains, forests, fields, lakes and grass: no water). Numbers that are names (三一, "
        "五矿) and phrases rendered without a number are left alone.",
        "固定提法的数字与原文不同（六稳译成 five fronts），或漏了数字（三强一化译成“three strong”）；括号中列举的项数与所说的数目"
        "不符；固定列举缺了一项（山水林田湖草译文缺“水”）。属于名称的数字（三一、五矿）和不含数字的意译不报告。",
    )
    mqm = Mqm.NUMBER
    level = Level.ERROR
    family = Family.SLOGAN
    figures_and_names = True
    examples = (
        Example(
            "They seek stability on the five fronts.",
            "做好六稳工作。",
            terms=_TERMS,
            found=("stability on the five fronts",),
            fixed="They seek stability on the six fronts.",
        ),
        Example("It speeds up the “three strong”.", "加快“三强一化”建设。", found=("three strong",)),
        Example("The “six stabilities” (jobs, finance, trade, foreign capital and investment)", found=("six",)),
        Example(
            "with mountains, forests, fields, lakes and grass as one",
            found=("mountains, forests, fields, lakes and grass",),
        ),
        Example("It runs “five systems and a platform”.", "推行“五制一平台”。"),
        Example("Sany and Minmetals signed.", "“三一”和“五矿”签约。", note="Numbers that are names."),
        Example("The “two sessions” opened.", "“两会”开幕。"),
        Example("Its “three highs” (output, income and tax) rose."),
        Example("with mountains, rivers, forests, farmlands, lakes and grasslands as one"),
        Example("The plan protects mountains, forests and lakes."),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return an issue for each number that is wrong."""
        source, words, found = facts.source, facts.of(target_words), list[Issue]()
        if "(" in facts.target and not _NUMBER_WORDS.isdisjoint(words):
            found += self._listed(facts)
        if not _telling_words().isdisjoint(words):
            found += self._members(facts)
        numbered = facts.context.term_base.index(_numbered)
        if numbered:
            for start, end, entries in facts.of(source_hits):
                for entry in entries:
                    if entry.id in numbered and _HAN_NUMBER.search(source, start, end):
                        found += self._term(facts, entry, Span(start, end))
        if "“" in source or "「" in source:
            found += self._quotes(facts)
        return found

    def _term(self, facts: Facts, entry: Entry, place: Span) -> Iterator[Issue]:
        """Yield the issue of a set phrase that stands in no accepted form, but in one with another number."""
        if not accepted_forms(facts, entry):
            forms = [one for form in entry.accepted if (one := _altered(form))]
            yield from self._altered_form(facts, entry, place, forms)

    def _altered_form(
        self, facts: Facts, entry: Entry, source: Span, forms: Iterable[tuple[re.Pattern[str], str]]
    ) -> Iterator[Issue]:
        for pattern, form in forms:
            match = pattern.search(facts.target)
            if match is None:
                continue
            yield self.issue(
                facts,
                Span(*match.span()),
                say(
                    "{zh} counts otherwise: “{form}”.",
                    "“{zh}”的数目不同：应为“{form}”。",
                    zh=source.of(facts.segment.source),
                    form=form,
                ),
                source=source,
                expected=(form,),
                evidence=(entry_evidence(entry),),
                entry=entry.id,
            )
            return

    def _quotes(self, facts: Facts) -> Iterator[Issue]:
        """Compare quoted phrases that count, the first of the source with the first of the target and so on."""
        sources = [match for match in _SOURCE_QUOTE.finditer(facts.source) if _counts(match[1])]
        if not sources:
            return
        targets = [match for match in _TARGET_QUOTE.finditer(facts.target) if _english_numbers(match[1])]
        if len(sources) != len(targets):
            return
        for one, other in zip(sources, targets, strict=True):
            wanted = [value for part in _HAN_NUMBER.findall(one[1]) if (value := plain_value(part))]
            there = [number.value for number in _english_numbers(other[1])]
            words = {word.lower() for word in _WORD.findall(other[1])}
            lost = [
                value for value in wanted if value not in there and not (value == 1 and words & grammar_words("one"))
            ]
            if not lost or len(there) > len(wanted):
                continue
            yield self.issue(
                facts,
                Span(other.start(1), other.end(1)),
                say(
                    "“{zh}” counts {numbers}; “{words}” does not.",
                    "“{zh}”的数目是 {numbers}，“{words}”与之不符。",
                    zh=one[1],
                    numbers=" + ".join(map(str, wanted)),
                    words=other[1],
                ),
                source=Span(one.start(1), one.end(1)),
                level=Level.WARNING,
            )

    def _listed(self, facts: Facts) -> Iterator[Issue]:
        """Yield numbers whose list in brackets has another length."""
        for match in _LISTED.finditer(facts.target):
            number = int(english_words()[match["number"].lower()].low)
            items = match["list"]
            commas = items.count(";") or items.count(",")
            if number < 3 or not commas or any(ch.isdigit() for ch in items):
                continue
            ands = len(re.findall(r"\band\b|&", items))
            if not commas + 1 <= number <= commas + 1 + ands:
                yield self.issue(
                    facts,
                    Span(match.start("number"), match.end("number")),
                    say(
                        "“{number}” are announced, {count} are listed.",
                        "说的是“{number}”，实际列出 {count} 项。",
                        number=match["number"],
                        count=commas + 1 + (ands if ands and not re.search(r",\s*and\b", items) else 0),
                    ),
                    level=Level.WARNING,
                )

    def _members(self, facts: Facts) -> Iterator[Issue]:
        """Yield fixed series of which one member is lost."""
        words, low = facts.of(target_words), facts.target.lower().replace("’", "'")
        for one in _member_lists():
            if all(member.isdisjoint(words) for member in one.telling):
                continue
            runs = _run(low, one) if _most_stand(one, low) else None
            if runs is None or len(runs) != len(one.members) - 1 or len(runs) + 1 < _FEWEST:
                continue
            lost = next(member[0] for number, member in enumerate(one.members) if number not in runs)
            span = Span(min(place.start for place in runs.values()), max(place.end for place in runs.values()))
            yield self.issue(
                facts,
                span,
                say(
                    "{zh} has {count} members; “{lost}” is missing.",
                    "“{zh}”共 {count} 项，缺“{lost}”。",
                    zh=one.zh,
                    count=len(one.members),
                    lost=lost,
                ),
                level=Level.WARNING,
                mqm=Mqm.OMISSION,
                evidence=(say("in full: {name}", "完整说法：{name}", name=one.name),),
            )


def _numbered(term_base: TermBase) -> frozenset[str]:
    """Return the ids of the set phrases with a number in both languages."""
    return frozenset(
        entry.id
        for kind in (Kind.SLOGAN, Kind.EVENT)
        for entry in term_base.of_kind(kind)
        if any(map(_HAN_NUMBER.search, entry.zh)) and any(map(_english_numbers, entry.accepted))
    )


class _Number(NamedTuple):
    start: int
    end: int
    value: int


@lru_cache(maxsize=4096)
def _english_numbers(text: str) -> tuple[_Number, ...]:
    """Return the whole numbers of a phrase, in words and figures."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group().lower()
        known = english_words().get(word)
        if word.isdigit():
            found.append(_Number(*match.span(), int(word)))
        elif known is not None and known.role in ("digit", "teen", "tens") and known.low == int(known.low):
            found.append(_Number(*match.span(), int(known.low)))
    return tuple(found)


def _counts(phrase: str) -> bool:
    """Whether a quoted Chinese phrase is a numbered set phrase: a numeral first, or two of them."""
    numbers = _HAN_NUMBER.findall(phrase)
    if not numbers or phrase in _names() or any(name in phrase for name in _names() if len(name) > 2):
        return False
    return (
        len(phrase) > 2 and _COUNTED.search(phrase) is not None and all(ch in DIGIT or ch == "十" for ch in numbers[0])
    )


@cache
def _names() -> frozenset[str]:
    """Return the Chinese phrases in which a numeral counts nothing."""
    return frozenset(word for row in data_rows("set_phrases.tsv") for word in row[0].split())


@lru_cache(maxsize=4096)
def _altered(form: str) -> tuple[re.Pattern[str], str] | None:
    """Return the pattern of an accepted form with another number in it, and the form; None where it has no number."""
    numbers = _english_numbers(form)
    if not numbers:
        return None
    first = numbers[0]
    others = "|".join(word for word in _ANY_NUMBER.split("|") if word != form[first.start : first.end].lower())
    before, after = (re.escape(part).replace(r"\ ", r"[\s-]+") for part in (form[: first.start], form[first.end :]))
    if not re.search("[A-Za-z]{4}", before + after):
        return None
    return re.compile(rf"(?<!\w){before}(?:{others}){after}(?!\w)", re.IGNORECASE), form


class _MemberList(NamedTuple):
    """A set phrase that names its members.

    Attributes:
        zh: The Chinese.
        name: The whole in English.
        members: The renderings of each member.
        pattern: Any rendering, longest first.
        telling: Of two members a word of each rendering: one of the two stands where no more than one is lost.
    """

    zh: str
    name: str
    members: tuple[tuple[str, ...], ...]
    pattern: re.Pattern[str]
    telling: tuple[frozenset[str], ...]


@cache
def _member_lists() -> tuple[_MemberList, ...]:
    lists = []
    for zh, name, *members in data_rows("member_lists.tsv"):
        ways = tuple(tuple(member.split("/")) for member in members)
        every = sorted((way for member in ways for way in member), key=len, reverse=True)
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, every))})\b")
        words = [frozenset(max(letters_only(way).split(), key=len) for way in member) for member in ways]
        words.sort(key=lambda member: (len(member), -min(map(len, member))))
        lists.append(_MemberList(zh, name, ways, pattern, tuple(words[:2])))
    return tuple(lists)


@cache
def _telling_words() -> frozenset[str]:
    """Return words of which every text holds one that has a member list with all members or all but one."""
    return frozenset(word for one in _member_lists() for member in one.telling for word in member)


def _most_stand(one: _MemberList, low: str) -> bool:
    """Whether all members but one stand somewhere."""
    missing = 0
    for member in one.members:
        if not any(way in low for way in member):
            missing += 1
            if missing > 1:
                return False
    return True


def _run(low: str, one: _MemberList) -> dict[int, Span] | None:
    """Return the longest run of members in a row, by number of the member; None where none stands."""
    best: dict[int, Span] = {}
    run: dict[int, Span] = {}
    last = -1
    for match in one.pattern.finditer(low):
        number = next(n for n, member in enumerate(one.members) if match.group() in member)
        if last < 0 or not _JOINT.fullmatch(low[last : match.start()]) or number in run:
            run = {}
        run[number] = Span(*match.span())
        last = match.end()
        best = run if len(run) > len(best) else best
    return best or None
