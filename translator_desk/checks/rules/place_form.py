"""Places whose generic part, level or name is wrong, against the Chinese and against the map."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain, product

from rapidfuzz.distance import OSA

from translator_desk.checks.base import Example, Facts, Family, SegmentCheck, Sight, target_words
from translator_desk.checks.name_facts import known_names
from translator_desk.checks.place_direction import towns_of_peoples, wrong_points
from translator_desk.checks.place_generics import GENERICS, doubtful_places, generics, note_plain, verdict
from translator_desk.checks.place_pairs import PlacePair, common_before_generics, other_places
from translator_desk.checks.source_persons import squeezed_target
from translator_desk.checks.term_facts import entry_evidence, source_hits
from translator_desk.glossary.entry import Kind
from translator_desk.glossary.matcher import Search, overlapping_searches
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.severity import Level
from translator_desk.resources import data_rows
from translator_desk.text.names import county_table, known_places, place_table
from translator_desk.text.pinyin import is_pinyin, is_syllable, join_syllables, readings, spellings, split_syllables
from translator_desk.text.scripts import HAN_RANGES
from translator_desk.text.sounds import heard
from translator_desk.text.span import Span
from translator_desk.wording import Wording, say

_PROVINCE = re.compile(r"(?<![\w’'-])([A-Z][a-z]+(?:['’][a-z]+)?)( Province)\b")
_NAME_GOES_BEFORE = re.compile(r"(?<![\w’'-])(?!(?:In|The|From|To|At|Near|Of|And|For|Across) )[A-Z][\w’'-]* $")
_TRANSLATED = "County|District|Town|Township|Subdistrict"
_MEANING = re.compile(rf"((?=[A-Z])(?<![\w’'-])(?:[A-Z][a-z]+ ){{1,2}})({_TRANSLATED})\b")
_SPECIFIC = re.compile(
    rf"(?:(?<=[省市县区州在到自往于])|(?<![{HAN_RANGES}]))([{HAN_RANGES}]{{2}})(县|镇|乡|街道|(?<=市..)区)"
)
_DISTRICT = re.compile(rf"(?=([{HAN_RANGES}]{{2}})(区))")
"""Districts are told from other zones by the table of counties alone."""
_PLACE_WORD = re.compile(r"[A-Z](?<![\w’'-].)[a-z]{3,}(?:['’][a-z]+)?(?![\w-])")
_LETTER = re.compile("[A-Za-z]")
_LATIN = re.compile(r"[0-9A-Za-z]*[A-Za-z][0-9A-Za-z]*")
_WORD_BEFORE = re.compile(r"([A-Za-z][\w’'-]*)[ -]$")
_ELSEWHERE = ("台", "港", "澳")
"""Where Chinese places have other spellings than pinyin."""
_SHORTEST_PAIR = 5
"""Letters of a place taken for another one; shorter ones look like too many words."""
_SMALL = ("街道", "镇", "乡", "村", "社区")
_TERMS = """
- {id: pl-hy, kind: place, zh: [衡阳], en: Hengyang, source: s}
- {id: pl-hyx, kind: place, zh: [衡阳县], en: Hengyang County, source: s}
- {id: pl-ly, kind: place, zh: [耒阳], en: Leiyang, source: s}
- {id: pl-yj, kind: place, zh: [云集], en: Yunji, word: true, source: s}
"""


class PlaceForm(SegmentCheck):
    """Finds provinces that do not exist, wrong or lost generic parts, and right places that the Chinese does not name.

    Without the source only the first can be told.
    """

    id = CheckId("place-form")
    title = Wording("Place wrong or in a wrong form", "地名有误或写法不当")
    explanation = Wording(
        "A province that does not exist (Heng Province); against the Chinese: the generic part lost or wrong (Hengyang "
        "for 衡阳县, Street for 街道), one place for another that differs by a letter (Laiyang for 耒阳, Shanxi for 陕西), "
        "a name rendered by its meaning (gathered for 云集). One-syllable names want their generic part in pinyin: "
        "Youxian County; that is a note.",
        "不存在的省（Heng Province）；有原文时：通名丢失或译错（衡阳县译作 Hengyang，街道译作 Street）、一字母之差的另一地名"
        "（耒阳译作 Laiyang，陕西译作 Shanxi）、专名按字义翻译（云集译作 gathered）。单音节专名应带通名拼音（Youxian County），仅作提示。",
    )
    mqm = Mqm.ENTITY
    level = Level.ERROR
    family = Family.PLACE
    sight = Sight.NAMES
    figures_and_names = True
    examples = (
        Example(
            "Bell Mountain District put on 497 buses.",
            "钟山区投放客车497辆。",
            found=("Bell Mountain District",),
            fixed="Zhongshan District put on 497 buses.",
        ),
        Example("The 52 key projects in Heng Province grew.", found=("Heng Province",), note="No such province."),
        Example("It rained in Hunnan Province.", found=("Hunnan Province",), fixed="It rained in Hunan Province."),
        Example(
            "Hengyang City held a fair.",
            "衡阳县举办展会。",
            terms=_TERMS,
            found=("Hengyang City",),
            fixed="Hengyang County held a fair.",
        ),
        Example("Farmers in Changsha celebrated.", "长沙县的农民庆祝。", found=("Changsha",)),
        Example(
            "Shiyou Street was cleaned.",
            "石油街道很干净。",
            found=("Shiyou Street",),
            fixed="Shiyou Subdistrict was cleaned.",
        ),
        Example("Floods hit Henan.", "湖南发生洪水。", found=("Henan",), fixed="Floods hit Hunan."),
        Example("Oranges from Laiyang", "耒阳的橙子", terms=_TERMS, found=("Laiyang",), fixed="Oranges from Leiyang"),
        Example("TBEA gathered 5G Park", "特变电工云集5G产业园", terms=_TERMS, found=("gathered",)),
        Example(
            "A fire broke out in Liling County.",
            "通江县发生火灾。",
            found=("Liling County",),
            fixed="A fire broke out in Tongjiang County.",
        ),
        Example(
            "He saw West Dongting Lake.",
            "他巡查东洞庭湖。",
            found=("West Dongting",),
            fixed="He saw East Dongting Lake.",
        ),
        Example("Tashan Yao Town", "塔山瑶族乡", found=("Town",), fixed="Tashan Yao Township"),
        Example("West Hunan and South Dongting Lake", "湘西和南洞庭湖、洞庭湖"),
        Example("White Sand Town grew.", "白沙镇发展。", found=("White Sand Town",), fixed="Baisha Town grew."),
        Example("You County grew.", "攸县发展。", found=("You County",), fixed="Youxian County grew."),
        Example("Hengyang County, Hengyang City and Youxian County", "衡阳县、衡阳市和攸县", terms=_TERMS),
        Example("Hunan Province, Bali Province and Thanh Hoa Province"),
        Example("He went to Gutian County.", "他去了该县。", note="A name that the Chinese leaves out."),
        Example("Leaders of Henan and Hunan met.", "河南和湖南领导会面。"),
        Example("The street in Shiyou Subdistrict", "石油街道的街"),
        Example("The Olympic Village and Central District", "奥运村和中心区"),
    )

    def find(self, facts: Facts) -> Iterable[Issue]:
        """Return an issue for each place that is wrong."""
        target, source = facts.target, facts.source
        found = list(self._no_such_province(facts)) if "Province" in target else []
        if source:
            more: list[Issue] = []
            words = _telling_words().intersection(facts.of(target_words))
            doubtful = not _english_generics().isdisjoint(words) and facts.of(doubtful_places)
            at_home = doubtful and not any(one in source for one in _ELSEWHERE)
            if doubtful:
                more += self._generics(facts)
            if at_home:
                more += self._other_parts(facts, other_places(facts))
            if pairs := (*wrong_points(facts), *towns_of_peoples(facts)):
                more += self._other_parts(facts, pairs)
            if "县" in source:
                more += self._lost(facts)
            if at_home:
                more += self._translated(facts)
            if not _near_words().isdisjoint(words):
                more += self._others(facts)
            if _LETTER.search(source):
                more += self._meanings(facts)
            for issue in more:
                if issue.target and not any(one.target and one.target.overlaps(issue.target) for one in found):
                    found.append(issue)
        return found

    def _no_such_province(self, facts: Facts) -> Iterator[Issue]:
        for match in _PROVINCE.finditer(facts.target):
            name = match[1].replace("’", "'")
            if name in _provinces() or name in _foreign() or _NAME_GOES_BEFORE.search(facts.target[: match.start()]):
                continue
            near = sorted(
                (one for one in _provinces() if OSA.distance(one, name, score_cutoff=1) == 1),
                key=lambda one: (one[0] != name[0], one),
            )
            if not near and not is_pinyin(name):
                continue
            yield self.issue(
                facts,
                Span(*match.span()),
                say(
                    "There is no “{name}” among the provinces of China.",
                    "中国没有名为“{name}”的省。",
                    name=match.group(),
                ),
                expected=[f"{one} Province" for one in near],
            )

    def _generics(self, facts: Facts) -> Iterator[Issue]:
        """Yield places whose generic part contradicts what follows their characters."""
        source = facts.source
        for match in facts.of(doubtful_places):
            name, generic = match[1], match[2]
            if not is_pinyin(name):
                continue
            if is_syllable(name.lower()):
                yield from self._one_syllable(facts, match)
                continue
            places = [
                (start, start + len(split))
                for split in split_syllables(name.lower().replace("’", "'"))
                for start in heard(source, split)
            ]
            verdicts = [verdict(source, start, end, generic) for start, end in places]
            if None in verdicts:
                known = facts.context.term_base.index(known_names)
                note_plain(known, match, source, *places[verdicts.index(None)])
            if not verdicts or None in verdicts:
                continue
            for (start, end), other in zip(places, verdicts, strict=True):
                if not other:
                    continue
                zh, en = other
                yield self.issue(
                    facts,
                    Span(*match.span()),
                    say(
                        "{zh} is {right}, not {generic}.",
                        "“{zh}”为 {right}，不是 {generic}。",
                        zh=source[start:end] + zh,
                        right=f"{name} {en}",
                        generic=generic,
                    ),
                    source=Span(start, end + len(zh)),
                    level=Level.WARNING if zh in _SMALL else None,
                    expected=(f"{name} {en}",),
                )
                break

    def _other_parts(self, facts: Facts, pairs: Iterable[PlacePair]) -> Iterator[Issue]:
        """Yield places, or words of their names, in whose stead the Chinese names another."""
        for pair in pairs:
            yield self.issue(
                facts,
                pair.words,
                say(
                    "“{found}” stands where the Chinese names {zh}: {right}.",
                    "此处“{found}”对应原文“{zh}”，应为 {right}。",
                    found=pair.words.of(facts.target),
                    zh=pair.characters.of(facts.segment.source),
                    right=pair.right,
                ),
                source=pair.characters,
                level=None if pair.known else Level.WARNING,
                expected=(pair.right,),
            )

    def _one_syllable(self, facts: Facts, match: re.Match[str]) -> Iterator[Issue]:
        """Yield "You County" for 攸县, a county named by one syllable."""
        if match[2] != "County":
            return
        for start in heard(facts.source, (match[1].lower(), "xian")):
            if facts.source[start + 1] != "县":
                continue
            right = f"{match[1]}xian County"
            yield self.issue(
                facts,
                Span(*match.span()),
                say(
                    "A name of one syllable keeps its generic part in pinyin: {right}.",
                    "单音节专名须保留通名的拼音：{right}。",
                    right=right,
                ),
                source=Span(start, start + 2),
                level=Level.INFO,
                expected=(right,),
            )
            return

    def _lost(self, facts: Facts) -> Iterator[Issue]:
        """Yield cities that stand for a county of the same name."""
        source, target = facts.source, facts.target
        at = source.find("县")
        while at >= 0:
            zh = source[max(0, at - 2) : at]
            forms = place_table().get(zh, ())
            if forms and source.count(zh) == source.count(zh + "县"):
                form = forms[0]
                found = re.search(rf"(?<![\w’'-]){re.escape(form)}(?![\w-])", target)
                if found and f"{form} County" not in target and "count" not in target.lower():
                    yield self.issue(
                        facts,
                        Span(*found.span()),
                        say(
                            "{zh}县 is {form} County; {form} alone is the city.",
                            "“{zh}县”为 {form} County；单写 {form} 指{zh}市。",
                            zh=zh,
                            form=form,
                        ),
                        source=Span(at - 2, at + 1),
                        expected=(f"{form} County",),
                    )
            at = source.find("县", at + 1)

    def _translated(self, facts: Facts) -> Iterator[Issue]:
        """Yield names of counties, towns and districts rendered by their meaning: White Sand Town for 白沙镇."""
        source, target = facts.source, facts.target
        rendered = [match for match in _MEANING.finditer(target) if not any(map(is_pinyin, match[1].split()))]
        if not rendered:
            return
        letters = facts.of(squeezed_target)
        districts = (found for found in _DISTRICT.finditer(source) if found[1] in county_table())
        for found in chain(_SPECIFIC.finditer(source), districts):
            name, zh = found[1], found[2]
            place = Span(found.start(1), found.end(2))
            accepted = generics()[zh][0]
            ways = [one for one in rendered if one[2] in accepted]
            if len(ways) != 1 or name in common_before_generics() or not _may_be_name(name) or _said(name, letters):
                continue
            if any(start <= place.start and place.end <= end for start, end, _ in facts.of(source_hits)):
                continue  # the term base has the place
            known = county_table().get(name)
            right = f"{known[0] if known else join_syllables(readings(ch)[0] for ch in name)} {ways[0][2]}"
            yield self.issue(
                facts,
                Span(*ways[0].span()),
                say(
                    "The specific part of {zh} is a name and is not translated: {right}.",
                    "“{zh}”的专名用拼音，不按字义翻译：{right}。",
                    zh=place.of(source),
                    right=right,
                ),
                source=place,
                level=Level.WARNING,
                expected=(right,),
            )

    def _others(self, facts: Facts) -> Iterator[Issue]:
        """Yield right places that the Chinese does not name where one a letter away stands in it."""
        source, target = facts.source, facts.target
        known = facts.context.term_base.index(known_names)
        pairs = _near_places()
        for match in _PLACE_WORD.finditer(target):
            word = match.group()
            near = pairs.get(word)
            if (
                not near
                or any(zh in source for zh in known_places()[word])
                or any(zh in source for zh in known.place_characters.get(word.lower(), ()))
            ):
                continue
            if any(heard(source, split) for split in split_syllables(word.lower())):
                continue
            for zh, right in near:
                at = source.find(zh)
                if at >= 0 and right not in target and not _inside_term(facts, Span(at, at + len(zh))):
                    yield self.issue(
                        facts,
                        Span(*match.span()),
                        say(
                            "{zh} is {right}; {word} is another place ({other}).",
                            "“{zh}”为 {right}；{word} 是另一个地方（{other}）。",
                            zh=zh,
                            right=right,
                            word=word,
                            other=known_places()[word][0],
                        ),
                        source=Span(at, at + len(zh)),
                        expected=(right,),
                    )
                    break

    def _meanings(self, facts: Facts) -> Iterator[Issue]:
        """Yield common words that stand for a place right before a Latin word of the Chinese: 云集5G, gathered 5G."""
        source, target = facts.source, facts.target
        places = facts.context.term_base.index(_place_search)
        for latin in _LATIN.finditer(source):
            if not latin.start() or target.count(latin.group()) != 1:
                continue
            before = _WORD_BEFORE.search(target[: target.find(latin.group())])
            if before is None or not before[1].islower():
                continue
            for start, end, number in places.search(source[: latin.start()]):
                entry = places.entries[number]
                forms = (*entry.accepted, *entry.short)
                if end != latin.start() or any(form in target for form in forms):
                    continue
                yield self.issue(
                    facts,
                    Span(before.start(1), before.end(1)),
                    say(
                        "“{words}” stands for {zh}, a place: {right}.",
                        "“{words}”用来译“{zh}”，这是地名：{right}。",
                        words=before[1],
                        zh=source[start:end],
                        right=entry.en,
                    ),
                    source=Span(start, end),
                    expected=(entry.en,),
                    evidence=(entry_evidence(entry),),
                    entry=entry.id,
                )


def _may_be_name(characters: str) -> bool:
    """Whether characters read, and hold none that names of places do not."""
    never = {ch for row in data_rows("not_in_names.tsv") for ch in row[0]}
    return all(map(readings, characters)) and never.isdisjoint(characters)


def _said(characters: str, letters: str) -> bool:
    """Whether some reading of the characters stands in the target."""
    ways = product(*(tuple(one for reading in readings(ch) for one in spellings(reading)) for ch in characters))
    return any("".join(way) in letters for way in ways)


class _PlaceSearch:
    """Finds the places of a term base in Chinese text, inside longer terms as well."""

    def __init__(self, term_base: TermBase) -> None:
        forms = {
            zh: entry
            for entry in term_base.of_kind(Kind.PLACE)
            for zh in entry.zh
            if len(zh) > 1 and is_pinyin(entry.en)
        }
        self.search: Search = overlapping_searches(tuple(forms))[0]
        self.entries = tuple(forms.values())


def _place_search(term_base: TermBase) -> _PlaceSearch:
    return _PlaceSearch(term_base)


def _inside_term(facts: Facts, span: Span) -> bool:
    """Whether characters are part of a longer term, which has its own rendering."""
    return any(start <= span.start and span.end < end for start, end, _ in facts.of(source_hits))


@cache
def _provinces() -> frozenset[str]:
    """Return every English form of the units at the level of provinces."""
    rows = {row[0] for row in data_rows("places.tsv") if row[1] == "p"}
    return frozenset(form for zh, forms in place_table().items() if zh in rows for form in forms)


@cache
def _foreign() -> frozenset[str]:
    return frozenset(row[0] for row in data_rows("foreign_provinces.tsv"))


@cache
def _near_places() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Return, for the known places in one word, characters and form of those one letter away; none without any."""
    forms = [form for form in known_places() if len(form) >= _SHORTEST_PAIR and form.isalpha()]
    by_rest: defaultdict[str, set[str]] = defaultdict(set)
    for form in forms:
        for at in range(len(form)):
            by_rest[form[:at] + form[at + 1 :]].add(form)  # one letter apart: both leave the same rest
        by_rest[form].add(form)
    near: defaultdict[str, set[str]] = defaultdict(set)
    for alike in by_rest.values():
        for one in alike:
            near[one] |= {other for other in alike if OSA.distance(one, other, score_cutoff=1) == 1}
    return {
        word: tuple((zh, form) for form in sorted(found) for zh in known_places()[form])
        for word, found in near.items()
        if found
    }


@cache
def _english_generics() -> frozenset[str]:
    """Return the generic parts that are compared, in small letters."""
    return frozenset(map(str.lower, GENERICS))


@cache
def _near_words() -> frozenset[str]:
    """Return the places that have others one letter away, in small letters."""
    return frozenset(word.lower() for word in _near_places())


@cache
def _telling_words() -> frozenset[str]:
    """Return the words, in small letters, without one of which no place is looked at for its English."""
    return _english_generics() | _near_words()
