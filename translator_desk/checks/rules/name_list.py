"""A list of persons that lost, gained or moved a name against the Chinese."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck, Sight
from translator_desk.checks.name_facts import english_names
from translator_desk.checks.name_sources import person_nearly_said, person_said
from translator_desk.checks.source_persons import (
    SourcePerson,
    is_spelt_in,
    printed_names,
    source_persons,
    squeezed,
    squeezed_target,
)
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.names import NameRun
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_LIST = "市领导廖健、刘丽华、胡志文、周玉梅出席会议。"


class NameList(SegmentCheck):
    """Compares a list of names of the source with the names of the target; silent where a segment has several lists."""

    id = CheckId("name-list")
    title = Wording("List of names differs", "名单不一致")
    explanation = Wording(
        "An attendance list of the Chinese (three names and more) is compared with the English: a name is missing, one "
        "was added, or the order differs, which is the order of rank. A name spelt otherwise is a matter of other "
        "checks. Segments with several lists are left alone.",
        "将原文名单（三人以上）与译文比较：漏了人名、多了人名，或顺序不同（名单按职级排列）。拼写不同由其他检查负责；一个片段含多个名单时不报告。",
    )
    mqm = Mqm.OMISSION
    level = Level.ERROR
    family = Family.NAME
    sight = Sight.TEXTS
    needs = frozenset({Need.SOURCE})
    figures_and_names = True
    examples = (
        Example("Liao Jian, Liu Lihua and Zhou Yumei attended.", _LIST, found=("",), note="Hu Zhiwen is missing."),
        Example("Liao Jian, Liu Lihua, Hu Zhiwen, Zhou Yumei and Peng Yuming attended.", _LIST, found=("Peng Yuming",)),
        Example("Liao Jian, Hu Zhiwen, Liu Lihua and Zhou Yumei attended.", _LIST, found=("Hu Zhiwen",)),
        Example("Liao Jian, Liu Lihua, Hu Zhiwen and Zhou Yumei attended."),
        Example("Liao Jian, Liu Lihua, Hu Zhiwen and Zhou Yumei attended.", _LIST),
        Example(
            "Liao Jian, Liu Lihua, Hu Zhiwen and Zhou Yumei met Lee Kuan.", "廖健、刘丽华、胡志文、周玉梅会见李宽。"
        ),
        Example("Liao Jian, Liu Lihua, Hu Zhwen and Zhou Yumei attended.", _LIST, note="Misspelt, not missing."),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return an issue for each name that is missing, added or out of order."""
        persons = [one for one in facts.of(source_persons) if one.group >= 0]
        if not persons or persons[-1].group > 0:
            return ()
        return list(self._compared(facts, persons))

    def _compared(self, facts: Facts, persons: Sequence[SourcePerson]) -> Iterator[Issue]:
        letters = facts.of(squeezed_target)
        runs = facts.of(english_names).persons
        places = {one: _place(one, runs) for one in persons}
        missing = [one for one in persons if not is_spelt_in(one.characters, one.surname, letters)]
        spelt = sorted(run.span for run in places.values() if run)
        if not spelt:
            return
        inside = [run for run in runs if spelt[0].start <= run.start <= spelt[-1].end + len(", and ")]
        strange = [run for run in inside if run.span not in spelt and not person_said(facts.source, run)]
        if missing and not strange and not self._other_names(facts, spelt):
            for one in missing:
                yield self._missing(facts, one, persons, places)
        elif strange and not missing:
            for run in strange:
                if run.well_formed and person_nearly_said(facts.source, run) is None:
                    yield self._added(facts, run)
        elif not missing:
            yield from self._out_of_order(facts, persons, places)

    def _other_names(self, facts: Facts, spelt: Sequence[Span]) -> bool:
        """Whether words with capitals stand in the list that are none of the names: one of them misspelt."""
        for start, text in facts.of(english_names).runs:
            words = Span(start, start + len(text))
            if words.start < spelt[0].start or words.start > spelt[-1].end + len(", and "):
                continue
            if not any(words.overlaps(one) for one in spelt):
                return True
        return False

    def _missing(
        self,
        facts: Facts,
        one: SourcePerson,
        persons: Sequence[SourcePerson],
        places: dict[SourcePerson, NameRun | None],
    ) -> Issue:
        before = [run for other in persons[: persons.index(one)] if (run := places[other])]
        at = before[-1].end if before else next(run.start for run in places.values() if run)
        return self.issue(
            facts,
            Span(at, at),
            say(
                "{zh} ({name}) is missing from the list.",
                "名单中漏了“{zh}”（{name}）。",
                zh=one.characters,
                name=printed_names(one.characters, one.surname)[0],
            ),
            source=one.span,
        )

    def _added(self, facts: Facts, run: NameRun) -> Issue:
        message = say("{name} is not in the list of the Chinese.", "原文名单中没有 {name}。", name=run.words)
        return self.issue(facts, run.span, message, mqm=Mqm.ADDITION)

    def _out_of_order(
        self, facts: Facts, persons: Sequence[SourcePerson], places: dict[SourcePerson, NameRun | None]
    ) -> Iterator[Issue]:
        order = [(run, one) for one in persons if (run := places[one])]
        kept = _longest_rising([run.start for run, _ in order])
        for number, (run, one) in enumerate(order):
            if number not in kept:
                yield self.issue(
                    facts,
                    run.span,
                    say(
                        "{name} stands at another place of the list than {zh}; lists follow rank.",
                        "{name} 在名单中的位置与“{zh}”不同；名单按职级排列。",
                        name=run.words,
                        zh=one.characters,
                    ),
                    source=one.span,
                    level=Level.WARNING,
                    mqm=Mqm.ENTITY,
                )


def _place(one: SourcePerson, runs: Iterable[NameRun]) -> NameRun | None:
    return next((run for run in runs if is_spelt_in(one.characters, one.surname, squeezed(run.words))), None)


def _longest_rising(values: Sequence[int]) -> set[int]:
    """Return the indices of a longest rising row of values."""
    best: list[list[int]] = []
    for number, value in enumerate(values):
        longest: list[int] = max((row for row in best if values[row[-1]] < value), key=len, default=[])
        best.append([*longest, number])
    return {number for row in sorted(best, key=len)[-1:] for number in row}
