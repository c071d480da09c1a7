"""The letters of a name are right, its form is not: order, joints, capitals, ü, apostrophe."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from translator_desk.checks.base import Example, Facts, Family, SegmentCheck, Sight
from translator_desk.checks.name_facts import english_names, known_names
from translator_desk.checks.name_sources import person_places
from translator_desk.checks.person_letters import PersonLetters
from translator_desk.checks.source_persons import (
    is_spelt_in,
    printed_names,
    source_persons,
    spelt_otherwise,
    spelt_ways,
    squeezed,
    squeezed_target,
    surname_size,
)
from translator_desk.checks.term_facts import source_hits
from translator_desk.glossary.entry import Entry
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.resources import data_rows
from translator_desk.text.names import own_spellings, place_table
from translator_desk.text.pinyin import is_pinyin, join_syllables
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_JOINT = r"[ \-‐'’]{0,2}"
_KEYBOARD = re.compile(r"\b(Lv|Nv)(?= [A-Z][a-z]+\b)")
_WORDS = re.compile(r"(?<![\w'’-])[A-Z][a-zü]+(?:[ \-’'](?!s\b)[A-Za-z][a-zü]+){0,2}(?![\w-])")
_ELSEWHERE = ("台", "港", "澳", "新加坡", "马来")
_ELSEWHERE_IN_ENGLISH = ("Taiwan", "Hong Kong", "Macao", "Macau", "Singapore", "Malaysia", "Korea")
_LONGEST_TITLE = 20
_TERMS = "- {id: p-deng, kind: person, zh: [邓群策], en: Deng Qunce, source: s}"


class NameForm(SegmentCheck):
    """Compares persons of the source and of the term base with the ways their letters stand in the target."""

    id = CheckId("name-form")
    title = Wording("Form of a name", "人名写法不规范")
    explanation = Wording(
        "GB/T 28039: surname first, given name as one word, two capitals: Deng Qunce, not Qunce Deng, Dengqunce, Deng "
        "Qun Ce, Deng Qun-ce, Deng qunce; Lyu or Lü, never Lv; Xi'an with its apostrophe. Who is known "
        "by another spelling has it (李显龙 is Lee Hsien Loong). Established spellings, Hong Kong and Taiwan names are "
        "left alone.",
        "《中国人名汉语拼音字母拼写规则》：姓在前，名连写，姓和名首字母大写：Deng Qunce，不写 Qunce Deng、Dengqunce、Deng Qun Ce、"
        "Deng Qun-ce、Deng qunce；吕写作 Lyu 或 Lü，不写 Lv；Xi'an 须有隔音符号。"
        "有通行拼写的人名从其拼写（李显龙：Lee Hsien Loong）。约定俗成的拼写及港台人名不报告。",
    )
    mqm = Mqm.ENTITY
    level = Level.WARNING
    family = Family.NAME
    sight = Sight.NAMES
    figures_and_names = True
    examples = (
        Example("Qunce Deng spoke.", terms=_TERMS, found=("Qunce Deng",), fixed="Deng Qunce spoke."),
        Example(
            "Mayor Deng Qun Ce spoke.", "市长邓群策讲话。", found=("Deng Qun Ce",), fixed="Mayor Deng Qunce spoke."
        ),
        Example(
            "Zhou Xiao Lan chaired it, and Zhiqiang Liu spoke.",
            "会议由周晓兰主持，刘志强在会上讲话。",
            found=("Zhou Xiao Lan", "Zhiqiang Liu"),
            fixed="Zhou Xiaolan chaired it, and Liu Zhiqiang spoke.",
        ),
        Example("Secretary Zhou Xiao Lan spoke.", found=("Zhou Xiao Lan",), fixed="Secretary Zhou Xiaolan spoke."),
        Example("Mayor Dengqunce spoke.", terms=_TERMS, found=("Dengqunce",), fixed="Mayor Deng Qunce spoke."),
        Example("Deng Qun-ce and Deng qunce", terms=_TERMS, found=("Deng Qun-ce", "Deng qunce")),
        Example("Reporter Lv Xiumei", found=("Lv",), fixed="Reporter Lyu Xiumei"),
        Example("Rain fell in Xian.", "西安下雨。", found=("Xian",), fixed="Rain fell in Xi'an."),
        Example("His wife Li Xuezhu came.", "夫人李雪主出席。", found=("Li Xuezhu",), fixed="His wife Ri Sol Ju came."),
        Example("Li Changan spoke.", "市长李长安讲话。", found=("Li Changan",), fixed="Li Chang'an spoke."),
        Example("Deng Qunce’s speech", "市长邓群策讲话。", terms=_TERMS),
        Example("Sun Yat-sen and Chen Shui-bian", "孙中山和台湾的陈水扁说"),
        Example("President Roh Tae Woo of Korea and Secretary Chen Guo", note="No Chinese to ask."),
        Example("Kim Jong-un and Ri Sol Ju met Sun Yat-sen’s heirs.", "金正恩和李雪主会见孙中山的后人。"),
        Example("Louis Vuitton (LV) opened in Xi’an.", "LV在西安开店。"),
        Example("Wu Di and DENG QUNCE", terms=_TERMS, note="Capitals throughout are a matter of layout."),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return an issue for each name in a form the standard does not know."""
        names, target = facts.of(english_names), facts.target
        found = {issue.target: issue for issue in self._of_source(facts)} if facts.of(source_persons) else {}
        more = list(self._said(facts)) if names.parted or names.turned else []
        more += self._of_term_base(facts)
        if "Lv" in target or "Nv" in target:
            more += self._keyboard(facts)
        if facts.of(spelt_otherwise):
            more += self._by_characters(facts)
        for issue in more:
            found.setdefault(issue.target, issue)
        return found.values()

    def _of_source(self, facts: Facts) -> Iterator[Issue]:
        if any(one in facts.source for one in _ELSEWHERE):
            return
        letters = facts.of(squeezed_target)
        known = facts.context.term_base.index(known_names).persons
        for one in facts.of(source_persons):
            if one.characters in own_spellings() or not is_spelt_in(one.characters, one.surname, letters):
                continue
            printed = printed_names(one.characters, one.surname)
            straight = facts.target.replace("’", "'")
            if any(name in straight for name in printed):
                continue  # the name stands as it should; the rest of it is a matter of consistency
            spans = [match for way in _ways(one.characters, one.surname) for match in way.finditer(facts.target)]
            for match in spans[:1]:
                words = match.group()
                if words in known or words.isupper() or _all_capitals(words):
                    continue
                letters_here = sorted(squeezed(words))
                right = next((name for name in printed if sorted(squeezed(name)) == letters_here), printed[0])
                yield self._issue(facts, Span(*match.span()), right, one.characters, one.span)

    def _said(self, facts: Facts) -> Iterator[Issue]:
        """Yield names in pieces, or turned about, that the Chinese says, whatever stands beside them there."""
        source = facts.source
        if any(one in source for one in _ELSEWHERE):
            return
        if not source:
            yield from self._behind_titles(facts)
            return
        known = facts.context.term_base.index(known_names).persons
        names = facts.of(english_names)
        for run in (*names.parted, *names.turned):
            right = f"{run.surname} {join_syllables(run.given.lower().split()) if ' ' in run.given else run.given}"
            if run.span.of(facts.target) in known or right in facts.target:
                continue
            for place in person_places(source, run):
                characters = place.of(source)
                if characters in own_spellings():
                    continue
                yield self._issue(facts, run.span, right, characters, place)
                break

    def _behind_titles(self, facts: Facts) -> Iterator[Issue]:
        """Yield names in pieces right behind an office, where there is no Chinese to ask."""
        target = facts.target
        if any(one in target for one in _ELSEWHERE_IN_ENGLISH):
            return
        known = facts.context.term_base.index(known_names).persons
        for run in facts.of(english_names).parted:
            before = target[max(0, run.start - _LONGEST_TITLE) : run.start].split()
            words = run.span.of(target)
            if before and before[-1].lower() in _titles() and words not in known:
                right = f"{run.surname} {join_syllables(run.given.lower().split())}"
                message = say(
                    "A given name is one word: {right}, not “{found}”.",
                    "名应连写：{right}，不写“{found}”。",
                    right=right,
                    found=words,
                )
                yield self.issue(facts, run.span, message, expected=(right,))

    def _of_term_base(self, facts: Facts) -> Iterable[Issue]:
        """Return the persons of the term base that stand in another form."""
        known, target = facts.context.term_base.index(PersonLetters), facts.target
        found: list[Issue] = []
        for start, run in facts.of(english_names).runs if known.firsts else ():
            first = known.start_in(run)
            match = _WORDS.match(target, start + first) if first >= 0 else None
            if match is None:
                continue
            for begin, end, entry in known.misprints(match[0]):
                span = Span(match.start() + begin, match.start() + end)
                source = next((Span(a, b) for a, b, owners in facts.of(source_hits) if entry in owners), None)
                found.append(self._issue(facts, span, entry.en, entry.zh[0], source, entry))
        return found

    def _keyboard(self, facts: Facts) -> Iterator[Issue]:
        for match in _KEYBOARD.finditer(facts.target):
            if not is_pinyin(facts.target[match.end() + 1 :].split(" ")[0].strip(",.;:’'s") or "x"):
                continue
            right = {"Lv": "Lyu", "Nv": "Nyu"}[match.group()]
            yield self.issue(
                facts,
                Span(*match.span()),
                say(
                    "“{found}” is how a keyboard takes ü; in print it is {right} (or {umlaut}).",
                    "“{found}”是键盘输入写法；ü 在印刷中写作 {right}（或 {umlaut}）。",
                    found=match.group(),
                    right=right,
                    umlaut=match.group()[0] + "ü",
                ),
                level=Level.ERROR,
                expected=(right, match.group()[0] + "ü"),
            )

    def _by_characters(self, facts: Facts) -> Iterator[Issue]:
        """Yield places without their apostrophe, and the pinyin of persons who spell their names otherwise."""
        for place in facts.of(spelt_otherwise):
            zh = place.of(facts.source)
            places = place_table().get(zh)
            accepted = places[:1] if places else own_spellings()[zh]
            straight = facts.target.replace("’", "'")
            if any(form in straight for form in accepted):
                continue
            for match in _wrong_ways(zh).finditer(facts.target):
                yield self._issue(facts, Span(*match.span()), accepted[0], zh, place, known=True)

    def _issue(
        self,
        facts: Facts,
        span: Span,
        right: str,
        zh: str,
        source: Span | None,
        entry: Entry | None = None,
        *,
        known: bool = False,
    ) -> Issue:
        # Lu for 吕 is common, only ambiguous: the letters differ in the ü and in nothing else.
        umlaut = sorted(squeezed(right)) != sorted(squeezed(span.of(facts.target)))
        umlaut = umlaut and entry is None and not known
        return self.issue(
            facts,
            span,
            say(
                "{zh} is written {right}, not “{found}”.",
                "“{zh}”应写作 {right}，不写“{found}”。",
                zh=zh,
                right=right,
                found=span.of(facts.target),
            ),
            source=source,
            level=Level.INFO if umlaut else None,
            expected=(right,),
            entry=entry.id if entry else "",
        )


@lru_cache(maxsize=20_000)
def _ways(characters: str, surname: int) -> tuple[re.Pattern[str], ...]:
    """Return patterns of a name's letters in either order with any joints; possessives stay outside."""
    ways = []
    for family, given in dict.fromkeys(spelt_ways(characters, surname)):
        loose = _JOINT.join(given)
        ways += [f"{family}{_JOINT}{loose}", f"{loose}{_JOINT}{family}"]
    joined = "|".join(dict.fromkeys(ways))
    return (re.compile(rf"(?<![\w'’-])(?:{joined})(?![\w-])", re.IGNORECASE),)


def _all_capitals(words: str) -> bool:
    """Whether one of the words is in capitals: a style of lists."""
    return any(len(word) > 1 and word.isupper() for word in words.split())


@cache
def _titles() -> frozenset[str]:
    """Return the last words of offices, small letters."""
    return frozenset(row[0].split()[-1] for row in data_rows("office_words.tsv"))


@cache
def _wrong_ways(characters: str) -> re.Pattern[str]:
    """Return the pattern of a place without its apostrophe, or of a person's name as its characters read."""
    places = place_table().get(characters)
    if places:
        return re.compile(rf"(?<![\w'’-]){places[0].replace(chr(39), '')}(?![\w-])")
    return _ways(characters, surname_size(characters) or 1)[0]
