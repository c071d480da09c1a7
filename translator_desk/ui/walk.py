"""Reads what the files of a folder declare: one more file is one more panel, command or perspective."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType


def declared(package: ModuleType, name: str) -> Iterator[object]:
    """Yield the value called ``name`` of every module of ``package`` that has one, by module name."""
    for found in sorted(pkgutil.iter_modules(package.__path__), key=lambda one: one.name):
        module = import_module(f"{package.__name__}.{found.name}")
        if hasattr(module, name):
            yield getattr(module, name)
