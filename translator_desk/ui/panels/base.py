"""What a panel is: a dock that shows one side of the open project.

A panel is one file of this folder with a ``PANEL``; it is found by walking the folder. It reads the project through
its context, hears of changes through ``context.bridge.changed`` and ``context.focus``, changes the project by
``context.execute`` alone, and knows no other panel. It is built when a project is opened and thrown away when that is
closed, so it may take ``context.project`` for granted. What it connects to signals of the context are methods of its
widgets, never lambdas: those would be called after the panel is gone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtWidgets import QWidget

from translator_desk.ui.context import DeskContext

PanelContext = DeskContext
"""What a panel is given; see ``ui.context``."""


class Area(StrEnum):
    """Where a panel stands until the person moves it."""

    LEFT = "left"
    RIGHT = "right"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class PanelSpec:
    """One panel.

    Attributes:
        id: Stable name ("problems"); also the dock's object name, by which its place is restored.
        title: Title, marked with ``QT_TRANSLATE_NOOP("Panels", ...)``.
        area: Where it stands at first.
        build: Makes its widget for the open project.
        keys: Shortcut that shows it and puts the keyboard into it; again hides it.
        order: Smaller comes first; panels of one area with the same ``order // 10`` are tabs of one dock place.
        shown: Whether it is open at first.
        icon: Name of an icon, or "".
    """

    id: str
    title: str
    area: Area
    build: Callable[[PanelContext], QWidget]
    keys: str = ""
    order: int = 50
    shown: bool = True
    icon: str = ""
