"""One person under two spellings across the project, told without source and glossary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from translator_desk.checks.base import CheckContext, Example, Facts, Family, GroupCheck, Observation
from translator_desk.checks.name_facts import likely_slip, name_runs, persons_by_form
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue, RelatedPlace
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.resources import resource_path
from translator_desk.text.pinyin import split_syllables
from translator_desk.wording import Wording, say

_NEAR = 90
_FOLDS = (
    ("zh", "z"),
    ("ch", "z"),
    ("sh", "s"),
    ("c", "z"),
    ("q", "z"),
    ("j", "z"),
    ("x", "s"),
    ("ng", "n"),
    ("l", "n"),
    ("f", "h"),
    ("b", "p"),
    ("d", "t"),
    ("g", "k"),
)
_MAYOR = "Deng Qunce, Mayor of the city, chaired the meeting."


@cache
def _office_words() -> tuple[str, ...]:
    lines = resource_path("data", "office_words.tsv").read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


class NameCluster(GroupCheck):
    """Groups the name-like runs of the project and shows the rarer of two spellings one likely slip apart."""

    id = CheckId("name-cluster")
    title = Wording("One person, two spellings", "同一人名两种拼法")
    explanation = Wording(
        "Two spellings in the project differ by one likely slip, and both stand beside the same office or one is clearly "
        "the usual one. The rarer is shown with all places of the usual one. Names listed together, names of the term base "
        "and names that you called different people are left alone.",
        "项目中两种拼法仅差一个常见失误，且二者与同一职务相邻，或其中一种明显更常见。报告较少见者，并列出常见拼法的所有位置。"
        "同一名单中的人名、术语库中各自有词条的人名、您已认定为不同人的人名不报告。",
    )
    mqm = Mqm.ENTITY
    level = Level.ERROR
    family = Family.NAME
    figures_and_names = True
    smallest_group = 2
    examples = (
        Example(
            "Deng Qunze, Mayor, spoke.",
            elsewhere=(_MAYOR, _MAYOR),
            found=("Deng Qunze",),
            fixed="Deng Qunce, Mayor, spoke.",
        ),
        Example("Mayor Deng Qunze spoke.", elsewhere=(_MAYOR, _MAYOR, _MAYOR), found=("Deng Qunze",)),
        Example("Deng Qunce and Deng Qunze attended.", elsewhere=(_MAYOR,)),
        Example("Liao Jian came.", elsewhere=("Liao Yanqiu came.", "Liao Yanqiu left.")),
    )

    def observe(self, facts: Facts) -> Iterable[Observation]:
        """Note each name-like run with the offices beside it; given names of one syllable say too little."""
        runs = facts.of(name_runs)
        for run in runs:
            if max(map(len, split_syllables(run.given.lower())), default=0) < 2:
                continue
            around = facts.target[max(0, run.start - _NEAR // 2) : run.end + _NEAR].lower()
            offices = tuple(word for word in _office_words() if word in around)
            beside = tuple(other.words for other in runs if other is not run)
            yield Observation(
                _fold(run.surname), facts.segment.id, facts.document.id, run.span, run.words, None, (offices, beside)
            )

    def judge(self, observations: Sequence[Observation], context: CheckContext) -> Iterator[Issue]:
        """Yield the places of the rarer spelling of each pair."""
        places: dict[str, list[Observation]] = defaultdict(list)
        for one in observations:
            places[one.text].append(one)
        if len(places) < 2:
            return
        known = context.term_base.index(persons_by_form)
        apart = {frozenset((one.first, one.second)) for one in context.name_decisions if not one.same}
        together = {frozenset((one.first, one.second)) for one in context.name_decisions if one.same}
        for words in sorted(places):
            if words in known:
                continue
            rivals = [
                other
                for other in places
                if other != words and self._same_person(words, other, places, known, apart, together)
            ]
            if rivals:
                usual = max(rivals, key=lambda other: (other in known, len(places[other]), other))
                yield from self._issues(words, usual, places)

    def _same_person(
        self,
        words: str,
        other: str,
        places: dict[str, list[Observation]],
        known: Mapping[str, object],
        apart: set[frozenset[str]],
        together: set[frozenset[str]],
    ) -> bool:
        """Whether ``words`` is probably a slip for ``other``."""
        pair = frozenset((words, other))
        if pair in apart:
            return False
        surname, given = words.split(" ")
        other_surname, other_given = other.split(" ")
        if not likely_slip(surname, given, other_surname, other_given):
            return False
        mine, theirs = places[words], places[other]
        if any(other in one.data[1] for one in mine):  # type: ignore[index]
            return False  # one list of participants holds both
        if other not in known and (len(mine), words) >= (len(theirs), other) and len(mine) >= len(theirs):
            return False
        if pair in together or other in known:
            return True
        offices = {word for one in mine for word in one.data[0]} & {word for one in theirs for word in one.data[0]}  # type: ignore[index]
        return bool(offices) or len(theirs) >= 3 * len(mine)

    def _issues(self, words: str, usual: str, places: dict[str, list[Observation]]) -> Iterator[Issue]:
        related = tuple(RelatedPlace(one.document, one.segment, one.span, one.text) for one in places[usual][:50])
        for one in places[words]:
            yield self.issue(
                one,
                one.span,
                say(
                    "The project has “{usual}” {count} times; “{words}” is probably the same person.",
                    "项目中“{usual}”出现 {count} 次；“{words}”可能是同一人。",
                    usual=usual,
                    count=len(places[usual]),
                    words=words,
                ),
                expected=(usual,),
                related=related,
            )


def _fold(surname: str) -> str:
    """Return a key that surnames share which a likely slip may exchange."""
    key = surname.lower()
    for one, other in _FOLDS:
        key = key.replace(one, other)
    return key
