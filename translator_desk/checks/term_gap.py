"""Which words of the target stand where a term of the source should be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from rapidfuzz.fuzz import ratio

from translator_desk.checks.base import Facts
from translator_desk.checks.term_facts import (
    accepted_forms,
    lowered_target,
    places_by_entry,
    rendered_spans,
    source_hits,
)
from translator_desk.glossary.entry import Entry, Kind
from translator_desk.text.grammar_words import grammar_words
from translator_desk.text.inflection import PLACE
from translator_desk.text.normalize import lowered
from translator_desk.text.span import Span

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_LATIN = re.compile(r"[0-9A-Za-z]*[A-Za-z][0-9A-Za-z]*")
_HALF = 0.6
"""Share of the words that must agree for a stretch of the target to be taken for a half-right rendering."""
_SHORTEST_NAME = 5
"""Letters; names below differ from too many words by one letter."""
_LIKE = 80
"""Likeness, in percent, from which two words are one word misspelt."""
_SHORTEST_STEM = 4
_LONGEST_ENDING = 3
"""Letters; words that differ by more are two words."""
_CAPITAL_BEFORE = re.compile(r"[A-Z][\w'’-]* $")
_GAP = 3
"""Words; a longer stretch between two neighbours tells nothing."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Words found in the place of a term.

    Attributes:
        span: The words, in the target; empty where it can only be said about where the term belongs.
        near: Whether the words are the term half right or misspelt, and not merely in its place.
    """

    span: Span
    near: bool = False


def words_instead(facts: Facts, entry: Entry, source: Span) -> Standing:
    """Return what stands in the target instead of the entry found at ``source``."""
    near = _half_right(facts, entry)
    if near is not None:
        return Standing(near, near=True)
    between = _between_neighbours(facts, source) or _bare_office(facts, entry)
    return Standing(between if between is not None else about_here(facts, source))


def _bare_office(facts: Facts, entry: Entry) -> Span | None:
    """Return the one office of the target that lacks what makes it this one: "Mayor" for Acting Mayor."""
    if entry.kind is not Kind.TITLE:
        return None
    heads = _bare_heads(entry.accepted)
    found = [
        Span(*match.span())
        for match in re.finditer(r"(?<![\w-])[A-Z][a-z]+(?![\w-])", facts.target)
        if match[0] in heads
    ]
    if len(found) != 1 or _CAPITAL_BEFORE.search(facts.target, 0, found[0].start):
        return None
    taken = (span for spans in facts.of(rendered_spans).values() for span in spans)
    return None if any(span.overlaps(found[0]) for span in taken) else found[0]


@lru_cache(maxsize=2048)
def _bare_heads(forms: tuple[str, ...]) -> frozenset[str]:
    """Return the bare offices in forms of a title: the Mayor of "Acting Mayor", the Procurator of "Procurator-General"."""
    names = [form.replace(PLACE, "").partition(" of ")[0].split() for form in forms]
    last = {words[-1] for words in names if len(words) > 1}
    first = {words[0].partition("-")[0] for words in names if len(words) == 1 and "-" in words[0]}
    whole = {words[0] for words in names if len(words) == 1}  # "Secretary of the Committee" lacks what follows
    return frozenset(word for word in (last | first) - whole if word[:1].isupper())


def about_here(facts: Facts, source: Span) -> Span:
    """Return an empty span of the target about where ``source`` should be rendered, between words."""
    if not facts.source:
        return Span(0, 0)
    at = round(len(facts.target) * source.start / len(facts.source))
    at = facts.target.rfind(" ", 0, at + 1) + 1
    return Span(at, at)


def _half_right(facts: Facts, entry: Entry) -> Span | None:
    """Return the stretch of the target that is most like a form of the entry, if it is like enough."""
    target = facts.of(lowered_target)
    name = entry.kind in (Kind.PERSON, Kind.PLACE)
    likely = [wanted for wanted in dict.fromkeys(map(_wanted, entry.accepted)) if _may_stand(wanted, target, name)]
    if not likely:
        return None
    words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(target)]
    taken = [span for spans in facts.of(rendered_spans).values() for span in spans]
    terms = facts.of(places_by_entry)
    others = [
        span
        for key, spans in facts.of(rendered_spans).items()
        if key != entry.id and (terms[key][0].kind is not Kind.PLACE or entry.kind is Kind.PLACE)
        for span in spans
    ]
    others += (span for _, span in accepted_forms(facts, entry))  # and not its short forms, which a wrong name may hold
    joints = grammar_words("joint")
    with_meaning = _running(word not in joints for word, _, _ in words)
    alike = 1 if name else _SHORTEST_STEM
    best: tuple[float, Span] | None = None
    for wanted in likely:
        beginnings = {one[:alike] for one in wanted}
        hits = [
            index
            for index, (word, _, _) in enumerate(words)
            if word[:alike] in beginnings and any(_same(word, one, name) for one in wanted)
        ]
        most = sum(any(_same(words[index][0], one, name) for index in hits) for one in wanted)
        if not (name or _may_agree(most, most, len(wanted), _HALF)):
            continue
        hits_before = _running(map(set(hits).__contains__, range(len(words))))
        looked_at = set()
        for first in hits:
            for size in range(max(1, len(wanted) - 1), len(wanted) + 4):
                for begin in {first, max(0, first - size + 1)}:
                    if (begin, size) in looked_at:
                        continue
                    looked_at.add((begin, size))
                    end = min(begin + size, len(words))
                    if not name:
                        common = min(hits_before[end] - hits_before[begin], most)
                        rest = with_meaning[end] - with_meaning[begin]
                        if not _may_agree(common, rest, len(wanted), best[0] if best else _HALF):
                            continue
                    window = words[begin:end]
                    if len(window) < min(2, len(wanted)) or window[0][0] in joints or window[-1][0] in joints:
                        continue
                    span = _whole(facts.target, words, (begin, begin + len(window) - 1), len(wanted))
                    if name:
                        score = ratio(" ".join(word for word, _, _ in window), " ".join(wanted)) / 100
                        score = score if score >= _LIKE / 100 else 0.0
                    else:
                        score = _agreement([word for word, _, _ in window], wanted)
                    if score < _HALF or any(one.contains(span) for one in taken):
                        continue
                    if any(span.overlaps(one) for one in others):
                        continue
                    if re.search(r"[.,;:!?]", facts.target[span.start : span.end]):
                        continue
                    if name and not facts.target[span.start].isupper():
                        continue
                    if best is None or (score, -len(span)) > (best[0], -len(best[1])):
                        best = score, span
    return best[1] if best else None


def _running(flags: Iterable[bool]) -> list[int]:
    """Return how many flags before each place, and before the end, are set."""
    return list(accumulate(flags, initial=0))


@lru_cache(maxsize=4096)
def _wanted(form: str) -> tuple[str, ...]:
    """Return the words of a form that carry meaning."""
    words = _WORD.findall(lowered(form.replace(PLACE, " ")))
    return tuple(word for word in words if word not in grammar_words("joint")) or tuple(words)


def _may_stand(wanted: tuple[str, ...], target: str, name: bool) -> bool:
    """Return whether a form may be half there, by letters alone: most terms that are missing are wholly so."""
    if name:
        # One slip leaves the beginning or the end of the longest word as it is.
        word = max(wanted, key=len)
        half = len(word) // 2
        return len(word) >= _SHORTEST_NAME and (f" {word[:half]}" in f" {target}" or word[half:] in target)
    if len(wanted) < 2:
        return False
    return sum(word[: max(_SHORTEST_STEM, len(word) - 3)] in target for word in wanted) * 2 > len(wanted) * _HALF


def _whole(target: str, words: list[tuple[str, int, int]], window: tuple[int, int], wanted: int) -> Span:
    """Return a window with the word beside it that stands for the first or last wanted one, if that is not in it.

    Args:
        target: The text.
        words: Its words, with start and end of each.
        window: The numbers of the first and the last word.
        wanted: How many words are wanted.
    """
    first, last = window
    start, end = words[first][1], words[last][2]
    if last - first + 1 < wanted:
        alike = target[start].isupper()
        if first:
            word, begin, stop = words[first - 1]
            if (
                word not in grammar_words("joint")
                and target[stop:start] in (" ", "-")
                and target[begin].isupper() == alike
            ):
                start = begin
        if last + 1 < len(words) and start == words[first][1]:
            word, begin, stop = words[last + 1]
            if (
                word not in grammar_words("joint")
                and target[end:begin] in (" ", "-")
                and target[begin].isupper() == alike
            ):
                end = stop
    return Span(start, end)


def _may_agree(common: int, rest: int, wanted: int, least: float) -> bool:
    """Return whether ``_agreement`` may reach ``least`` where at most ``common`` of ``rest`` words are ``wanted`` ones."""
    return 2 * common / (rest + wanted) >= least


def _agreement(window: list[str], wanted: tuple[str, ...]) -> float:
    """Return how far two runs of words agree, 0 to 1: twice the common words over all words that carry meaning."""
    joints = grammar_words("joint")
    rest = [word for word in window if word not in joints]
    count = len(rest) + len(wanted)
    common = 0
    for one in wanted:
        for word in rest:
            if _same(word, one, False):
                rest.remove(word)
                common += 1
                break
    return 2 * common / count if count else 0.0


@lru_cache(maxsize=20_000)
def _same(word: str, wanted: str, name: bool) -> bool:
    """Return whether two words are one, endings and a slip aside."""
    if word == wanted:
        return True
    if name or min(len(word), len(wanted)) < _SHORTEST_STEM:
        return name and len(word) > 3 and word[0] == wanted[0] and ratio(word, wanted) >= _LIKE
    if abs(len(word) - len(wanted)) > _LONGEST_ENDING:
        return False
    stem = max(_SHORTEST_STEM, min(len(word), len(wanted)) - 3)
    return word[:stem] == wanted[:stem]


def _between_neighbours(facts: Facts, source: Span) -> Span | None:
    """Return the few words between the renderings of what stands right before and right after the term.

    The items of a list are neighbours as well: 耒阳、衡东、祁东.
    """
    first = source.start - (facts.source[source.start - 1 : source.start] == "、")
    last = source.end + (facts.source[source.end : source.end + 1] == "、")
    neighbours = [hit for hit in facts.of(source_hits) if hit[1] == first or hit[0] == last]
    if not neighbours:
        return None
    rendered = facts.of(rendered_spans)
    before = after = None
    for start, end, entries in neighbours:
        spans = [span for entry in entries for span in rendered[entry.id]]
        if len(spans) == 1:
            if end == first:
                before = spans[0].end
            if start == last:
                after = spans[0].start
    after = _latin_after(facts, source) if after is None else after
    if before is None or after is None or before >= after:
        return None
    gap = list(_WORD.finditer(facts.target, before, after))
    while gap and gap[-1][0] == "and":
        gap.pop()
    if not 1 <= len(gap) <= _GAP or re.search("[.;!?]", facts.target[before:after]):
        return None
    return Span(gap[0].start(), gap[-1].end())


def _latin_after(facts: Facts, source: Span) -> int | None:
    """Return where the Latin word right after the term in the source stands in the target, if it stands there once."""
    match = _LATIN.match(facts.source, source.end)
    if match is None or facts.target.count(match.group()) != 1:
        return None
    return facts.target.find(match.group())
