"""One person of the Chinese read in two ways: 罗晓茜 as Luo Xiaoqian and as Luo Xiaoxi."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from translator_desk.checks.base import CheckContext, Example, Facts, Family, GroupCheck, Need, Observation, Sight
from translator_desk.checks.name_facts import persons_named
from translator_desk.checks.one_way import places_of
from translator_desk.checks.source_persons import is_spelt_in, source_persons, spelt_ways, squeezed, surname_size
from translator_desk.glossary.entry import Kind
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.names import NameRun
from translator_desk.text.pinyin import proper_splits
from translator_desk.text.sounds import heard
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_SURE_SIZE = 3
"""Characters; a name of fewer is compared only where a title, a verb or a list makes it certain in one place."""


class _Seen(NamedTuple):
    """How a name is read in one place, and whether the Chinese there is certainly a person's name."""

    reading: tuple[str, ...]
    certain: bool


class NameReadings(GroupCheck):
    """Compares the spellings of each person whose characters can be read in more than one way."""

    id = CheckId("name-readings")
    title = Wording("One name, two readings", "同一人名读音不一")
    explanation = Wording(
        "Characters with several readings (茜 qian or xi, 晟 sheng or cheng, 吕 as Lyu, Lv or Lu) pass in any of them, but one "
        "person is spelt one way. The rarer spelling is shown with the places of the usual one; where both are equally "
        "frequent the one read second is shown without a fix. The check needs the Chinese; a name of two characters must be "
        "made certain by a title, a verb or a list in one place.",
        "多音字（茜 qian、xi，晟 sheng、cheng，吕 Lyu、Lv、Lu）任一读音均可，但同一人只能有一种拼写。报告较少见的拼写，并列出"
        "常用拼写的位置；次数相同时报告后出现者，不给出修改。本检查需要原文；两个字的人名须在某处由职务、言语动词或名单确认。",
    )
    mqm = Mqm.ENTITY
    level = Level.ERROR
    family = Family.NAME
    sight = Sight.TEXTS
    needs = frozenset({Need.SOURCE})
    figures_and_names = True
    smallest_group = 2
    judged_by = frozenset({Kind.PERSON})
    gate = persons_named
    examples = (
        Example(
            "Luo Xiaoxi said so.",
            "罗晓茜表示。",
            before=(
                ("县委书记罗晓茜出席。", "Secretary Luo Xiaoqian attended."),
                ("县委书记罗晓茜讲话。", "Secretary Luo Xiaoqian spoke."),
            ),
            found=("Luo Xiaoxi",),
            fixed="Luo Xiaoqian said so.",
        ),
        Example(
            "Ren Cheng said so.",
            "任晟表示。",
            before=(("县长任晟出席。", "County Magistrate Ren Sheng attended."),),
            found=("Ren Cheng",),
            note="Once each: it is for the reviewer to say which is right.",
        ),
        Example(
            "Secretary Luo Xiaoqian spoke.",
            "县委书记罗晓茜讲话。",
            before=(("县长罗晓西出席。", "County Magistrate Luo Xiaoxi attended."),),
            note="Two persons.",
        ),
        Example(
            "Luo Xiaoqian said so.",
            "罗晓茜表示。",
            before=(("县委书记罗晓茜出席。", "Secretary Luo Xiaoqian attended."),),
            note="The same reading.",
        ),
    )

    def observe(self, facts: Facts) -> Iterable[Observation]:
        """Return the names whose characters can be read in more than one way, with these characters."""
        if not facts.source:
            return ()
        return [
            Observation(
                characters,
                facts.segment.id,
                facts.document.id,
                run.span,
                run.words,
                place,
                _Seen(_reading(run.words), _is_certain(facts, characters)),
            )
            for run in facts.of(persons_named)
            if run.well_formed
            for characters, place in _doubtful(facts, run)
        ]

    def judge(self, observations: Sequence[Observation], context: CheckContext) -> Iterator[Issue]:
        """Yield the places of all spellings but the usual one, which of equals is the first."""
        seen = [one.data for one in observations if isinstance(one.data, _Seen)]
        counts = Counter(one.reading for one in seen)
        if len(counts) < 2 or not any(one.certain for one in seen):
            return
        (usual, most), (_, second) = counts.most_common(2)
        printed = next(one.text for one, its in zip(observations, seen, strict=True) if its.reading == usual)
        different = {frozenset((one.first, one.second)) for one in context.name_decisions if not one.same}
        for one, its in zip(observations, seen, strict=True):
            if its.reading == usual or {one.text, printed} in different:
                continue
            yield self.issue(
                one,
                one.span,
                say(
                    "“{found}” and “{usual}” ({count}×) are the same person, {zh}; keep to one spelling.",
                    "“{found}”与“{usual}”（{count} 次）是同一人（{zh}），请统一拼写。",
                    found=one.text,
                    usual=printed,
                    count=most,
                    zh=str(one.key),
                ),
                source=one.source_span,
                expected=(printed,) if most > second else (),
                related=places_of(printed, observations),
            )


def _reading(words: str) -> tuple[str, ...]:
    """Return what two prints of one reading share, whichever part of the name stands first."""
    return tuple(sorted(map(squeezed, words.split())))


def _doubtful(facts: Facts, run: NameRun) -> Iterator[tuple[str, Span]]:
    """Yield the one name of the source that reads as a name of the target, if it can be read otherwise too."""
    places = {
        facts.source[at : at + len(split)]: Span(at, at + len(split))
        for split in _splits(run.words)
        for at in heard(facts.source, split)
    }
    if len(places) != 1:
        return
    characters, place = places.popitem()
    size = surname_size(characters)
    if not size or len(spelt_ways(characters, size)) < 2 or not is_spelt_in(characters, size, squeezed(run.words)):
        return
    yield characters, place


def _is_certain(facts: Facts, characters: str) -> bool:
    """Whether characters are a name by their number, or by the title, verb or list beside them."""
    return len(characters) >= _SURE_SIZE or any(one.characters == characters for one in facts.of(source_persons))


@lru_cache(maxsize=20_000)
def _splits(words: str) -> tuple[tuple[str, ...], ...]:
    """Return the syllables of a name in the order of the Chinese, in every way to read it."""
    surname, _, given = words.lower().partition(" ")
    return tuple(first + rest for first in proper_splits(surname) for rest in proper_splits(given.replace("-", "")))
