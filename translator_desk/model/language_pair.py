"""Which language is translated into which; the desk knows one pair so far."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LanguagePair:
    """BCP 47 tags of source and target."""

    source: str = "zh"
    target: str = "en"
