"""Offices of both languages with the words that say how they are held: deputy, acting, former, honorary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from translator_desk.checks.base import Facts
from translator_desk.checks.name_facts import english_names
from translator_desk.checks.source_persons import SourcePerson, is_spelt_in, source_persons, squeezed
from translator_desk.resources import data_rows
from translator_desk.text.names import NameRun
from translator_desk.text.scripts import HAN_RANGES
from translator_desk.text.span import Span

_NO_OFFICE = "团|会议|府|处|办|室|医师|护师|科员|助理|编辑|记者|技师|药师|联席|接待|信箱|热线|令|奖|负责制|基金|杯|夫人|竞选|选举|候选"
"""What stands behind the characters of an office where they are part of another word."""
_LONGEST_BODY = 16
_CHAIN = re.compile("[、兼]")
_PHRASE_END = re.compile(r"[,;:.!?()“”\"\n]|\b(?:and|of|to|by|as|with|for|from|in|that)\b")
_SENTENCE_END = re.compile(r"[;!?\n]|\.(?=\s|$)")
_OFFICES_FOLLOW = re.compile(r"\s*[,(]\s*")
_LAST_JOINT = re.compile(r"(?:,|;|\band\b)(?![\s\S]*(?:,|;|\band\b))")
_LONGEST_PHRASE = 60


class Modifier(NamedTuple):
    """A way to hold an office.

    Attributes:
        kind: Its name in the table.
        said: Chinese right before the office.
        named: Finds the English that says it.
        behind: Finds Chinese that may be behind such English.
        write: What is set before the English office, "-" where the office decides.
        far: Whether it may stand before the body as well.
    """

    kind: str
    said: str
    named: re.Pattern[str]
    behind: re.Pattern[str]
    write: str
    far: bool


class Head(NamedTuple):
    """The last word of an office.

    Attributes:
        zh: The Chinese.
        words: The English words that render it, in small letters.
        named: Finds them.
        deputy: What a deputy of it is called.
    """

    zh: str
    words: frozenset[str]
    named: re.Pattern[str]
    deputy: str


class Office(NamedTuple):
    """An office of the Chinese: the words with their modifiers, the kinds of these, and who holds it."""

    head: Head
    span: Span
    kinds: frozenset[str]
    person: SourcePerson | None = None


class Rendering(NamedTuple):
    """An office of the English: the word itself, and what stands before it in its phrase."""

    span: Span
    phrase: Span


def ranked_offices(facts: Facts) -> tuple[Office, ...]:
    """Return the offices of the source in reading order, with their modifiers and their holders where these are sure."""
    source = facts.source
    matches = list(_office().finditer(source)) if source else []
    if not matches:
        return ()
    starts = {one.start: one for one in facts.of(source_persons)}
    found: list[Office] = []
    person: SourcePerson | None = None
    later = len(source) + 1
    for number in range(len(matches) - 1, -1, -1):
        match = matches[number]
        own = starts.get(match.end())
        linked = _CHAIN.match(source, match.end()) and not re.search("[，。；：！？（）]", source[match.end() : later])
        person = own or (person if linked else None)
        later = match.start()
        first = matches[number - 1].end() if number else 0
        kinds = {kind for kind, pattern in _near() if pattern.search(match["mods"])}
        start, body = match.start(), source[max(first, match.start() - _LONGEST_BODY) : match.start()]
        for one in modifiers():
            far = list(re.finditer(f"{one.said}(?=[{HAN_RANGES}]*$)", body)) if one.far else []
            if far:
                kinds.add(one.kind)
                start = min(start, match.start() - len(body) + far[-1].start())
        found.append(Office(heads()[match["head"]], Span(start, match.end()), frozenset(kinds), person))
    return tuple(reversed(found))


def renderings(target: str, head: Head) -> list[Rendering]:
    """Return where the English has such an office."""
    found = []
    for match in head.named.finditer(target):
        first = max(0, match.start() - _LONGEST_PHRASE)
        cut = max((one.end() for one in _PHRASE_END.finditer(target, first, match.start())), default=first)
        found.append(Rendering(Span(*match.span()), Span(cut, match.start())))
    return found


def zone_of(facts: Facts, person: SourcePerson) -> Span | None:
    """Return the words of the target that tell the offices of a person, None where that is in doubt."""
    runs = facts.of(english_names).persons
    mine = [one for one in runs if is_spelt_in(person.characters, person.surname, squeezed(one.words))]
    if len(mine) != 1:
        return None
    run = mine[0]
    return _behind(facts.target, run, runs) or _before(facts.target, run, runs)


def _behind(target: str, run: NameRun, runs: Sequence[NameRun]) -> Span | None:
    follow = _OFFICES_FOLLOW.match(target, run.end)
    if follow is None:
        return None
    following = min((one.start for one in runs if one.start >= run.end), default=len(target))
    end = _SENTENCE_END.search(target, run.end, following)
    last = end.start() if end else following
    if not end and following < len(target):
        joint = _LAST_JOINT.search(target, run.end, following)
        last = joint.start() if joint else following
    return Span(follow.end(), last) if _any_head().search(target, follow.end(), max(follow.end(), last)) else None


def _before(target: str, run: NameRun, runs: Sequence[NameRun]) -> Span | None:
    first = max((one.end for one in runs if one.end <= run.start), default=0)
    piece = re.split(r"[,;:.!?\n](?=\s)|\bby\b|\bwith\b", target[first : run.start])[-1]
    zone = Span(run.start - len(piece), run.start)
    ends = [match.end() for match in _any_head().finditer(target, zone.start, zone.end)]
    return zone if ends and not target[ends[-1] : run.start].strip() else None


@cache
def modifiers() -> tuple[Modifier, ...]:
    """Return the ways to hold an office."""
    return tuple(
        Modifier(
            kind,
            said,
            re.compile(rf"\b(?:{named})\b", re.IGNORECASE),
            re.compile(behind),
            write,
            far == "far",
        )
        for kind, said, named, behind, write, far in data_rows("office_modifiers.tsv")
    )


@cache
def heads() -> dict[str, Head]:
    """Return the last words of offices by their Chinese."""
    return {
        zh: Head(
            zh,
            frozenset(words.lower().split("|")),
            re.compile(rf"(?<![\w-])(?:{words})s?(?![\w-])", re.IGNORECASE),
            deputy,
        )
        for zh, words, deputy in data_rows("office_heads.tsv")
    }


@cache
def _near() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((one.kind, re.compile(_bare(one.said))) for one in modifiers())


def _bare(said: str) -> str:
    """Return the characters of a modifier without what must not, or must, stand beside them."""
    return re.sub(r"\(\?(?:<!|!|=)[^()]*\)", "", said)


@cache
def _office() -> re.Pattern[str]:
    words = "|".join(one.said for one in modifiers())
    return re.compile(rf"(?P<mods>(?:{words})*)(?P<head>{'|'.join(heads())})(?!{_NO_OFFICE})")


@cache
def _any_head() -> re.Pattern[str]:
    return re.compile("|".join(dict.fromkeys(one.named.pattern for one in heads().values())), re.IGNORECASE)


def sharing(offices: Sequence[Office], rendering: str) -> Iterator[Office]:
    """Yield the offices that the English may call by these words."""
    low = rendering.lower()
    return (one for one in offices if low in one.head.words or low.removesuffix("s") in one.head.words)
