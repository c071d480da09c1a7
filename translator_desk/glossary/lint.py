"""What is wrong with the entries of a term base although every file of it can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from translator_desk.glossary.entries_by import EntriesBy
from translator_desk.glossary.entry import AvoidForm, Entry, Kind
from translator_desk.glossary.lint_base import Here, Problem
from translator_desk.glossary.lint_characters import characters
from translator_desk.glossary.lint_names import is_misread
from translator_desk.glossary.lint_offices import offices
from translator_desk.glossary.source_index import source_forms
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import EntryId
from translator_desk.model.severity import Level
from translator_desk.text.normalize import fold_key
from translator_desk.text.scripts import simplify
from translator_desk.wording import say

_SHORTEST_AVOID = 2


def lint(term_base: TermBase) -> tuple[Problem, ...]:
    """Return what is wrong with the entries in force, in their order.

    After a change of a term base that was gone through before, only what it bears on is looked at.
    """
    found = term_base.index(_Found).in_force(term_base)
    if not found:
        return ()
    wrong = term_base.in_order(entry for key in found if (entry := term_base.entry(key)) is not None)
    return tuple(problem for entry in wrong for problem in found[entry.id])


def lint_entry(entry: Entry, term_base: TermBase) -> tuple[Problem, ...]:
    """Return what is wrong with one entry of a term base, as while it is being written.

    Args:
        entry: The entry as it is now.
        term_base: The terms with this entry among them.
    """
    return tuple(problem for check in _CHECKS for problem in check(Here(entry, term_base)))


def _patterns(here: Here) -> Iterator[Problem]:
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


def _contradictions(here: Here) -> Iterator[Problem]:
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
        others = here.term_base.index(_AcceptedBy).of(fold_key(form.en))
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


class _AcceptedBy(EntriesBy):
    """Entries by the forms they accept."""

    __slots__ = ()

    @staticmethod
    def keys(entry: Entry) -> Iterable[str]:
        return {fold_key(one) for one in entry.accepted}


class _AvoidedBy(EntriesBy):
    """Entries by the forms they want avoided."""

    __slots__ = ()

    @staticmethod
    def keys(entry: Entry) -> Iterable[str]:
        return {fold_key(one.en) for one in entry.avoid}


class _NamedBy(EntriesBy):
    """Persons by the posts and places of their offices."""

    __slots__ = ()

    @staticmethod
    def keys(entry: Entry) -> Iterable[str]:
        return {named for office in entry.offices for named in (office.post, office.place)}


def _same_source(here: Here) -> Iterator[Problem]:
    entry = here.entry
    for form in source_forms(entry):
        for other in _claiming(here.term_base, form):
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


def _claiming(term_base: TermBase, form: str) -> tuple[Entry, ...]:
    """Return the entries that are looked for by a form, in the order of the term base."""
    return term_base.in_order(
        entry for start, end, entries in term_base.claims(form) if end - start == len(form) for entry in entries
    )


def _readings(here: Here) -> Iterator[Problem]:
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


class _Found:
    """What is wrong with the entries of a term base, by their ids; made of what was wrong before a change."""

    __slots__ = ("_changes", "_problems")

    def __init__(
        self,
        term_base: TermBase,
        problems: Mapping[EntryId, tuple[Problem, ...]] | None = None,
        changes: tuple[tuple[Entry | None, Entry | None], ...] = (),
    ) -> None:
        if problems is None:
            every = ((entry.id, lint_entry(entry, term_base)) for entry in term_base.entries)
            problems = {key: found for key, found in every if found}
        self._problems = problems
        self._changes = changes

    def after_change(self, before: Entry | None, now: Entry | None, term_base: TermBase) -> _Found:
        """Return the same with one more change to look into once somebody asks."""
        return _Found(term_base, self._problems, (*self._changes, (before, now)))

    def in_force(self, term_base: TermBase) -> Mapping[EntryId, tuple[Problem, ...]]:
        """Return the problems of the entries that have any."""
        if self._changes:
            problems = dict(self._problems)
            for key in {key for change in self._changes for key in _concerned(term_base, *change)}:
                entry = term_base.entry(key)
                found = lint_entry(entry, term_base) if entry is not None else ()
                problems.pop(key, None)
                if found:
                    problems[key] = found
            self._problems, self._changes = problems, ()
        return self._problems


def _concerned(term_base: TermBase, before: Entry | None, now: Entry | None) -> Iterator[EntryId]:
    """Yield the ids of the entries on which a change of one may bear: what they are told to be wrong may be another."""
    for one in (before, now):
        if one is None:
            continue
        yield one.id
        others = [
            *(other for form in source_forms(one) for other in _claiming(term_base, form)),
            *(other for form in _AcceptedBy.keys(one) for other in term_base.index(_AvoidedBy).of(form)),
            *(other for name in (one.id, *_NamedBy.keys(one)) for other in term_base.index(_NamedBy).of(name)),
        ]
        yield from (other.id for other in others)


_CHECKS: tuple[Callable[[Here], Iterator[Problem]], ...] = (
    _patterns,
    _contradictions,
    _same_source,
    characters,
    _readings,
    offices,
)
