"""What is wrong with the entries of a term base although every file of it can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translator_desk.glossary.entry import Entry, Kind, Office, Origin
from translator_desk.glossary.source_index import source_forms
from translator_desk.glossary.term_base import TermBase
from translator_desk.text.normalize import fold_key
from translator_desk.text.scripts import simplify
from translator_desk.wording import Message, say

_ID = re.compile(r"[a-z]{1,3}-[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend in an entry, with its place."""

    origin: Origin
    message: Message


def lint(term_base: TermBase) -> tuple[Problem, ...]:
    """Return what is wrong with the entries in force, in their order."""
    return tuple(
        Problem(entry.origin, message) for entry in term_base.entries for message in _problems(entry, term_base)
    )


def _problems(entry: Entry, term_base: TermBase) -> Iterator[Message]:
    if not source_forms(entry):
        yield say(
            "“{id}” has forms of one character only, which are never looked for; add a longer one",
            "“{id}”只有单字形式，不会被匹配；请添加更长的形式",
            id=entry.id,
        )
    for string in entry.not_inside:
        if not any(simplify(zh) in string and simplify(zh) != string for zh in entry.zh):
            yield say(
                "“{string}” under not_inside of “{id}” holds none of its forms; delete it",
                "“{id}”的 not_inside 中“{string}”不含该词条的任何形式；请删除",
                string=string,
                id=entry.id,
            )
    accepted = {fold_key(form) for form in (*entry.accepted, *entry.short)}
    for avoid in entry.avoid:
        if fold_key(avoid.en) in accepted and not avoid.case_sensitive:
            yield say(
                "“{form}” of “{id}” is accepted and to be avoided at once; delete one of the two",
                "“{id}”的“{form}”既被认可又应避免；请删除其一",
                form=avoid.en,
                id=entry.id,
            )
    for office in entry.offices:
        yield from _office_problems(entry, office, term_base)


def _office_problems(entry: Entry, office: Office, term_base: TermBase) -> Iterator[Message]:
    for named, kind in ((office.post, Kind.TITLE), (office.place, Kind.PLACE)):
        known = term_base.entry(named)
        if known is None and _ID.fullmatch(named):
            yield say(
                "an office of “{id}” names “{named}”, which no entry has; correct the id",
                "“{id}”的任职引用了不存在的词条“{named}”；请更正 id",
                id=entry.id,
                named=named,
            )
        elif known is not None and known.kind is not kind:
            yield say(
                "an office of “{id}” names “{named}”, which is a {found} and no {kind}; correct the id",
                "“{id}”的任职引用的“{named}”类别是 {found}，应为 {kind}；请更正 id",
                id=entry.id,
                named=named,
                found=known.kind.value,
                kind=kind.value,
            )
    if office.start and office.end and office.end.latest < office.start.earliest:
        yield say(
            "an office of “{id}” ends ({end}) before it begins ({start}); correct the dates",
            "“{id}”的任职结束日期（{end}）早于开始日期（{start}）；请更正",
            id=entry.id,
            start=office.start,
            end=office.end,
        )
