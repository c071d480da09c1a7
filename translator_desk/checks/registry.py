"""Finds the checks by walking ``checks/rules``: a new file is a new check, nothing else is edited."""

from __future__ import annotations

import inspect
import pkgutil
from functools import cache
from importlib import import_module

from translator_desk.checks import rules
from translator_desk.checks.base import Check
from translator_desk.model.ids import CheckId


@cache
def all_checks() -> tuple[Check, ...]:
    """Return every check of the desk, one instance each, sorted by family and then by id.

    Raises:
        ValueError: Two files declare the same id (a bug of ours).
    """
    found: dict[CheckId, Check] = {}
    for module_info in pkgutil.iter_modules(rules.__path__):
        module = import_module(f"{rules.__name__}.{module_info.name}")
        for thing in vars(module).values():
            if not _is_check(thing) or thing.__module__ != module.__name__:
                continue
            check = thing()
            if check.id in found:
                raise ValueError(f"two checks are called {check.id}")
            found[check.id] = check
    return tuple(sorted(found.values(), key=lambda check: (check.family, check.id)))


def _is_check(thing: object) -> bool:
    return inspect.isclass(thing) and issubclass(thing, Check) and not inspect.isabstract(thing)


def check_by_id(check_id: str) -> Check:
    """Return the check called ``check_id``.

    Raises:
        KeyError: There is none.
    """
    for check in all_checks():
        if check.id == check_id:
            return check
    raise KeyError(check_id)
