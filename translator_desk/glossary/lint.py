"""What is wrong with the entries of a term base although every file of it can be read."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from translator_desk.glossary.entry import AvoidForm, Entry, Kind, Office, Origin
from translator_desk.glossary.lint_names import is_misread
from translator_desk.glossary.source_index import source_forms
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.severity import Level
from translator_desk.text.normalize import fold_key, half_width
from translator_desk.text.scripts import has_han, is_traditional, simplify
from translator_desk.wording import Message, say

_ID = re.compile(r"[a-z]{1,3}-[a-z0-9-]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")
_FULL_WIDTH = re.compile("[\uff01-\uff5e]")
_EXPLANATION = re.compile(r" / |[=<>|]|\.\.\.|…|\bsb\.|\bsth\b|\betc\b|\((?:or|i\.e|e\.g|lit)\b", re.IGNORECASE)
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffd-\uffff]")
_SHORTEST_AVOID = 2
_ALWAYS = dt.date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend in an entry.

    Attributes:
        origin: Where the entry begins.
        message: What is wrong and what to do.
        code: What kind of problem, a stable name.
        level: error: the entry does harm or nothing; warning: most likely wrong; info: worth a look.
        entry: Id of the entry.
        field: The key concerned, "" for the whole entry.
        value: The item of that key concerned, "" for all of it.
        fix: The entry as it would be mended, where that is certain.
    """

    origin: Origin
    message: Message
    code: str = ""
    level: Level = Level.WARNING
    entry: str = ""
    field: str = ""
    value: str = ""
    fix: Entry | None = None


def lint(term_base: TermBase) -> tuple[Problem, ...]:
    """Return what is wrong with the entries in force, in their order."""
    return tuple(problem for entry in term_base.entries for problem in lint_entry(entry, term_base))


def lint_entry(entry: Entry, term_base: TermBase) -> tuple[Problem, ...]:
    """Return what is wrong with one entry of a term base, as while it is being written.

    Args:
        entry: The entry as it is now.
        term_base: The terms with this entry among them.
    """
    return tuple(problem for check in _CHECKS for problem in check(_Here(entry, term_base)))


@dataclass(frozen=True, slots=True)
class _Here:
    """An entry under inspection."""

    entry: Entry
    term_base: TermBase

    def problem(
        self,
        code: str,
        message: Message,
        field: str = "",
        value: str = "",
        *,
        level: Level = Level.WARNING,
        fix: Entry | None = None,
    ) -> Problem:
        return Problem(self.entry.origin, message, code, level, self.entry.id, field, value, fix)


def _patterns(here: _Here) -> Iterator[Problem]:
    entry = here.entry
    if not source_forms(entry):
        yield here.problem(
            "short-pattern",
            say(
                "“{id}” has forms of one character only, which are never looked for; add a longer one",
                "“{id}”只有单字形式，不会被匹配；请添加更长的形式",
                id=entry.id,
            ),
            "zh",
            level=Level.ERROR,
        )
    for string in entry.not_inside:
        if not any(simplify(zh) in string and simplify(zh) != string for zh in entry.zh):
            yield here.problem(
                "idle-not-inside",
                say(
                    "“{string}” under not_inside of “{id}” holds none of its forms; delete it",
                    "“{id}”的 not_inside 中“{string}”不含该词条的任何形式；请删除",
                    string=string,
                    id=entry.id,
                ),
                "not_inside",
                string,
                fix=replace(entry, not_inside=tuple(one for one in entry.not_inside if one != string)),
            )
    for form in entry.avoid:
        if sum(ch.isalnum() for ch in form.en) < _SHORTEST_AVOID:
            yield here.problem(
                "short-pattern",
                say(
                    "“{form}” under avoid of “{id}” is too short to be looked for; write the whole wrong form",
                    "“{id}”的 avoid 中“{form}”过短，无法查找；请写出完整的错误形式",
                    form=form.en,
                    id=entry.id,
                ),
                "avoid",
                form.en,
                level=Level.ERROR,
            )


def _contradictions(here: _Here) -> Iterator[Problem]:
    entry = here.entry
    accepted = {fold_key(form) for form in (*entry.accepted, *entry.short)}
    for form in entry.avoid:
        if fold_key(form.en) in accepted and not form.case_sensitive:
            preferred = fold_key(form.en) == fold_key(entry.en)
            yield here.problem(
                "accepted-and-avoided",
                say(
                    "“{form}” of “{id}” is accepted and to be avoided at once; delete one of the two",
                    "“{id}”的“{form}”既被认可又应避免；请删除其一",
                    form=form.en,
                    id=entry.id,
                ),
                "avoid",
                form.en,
                level=Level.ERROR,
                fix=_without_avoid(entry, form) if preferred else None,
            )
            continue
        others = here.term_base.index(_accepted_by).get(fold_key(form.en), ())
        other = next((one for one in others if one.id != entry.id and not _apart(entry, one)), None)
        if other is not None and not (form.with_source or form.standalone or form.case_sensitive):
            yield here.problem(
                "avoided-here-accepted-there",
                say(
                    "“{form}”, to be avoided by “{id}”, is right for “{other}”; add with_source: true, so that it is "
                    "wrong only for this term",
                    "“{id}”应避免的“{form}”是“{other}”的正确译法；请加上 with_source: true，使其仅对本词条有效",
                    form=form.en,
                    id=entry.id,
                    other=other.id,
                ),
                "avoid",
                form.en,
                fix=replace(
                    entry,
                    avoid=tuple(replace(one, with_source=True) if one == form else one for one in entry.avoid),
                ),
            )


def _apart(one: Entry, other: Entry) -> bool:
    """Whether two entries are of one thing in two kinds, so that each may speak for itself."""
    return bool(set(source_forms(one)) & set(source_forms(other)))


def _without_avoid(entry: Entry, form: AvoidForm) -> Entry:
    return replace(entry, avoid=tuple(one for one in entry.avoid if one != form))


def _accepted_by(term_base: TermBase) -> dict[str, list[Entry]]:
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in term_base.entries:
        for form in {fold_key(one) for one in entry.accepted}:
            found[form].append(entry)
    return found


def _same_source(here: _Here) -> Iterator[Problem]:
    entry = here.entry
    for form in source_forms(entry):
        for other in here.term_base.index(_by_source).get(form, ()):
            if other.id == entry.id:
                break  # each pair is told once, with the later entry
            if entry.kind is Kind.PERSON and other.kind is Kind.PERSON:
                if not all(one.offices or one.note for one in (entry, other)):
                    yield here.problem(
                        "same-name",
                        say(
                            "“{form}” names two people, “{id}” and “{other}”; give each an office or a note, so that "
                            "readers can tell them apart",
                            "“{form}”是两个人（“{id}”和“{other}”）的姓名；请为每人填写任职或备注，以便区分",
                            form=form,
                            id=entry.id,
                            other=other.id,
                        ),
                        "zh",
                        form,
                        level=Level.INFO,
                    )
                continue
            if {fold_key(one) for one in entry.accepted} & {fold_key(one) for one in other.accepted}:
                if entry.kind is other.kind and set(source_forms(entry)) == set(source_forms(other)):
                    yield here.problem(
                        "same-source",
                        say(
                            "“{form}” stands in “{id}” and in “{other}” ({place}) alike; make them one entry",
                            "“{form}”同时出现在“{id}”和“{other}”（{place}）中；请合并为一个词条",
                            form=form,
                            id=entry.id,
                            other=other.id,
                            place=other.origin,
                        ),
                        "zh",
                        form,
                    )
            elif entry.kind is other.kind and not _told_apart(entry, other):
                yield here.problem(
                    "contradicting-source",
                    say(
                        "“{form}” is “{en}” by “{id}” and “{other_en}” by “{other}” ({place}); keep one, or accept "
                        "both forms in both",
                        "“{form}”在“{id}”中译作“{en}”，在“{other}”（{place}）中译作“{other_en}”；请只留其一，或互相认可",
                        form=form,
                        en=entry.en,
                        id=entry.id,
                        other=other.id,
                        other_en=other.en,
                        place=other.origin,
                    ),
                    "zh",
                    form,
                )


def _told_apart(entry: Entry, other: Entry) -> bool:
    return bool(entry.not_inside or other.not_inside)


def _by_source(term_base: TermBase) -> dict[str, list[Entry]]:
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in term_base.entries:
        for form in source_forms(entry):
            found[form].append(entry)
    return {form: entries for form, entries in found.items() if len(entries) > 1}


def _characters(here: _Here) -> Iterator[Problem]:
    entry = here.entry
    for field, text in _texts(entry):
        odd = _INVISIBLE.search(text) or _UNPRINTABLE.search(text)
        if odd:
            name = f"U+{ord(odd[0]):04X}"
            clean = _UNPRINTABLE.sub("", _INVISIBLE.sub("", text))
            message = say(
                "“{text}” of “{id}” holds the invisible character {name}; delete it",
                "“{id}”的“{text}”含有不可见字符 {name}；请删除",
                text=clean,
                id=entry.id,
                name=name,
            )
            fix = _changed(entry, field, text, clean) if clean else None
            yield here.problem("invisible", message, field, text, level=Level.ERROR, fix=fix)
        elif field != "zh" and _FULL_WIDTH.search(text):
            message = say(
                "“{text}” of “{id}” holds full-width signs; write “{clean}”",
                "“{id}”的“{text}”含有全角字符；请改为“{clean}”",
                text=text,
                id=entry.id,
                clean=half_width(text),
            )
            fix = _changed(entry, field, text, half_width(text))
            yield here.problem("full-width", message, field, text, level=Level.ERROR, fix=fix)
        elif field != "zh" and (alien := _alien(text)):
            message = say(
                "“{text}” of “{id}” holds a letter that only looks Latin ({name}); type it anew",
                "“{id}”的“{text}”含有形似拉丁字母的字符（{name}）；请重新输入",
                text=text,
                id=entry.id,
                name=unicodedata.name(alien, f"U+{ord(alien):04X}"),
            )
            yield here.problem("homoglyph", message, field, text, level=Level.ERROR)
        elif field in ("en", "also", "short") and (has_han(text) or _EXPLANATION.search(text)):
            message = say(
                "“{text}” of “{id}” cannot be printed as it stands; keep explanations for the note",
                "“{id}”的“{text}”不能原样印出；说明文字请写入 note",
                text=text,
                id=entry.id,
            )
            yield here.problem(
                "unprintable", message, field, text, level=Level.ERROR if field == "en" else Level.WARNING
            )
        elif field == "zh" and is_traditional(text) and simplify(text) not in entry.zh:
            message = say(
                "“{text}” of “{id}” is traditional; write “{simple}”, the traditional form is found as well",
                "“{id}”的“{text}”是繁体；请写“{simple}”，繁体形式同样会被匹配",
                text=text,
                id=entry.id,
                simple=simplify(text),
            )
            yield here.problem("traditional", message, field, text, fix=_changed(entry, field, text, simplify(text)))


def _alien(text: str) -> str:
    """Return a letter of another alphabet in a text that is Latin otherwise, "" where there is none."""
    if text.isascii():
        return ""
    letters = [ch for ch in text if ch.isalpha()]
    strange = [ch for ch in letters if unicodedata.name(ch, "").split(" ")[0] in ("CYRILLIC", "GREEK", "ARMENIAN")]
    return strange[0] if strange and len(strange) < len(letters) else ""


def _texts(entry: Entry) -> Iterator[tuple[str, str]]:
    yield from (("zh", one) for one in entry.zh)
    yield "en", entry.en
    yield from (("also", one.en) for one in entry.also)
    yield from (("short", one) for one in entry.short)
    yield from (("avoid", one.en) for one in entry.avoid)


def _changed(entry: Entry, field: str, old: str, new: str) -> Entry:
    """Return the entry with one text of a field changed."""
    if field == "en":
        return replace(entry, en=new)
    if field == "zh":
        return replace(entry, zh=tuple(new if one == old else one for one in entry.zh))
    if field == "short":
        return replace(entry, short=tuple(new if one == old else one for one in entry.short))
    if field == "also":
        return replace(entry, also=tuple(replace(one, en=new) if one.en == old else one for one in entry.also))
    return replace(entry, avoid=tuple(replace(one, en=new) if one.en == old else one for one in entry.avoid))


def _readings(here: _Here) -> Iterator[Problem]:
    entry = here.entry
    if entry.kind is Kind.PERSON and is_misread(entry.zh, entry.accepted):
        yield here.problem(
            "misread",
            say(
                "“{en}” of “{id}” is no reading of {zh}; correct it, or add its source to the note if the person spells "
                "it so",
                "“{id}”的“{en}”与“{zh}”的读音不符；请更正；若本人如此拼写，请在备注中注明出处",
                en=entry.en,
                id=entry.id,
                zh=entry.zh[0],
            ),
            "en",
            entry.en,
            level=Level.INFO if entry.note else Level.WARNING,
        )


def _offices(here: _Here) -> Iterator[Problem]:
    entry = here.entry
    for number, office in enumerate(entry.offices):
        yield from _named_wrongly(here, office)
        if office.start and office.end and office.end.latest < office.start.earliest:
            yield here.problem(
                "reversed-dates",
                say(
                    "an office of “{id}” ends ({end}) before it begins ({start}); correct the dates",
                    "“{id}”的任职结束日期（{end}）早于开始日期（{start}）；请更正",
                    id=entry.id,
                    start=office.start,
                    end=office.end,
                ),
                "offices",
                office.post,
                level=Level.ERROR,
                fix=replace(
                    entry,
                    offices=tuple(
                        replace(one, start=one.end, end=one.start) if one == office else one for one in entry.offices
                    ),
                ),
            )
        for other in entry.offices[:number]:
            if (other.post, other.place) == (office.post, office.place) and _both_at_once(other, office):
                yield here.problem(
                    "overlapping-dates",
                    say(
                        "two rows of “{id}” give the office “{post}” at the same time; join them or correct the dates",
                        "“{id}”有两行任职“{post}”的时间重叠；请合并或更正日期",
                        id=entry.id,
                        post=office.post,
                    ),
                    "offices",
                    office.post,
                )
        yield from _second_holder(here, office)


def _named_wrongly(here: _Here, office: Office) -> Iterator[Problem]:
    for named, kind in ((office.post, Kind.TITLE), (office.place, Kind.PLACE)):
        known = here.term_base.entry(named)
        if known is None and _ID.fullmatch(named):
            yield here.problem(
                "unknown-id",
                say(
                    "an office of “{id}” names “{named}”, which no entry has; correct the id",
                    "“{id}”的任职引用了不存在的词条“{named}”；请更正 id",
                    id=here.entry.id,
                    named=named,
                ),
                "offices",
                named,
                level=Level.ERROR,
            )
        elif known is not None and known.kind is not kind:
            yield here.problem(
                "wrong-kind",
                say(
                    "an office of “{id}” names “{named}”, which is a {found} and no {kind}; correct the id",
                    "“{id}”的任职引用的“{named}”类别是 {found}，应为 {kind}；请更正 id",
                    id=here.entry.id,
                    named=named,
                    found=known.kind.value,
                    kind=kind.value,
                ),
                "offices",
                named,
                level=Level.ERROR,
            )


def _second_holder(here: _Here, office: Office) -> Iterator[Problem]:
    title = here.term_base.entry(office.post)
    if title is None or not title.single_holder:
        return
    for person, other in here.term_base.index(_by_post).get((office.post, office.place), ()):
        if person.id == here.entry.id:
            return  # each pair is told once, with the later entry
        if _both_at_once(office, other):
            yield here.problem(
                "two-holders",
                say(
                    "“{id}” and “{other}” hold the office “{post}” at the same time; correct the dates of one",
                    "“{id}”和“{other}”同时担任“{post}”；请更正其中一人的日期",
                    id=here.entry.id,
                    other=person.id,
                    post=office.post,
                ),
                "offices",
                office.post,
            )


def _by_post(term_base: TermBase) -> dict[tuple[str, str], list[tuple[Entry, Office]]]:
    found: defaultdict[tuple[str, str], list[tuple[Entry, Office]]] = defaultdict(list)
    for person in term_base.of_kind(Kind.PERSON):
        for office in person.offices:
            found[office.post, office.place].append((person, office))
    return found


def _both_at_once(one: Office, other: Office) -> bool:
    """Whether two terms overlap on a day, however their coarse dates are meant."""

    def days(office: Office) -> range:
        first = office.start.latest.toordinal() if office.start else _ALWAYS
        last = _ALWAYS if office.present else office.end.earliest.toordinal() if office.end else 0
        return range(first, last)

    first, second = days(one), days(other)
    return max(first.start, second.start) < min(first.stop, second.stop)


_CHECKS: tuple[Callable[[_Here], Iterator[Problem]], ...] = (
    _patterns,
    _contradictions,
    _same_source,
    _characters,
    _readings,
    _offices,
)
