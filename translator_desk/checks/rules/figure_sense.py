"""The right figure said to mean something else: up for down, by for to, nearly for more than, p.m. for a.m."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck, Sight, target_words
from translator_desk.checks.figure_facts import figures, plain_figures
from translator_desk.checks.signs import Signs
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Fix, Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.resources import data_rows
from translator_desk.text.english_measures import percent_words
from translator_desk.text.figure_words import english_words, units
from translator_desk.text.quantity import Kind, Quantity
from translator_desk.text.span import Span
from translator_desk.text.word_tree import any_of
from translator_desk.wording import Wording, say

_COUNTED = (Kind.CARDINAL, Kind.PERCENT, Kind.POINT)
_OPPOSITE = {"up": "down", "down": "up", "over": "under", "under": "over", "morning": "later", "later": "morning"}
_NAMED = {
    "up": Wording("an increase", "上升"),
    "down": Wording("a decrease", "下降"),
    "over": Wording("more than the figure", "超过该数"),
    "under": Wording("less than the figure", "不到该数"),
}
_CLAUSE_BEFORE = 60
_WORDS_BEFORE = 6
_WORDS_AFTER = 3
_ZH_BEFORE = 12
_ZH_AFTER = 4
_BREAK = re.compile(r"[.,;:!?()“”\"](?=\s|$)|\d")
_UNIT_WORDS = re.compile(r"\s*(?:percent(?:age points?)?|per cent|%)")
_ZH_TIME = re.compile(r"(?P<hour>\d{1,2})(?:时|点钟?|[:：])(?P<minute>\d{1,2}|半)?")
_EN_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>[apAP])\.?[mM]\b\.?")
_HALVES_OF_DAY = frozenset({"am", "pm", "m"})
"""One of these is among the words of a text that holds such a time."""
_PERCENT_WORDS = frozenset({"percent", "percentage", "per", "pct", "pp", "ppt"})
_OF_A_LONGER_FIGURE = frozenset("0123456789:.")
_NOON = 12


def _telling_words() -> frozenset[str]:
    """Return words of the target of which one stands wherever something else is said of a figure than in the source."""
    return (
        _HALVES_OF_DAY
        | _PERCENT_WORDS
        | _words_of_change("up")
        | _words_of_change("down")
        | _words_of_bound("over")
        | _words_of_bound("under")
    )


class FigureSense(SegmentCheck):
    """Looks at the words beside figures whose values agree."""

    id = CheckId("figure-sense")
    title = Wording("What is said of a figure", "数字含义有误")
    explanation = Wording(
        "The value is right, but the words beside it say something else: a growth is told as a decrease, an increase by "
        "5 points (提高5个百分点) as an increase to 5 points, more than (超过) as nearly, 上午 as p.m., 零下 is left out, "
        "or days are given as percent.",
        "数值相同，但旁边的词改变了含义：增长译成下降，提高5个百分点译成提高到5个百分点，超过译成不到，上午译成 p.m.，"
        "零下漏译，或以天计的数字译成百分比。",
    )
    mqm = Mqm.NUMBER
    level = Level.ERROR
    family = Family.FIGURE
    sight = Sight.CHINESE
    needs = frozenset({Need.SOURCE})
    figures_and_names = True
    signs = Signs(words=_telling_words, target="%", source="零下")
    examples = (
        Example(
            "Exports fell by 8 percent.", "出口增长8%。", found=("fell by 8",), note="The verb must be chosen anew."
        ),
        Example(
            "The rate was raised to 5 percentage points.",
            "比例提高5个百分点。",
            found=("to 5",),
            fixed="The rate was raised by 5 percentage points.",
        ),
        Example("Output was cut by 300,000 tons.", "产量压缩至30万吨。", found=("by 300,000",)),
        Example("Nearly 300 people came.", "超过300人参加。", found=("Nearly 300",)),
        Example("It began at 9:30 p.m.", "上午9时30分开始。", found=("9:30 p.m.",), fixed="It began at 9:30 a.m."),
        Example(
            "It is 11.2 percent shorter.", "缩短11.2天。", found=("11.2 percent",), fixed="It is 11.2 days shorter."
        ),
        Example("The low was 12 degrees.", "最低气温零下12度。", found=("12",)),
        Example("Exports rose by 8 percent to 3.5 billion yuan.", "出口增长8%，达35亿元。"),
        Example("A drop of 8 percent, or 5 points; no less than 300.", "下降8%，降低5个百分点；不低于300。"),
        Example("It began at 8 p.m., at minus 12 degrees.", "20时开始，零下12度。"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return an issue for each figure whose words say another thing than the source."""
        issues = () if _HALVES_OF_DAY.isdisjoint(facts.of(target_words)) else (*self._half_days(facts),)
        if facts.of(plain_figures) and not _may_say_another(facts):
            return issues
        found, source = facts.of(figures), facts.source
        for pair in found.agreed:
            zh = found.source[pair.source]
            if zh.kind is not found.target[pair.target].kind or _has_words(source, zh):
                return (*issues, *self._figures(facts))
        return issues

    def _figures(self, facts: Facts) -> Iterator[Issue]:
        found = facts.of(figures)
        seen: set[int] = set()
        for pair in found.agreed:
            zh, en = found.source[pair.source], found.target[pair.target]
            if zh.kind not in _COUNTED or en.kind not in _COUNTED or zh.low != en.low or en.start in seen:
                continue
            seen.add(en.start)
            if zh.kind is en.kind and not _has_words(facts.source, zh):
                continue
            judged = self._judged(facts, zh, en)
            if judged is not None:
                yield judged

    def _judged(self, facts: Facts, zh: Quantity, en: Quantity) -> Issue | None:
        if zh.kind is Kind.CARDINAL and en.kind is Kind.PERCENT:
            return self._percent_for_count(facts, zh, en)
        before = facts.source[max(0, zh.start - _ZH_BEFORE) : zh.start]
        if before.endswith(_words("zh", "before", "minus")):
            return self._minus(facts, zh, en)
        change = _zh_change().search(before)
        if change:
            sense = "up" if change["up"] else "down"
            return self._direction(facts, zh, en, sense) or self._by_or_to(facts, zh, en, reached=bool(change["to"]))
        return self._bound(facts, zh, en, before)

    def _direction(self, facts: Facts, zh: Quantity, en: Quantity, sense: str) -> Issue | None:
        if _words_of_change(_OPPOSITE[sense]).isdisjoint(facts.of(target_words)):
            return None
        told = _change_words(facts.target, en)
        if not told or any(one.sense == sense for one in told):
            return None
        nearest = min(told, key=lambda one: abs(one.start - en.start))
        span = Span(min(nearest.start, en.start), max(nearest.end, en.end))
        return self._told_otherwise(facts, zh, span, sense)

    def _told_otherwise(self, facts: Facts, zh: Quantity, span: Span, sense: str, level: Level | None = None) -> Issue:
        message = say(
            "“{zh}” tells of {right}; “{found}” says the opposite.",
            "原文“{zh}”表示{right_zh}，译文“{found}”意思相反。",
            zh=_with_words(facts.source, zh),
            right=_NAMED[sense].en,
            right_zh=_NAMED[sense].zh,
            found=span.of(facts.target),
        )
        return self.issue(facts, span, message, source=zh.span, level=level)

    def _by_or_to(self, facts: Facts, zh: Quantity, en: Quantity, *, reached: bool) -> Issue | None:
        first = max(0, en.start - _CLAUSE_BEFORE)
        if ("by" if reached else "to") not in facts.target[first : en.start].lower():
            return None
        match = _by_to().search(facts.target, first, en.start)
        if match is None or (match["joint"].lower() == "to") is reached:
            return None
        right = "to" if reached else "by"
        joint = Span(*match.span("joint"))
        message = say(
            "“{zh}” is {what}: “{right}”, not “{found}”.",
            "“{zh}”{what_zh}：应为“{right}”，而不是“{found}”。",
            zh=_with_words(facts.source, zh),
            what="the value reached" if reached else "the difference, not the value reached",
            what_zh="是达到的数值" if reached else "是变化的幅度，不是达到的数值",
            right=right,
            found=joint.of(facts.target),
        )
        return self.issue(
            facts, Span(joint.start, en.end), message, source=zh.span, expected=(right,), fixes=(Fix(joint, right),)
        )

    def _bound(self, facts: Facts, zh: Quantity, en: Quantity, before: str) -> Issue | None:
        sense = _bound_of(before, facts.source[zh.end : zh.end + _ZH_AFTER], "zh")
        if not sense:
            return None
        words = facts.target[max(0, en.start - _CLAUSE_BEFORE) : en.start].lower()
        match = _bound_before("en").search(words)
        if match is None or match.lastgroup != _OPPOSITE[sense]:
            return None
        span = Span(en.start - len(words) + match.start(match.lastgroup), en.end)
        return self._told_otherwise(facts, zh, span, sense, Level.WARNING)

    def _minus(self, facts: Facts, zh: Quantity, en: Quantity) -> Issue | None:
        low = facts.target.lower()
        if (
            any(word in low for word in _words("en", "anywhere", "minus"))
            or facts.target[en.start - 1 : en.start] in "-−–"
        ):
            return None
        message = say(
            "“零下{zh}” is below zero: write “minus {found}”.",
            "“零下{zh}”漏译“零下”：应为“minus {found}”。",
            zh=zh.span.of(facts.source),
            found=en.span.of(facts.target),
        )
        return self.issue(facts, en.span, message, source=zh.span, expected=(f"minus {en.span.of(facts.target)}",))

    def _percent_for_count(self, facts: Facts, zh: Quantity, en: Quantity) -> Issue | None:
        unit = units().get(zh.unit)
        if unit is None or not unit.english or unit.measures == "money" or zh.also:
            return None
        same = [one for one in facts.of(figures).source if one.low == zh.low and one.kind is Kind.PERCENT]
        words = percent_words(facts.target, en.end)
        if same or words is None:
            return None
        figure = en.span.of(facts.target)
        right = f"{figure} {unit.english[-1] if zh.low != 1 and len(unit.english) > 1 else unit.english[0]}"
        span = Span(en.start, words.end)
        message = say(
            "The source counts {right}, not percent.",
            "原文的单位不是百分比：应为“{right}”。",
            right=right,
        )
        return self.issue(facts, span, message, source=zh.span, expected=(right,))

    def _half_days(self, facts: Facts) -> Iterator[Issue]:
        told = [
            (match, _minutes(match, match["half"] in "pP"))
            for match in _EN_TIME.finditer(facts.target)
            if facts.target[match.start() - 1 : match.start()] not in _OF_A_LONGER_FIGURE
        ]
        if not told:
            return
        wanted = {minutes: match for match, minutes in _chinese_times(facts.source)}
        for match, minutes in told:
            other = (minutes + _NOON * 60) % (2 * _NOON * 60)
            if minutes in wanted or other not in wanted:
                continue
            span = Span(*match.span())
            at = match.start("half") - match.start()
            found = span.of(facts.target)
            swapped = {"a": "p", "p": "a", "A": "P", "P": "A"}[found[at]]
            right = found[:at] + swapped + found[at + 1 :]
            source = wanted[other]
            message = say(
                "“{zh}” is {right}, not {found}.",
                "“{zh}”应为 {right}，而不是 {found}。",
                zh=source[0],
                right=right,
                found=found,
            )
            yield self.issue(facts, span, message, source=Span(*source.span()), expected=(right,))


def _may_say_another(facts: Facts) -> bool:
    """Return whether the words of the two texts, wherever they stand, allow for a finding beside figures of one kind.

    The source must tell of a growth, a decrease or a bound, and the target of the opposite, or, beside a word of change,
    of what was reached by "by" or "to" right before a figure.
    """
    source, words = facts.source, facts.of(target_words)
    if "零下" in source:
        return True
    rises, falls = not _words_of_change("up").isdisjoint(words), not _words_of_change("down").isdisjoint(words)
    if rises or falls:
        turned = ("by" in words or "to" in words) and _joint_before_figure().search(facts.target) is not None
        if (falls or turned) and _tells("up").search(source):
            return True
        if (rises or turned) and _tells("down").search(source):
            return True
    return (not _words_of_bound("under").isdisjoint(words) and _tells("over").search(source) is not None) or (
        not _words_of_bound("over").isdisjoint(words) and _tells("under").search(source) is not None
    )


class _ChangeWord(NamedTuple):
    """A word of the target that says up or down, with its place."""

    start: int
    end: int
    sense: str


def _has_words(source: str, zh: Quantity) -> bool:
    """Whether what stands right beside a figure of the source may say how it is meant."""
    if source[zh.start - 1 : zh.start] in _last_letters():
        return True
    return not _letters_after().isdisjoint(source[zh.end : zh.end + _ZH_AFTER])


def _change_words(target: str, en: Quantity) -> list[_ChangeWord]:
    """Return the words beside a figure that say up or down, within its clause and before the next figure."""
    first = max(0, en.start - _CLAUSE_BEFORE)
    clause = _BREAK.split(target[first : en.start])[-1]
    before = list(re.finditer(r"[A-Za-z]+", clause))[-_WORDS_BEFORE:]
    start = en.start - len(clause)
    found = [_ChangeWord(start + one.start(), start + one.end(), _sense("before", one[0])) for one in before]
    rest = _UNIT_WORDS.match(target, en.end)
    end = rest.end() if rest else en.end
    clause = _BREAK.split(target[end : end + _CLAUSE_BEFORE])[0]
    after = list(re.finditer(r"[A-Za-z]+", clause))[:_WORDS_AFTER]
    found += [_ChangeWord(end + one.start(), end + one.end(), _sense("after", one[0])) for one in after]
    return [one for one in found if one.sense]


@cache
def _words_of_change(sense: str) -> frozenset[str]:
    """Return the words beside a figure of the target that say up, or down."""
    return frozenset((*_words("en", "before", sense), *_words("en", "after", sense)))


@cache
def _words_of_bound(sense: str) -> frozenset[str]:
    """Return a word of each phrase before a figure of the target that says it is passed, or not reached."""
    return frozenset(max(phrase.split(), key=len) for phrase in _words("en", "before", sense))


@cache
def _tells(sense: str) -> re.Pattern[str]:
    """Return what finds the words of the source that may give a figure a sense, wherever they stand."""
    return re.compile(any_of((*_words("zh", "before", sense), *_words("zh", "after", sense))))


def _sense(place: str, word: str) -> str:
    low = word.lower()
    return next((sense for sense in ("up", "down") if low in _words("en", place, sense)), "")


def _with_words(source: str, zh: Quantity) -> str:
    """Return a figure of the source with the words right before it that say how it is meant."""
    before = source[max(0, zh.start - _ZH_BEFORE) : zh.start]
    match = _zh_change().search(before) or _bound_before("zh").search(before)
    start = zh.start - len(before) + match.start() if match else zh.start
    return source[start : zh.end + 1].rstrip("，。、； ")


def _minutes(match: re.Match[str], later: bool) -> int:
    minute = match["minute"] or "0"
    hour = int(match["hour"]) % _NOON + (_NOON if later else 0)
    return hour * 60 + (30 if minute == "半" else int(minute))


def _chinese_times(source: str) -> Iterator[tuple[re.Match[str], int]]:
    """Yield the clock times of the source whose half of the day is beyond doubt, in minutes."""
    for match in _ZH_TIME.finditer(source):
        before = source[max(0, match.start() - 4) : match.start()]
        hour = int(match["hour"])
        if _NOON < hour < 2 * _NOON or before.endswith(_words("zh", "before", "later")):
            yield match, _minutes(match, later=True)
        elif hour < _NOON and before.endswith(_words("zh", "before", "morning")):
            yield match, _minutes(match, later=False)


def _bound_of(before: str, after: str, language: str) -> str:
    """Return "over" or "under" for what stands beside a figure, "" where nothing does."""
    match = _bound_before(language).search(before)
    if match:
        return match.lastgroup or ""
    if before.endswith(_words(language, "before", "about")):
        return ""
    for sense in ("over", "under"):
        if any(word in after for word in _words(language, "after", sense)):
            return sense
    return ""


@cache
def _words(language: str, place: str, sense: str) -> tuple[str, ...]:
    """Return the words of a line of the table, the longest first."""
    for lang, where, what, words in data_rows("figure_sense.tsv"):
        if (lang, where, what) == (language, place, sense):
            return tuple(sorted(words.split("|"), key=lambda word: (-len(word), word)))
    return ()


@cache
def _last_letters() -> frozenset[str]:
    """Return the letters in which the words before a figure of the source end, and those that may follow them."""
    rows = ("up", "down", "over", "under", "to", "filler", "minus")
    return frozenset(word[-1] for row in rows for word in _words("zh", "before", row)) | {"了", "的"}


@cache
def _letters_after() -> frozenset[str]:
    """Return the letters with which the words behind a figure of the source begin."""
    return frozenset(word[0] for row in ("over", "under") for word in _words("zh", "after", row))


@cache
def _zh_change() -> re.Pattern[str]:
    """Return the pattern of a verb of change right before a figure."""
    up, down, to, filler = ("|".join(_words("zh", "before", one)) for one in ("up", "down", "to", "filler"))
    return re.compile(f"(?:(?P<up>{up})|(?P<down>{down}))(?:{filler})*(?P<to>{to})?(?:{filler})*$")


@cache
def _bound_before(language: str) -> re.Pattern[str]:
    """Return the pattern of words right before a figure that say it is passed, or not reached."""
    over, under = ("|".join(_words(language, "before", one)) for one in ("over", "under"))
    if language == "zh":
        return re.compile(f"(?<![附最邻临远能得应可须])(?:(?P<over>{over})|(?P<under>{under}))(?:了|的)?$")
    return re.compile(rf"(?<![a-z])(?:(?P<over>{over})|(?P<under>{under}))\s+(?:(?:a|the|some)\s+)*$")


@cache
def _joint_before_figure() -> re.Pattern[str]:
    """Return what finds "by" or "to" before any figure."""
    return re.compile(
        rf"(?:by|to)\s+(?:(?:{_between_joint_and_figure()})\s+)*(?:\d|{any_of(english_words())})", re.IGNORECASE
    )


def _between_joint_and_figure() -> str:
    return "|".join(word for sense in ("filler", "over", "under") for word in _words("en", "before", sense))


@cache
def _by_to() -> re.Pattern[str]:
    """Return the pattern of a word of change with "by" or "to" right before a figure."""
    change = "|".join((*_words("en", "before", "up"), *_words("en", "before", "down")))
    return re.compile(
        rf"(?<![A-Za-z])(?:{change})(?:\s+(?!from\b)[A-Za-z'’-]+){{0,4}}?(?<!up)\s+(?P<joint>by|to)\s+(?:(?:{_between_joint_and_figure()})\s+)*$",
        re.IGNORECASE,
    )
