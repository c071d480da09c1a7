"""What several checks want to know of the terms of a segment, computed once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import product
from typing import NamedTuple

from translator_desk.checks.base import Facts
from translator_desk.glossary.entry import Entry, Kind
from translator_desk.glossary.renderings import EntryForms, renderings_of
from translator_desk.glossary.term_base import TermMatch
from translator_desk.resources import data_rows
from translator_desk.text.inflection import PLACE, Rendering
from translator_desk.text.normalize import lowered
from translator_desk.text.pinyin import readings
from translator_desk.text.scripts import has_han
from translator_desk.text.span import Span
from translator_desk.wording import Message, say

_LONGEST_GIVEN_NAME = 2
_LONGEST_BODY = 8
_LONGEST_COUNTRY = 14
_LONGEST_NAME = 24
_LIST_MARKS = "、，,和与及"


def lowered_target(facts: Facts) -> str:
    """Return the target as ``Rendering.find`` wants it."""
    return lowered(facts.target)


SourceHit = tuple[int, int, tuple[Entry, ...]]
"""Start and end of a form in the source, and the entries that claim it."""


def source_hits(facts: Facts) -> list[SourceHit]:
    """Return what stands in the source, as plain tuples: start, end, entries."""
    return facts.context.term_base.claims(facts.source) if facts.source else []


def source_terms(facts: Facts) -> tuple[TermMatch, ...]:
    """Return the entries found in the source."""
    return tuple(
        TermMatch(entry, Span(start, end), facts.source[start:end])
        for start, end, entries in facts.of(source_hits)
        for entry in entries
    )


def places_by_entry(facts: Facts) -> dict[str, tuple[Entry, list[Span]]]:
    """Return, by entry id, each entry found in the source with its places there, in reading order."""
    found: dict[str, tuple[Entry, list[Span]]] = {}
    for start, end, entries in facts.of(source_hits):
        for entry in entries:
            found.setdefault(entry.id, (entry, []))[1].append(Span(start, end))
    return found


class TermsAtAGlance(NamedTuple):
    """What one look at the letters says of the terms of a segment; nearly all stand as the term base has them.

    Attributes:
        asked: Required entries that do not plainly stand in the target, or stand several times in the source.
        plainly: Required entries whose later mentions may be short, and which plainly stand: with the term's place.
        several: Entries of several accepted forms, with the first place of the term.
        bound: Entries with forms to avoid beside the Chinese, with each place of the term.
    """

    asked: dict[str, Entry]
    plainly: dict[str, tuple[Entry, int, int]]
    several: dict[str, tuple[EntryForms, int, int]]
    bound: list[tuple[EntryForms, int, int]]


def terms_at_a_glance(facts: Facts) -> TermsAtAGlance:
    """Return which terms the checks have to look at closely."""
    asked: dict[str, Entry] = {}
    plainly: dict[str, tuple[Entry, int, int]] = {}
    several: dict[str, tuple[EntryForms, int, int]] = {}
    bound: list[tuple[EntryForms, int, int]] = []
    hits = facts.of(source_hits)
    if hits:
        forms_of = renderings_of(facts.context.term_base).of
        target = facts.of(lowered_target)
        once: set[str] = set()
        for start, end, entries in hits:
            for entry in entries:
                key, forms = entry.id, forms_of(entry)
                if forms.bound:
                    bound.append((forms, start, end))
                if entry.also and key not in several and forms.several:
                    several[key] = (forms, start, end)
                if entry.required:
                    if key in once or not forms.stands_plainly(target):
                        asked[key] = entry
                    elif forms.remembered:
                        plainly[key] = (entry, start, end)
                    once.add(key)
    return TermsAtAGlance(asked, plainly, several, bound)


def asked_terms(facts: Facts) -> bool:
    """Return whether ``term-missing`` has anything to look at or to remember."""
    glance = facts.of(terms_at_a_glance)
    return bool(glance.asked or glance.plainly)


def several_forms(facts: Facts) -> dict[str, tuple[EntryForms, int, int]]:
    """Return the entries of several accepted forms that stand in the source, with the first place of the term."""
    return facts.of(terms_at_a_glance).several


def accepted_forms(facts: Facts, entry: Entry) -> list[tuple[int, Span]]:
    """Return which accepted form of an entry stands where in the target."""
    known = facts.of(_accepted_so_far)
    found = known.get(entry.id)
    if found is None:
        target, original = facts.of(lowered_target), facts.target
        forms = renderings_of(facts.context.term_base).of(entry).accepted
        found = [(number, span) for number, form in enumerate(forms) for span in form.find(target, original)]
        known[entry.id] = found
    return found


def _accepted_so_far(facts: Facts) -> dict[str, list[tuple[int, Span]]]:
    """Return the memo of ``accepted_forms`` for one segment."""
    return {}


def longest_spans(spans: Iterable[Span]) -> list[Span]:
    """Return the spans in reading order, of overlapping ones the longest only."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda one: (one.start - one.end, one.start)):
        if not any(span.overlaps(one) for one in kept):
            kept.append(span)
    return sorted(kept)


def found_spans(facts: Facts, forms: Iterable[Rendering]) -> list[Span]:
    """Return where any of ``forms`` stands in the target; of overlapping places the longest only, in reading order."""
    target = facts.of(lowered_target)
    return longest_spans(span for form in forms for span in form.find(target, facts.target))


def rendered_spans(facts: Facts) -> dict[str, list[Span]]:
    """Return, by entry id, where accepted and short forms of the entries in the source stand in the target."""
    renderings = renderings_of(facts.context.term_base)
    target = facts.of(lowered_target)
    found: dict[str, list[Span]] = {}
    for key, (entry, _) in facts.of(places_by_entry).items():
        spans = [span for _, span in accepted_forms(facts, entry)]
        spans += [span for form in renderings.of(entry).short for span in form.find(target, facts.target)]
        found[key] = longest_spans(spans)
    return found


def accepted_spans(facts: Facts) -> tuple[Span, ...]:
    """Return where renderings of the entries found in the source stand in the target."""
    return tuple(span for spans in facts.of(rendered_spans).values() for span in spans)


def entry_evidence(entry: Entry) -> Message:
    """Return the sentence that names the entry and where it stands."""
    return say(
        "term base: {zh} → {en} ({place})",
        "术语库：{zh} → {en}（{place}）",
        zh="、".join(entry.zh[:2]),
        en=entry.plain_en,
        place=str(entry.origin).replace("\\", "/").rsplit("/", 1)[-1] or entry.id,
    )


def place_beside(facts: Facts, span: Span) -> str:
    """Return the English of the place that stands before or in ``span`` of the source, "" where none does."""
    best = ""
    for start, end, entries in facts.of(source_hits):
        if start <= span.start and span.start - 1 <= end <= span.end:
            best = next((entry.plain_en for entry in entries if entry.kind is Kind.PLACE), best)
    return best


def with_place(form: str, place: str) -> str:
    """Return ``form`` with ``{place}`` filled by a place, or taken out with the words that only join it.

    "Mayor of {place}" becomes "Mayor", "Head of {place} County" becomes "Head of the County".
    """
    if place and PLACE in form:
        return form.replace(PLACE, place)
    form = form.replace(f" of {PLACE} ", " of the ")
    for joint in (f" of {PLACE}", f" {PLACE}", f"{PLACE} ", PLACE):
        form = form.replace(joint, "")
    return form


def is_of_another_country(source: str, place: Span) -> bool:
    """Return whether another country stands right before a body, which then is that country's: 瑞士联邦财政部."""
    return _abroad().search(source, max(0, place.start - _LONGEST_COUNTRY), place.start) is not None


@cache
def _abroad() -> re.Pattern[str]:
    words = {role: words.split() for role, words in data_rows("countries.tsv")}
    name, short = "|".join(words["name"]), "".join(words["short"])
    between = "|".join(words["between"])
    return re.compile(rf"(?:(?:{name})(?:{between})*|(?:^|[，。、；：（“\s与和及由据])[{short}](?:国)?|联邦)\Z")


def is_defined_otherwise(source: str, place: Span, entry: Entry) -> bool:
    """Return whether the source says what a short name in brackets stands for, and it is not the entry."""
    if source[place.start - 1 : place.start] not in ("（", "(") or source[place.end : place.end + 1] not in ("）", ")"):
        return False
    before = source[max(0, place.start - _LONGEST_NAME) : place.start - 1]
    rest = iter(before)
    shortened = all(ch in rest for ch in place.of(source))  # its characters, in order
    return shortened and has_han(before[-1:]) and not before.endswith(entry.zh)


def is_given_name(facts: Facts, entry: Entry, span: Span) -> bool:
    """Return whether a place's characters are a person's given name here: 柴长江 is Chai Changjiang, no river."""
    if entry.kind is not Kind.PLACE or span.start == 0 or len(span) > _LONGEST_GIVEN_NAME:
        return False
    surnames = [reading.capitalize() for reading in readings(facts.source[span.start - 1])]
    if not any(f"{surname} " in facts.target for surname in surnames):
        return False
    given = ["".join(syllables).capitalize() for syllables in product(*map(readings, span.of(facts.source)))]
    return any(f"{surname} {name}" in facts.target for surname in surnames for name in given)


def stands_as_name(facts: Facts, entry: Entry, span: Span) -> bool:
    """Return whether a name that is an ordinary word as well is meant as a name at ``span`` of the source."""
    if not entry.word:
        return True
    source = facts.source
    before, after = source[: span.start], source[span.end :]
    for start, end, entries in facts.of(source_hits):
        between = source[end : span.start] if end <= span.start else source[span.end : start]
        if start < span.end and span.start < end:
            continue
        if between.strip() == "" and any(one.kind is Kind.TITLE for one in entries):
            return True
        if between in tuple(_LIST_MARKS) and any(one.kind is entry.kind and one is not entry for one in entries):
            return True
    context = _name_context()
    if entry.kind is Kind.PERSON:
        return after.startswith(context["said"])
    if after.startswith(context["after"]) or before.endswith(context["before"]):
        return True
    return any(re.match(rf"[0-9A-Za-z]*[\u4e00-\u9fff]{{0,4}}?{word}", after) for word in context["later"])


def leads_a_body(facts: Facts, span: Span) -> bool:
    """Return whether a place of the source is the first part of the name of a body: 上海 in 上海长海医院."""
    after = facts.source[span.end : span.end + _LONGEST_BODY]
    return re.match(rf"[\u4e00-\u9fff]*?(?:{'|'.join(_name_context()['body'])})", after.split("的")[0]) is not None


@cache
def _name_context() -> dict[str, tuple[str, ...]]:
    """Return the words that show a name, by where they stand."""
    return {role: tuple(words) for role, *words in data_rows("name_context.tsv")}
