"""Finds the files that ship with the program, from a checkout and from an installed wheel alike."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any


@cache
def _root() -> Path:
    """Return the folder that holds ``glossaries`` and ``resources``."""
    here = Path(__file__).resolve().parent
    shipped = here / "_shipped"
    return shipped if shipped.is_dir() else here.parent


def resource_path(*parts: str) -> Path:
    """Return the path of a shipped resource, ``resource_path("data", "pinyin.tsv")``."""
    return _root().joinpath("resources", *parts)


def data_rows(name: str) -> list[list[str]]:
    """Return the rows of a table in ``resources/data`` as lists of cells, without comments and empty lines."""
    text = resource_path("data", name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def data_yaml(name: str) -> Any:
    """Return what a YAML file in ``resources/data`` holds."""
    import yaml  # here, because most of those who ask for a resource want none of it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C where it was built: ten times as quick
    return yaml.load(resource_path("data", name).read_text("utf-8"), loader)


def shipped_glossaries() -> Path:
    """Return the folder of the shipped term bases; never written to."""
    return _root() / "glossaries"
