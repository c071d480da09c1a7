"""The figures of a segment, read once for all checks that look at them; each figure belongs to one of these checks."""

from __future__ import annotations

import re
from fractions import Fraction

from translator_desk.checks.base import Facts, target_letters, target_words
from translator_desk.checks.term_facts import source_hits
from translator_desk.glossary.entry import Kind as TermKind
from translator_desk.text.figure_glance import differ_in_unit, plainly_agree
from translator_desk.text.figure_glance_en import english_glance
from translator_desk.text.figure_glance_zh import chinese_glance
from translator_desk.text.figure_pairing import Pairing, pair_figures
from translator_desk.text.figure_words import english_words
from translator_desk.text.numbers_en import MONTHS, WEEKDAYS, english_quantities
from translator_desk.text.numbers_zh import chinese_quantities
from translator_desk.text.quantity import DATE_KINDS, Kind, Quantity, Value, english_figure, printed_value
from translator_desk.wording import Message, say

_DAY_OF_NOTE = re.compile(r"(?<!\d)(\d\d?)[·•‧・](\d\d?)(?!\d)")
"""A day known by its figures: the World Consumer Rights Day is 3·15, the Constitution Day 12·4."""
_EMPTY = Pairing((), ())
_SPELLED_UP_TO = 10**6


def source_figures(facts: Facts) -> tuple[Quantity, ...]:
    """Return the figures of the source; those inside a term of the base belong to the term and are not firm."""
    if not facts.source:
        return ()
    found = chinese_quantities(facts.source)
    days = [(match.start(), match.end()) for match in _DAY_OF_NOTE.finditer(facts.source)]
    if days:
        found = [one for one in found if not any(start <= one.start < end for start, end in days)]
    if not found:
        return ()
    owned = [
        (start, end)
        for start, end, entries in facts.of(source_hits)
        if any(entry.kind is not TermKind.UNIT for entry in entries)
    ]
    if not owned:
        return tuple(found)
    return tuple(
        one._replace(firm=False)
        if one.firm and any(start <= one.start and one.end <= end and start < end - 1 for start, end in owned)
        else one
        for one in found
    )


def target_figures(facts: Facts) -> tuple[Quantity, ...]:
    """Return the figures of the target; those that may tell a day of note (3.15, March 15) are not firm."""
    found = english_quantities(facts.target, facts.of(target_letters), facts.of(target_words))
    days = _DAY_OF_NOTE.findall(facts.source)
    if not days:
        return tuple(found)
    told = {Fraction(f"{month}.{day}") for month, day in days} | {int(one) for pair in days for one in pair}
    return tuple(one._replace(firm=False) if one.low in told else one for one in found)


def plain_figures(facts: Facts) -> bool:
    """Return whether a glance shows that both sides have the same figures: then none is altered, lost or added.

    A figure inside a term is not firm, but still pairs with the one of its value. None of the plain figures disagree in
    what they count, so that the gates below need not ask for the pairs.
    """
    if not facts.source:
        return False
    source = chinese_glance(facts.source)
    if source is None:
        return False
    target = english_glance(facts.target, facts.of(target_letters), facts.of(target_words))
    return target is not None and plainly_agree(source, target)


def figures(facts: Facts) -> Pairing:
    """Return how the figures of the target answer those of the source."""
    source = facts.of(source_figures)
    target = facts.of(target_figures)
    if not source and not target:
        return _EMPTY
    return pair_figures(source, target, (len(facts.source), len(facts.target)))


def changed_figures(facts: Facts) -> bool:
    """Return whether a figure of the source is altered, or a firm one lost: the gate of the checks that ask for one."""
    if facts.of(plain_figures):
        return False
    found = facts.of(figures)
    return bool(found.altered) or any(one.firm for one in found.lost)


def added_figures(facts: Facts) -> tuple[Quantity, ...]:
    """Return the firm figures of the target that answer nothing in the source."""
    return () if facts.of(plain_figures) else tuple(one for one in facts.of(figures).added if one.firm)


def unlike_figures(facts: Facts) -> list[tuple[Quantity, Quantity]]:
    """Return the figures of source and target that agree in value but not in what they count.

    A unit that only one of the two names tells nothing; nor do measure words (37个领域, 37 fields).
    """
    if facts.of(plain_figures):
        return []
    found = facts.of(figures)
    pairs = [(found.source[pair.source], found.target[pair.target]) for pair in found.agreed]
    return [(zh, en) for zh, en in pairs if zh.kind is not en.kind or differ_in_unit(zh.unit, en.unit)]


def dates_in_doubt(facts: Facts) -> bool:
    """Return whether a part of a date may be changed, read as a number, or added: the gate of what looks at dates."""
    if facts.of(plain_figures):
        return False
    return (
        bool(facts.of(figures).altered)
        or any(zh.kind is Kind.DAY for zh, _ in facts.of(unlike_figures))
        or any(one.kind is Kind.MONTH for one in facts.of(added_figures))
    )


def is_date(one: Quantity) -> bool:
    """Return whether a figure belongs to the date check."""
    return one.kind in DATE_KINDS


def printed_like(value: Value, kind: Kind, like: Quantity, text: str) -> str:
    """Return ``value`` in the style of the figure it shall replace: in words or figures, grouped or not.

    Args:
        value: What shall be said.
        kind: What it counts; months and weekdays have names.
        like: The figure it replaces.
        text: The text of that figure.
    """
    if kind is Kind.MONTH and not like.digits:
        written = like.span.of(text)
        name = MONTHS[int(value) - 1]
        return name if written in MONTHS else name.upper() if written.isupper() else name[:3]
    if kind is Kind.WEEKDAY:
        return WEEKDAYS[int(value) - 1]
    if kind in (Kind.QUARTER, Kind.HALF_YEAR) and not like.digits:
        return ordinal_like(int(value), like.span.of(text))
    if kind is Kind.THIRD_OF_MONTH:
        joint = " " if like.span.of(text).endswith("-") else ""
        return ("early", "mid", "late")[int(value) - 1] + joint
    if kind in DATE_KINDS:
        return str(value)
    if not like.digits and (word := number_in_words(value) or fraction_in_words(value)):
        return word.capitalize() if like.span.of(text)[0].isupper() else word
    written = like.span.of(text)
    if value == int(value) and value < _SPELLED_UP_TO and "," not in written and like.low >= 1000 and like.digits:
        return str(value)
    return english_figure(value) if written[-1].isalpha() or value >= _SPELLED_UP_TO else printed_value(value)


def number_in_words(value: Value) -> str:
    """Return the English word for a number below a hundred, "" where there is none."""
    if value != int(value) or not 0 <= value < 100:
        return ""
    names = {word.low: name for name, word in english_words().items() if word.role in ("digit", "teen", "tens")}
    whole = int(value)
    if whole in names:
        return names[whole]
    return f"{names[whole - whole % 10]}-{names[whole % 10]}"


def fraction_in_words(value: Value) -> str:
    """Return the English words for a fraction with a denominator up to ten ("two thirds"), "" for what is none."""
    share = Fraction(value)
    if not 2 < share.denominator <= 10:
        return ""
    part = ordinal_like(share.denominator, "third") + "s" * (share.numerator > 1)
    return f"{number_in_words(share.numerator)} {part}".replace("fourth", "quarter")


def ordinal_like(value: int, written: str) -> str:
    """Return the ordinal of ``value`` in the style of ``written``: "8th" or "Eighth"."""
    if not written[0].isdigit():
        names = {word.low: name for name, word in english_words().items() if word.role == "ordinal"}
        name = names.get(value)
        if name is None and 20 < value < 100:
            name = f"{number_in_words(value - value % 10)}-{names[value % 10]}"
        if name is not None:
            return name.capitalize() if written[0].isupper() else name
    teens = 10 <= value % 100 <= 20
    return f"{value}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def value_evidence(one: Quantity, source: str) -> Message:
    """Return the sentence that says what a figure of the source is worth."""
    return say(
        "{zh} is {value}",
        "{zh} 即 {value}",
        zh=one.span.of(source),
        value=printed_value(one.low) + ("%" if one.kind is Kind.PERCENT else ""),
    )
