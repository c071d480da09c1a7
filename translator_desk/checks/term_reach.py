"""Which checks a change of terms can reach, by what each says that it looks at (``Check.sight``)."""

from __future__ import annotations

from collections.abc import Iterable

from translator_desk.checks.base import Check, Sight
from translator_desk.glossary.entry import Entry, Kind
from translator_desk.model.ids import CheckId

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
    return frozenset(check.id for check in checks if check.sight >= least)


def _stand_alike(before: Entry, now: Entry) -> bool:
    """Whether two versions of an entry stand at the same places of any Chinese text."""
    fields = ("id", "kind", "zh", "not_inside", "word")
    return all(getattr(before, one) == getattr(now, one) for one in fields)
