"""One person under two spellings across the project, told without source and glossary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from translator_desk.checks.base import (
    CheckContext,
    Example,
    Facts,
    Family,
    GroupCheck,
    Observation,
    Sight,
    target_words,
)
from translator_desk.checks.name_facts import (
    KnownNames,
    english_names,
    known_names,
    likely_slip,
    persons_named,
    syllable_count,
)
from translator_desk.checks.name_places import Offices, office_heads, offices_beside, surname_key
from translator_desk.glossary.entry import Kind
from translator_desk.model.ids import CheckId, DocumentId
from translator_desk.model.issue import Issue, RelatedPlace
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.names import NameRun
from translator_desk.text.pinyin import fold, mistyped_for, proper_splits
from translator_desk.wording import Wording, say

_MOST_RELATED = 50
_ENOUGH = 2
_TOO_SHORT = 3
"""What a given name of one syllable needs more: too many people share one."""
_NO_OFFICES: Offices = ((), ())
_MAYOR = "Deng Qunce, Mayor of the city, chaired the meeting."
_LIST = "Leaders including Liao Jian, Liu Lihua, Deng Qunce and Hu Zhiwen attended."


class Beside(NamedTuple):
    """What stands beside a name: offices of one holder, offices of many, the other names of the segment."""

    offices: tuple[str, ...]
    posts: tuple[str, ...]
    company: tuple[str, ...]


@dataclass(slots=True)
class _Spelling:
    """All places of one spelling in the project.

    Attributes:
        run: The name.
        places: Where it stands, in reading order.
        offices: Offices beside it, of one holder at a time.
        posts: Offices beside it that many hold.
        company: Other names in its segments.
        documents: Where it stands.
    """

    run: NameRun
    places: list[Observation] = field(default_factory=list)
    offices: set[str] = field(default_factory=set)
    posts: set[str] = field(default_factory=set)
    company: set[str] = field(default_factory=set)
    documents: set[DocumentId] = field(default_factory=set)

    def add(self, place: Observation, seen: Beside) -> None:
        """Take in one more place."""
        self.places.append(place)
        self.documents.add(place.document)
        self.offices.update(seen.offices)
        self.posts.update(seen.posts)
        self.company.update(seen.company)


@dataclass(frozen=True, slots=True)
class _Decisions:
    """What is known of spellings beside the text.

    Attributes:
        known: Names of the term base.
        same: Pairs somebody called one person.
        different: Pairs somebody called two.
    """

    known: KnownNames
    same: frozenset[frozenset[str]]
    different: frozenset[frozenset[str]]


class NameCluster(GroupCheck):
    """Groups the name-like runs of the project and shows the rarer of two spellings one likely slip apart."""

    id = CheckId("name-cluster")
    title = Wording("One person, two spellings", "同一人名两种拼法")
    explanation = Wording(
        "Two spellings in the project differ by one likely slip and something else speaks for one person: the same "
        "office beside both, the same people in one meeting, the same document, one spelling clearly the usual one. "
        "The rarer is shown with all places of the usual one; where both are equally frequent, it says so and offers "
        "no fix. Names listed together, names of the term base and names that you called different people stay.",
        "项目中两种拼法仅差一个常见失误，且另有依据表明是同一人：旁边的职务相同、出席同一会议的人相同、出自同一文档，或其中一种"
        "明显更常见。报告较少见者，并列出常见拼法的所有位置；两者次数相同时只作提示，不给出修改。同一名单中的人名、"
        "术语库中各自有词条的人名、您已认定为不同人的人名不报告。",
    )
    mqm = Mqm.ENTITY
    level = Level.ERROR
    family = Family.NAME
    sight = Sight.NAMES
    figures_and_names = True
    smallest_group = 2
    judged_by = frozenset({Kind.PERSON})
    gate = persons_named
    examples = (
        Example(
            "Deng Qunze, Mayor, spoke.",
            elsewhere=(_MAYOR, _MAYOR),
            found=("Deng Qunze",),
            fixed="Deng Qunce, Mayor, spoke.",
        ),
        Example(
            "Mayor Zhen Jianxin’s speech",
            elsewhere=("Mayor Zheng Jianxin spoke.", "Zheng Jianxin, Mayor, left."),
            found=("Zhen Jianxin",),
            fixed="Mayor Zheng Jianxin’s speech",
        ),
        Example(
            "Those present were Liao Jian, Liu Lihua and Deng Qunze.",
            elsewhere=(_LIST, _LIST),
            found=("Deng Qunze",),
            note="The same people at the meeting.",
        ),
        Example(
            "Deng Quence, Mayor, spoke.",
            elsewhere=(_MAYOR,),
            found=("Deng Quence",),
            fixed="Deng Qunce, Mayor, spoke.",
            note="Once each; no syllables spell the first, so it is the wrong one.",
        ),
        Example("Deng Qunce and Deng Qunze attended.", elsewhere=(_MAYOR,), note="Listed together: two persons."),
        Example("Liao Jian, Mayor, came.", elsewhere=("Liao Yanqiu, Mayor, came.", "Mayor Liao Yanqiu left.")),
        Example("Reporter Wang Min", elsewhere=("Reporter Wang Ming", "Reporter Wang Ming"), note="Too short a name."),
        Example("Zhu Jian, Mayor, spoke.", elsewhere=("Zheng Jianxin, Mayor, spoke.", "Mayor Zheng Jianxin left.")),
    )

    def observe(self, facts: Facts) -> Iterable[Observation]:
        """Note each name-like run with the offices and people beside it."""
        persons = facts.of(english_names).persons
        words = tuple(run.words for run in persons)
        nowhere = office_heads().isdisjoint(facts.of(target_words))
        found = []
        for run, name in zip(persons, words, strict=True):
            if key := surname_key(run):
                offices = _NO_OFFICES if nowhere else offices_beside(facts.target, run, persons)
                beside = Beside(*offices, words)
                found.append(Observation(key, facts.segment.id, facts.document.id, run.span, name, None, beside))
        return found

    def judge(self, observations: Sequence[Observation], context: CheckContext) -> Iterator[Issue]:
        """Yield the places of the rarer spelling of each pair."""
        runs = {one.text: _run(one.text) for one in observations}
        if len(runs) < 2:
            return
        decided = context.name_decisions
        decisions = _Decisions(
            context.term_base.index(known_names),
            frozenset(frozenset((one.first, one.second)) for one in decided if one.same),
            frozenset(frozenset((one.first, one.second)) for one in decided if not one.same),
        )
        near = _neighbours(runs, decisions.same)
        if not near:
            return
        spellings = {words: _Spelling(run) for words, run in runs.items() if words in near}
        for one in observations:
            if one.text in spellings:
                assert isinstance(one.data, Beside)
                spellings[one.text].add(one, one.data)
        order = {words: number for number, words in enumerate(spellings)}
        for words, names in near.items():
            if words in decisions.known.persons:
                continue
            mine = spellings[words]
            rivals = [spellings[other] for other in names]
            usual = [other for other in rivals if not _more_likely(mine, other, decisions, order)]
            evidence = {other.run.words: _evidence(mine, other, decisions) for other in usual}
            usual = [other for other in usual if evidence[other.run.words] > 0]
            if usual:
                best = max(usual, key=lambda other: (_weight(other, decisions), other.run.words))
                tie = _weight(mine, decisions) == _weight(best, decisions)
                sure = not tie and evidence[best.run.words] >= _ENOUGH
                yield from self._issues(mine, best, tie=tie, sure=sure)

    def _issues(self, mine: _Spelling, usual: _Spelling, *, tie: bool, sure: bool) -> Iterator[Issue]:
        related = tuple(
            RelatedPlace(one.document, one.segment, one.span, one.text) for one in usual.places[:_MOST_RELATED]
        )
        if tie:
            message = say(
                "“{words}” and “{usual}” are probably one person; each stands there {count}×, so one is wrong.",
                "“{words}”与“{usual}”可能是同一人，各出现 {count} 次，其中一种拼法有误。",
                words=mine.run.words,
                usual=usual.run.words,
                count=len(usual.places),
            )
        else:
            message = say(
                "“{words}” is probably {usual}, as the project has it elsewhere ({count}×).",
                "“{words}”可能就是项目中别处（{count} 次）的 {usual}。",
                words=mine.run.words,
                usual=usual.run.words,
                count=len(usual.places),
            )
        step = likely_slip(mine.run, usual.run.surname.lower(), usual.run.given.lower())
        evidence = (
            [
                say(
                    "the spellings differ in {kind}",
                    "两种拼法之差：{kind_zh}",
                    kind=step.wording.en,
                    kind_zh=step.wording.zh,
                )
            ]
            if step
            else []
        )
        shared = sorted(mine.offices & usual.offices or mine.posts & usual.posts)
        if shared:
            evidence.append(say("beside both: {offices}", "两处旁边都有：{offices}", offices=", ".join(shared)))
        for one in mine.places:
            yield self.issue(
                one,
                one.span,
                message,
                level=None if sure else Level.WARNING,
                evidence=evidence,
                expected=() if tie else (usual.run.words,),
                related=related,
            )


@lru_cache(maxsize=50_000)
def _run(words: str) -> NameRun:
    """Return a name from its words."""
    surname, _, given = words.partition(" ")
    well_formed = bool(proper_splits(surname.lower()) and proper_splits(given.lower()))
    return NameRun(0, len(words), surname, given, well_formed)


def _neighbours(runs: Mapping[str, NameRun], same: frozenset[frozenset[str]]) -> dict[str, list[str]]:
    """Return for each spelling those one likely step away, without comparing all with all."""
    by_key: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for words, run in runs.items():
        for key in _keys(run):
            by_key[key].append(words)
    near: dict[str, set[str]] = defaultdict(set)
    for members in by_key.values():
        if len(members) > 1:
            for words in members:
                near[words].update(other for other in members if other != words and _one_step(runs[words], runs[other]))
    for pair in same:
        if len(pair) == 2 and pair <= runs.keys():
            one, other = sorted(pair)
            near[one].add(other)
            near[other].add(one)
    return {words: sorted(near[words]) for words in sorted(near) if near[words]}


def _one_step(run: NameRun, other: NameRun) -> bool:
    step = likely_slip(run, other.surname.lower(), other.given.lower())
    return step is not None and not step.rare


@lru_cache(maxsize=50_000)
def _keys(run: NameRun) -> frozenset[tuple[object, ...]]:
    """Return keys of which two spellings one likely step apart share one."""
    surname, given = run.surname.lower(), run.given.lower()
    words = (given, *mistyped_for(given))
    return frozenset(
        {(tuple(map(fold, split)),) for word in words for split in proper_splits(word) if len(split) <= 2}
        | {(surname, given)}
    )


def _evidence(mine: _Spelling, other: _Spelling, decisions: _Decisions) -> int:
    """Return how much speaks for two spellings being one person: 0 nothing, 1 something, 2 enough for an error."""
    pair = frozenset((mine.run.words, other.run.words))
    if pair in decisions.different:
        return 0
    if pair in decisions.same:
        return _ENOUGH
    mistyped = not (mine.run.well_formed and other.run.well_formed)
    if other.run.words in mine.company and not mistyped:
        return 0  # one list holds both
    found = 3 if mine.offices & other.offices else int(bool(mine.posts & other.posts))
    found += 2 * bool(mine.documents & other.documents)
    found += min(2, len((mine.company & other.company) - pair))
    fewer, more = sorted((len(mine.places), len(other.places)))
    found += min(2, more // fewer - 1)
    found += 2 * (mistyped or other.run.words in decisions.known.persons)
    syllables = [syllable_count(one.run.given) or 2 for one in (mine, other)]
    return found if min(syllables) > 1 else found - _TOO_SHORT


def _weight(spelling: _Spelling, decisions: _Decisions) -> tuple[bool, bool, int]:
    """Return what makes a spelling the right one: the term base, legal pinyin, how often it stands."""
    return spelling.run.words in decisions.known.persons, spelling.run.well_formed, len(spelling.places)


def _more_likely(mine: _Spelling, other: _Spelling, decisions: _Decisions, order: Mapping[str, int]) -> bool:
    """Whether ``mine`` is rather the right one; of two equals the first to be read stands."""
    own, theirs = _weight(mine, decisions), _weight(other, decisions)
    return own > theirs or (own == theirs and order[mine.run.words] < order[other.run.words])
