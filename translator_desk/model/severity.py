"""How bad an issue is: the desk's level for the person, the MQM severity for the record."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """error: shames the office in print; warning: a reviser would change it; info: look at it."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return _RANK[self]


_RANK = {Level.INFO: 0, Level.WARNING: 1, Level.ERROR: 2}


class Severity(StrEnum):
    """Severities of MQM, to start an LQA error from."""

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"
