"""The exchange formats there are, found by walking the folder."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from pathlib import PurePath

from translator_desk.errors import InputError, RefusedError
from translator_desk.formats import terms
from translator_desk.formats.terms.base import TermFormat
from translator_desk.wording import say


@cache
def term_formats() -> tuple[TermFormat, ...]:
    """Return all formats, by id."""
    found: list[TermFormat] = []
    for info in pkgutil.iter_modules(terms.__path__):
        found += getattr(importlib.import_module(f"{terms.__name__}.{info.name}"), "formats", ())
    return tuple(sorted(found, key=lambda one: one.id))


def term_format(format_id: str) -> TermFormat:
    """Return a format.

    Raises:
        RefusedError: There is none of that id.
    """
    for one in term_formats():
        if one.id == format_id:
            return one
    names = ", ".join(one.id for one in term_formats())
    raise RefusedError(
        say(
            "There is no term format “{id}”; known are {names}.",
            "没有术语格式“{id}”；可用的有 {names}。",
            id=format_id,
            names=names,
        )
    )


def term_format_for(file: str) -> TermFormat:
    """Return the format that reads a file, by its name.

    Raises:
        InputError: None does.
    """
    ending = PurePath(file).suffix.lower()
    for one in term_formats():
        if ending in one.extensions:
            return one
    known = ", ".join(sorted({each for one in term_formats() for each in one.extensions}))
    raise InputError(
        file,
        say(
            "is no file of terms the desk reads; it reads {known}",
            "不是可读取的术语文件；可读取的有 {known}",
            known=known,
        ),
    )
