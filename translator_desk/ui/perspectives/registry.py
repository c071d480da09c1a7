"""Finds the perspectives: whatever file of this folder declares a ``PERSPECTIVE``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from translator_desk.ui import perspectives
from translator_desk.ui.walk import declared


@dataclass(frozen=True, slots=True)
class Perspective:
    """An arrangement of panels for one kind of work.

    Attributes:
        id: Stable name.
        title: Title, marked with ``QT_TRANSLATE_NOOP("Perspectives", ...)``.
        panels: Ids of the panels it arranges, each area from top to bottom; panels that are not there are left out.
        order: Smaller comes first.
        folded: Those of ``panels`` that stay closed until somebody opens them.
        letters: Whether single letters are commands in the grid; else a letter begins editing.
        below: Share of the window's height for the panels below the grid; 0 leaves most of it to the grid.
    """

    id: str
    title: str
    panels: tuple[str, ...]
    order: int = 50
    folded: tuple[str, ...] = ()
    letters: bool = False
    below: float = 0.0


@cache
def all_perspectives() -> tuple[Perspective, ...]:
    """Return the perspectives by their order."""
    found = (one for one in declared(perspectives, "PERSPECTIVE") if isinstance(one, Perspective))
    return tuple(sorted(found, key=lambda one: one.order))


def perspective_named(perspective: str) -> Perspective:
    """Return a perspective by its id, the first one where there is none of that name."""
    return next((one for one in all_perspectives() if one.id == perspective), all_perspectives()[0])
