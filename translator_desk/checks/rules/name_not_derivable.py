"""A person of the Chinese whose name the English does not spell in any reading of its characters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from translator_desk.checks.base import Example, Facts, Family, Need, SegmentCheck
from translator_desk.checks.name_facts import english_names, syllable_count
from translator_desk.checks.name_sources import person_said
from translator_desk.checks.source_persons import (
    SourcePerson,
    is_spelt_in,
    printed_names,
    source_persons,
    spelt_otherwise,
    spelt_ways,
    squeezed,
    squeezed_target,
    surname_readings_of,
)
from translator_desk.checks.term_facts import source_hits
from translator_desk.glossary.entry import Entry, Kind
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.resources import data_rows
from translator_desk.text.dictionary import is_english
from translator_desk.text.grammar_words import grammar_words
from translator_desk.text.lexicon import is_common_word
from translator_desk.text.names import NameRun, foreign_sounds, own_spellings, surname_table
from translator_desk.text.numbers_en import MONTHS, WEEKDAYS
from translator_desk.text.pinyin import split_syllables
from translator_desk.text.sounds import heard
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_MOST_EXPECTED = 4
_CAPITAL_WORD = "[A-Z][a-z]+"
_LEAST_GIVEN = 2
"""Syllables of a given name that tells who is meant, whatever the surname."""
_SHORT = 3
_PRONOUN = re.compile(r"\b(?:he|she|his|her|him|who|they|I|my)\b", re.IGNORECASE)
_CAPITAL = re.compile(r"(?<![\w'’-])[A-Z][\w'’-]*")
_SAID = re.compile(r" (?:also )?(?:said|says|stated|noted|added|told|believes|thinks|stressed|pointed)\b")
_TERMS = "- {id: p-qin, kind: person, zh: [覃解元], en: Qin Xieyuan, source: s}"


class NameNotDerivable(SegmentCheck):
    """Finds persons of the source, sure ones only, whose readings are not in the target.

    A name beside it with the same surname is shown as the wrong one; a name is only called missing where nothing in
    the target can stand for the person: no pronoun, no surname, no foreign name (Christopher Hui for 许正宇).
    """

    id = CheckId("name-not-derivable")
    title = Wording("Name does not follow from the characters", "人名与汉字读音不符")
    explanation = Wording(
        "The Chinese names a person (a title before, “说” behind, a list of names), and no admissible reading of the "
        "characters stands in the English: another name stands there, or none. All readings of surname and given name "
        "pass, compound surnames and lists are known. Persons of the term base are left to their entries; foreign "
        "names, and persons named by surname or pronoun, are left alone.",
        "原文有人名（前有职务、后有“说”，或在名单中），而译文中找不到其汉字的任何可用读音：写成了别的名字，或漏掉了。"
        "姓氏和名字的各种读音都算正确，复姓和名单均可识别。术语库中的人名由其词条负责；外国人名、只写姓氏或代词的不报告。",
    )
    mqm = Mqm.ENTITY
    level = Level.ERROR
    family = Family.NAME
    needs = frozenset({Need.SOURCE})
    figures_and_names = True
    examples = (
        Example(
            "Wang Xiaohong, director of the bureau, said so.",
            "局长王建国说。",
            found=("Wang Xiaohong",),
            fixed="Wang Jianguo, director of the bureau, said so.",
        ),
        Example(
            "The mayor chaired the meeting.",
            "市长邓群策主持会议。",
            found=("",),
            note="The name is missing: a warning.",
        ),
        Example("The reporter spoke.", "记者尉迟海燕说。", found=("",), note="A compound surname: Yuchi Haiyan."),
        Example("Editor: Li Kao Feng", "编辑：李絮枫", found=("Li Kao Feng",), fixed="Editor: Li Xufeng"),
        Example("Yang Yonggang, the founder, said so.", "创始人郑永刚说。", found=("Yang Yonggang",)),
        Example(
            "Then Yang Yonggang saw that it was time.",
            "因为郑永刚意识到时机已到。",
            found=("Yang Yonggang",),
            fixed="Then Zheng Yonggang saw that it was time.",
        ),
        Example("Yang Yonggang met Zheng Yonggang.", "杨永刚会见了郑永刚。"),
        Example(
            "He met Shinzo Abe. Then Funio Kishida spoke.",
            "他会见了岸田文雄。",
            found=("Funio Kishida",),
            fixed="He met Shinzo Abe. Then Fumio Kishida spoke.",
        ),
        Example("He met Shinzo Abe.", "他会见了岸田文雄。", found=("Shinzo Abe",), fixed="He met Fumio Kishida."),
        Example("The first lady, Li Xuejun, sat aside.", "第一夫人李雪主坐在一旁。", found=("Li Xuejun",)),
        Example("He met Kishida.", "他会见了岸田文雄。"),
        Example("Kim Jong Un and Li Minghua met.", "金正恩会见李雪主和李明华。", note="The other Li of the Chinese."),
        Example("Zeng Le and Shan Chao spoke.", "市长曾乐、局长单超讲话。", note="Any admissible reading passes."),
        Example("Christopher Hui, the secretary, said so.", "局长许正宇表示。"),
        Example("He chaired the meeting.", "市长邓群策主持会议。"),
        Example("Tan Jieyuan spoke.", "副主席覃解元讲话。", terms=_TERMS, note="The term base has the person."),
        Example("Experts checked the rights of entrepreneurs.", "专家开展检查，维护企业家权益。"),
        Example("The district committee met on Wednesday.", "区委周三开会，主任委员出席。"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return an issue for each person of the source that the target does not spell."""
        persons, otherwise = facts.of(source_persons), facts.of(spelt_otherwise)
        found: list[Issue] = []
        if persons or otherwise:
            letters = facts.of(squeezed_target)
            missing = [one for one in persons if not is_spelt_in(one.characters, one.surname, letters)]
            found = [*self._judged(facts, missing), *self._known_otherwise(facts, otherwise)]
        seen = {one.target for one in found}
        return [*found, *(one for one in self._other_surnames(facts) if one.target not in seen)]

    def _other_surnames(self, facts: Facts) -> Iterator[Issue]:
        """Yield names whose given name the Chinese says behind another surname: Yang Yonggang for 郑永刚."""
        for run in facts.of(english_names).persons if facts.source else ():
            if syllable_count(run.given) < _LEAST_GIVEN or person_said(facts.source, run):
                continue
            place = _behind_another_surname(facts.source, run)
            if place is not None:
                name = place.of(facts.source)
                if not is_spelt_in(name, 1, facts.of(squeezed_target)):
                    yield self._no_reading(facts, run.span, name, printed_names(name, 1)[:_MOST_EXPECTED], place)

    def _known_otherwise(self, facts: Facts, places: Iterable[Span]) -> Iterator[Issue]:
        """Yield slips in the spelling that a person is known by, and other such persons in place of this one."""
        for place in places:
            characters = place.of(facts.source)
            accepted = own_spellings().get(characters)
            if accepted is None or any(form in facts.target for form in accepted):
                continue
            span = (
                _misspelt(facts.target, accepted) or _another_known(facts, accepted) or _same_family(facts, characters)
            )
            if span is not None:
                yield self._no_reading(facts, span, characters, accepted[:1], place)

    def _judged(self, facts: Facts, missing: Iterable[SourcePerson]) -> Iterator[Issue]:
        taken: set[Span] = set()
        for one in missing:
            if _in_term_base(facts, one):
                continue
            expected = printed_names(one.characters, one.surname)[:_MOST_EXPECTED]
            run = next((run for run in _namesakes(facts, one) if run.span not in taken), None)
            if run is not None:
                taken.add(run.span)
                yield self._no_reading(facts, run.span, one.characters, expected, one.span)
            elif _nothing_stands_for(facts, one):
                yield self.issue(
                    facts,
                    Span(0, 0),
                    say(
                        "{zh} ({names}) is not named in the English.",
                        "译文未出现人名“{zh}”（{names}）。",
                        zh=one.characters,
                        names=" / ".join(expected),
                    ),
                    source=one.span,
                    level=Level.WARNING,
                    mqm=Mqm.OMISSION,
                )

    def _no_reading(self, facts: Facts, span: Span, characters: str, expected: tuple[str, ...], source: Span) -> Issue:
        return self.issue(
            facts,
            span,
            say(
                "“{found}” is no reading of {zh}; expected {names}.",
                "“{found}”不是“{zh}”的读音；应为 {names}。",
                found=span.of(facts.target),
                zh=characters,
                names=" / ".join(expected),
            ),
            source=source,
            expected=expected,
        )


def _misspelt(target: str, accepted: Iterable[str]) -> Span | None:
    """Return where one word of a spelling stands beside what is a slip of another word of it: Funio Kishida."""
    for form in accepted:
        words = form.split(" ")
        for one, other in pairwise(words):
            for pattern, slip in ((rf"\b({_CAPITAL_WORD}) {other}\b", one), (rf"\b{one} ({_CAPITAL_WORD})\b", other)):
                match = re.search(pattern, target)
                if match is None or min(len(match[1]), len(slip)) <= _SHORT:
                    continue
                if 0 < OSA.distance(match[1], slip, score_cutoff=2) <= 2:
                    return Span(*match.span())
    return None


def _another_known(facts: Facts, accepted: Iterable[str]) -> Span | None:
    """Return where another known person stands whom the Chinese does not name; nothing where this one may be meant."""
    target = facts.target
    if any(len(word) > _SHORT and word in target for form in accepted for word in form.split(" ")):
        return None
    for characters, forms in own_spellings().items():
        if characters not in facts.source and not is_spelt_in(characters, 1, facts.source):
            for form in forms:
                at = target.find(form) if " " in form else -1
                if at >= 0:
                    return Span(at, at + len(form))
    return None


def _same_family(facts: Facts, characters: str) -> Span | None:
    """Return where a name of nobody known has the surname of this person; nobody else of that surname is spoken of."""
    surname = characters[0]
    others = facts.source
    for one in own_spellings():
        others = others.replace(one, "") if one[0] == surname else others
    if surname in others:
        return None
    known = [form for forms in own_spellings().values() for form in forms]
    for match in _families(surname).finditer(facts.target):
        name = match[0]
        if is_spelt_in(characters, 1, squeezed(name)):
            continue  # as the characters read: name-form tells
        if not any(form.startswith(name) for form in known) and not is_english(match["given"].lower()):
            return Span(*match.span())
    return None


@cache
def _families(surname: str) -> re.Pattern[str]:
    """Return the pattern of names with a surname: as it reads, or as several persons write it (Ri and Lee for 李)."""
    persons = [forms for one, forms in own_spellings().items() if one[0] == surname]
    written = Counter(word for forms in persons for word in {form.split(" ")[0] for form in forms})
    ways = {word for word, times in written.items() if times > 1}
    ways |= {reading.capitalize() for reading in surname_readings_of(surname)}
    return re.compile(
        rf"\b(?:{'|'.join(sorted(ways))}) (?P<given>{_CAPITAL_WORD})(?:-[A-Za-z][a-z]+| {_CAPITAL_WORD})?(?![\w-])"
    )


def _behind_another_surname(source: str, run: NameRun) -> Span | None:
    """Return where the characters of the given name stand behind a surname that is not the run's."""
    for given in split_syllables(run.given.lower()):
        for at in heard(source, given) if len(given) == _LEAST_GIVEN else ():
            end = at + _LEAST_GIVEN
            if at and source[at - 1] in surname_table() and not is_common_word(source[at:end]):
                return Span(at - 1, end)
    return None


def _in_term_base(facts: Facts, one: SourcePerson) -> bool:
    return any(
        start < one.end and one.start < end and any(entry.kind is Kind.PERSON for entry in entries)
        for start, end, entries in facts.of(source_hits)
    )


def _namesakes(facts: Facts, one: SourcePerson) -> Iterator[NameRun]:
    """Yield the names of the target with the person's surname, or given name, that nobody else of the source has."""
    families, given = (set(words) for words in zip(*spelt_ways(one.characters, one.surname), strict=True))
    names = facts.of(english_names)
    for run in (*names.persons, *(parted.joined() for parted in names.parted)):
        same = run.surname.lower() in families or (syllable_count(run.given) > 1 and run.given.lower() in given)
        if same and not person_said(facts.source, run):
            yield run


def _nothing_stands_for(facts: Facts, one: SourcePerson) -> bool:
    """Whether the target has no words that may be the person under another name."""
    target = facts.target
    if one.group >= 0 or not target.strip() or foreign_sounds().issuperset(one.characters[one.surname :]):
        return False
    if _PRONOUN.search(target):
        return False
    families = {family.capitalize() for family, _ in spelt_ways(one.characters, one.surname)}
    known = facts.context.term_base.index(_Vocabulary).words
    for match in _CAPITAL.finditer(target):
        word = match.group().removesuffix("'s").removesuffix("’s")
        if word in families:
            return False
        first = not target[: match.start()].strip(" \t\n“”\"‘’'(")
        if word.lower() not in known and (not first or _SAID.match(target, match.end())):
            return False
    return True


class _Vocabulary:
    """The words that names of persons are not: those of offices, bodies, terms and places, small letters."""

    __slots__ = ("words",)

    def __init__(self, term_base: TermBase, words: frozenset[str] | None = None) -> None:
        if words is None:
            others = (entry for kind in Kind if kind is not Kind.PERSON for entry in term_base.of_kind(kind))
            forms = [form for entry in others for form in entry.accepted]
            forms += [row[0] for row in data_rows("office_words.tsv")]
            words = _words(forms) | grammar_words("not-a-family") | {word.lower() for word in (*MONTHS, *WEEKDAYS)}
        self.words = words

    def after_change(self, before: Entry | None, now: Entry | None, term_base: TermBase) -> _Vocabulary:
        """Return the words of the term base made by one change."""
        old, new = (_words(one.accepted if one and one.kind is not Kind.PERSON else ()) for one in (before, now))
        if old - new:
            return _Vocabulary(term_base)  # others may have the words as well
        return self if new <= self.words else _Vocabulary(term_base, self.words | new)


def _words(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in set(re.findall(r"[\w’'-]+", "\n".join(forms))))
