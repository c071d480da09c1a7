"""What the checks look at in the terms, so that a change is tried out with those alone that it can reach.

A check that is not named here may look at anything. ``tests/checks/test_term_reach.py`` watches what each asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum

from translator_desk.checks.base import Check
from translator_desk.glossary.entry import Entry, Kind
from translator_desk.model.ids import CheckId


class Sight(IntEnum):
    """What a check looks at; each sees what those before it see.

    Attributes:
        TEXTS: The texts, and nothing of the terms.
        CHINESE: Where which entries stand in the Chinese, and of which kind they are.
        NAMES: All of the persons, places and titles.
        ALL: Any form of any entry.
    """

    TEXTS = 0
    CHINESE = 1
    NAMES = 2
    ALL = 3


_CHECKS: Mapping[Sight, str] = {
    Sight.TEXTS: """
        article-error brackets-unpaired chinese-punctuation date-style han-left-over name-joints name-list
        period-mismatch punctuation-doubled quote-style-mixed quotes-unpaired repeated-word same-source same-target
        sentence-added source-copied spacing surname-split target-empty variant-in-document weekday-calendar wrong-body
        """,
    Sight.CHINESE: """
        date-mismatch figure-sense growth-multiple number-extra number-mismatch ordinal-session percentage-point
        place-list term-drift unit-mismatch
        """,
    Sight.NAMES: "name-cluster name-form name-misspelt office-holder office-inconsistent place-form",
}
SIGHTS: Mapping[CheckId, Sight] = {CheckId(name): sight for sight, names in _CHECKS.items() for name in names.split()}
_NAMES = frozenset({Kind.PERSON, Kind.PLACE, Kind.TITLE})


def reached(changes: Iterable[tuple[Entry | None, Entry | None]], checks: Iterable[Check]) -> frozenset[CheckId]:
    """Return the checks that may find something else after these changes.

    Args:
        changes: Entries before and after, None where there was or is none.
        checks: The checks to choose from.
    """
    least = Sight.ALL
    for before, now in changes:
        if before is None or now is None or not _stand_alike(before, now):
            least = min(least, Sight.CHINESE)
        elif now.kind in _NAMES:
            least = min(least, Sight.NAMES)
    return frozenset(check.id for check in checks if SIGHTS.get(check.id, Sight.ALL) >= least)


def _stand_alike(before: Entry, now: Entry) -> bool:
    """Whether two versions of an entry stand at the same places of any Chinese text."""
    fields = ("id", "kind", "zh", "not_inside", "word")
    return all(getattr(before, one) == getattr(now, one) for one in fields)
