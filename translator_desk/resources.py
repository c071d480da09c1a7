"""Finds the files that ship with the program, from a checkout and from an installed wheel alike."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    """Return the folder that holds ``glossaries`` and ``resources``."""
    here = Path(__file__).resolve().parent
    shipped = here / "_shipped"
    return shipped if shipped.is_dir() else here.parent


def resource_path(*parts: str) -> Path:
    """Return the path of a shipped resource, ``resource_path("data", "pinyin.tsv")``."""
    return _root().joinpath("resources", *parts)


def shipped_glossaries() -> Path:
    """Return the folder of the shipped term bases; never written to."""
    return _root() / "glossaries"
