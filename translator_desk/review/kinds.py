"""What a change is about: a term, a name, a figure, punctuation, or the wording; told by the checks where they speak."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from translator_desk.checks.base import Family
from translator_desk.checks.registry import all_checks
from translator_desk.model.ids import CheckId
from translator_desk.model.issue import FixPart, Issue
from translator_desk.model.severity import Level
from translator_desk.review.diff import tokens
from translator_desk.review.grouping import Hunk
from translator_desk.text.names import is_given_name
from translator_desk.text.numbers_en import english_quantities
from translator_desk.text.quantity import Kind
from translator_desk.text.span import Span


class ChangeKind(StrEnum):
    """What a change is about."""

    TERM = "term"
    NAME = "name"
    NUMBER = "number"
    WORDING = "wording"
    PUNCTUATION = "punctuation"


_NAME_LENGTH = 4

_OF_FAMILY = {
    Family.OFFICE_HOLDER: ChangeKind.NAME,
    Family.NAME: ChangeKind.NAME,
    Family.PLACE: ChangeKind.NAME,
    Family.FIGURE: ChangeKind.NUMBER,
    Family.SLOGAN: ChangeKind.TERM,
    Family.TERM_AVOID: ChangeKind.TERM,
    Family.TERM_MISSING: ChangeKind.TERM,
    Family.TERM_INCONSISTENT: ChangeKind.TERM,
    Family.LAYOUT: ChangeKind.PUNCTUATION,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checks say of a change.

    Attributes:
        kind: What it is about.
        fixed: Flags of the old wording that the new one does not have.
        brought: Flags of the new wording that the old one did not have.
        standing: Flags on words of the change, in the old wording and in the new.
    """

    kind: ChangeKind
    fixed: tuple[Issue, ...] = ()
    brought: tuple[Issue, ...] = ()
    standing: tuple[Issue, ...] = ()

    @property
    def level(self) -> Level | None:
        """The worst flag that the change mends, brings or leaves; None where the checks are silent."""
        levels = [issue.level for issue in (*self.fixed, *self.brought, *self.standing)]
        return max(levels, key=lambda level: level.rank, default=None)


def judged(hunk: Hunk, old: Iterable[Issue], new: Iterable[Issue]) -> Verdict:
    """Return what the checks say of a change.

    Args:
        hunk: The change.
        old: The issues of its segment with the agreed text.
        new: The issues of its segment as it stands.
    """
    before = [issue for issue in old if _touches(issue, hunk.baseline)]
    after = [issue for issue in new if _touches(issue, hunk.target)]
    old_checks, new_checks = {issue.check for issue in before}, {issue.check for issue in after}
    speaking = min((*before, *after), key=_precedence, default=None)
    kind = (
        _OF_FAMILY.get(_families()[speaking.check], ChangeKind.WORDING) if speaking is not None else kind_by_words(hunk)
    )
    return Verdict(
        kind,
        tuple(issue for issue in before if issue.check not in new_checks),
        tuple(issue for issue in after if issue.check not in old_checks),
        tuple(issue for issue in after if issue.check in old_checks),
    )


def kind_by_words(hunk: Hunk) -> ChangeKind:
    """Return what a change is about as far as its words alone tell; terms need the checks."""
    old, new = hunk.old, hunk.new
    if _letters(old) == _letters(new):
        return ChangeKind.PUNCTUATION
    if _values(old) != _values(new) or (_is_date(old) and _is_date(new)):
        return ChangeKind.NUMBER
    if _holds_name(old) and _holds_name(new):
        return ChangeKind.NAME
    return ChangeKind.WORDING


def _touches(issue: Issue, span: Span) -> bool:
    return issue.part is FixPart.TARGET and issue.target is not None and issue.target.overlaps(span)


def _precedence(issue: Issue) -> tuple[int, int]:
    return (-issue.level.rank, int(_families()[issue.check]))


@cache
def _families() -> dict[CheckId, Family]:
    return {check.id: check.family for check in all_checks()}


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _holds_name(text: str) -> bool:
    """Return whether a capitalised word can be Chinese in Latin letters; short ones ("He", "Shed") do not count."""
    return any(word[:1].isupper() and len(word) >= _NAME_LENGTH and is_given_name(word) for word in tokens(text))


def _is_date(text: str) -> bool:
    """Return whether the words are a date: another way to write it ("6 June") is about the figure, "June" no name."""
    return any(one.kind is Kind.MONTH for one in english_quantities(text))


def _values(text: str) -> list[object]:
    return [(one.low, one.high) for one in english_quantities(text)]
