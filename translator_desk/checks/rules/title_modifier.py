"""How an office is held: deputy, acting, former; lost in the English, or invented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck, Sight
from translator_desk.checks.ranked_offices import (
    Modifier,
    Office,
    Rendering,
    modifiers,
    ranked_offices,
    renderings,
    sharing,
    zone_of,
)
from translator_desk.checks.signs import Signs
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Fix, Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_GRAVE = frozenset({"acting", "former", "deputy"})
"""What makes another rank of an office when it is lost or invented."""
_OF_THE_OFFICE = "-"
_DEPUTIES = ("vice", "deputy")


class TitleModifier(SegmentCheck):
    """Compares the words before offices: those of a person by the name, others where the office stands once."""

    id = CheckId("title-modifier")
    title = Wording("Deputy, acting or former", "职务修饰语漏译")
    explanation = Wording(
        "代主任 is Acting Director, 原副局长 former Deputy Director, 常务副市长 Executive Vice Mayor: without the word before "
        "the office a person has another rank in print. What is lost or invented beside one person is an error, the rest a "
        "warning. The check is silent where the English leaves the office out, or names several of its kind.",
        "“代主任”是 Acting Director，“原副局长”是 former Deputy Director，“常务副市长”是 Executive Vice Mayor：漏掉职务前的修饰语，"
        "职级就错了。同一人的职务漏译或多译修饰语为错误，其余为警告。译文未写该职务，或同类职务不止一个时，不报告。",
    )
    mqm = Mqm.WRONG_TERM
    level = Level.ERROR
    family = Family.TERM_AVOID
    sight = Sight.TEXTS
    needs = frozenset({Need.SOURCE})
    figures_and_names = True
    signs = Signs(
        words=("deputy", "vice", "acting", "former"),
        source=("副", "代", "原", "前", "署理", "常务", "执行", "第一书记", "名誉", "荣誉", "候任", "时任"),
    )
    examples = (
        Example(
            "Rao Guoshun, Secretary of the Commission and Director of the Committee, spoke.",
            "市纪委书记、市监委代主任饶国顺讲话。",
            found=("Director",),
            fixed="Rao Guoshun, Secretary of the Commission and Acting Director of the Committee, spoke.",
        ),
        Example(
            "That of Fei, Deputy Director of the Housing Bureau",
            "州住建局原副局长费某某的案件",
            found=("Deputy Director",),
            fixed="That of Fei, former Deputy Director of the Housing Bureau",
        ),
        Example(
            "Deputy Secretary Liu Huiyong spoke.",
            "县委书记刘辉勇讲话。",
            found=("Deputy Secretary",),
            fixed="Secretary Liu Huiyong spoke.",
        ),
        Example("Vice Mayor Wang Wei spoke.", "常务副市长王伟讲话。", found=("Vice Mayor",),
                fixed="Executive Vice Mayor Wang Wei spoke."),
        Example("Rao Guoshun, Acting Director of the Committee, spoke.", "市监委代主任饶国顺讲话。"),
        Example("Rao Guoshun spoke.", "市监委代主任饶国顺讲话。", note="The office is left out."),
        Example("Liu Huiyong, Deputy Secretary and County Magistrate", "县委副书记、县长刘辉勇"),
        Example("The then mayor, Wang Wei, spoke.", "原市长王伟讲话。"),
        Example("The mayor met the young deputies.", "市长会见青年代表。"),
    )  # fmt: skip

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return an issue for each office that is held otherwise."""
        offices = facts.of(ranked_offices)
        return self._held(facts, offices) if offices else ()

    def _held(self, facts: Facts, offices: tuple[Office, ...]) -> Iterator[Issue]:
        for office in offices:
            zone = zone_of(facts, office.person) if office.person else None
            every = renderings(facts.target, office.head)
            if zone is not None and office.person is not None:
                theirs = [one for one in offices if one.person == office.person]
                here = [one for one in every if zone.start <= one.span.start and one.span.end <= zone.end]
                if len(here) == 1 and _alone(facts, theirs, here[0]):
                    yield from self._of_person(facts, office, here[0], zone)
            elif len(every) == 1 and _alone(facts, offices, every[0]):
                yield from self._of_office(facts, office, every[0])

    def _of_person(self, facts: Facts, office: Office, here: Rendering, zone: Span) -> Iterator[Issue]:
        phrase = here.phrase.of(facts.target)
        for one in modifiers():
            words = phrase if one.kind == "deputy" else facts.target[max(0, zone.start - 40) : zone.end + 40]
            if one.kind in office.kinds and not one.named.search(words):
                yield self._lost(facts, office, here, one, self.level if one.kind in _GRAVE else Level.WARNING)
                return
        for one in modifiers():
            if one.kind not in _GRAVE or one.kind in office.kinds or one.behind.search(_around(facts, office)):
                continue
            match = one.named.search(phrase)
            if match and match[0].lower() in (one.write, *(_DEPUTIES if one.kind == "deputy" else ())):
                yield self._invented(
                    facts, office, here, here.phrase.start + match.start(), here.phrase.start + match.end()
                )
                return

    def _of_office(self, facts: Facts, office: Office, here: Rendering) -> Iterator[Issue]:
        for one in modifiers():
            if one.kind in office.kinds and not one.named.search(facts.target):
                yield self._lost(facts, office, here, one, Level.WARNING)
                return

    def _lost(self, facts: Facts, office: Office, here: Rendering, lost: Modifier, level: Level) -> Issue:
        span = _with_modifiers(facts.target, here)
        found = span.of(facts.target)
        word = office.head.deputy.lower() if lost.write == _OF_THE_OFFICE else lost.write
        if span.start == 0 or (found[0].isupper() and lost.kind not in ("former", "then")):
            word = word.capitalize()
        right = f"{word} {found}"
        return self.issue(
            facts,
            span,
            say(
                "“{zh}” is “{right}”, not “{found}”.",
                "“{zh}”应为“{right}”，而不是“{found}”。",
                zh=office.span.of(facts.segment.source),
                right=right,
                found=found,
            ),
            source=office.span,
            level=level,
            expected=(right,),
            fixes=(Fix(span, right),),
        )

    def _invented(self, facts: Facts, office: Office, here: Rendering, start: int, end: int) -> Issue:
        span = Span(start, here.span.end)
        found, word = span.of(facts.target), facts.target[start:end]
        right = found[len(word) :].lstrip(" -")
        return self.issue(
            facts,
            span,
            say(
                "“{zh}” has nothing that says “{word}”: “{right}”.",
                "“{zh}”没有“{word}”的意思：应为“{right}”。",
                zh=office.span.of(facts.segment.source),
                word=word,
                right=right,
            ),
            source=office.span,
            expected=(right,),
        )


def _alone(facts: Facts, offices: Sequence[Office], here: Rendering) -> bool:
    """Whether one office only of these may be meant by the English."""
    return len(list(sharing(offices, here.span.of(facts.target)))) == 1


def _with_modifiers(target: str, here: Rendering) -> Span:
    """Return the words of an office from the first of its modifiers on; an article stays before them."""
    phrase = here.phrase.of(target)
    starts = [match.start() for one in modifiers() if (match := one.named.search(phrase))]
    return Span(here.phrase.start + min(starts), here.span.end) if starts else here.span


def _around(facts: Facts, office: Office) -> str:
    """Return the clause of the Chinese in which an office stands, and the one before it."""
    source = facts.source
    cuts = [at for at, letter in enumerate(source[: office.span.start]) if letter in "，。；！？"]
    return source[cuts[-2] + 1 if len(cuts) > 1 else 0 : office.span.end]
