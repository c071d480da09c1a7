"""The states of a segment, as in XLIFF 2 (``segment@state``)."""

from __future__ import annotations

from enum import StrEnum


class SegmentState(StrEnum):
    """How far a segment has come; any edit of a reviewed or final one takes it back to translated."""

    INITIAL = "initial"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    FINAL = "final"


class Role(StrEnum):
    """What the person at the desk is here for."""

    TRANSLATOR = "translator"
    REVIEWER = "reviewer"
    EDITOR = "editor"
