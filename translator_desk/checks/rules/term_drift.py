"""A recurring Chinese term without an entry that is rendered otherwise in a minority of places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import lru_cache
from itertools import chain, pairwise
from math import sqrt
from typing import NamedTuple

from translator_desk.checks.base import CheckContext, Example, Facts, Family, GroupCheck, Need, Observation, Sight
from translator_desk.checks.term_facts import source_hits
from translator_desk.glossary.mining_text import (
    EnWord,
    chinese_words,
    english_norms,
    english_words,
    may_be_term,
    stem,
    stop_words,
)
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue, RelatedPlace
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.scripts import HAN_RUN
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_FEWEST = 4
_FEWEST_FULL = 3
_SHARE = 0.7
_DICE = 0.6
_SEED = 3
_LONGEST = 12
_LONGEST_RENDERING = 6
_LONGEST_DOCUMENT = 400
"""Segments; a longer one would make typing wait for it. Its terms are found by mining."""
_MOST_RELATED = 10
_SHORTEST = 3
_NOWHERE = Span(0, 0)
_COMMON_BEGINNING = 4
_COMMON_SHARE = 0.6


class _Noted(NamedTuple):
    """A segment as it is noted: its Chinese, the places that entries explain, its English."""

    source: str
    known: tuple[tuple[int, int], ...]
    target: str


class _Said(NamedTuple):
    """The Chinese of a segment that no entry explains, in pieces with their places, and its English."""

    runs: tuple[tuple[int, str], ...]
    target: str


class _Window(NamedTuple):
    """English words that stand where a rendering is expected: as words and in code points."""

    key: str
    span: Span


class TermDrift(GroupCheck):
    """Looks in a document for Chinese words that recur without an entry and are rendered alike nearly everywhere.

    Where a place has most of the usual rendering but another word in its middle or at its end, that place is shown. A
    whole other rendering, a short form ("the Zone") and a term in fewer than four segments are left alone.
    """

    id = CheckId("term-drift")
    title = Wording("A recurring term rendered otherwise once", "反复出现的术语有一处译法不同")
    explanation = Wording(
        "A Chinese term that no entry has stands in four segments of a document or more and is rendered alike nearly "
        "everywhere; here one of its words is another. Make it an entry to settle the rendering. Short forms and "
        "renderings that share no word are not shown, nor terms in fewer than four segments.",
        "文档中某个未收入术语库的中文术语出现在四个以上句段，译法几乎一致，而此处有一个词不同。将其收入术语库即可"
        "确定译法。不报告简称、完全不同的译法，以及出现不足四个句段的术语。",
    )
    mqm = Mqm.INCONSISTENT_TERM
    level = Level.INFO
    family = Family.CONSISTENCY
    sight = Sight.CHINESE
    needs = frozenset({Need.SOURCE})
    smallest_group = _FEWEST
    largest_group = _LONGEST_DOCUMENT
    judged_by = frozenset()
    examples = (
        Example(
            "The comprehensive insurance zone grew.",
            "综合保税区发展。",
            before=(
                ("综合保税区建成。", "The comprehensive bonded zone was built."),
                ("他访问综合保税区。", "He visited the comprehensive bonded zone."),
                ("综合保税区很大。", "The comprehensive bonded zone is large."),
            ),
            found=("comprehensive insurance zone",),
            fixed="The comprehensive bonded zone grew.",
        ),
        Example(
            "Ecological repair began.",
            "生态修复开始。",
            before=(
                ("生态修复完成。", "The ecological restoration is complete."),
                ("去年开展生态修复。", "Ecological restoration was done last year."),
                ("专家支持生态修复。", "Experts support ecological restoration."),
            ),
            found=("Ecological repair",),
            fixed="Ecological restoration began.",
        ),
        Example(
            "The Zone grew.",
            "综合保税区发展。",
            before=(
                ("综合保税区建成。", "The comprehensive bonded zone was built."),
                ("他访问综合保税区。", "He visited the comprehensive bonded zone."),
                ("综合保税区很大。", "The comprehensive bonded zone is large."),
            ),
            note="A short form.",
        ),
        Example(
            "The comprehensive insurance zone grew.",
            "综合保税区发展。",
            before=(
                ("综合保税区建成。", "The comprehensive bonded zone was built."),
                ("他访问综合保税区。", "He visited the comprehensive bonded zone."),
            ),
            note="Three segments are too few to tell.",
        ),
        Example(
            "Gao realized that he was late.",
            "高岚明想到他迟到了。",
            before=(
                ("高岚明来了。", "Gao Lanming came."),
                ("他访问高岚明。", "He visited Gao Lanming."),
                ("高岚明很高。", "Gao Lanming is tall."),
            ),
            note="A surname and what stands behind it.",
        ),
    )

    def observe(self, facts: Facts) -> Iterable[Observation]:
        """Note the Chinese that no entry explains, and the English."""
        if not facts.source or not facts.target:
            return ()
        noted = _Noted(facts.source, tuple([(start, end) for start, end, _ in facts.of(source_hits)]), facts.target)
        document = facts.document.id
        return (Observation(document, facts.segment.id, document, _NOWHERE, "", None, noted),)

    def judge(self, observations: Sequence[Observation], context: CheckContext) -> Iterator[Issue]:
        """Yield an issue for each place that renders a term otherwise than the document does."""
        said = [_said(one) for one in observations]
        settled: set[tuple[int, int]] = set()
        for term, places in sorted(_recurring(said).items(), key=lambda item: -len(item[0])):
            places = {number: at for number, at in places.items() if (number, at) not in settled}
            if len(places) < _FEWEST:
                continue
            usual = _usual(places, said)
            if usual is None:
                continue
            settled.update((number, inner) for number, at in places.items() for inner in range(at, at + len(term)))
            yield from self._drifting(term, places, usual, observations, said)

    def _drifting(
        self,
        term: str,
        places: dict[int, int],
        usual: str,
        observations: Sequence[Observation],
        said: Sequence[_Said],
    ) -> Iterator[Issue]:
        full = {number: span for number in places if (span := _standing(usual, said[number].target)) is not None}
        form = Counter(span.of(said[number].target) for number, span in full.items()).most_common(1)[0][0]
        others = [one.target for number, one in enumerate(said) if number not in places]
        for number, at in places.items():
            if number in full:
                continue
            window = _other(usual, said[number].target)
            if window is None or any(_holds(target, window.key) for target in others):
                continue
            one = observations[number]
            words = window.span.of(said[number].target)
            if _shares_a_name_only(words, form):
                continue
            yield self.issue(
                one._replace(span=window.span, text=words),
                window.span,
                say(
                    "“{zh}” is “{words}” here and “{usual}” elsewhere in this document ({count}).",
                    "“{zh}”此处译作“{words}”，本文其他位置译作“{usual}”（{count} 次）。",
                    zh=term,
                    words=words,
                    usual=form,
                    count=len(full),
                ),
                source=Span(at, at + len(term)),
                expected=(_in_place(form, words),),
                evidence=(
                    say(
                        "no entry of the term bases has this term; make it one to settle its rendering",
                        "术语库中没有该术语；可新建词条以确定译法",
                    ),
                ),
                related=[
                    RelatedPlace(
                        observations[other].document, observations[other].segment, span, span.of(said[other].target)
                    )
                    for other, span in list(full.items())[:_MOST_RELATED]
                ],
            )


def _said(one: Observation) -> _Said:
    noted = one.data
    assert isinstance(noted, _Noted)
    return _Said(tuple(_free_runs(noted)), noted.target)


def _free_runs(noted: _Noted) -> Iterator[tuple[int, str]]:
    """Yield the Han runs of the source between the terms that have an entry."""
    done = 0
    end_of_text = len(noted.source)
    for start, end in (*noted.known, (end_of_text, end_of_text)):
        if start - done >= _SEED:
            for run in HAN_RUN.finditer(noted.source, done, start):
                if run.end() - run.start() >= _SEED:
                    yield run.start(), run[0]
        done = max(done, end)


def _recurring(said: Sequence[_Said]) -> dict[str, dict[int, int]]:
    """Return the Han strings that recur, each with the segments it stands in and its first place there."""
    seeds_of = [{run[at : at + _SEED] for _, run in one.runs for at in range(len(run) - _SEED + 1)} for one in said]
    seeds = Counter(chain.from_iterable(seeds_of))
    often = {seed for seed, count in seeds.items() if count >= _FEWEST}
    found: defaultdict[str, dict[int, int]] = defaultdict(dict)
    if not often:
        return found
    for number, one in enumerate(said):
        for start, run in () if often.isdisjoint(seeds_of[number]) else one.runs:
            for first, last in _stretches(run, often):
                for begin in range(first, last - _SEED + 1):
                    for end in range(begin + _SEED, min(begin + _LONGEST, last) + 1):
                        found[run[begin:end]].setdefault(number, start + begin)
    kept = {term: places for term, places in found.items() if len(places) >= _FEWEST}
    whole = {
        term: places
        for term, places in kept.items()
        if not any(term != other and term in other and len(more) == len(places) for other, more in kept.items())
    }
    return {term: places for term, places in whole.items() if _is_term(term, said)}


def _stretches(run: str, often: set[str]) -> Iterator[tuple[int, int]]:
    """Yield the parts of a run all of whose seeds recur."""
    first = -1
    for at in range(len(run) - _SEED + 2):
        if at <= len(run) - _SEED and run[at : at + _SEED] in often:
            first = at if first < 0 else first
        elif first >= 0:
            yield first, at + _SEED - 1
            first = -1


def _is_term(term: str, said: Sequence[_Said]) -> bool:
    """Whether a string begins and ends with words, of classes a term can begin and end with."""
    for one in said:
        for _, run in one.runs:
            at = run.find(term)
            if at >= 0:
                words = [word for word in _words(run) if at <= word.start and word.end <= at + len(term)]
                return bool(words) and sum(len(word.text) for word in words) == len(term) and may_be_term(words)
    return False


_words = lru_cache(maxsize=2_000)(chinese_words)
_english = lru_cache(maxsize=2_000)(english_words)
_norms = lru_cache(maxsize=2_000)(english_norms)


@lru_cache(maxsize=2_000)
def _keys(target: str) -> dict[str, Span]:
    """Return the phrases of a target by their words in their usual spelling, each with its first place."""
    words = _english(target)
    stops = stop_words()
    found: dict[str, Span] = {}
    for first, one in enumerate(words):
        if one.norm in stops:
            continue
        for last in range(first, min(first + _LONGEST_RENDERING, len(words))):
            if last > first and words[last].hard:
                break
            if words[last].norm not in stops:
                key = " ".join(word.norm for word in words[first : last + 1])
                found.setdefault(key, Span(one.start, words[last].end))
    return found


@lru_cache(maxsize=2_000)
def _plain(target: str) -> str:
    """Return the words of a target in their usual spelling, a space around each."""
    return f" {' '.join(word.norm for word in _english(target))} "


def _phrases_of(common: Set[str], target: str) -> Iterable[str]:
    """Return those keys of ``_keys`` that are two words or more, all of them common ones, in the same order."""
    words = _english(target)
    stops = stop_words()
    found: dict[str, None] = {}
    for first, one in enumerate(words):
        if one.norm not in common or one.norm in stops:
            continue
        key = one.norm
        for word in words[first + 1 : first + _LONGEST_RENDERING]:
            if word.hard or word.norm not in common:
                break
            key += f" {word.norm}"
            if word.norm not in stops:
                found[key] = None
    return found


def _standing(key: str, target: str) -> Span | None:
    return _keys(target).get(key) if _holds(target, key) else None


def _holds(target: str, key: str) -> bool:
    """Whether the words of a key stand in a target one behind the other, whatever stands between."""
    return _norms(target).issuperset(key.split()) and f" {key} " in _plain(target)


def _usual(places: dict[int, int], said: Sequence[_Said]) -> str | None:
    """Return the phrase by which nearly all places render the term, None where there is none of two words or more."""
    targets = [said[number].target for number in places]
    fewest = max(_FEWEST_FULL, _SHARE * len(places))
    # A phrase stands in no more places than each of its words.
    common = {word for word, count in Counter(chain.from_iterable(map(_norms, targets))).items() if count >= fewest}
    if common <= stop_words():
        return None
    counts = Counter(chain.from_iterable(_phrases_of(common, target) for target in targets))
    others = [one.target for number, one in enumerate(said) if number not in places]
    best, best_value = None, 0.0
    for key, count in counts.items():
        if count < fewest or count == len(places):
            continue
        size = len(key.split())
        everywhere = count + sum(_holds(target, key) for target in others)
        dice = 2 * count / (len(places) + everywhere)
        value = count * sqrt(size) * dice
        if dice >= _DICE and value > best_value:
            best, best_value = key, value
    return best


def _other(usual: str, target: str) -> _Window | None:
    """Return words that share half or more of the usual rendering, word by word, with other words in the rest."""
    wanted = usual.split()
    words = _english(target)
    for part in (wanted, wanted[-2:])[: 2 if len(wanted) > 2 else 1]:
        best: tuple[int, int] | None = None
        for first in range(len(words) - len(part) + 1):
            alike = _alike(part, words[first : first + len(part)], target, whole=part is wanted)
            if alike and (best is None or alike > best[0]):
                best = alike, first
        if best is not None:
            stretch = words[best[1] : best[1] + len(part)]
            key = " ".join(word.norm for word in stretch)
            return _Window(key, Span(stretch[0].start, stretch[-1].end))
    return None


def _alike(part: Sequence[str], stretch: Sequence[EnWord], target: str, *, whole: bool) -> int:
    """Return how many content words are the same, 0 where they are too few or the rest is no other rendering."""
    between = [target[one.end : two.start] for one, two in pairwise(stretch)]
    if any(word.hard for word in stretch[1:]) or any(gap.strip(" -") for gap in between):
        return 0  # an article or a possessive stands between
    if not whole and stretch[-1].norm != part[-1]:
        return 0  # of a part of the rendering the last word must stand
    same = [stem(word.norm) == stem(one) for word, one in zip(stretch, part, strict=True)]
    content = [one not in stop_words() for one in part]
    count = sum(alike for alike, counts in zip(same, content, strict=True) if counts)
    others = [(word.norm, one) for word, one, alike in zip(stretch, part, same, strict=True) if not alike]
    fits = 2 * count >= sum(content) and all(_is_other(word, one) for word, one in others)
    return count if fits and others else 0


def _is_other(word: str, usual: str) -> bool:
    """Whether a word stands for another: a content word that is no derivation of it."""
    if word in stop_words() or usual in stop_words() or not word.isalpha() or len(word) < _SHORTEST:
        return False
    beginning = next(
        (at for at, (a, b) in enumerate(zip(word, usual, strict=False)) if a != b), min(len(word), len(usual))
    )
    return beginning < _COMMON_BEGINNING or beginning < _COMMON_SHARE * min(len(word), len(usual))


def _shares_a_name_only(words: str, form: str) -> bool:
    """Whether the common words have capitals and the others have none: a name, and what happens to stand behind it."""
    usual = {word.lower(): word for word in form.split()}
    common = [word[0].isupper() and usual[word.lower()][0].isupper() for word in words.split() if word.lower() in usual]
    others = [word[0].islower() for word in words.split() if word.lower() not in usual]
    return all(common) and all(others)


def _in_place(form: str, words: str) -> str:
    """Return the usual rendering with the capital of the words it is to replace."""
    if words[:1].isupper() and not form[:1].isupper() and words[1:] == words[1:].lower():
        return form[:1].upper() + form[1:]
    return form
