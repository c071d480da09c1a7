"""What the person set, kept in one small file; a damaged file costs the settings, never the start."""

from __future__ import annotations

import contextlib
import dataclasses
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from translator_desk.errors import SettingsError, StoreError
from translator_desk.formats.atomic_write import atomic_write
from translator_desk.wording import Message, say

RECENT_LIMIT = 12


@dataclass(frozen=True, slots=True)
class Settings:
    """The person's settings.

    Attributes:
        language: "system", "en" or "zh".
        theme: "system", "light" or "dark".
        zoom: Size of the grid's letters in percent.
        person: Name printed in the record; "" until asked.
        role: "translator", "reviewer" or "editor".
        next_rule: Where Ctrl+Enter goes: "unconfirmed", "flagged" or "next".
        recent: Paths of projects, newest first.
        shipped_terms: Whether the shipped term bases are in force.
        hints_seen: Ids of hints that were closed.
        window: Place, size and docks of the window, as Qt spells them (base64 text).
    """

    language: str = "system"
    theme: str = "system"
    zoom: int = 100
    person: str = ""
    role: str = "translator"
    next_rule: str = "unconfirmed"
    recent: tuple[str, ...] = ()
    shipped_terms: bool = True
    hints_seen: tuple[str, ...] = ()
    window: dict[str, str] = field(default_factory=dict)

    def with_recent(self, path: str) -> Settings:
        """Return the settings with ``path`` as the newest project."""
        rest = tuple(one for one in self.recent if one != path)
        return dataclasses.replace(self, recent=(path, *rest)[:RECENT_LIMIT])


_ALLOWED: dict[str, Callable[[object], bool]] = {
    "language": lambda value: value in ("system", "en", "zh"),
    "theme": lambda value: value in ("system", "light", "dark"),
    "zoom": lambda value: type(value) is int and 50 <= value <= 300,
    "person": lambda value: isinstance(value, str),
    "role": lambda value: value in ("translator", "reviewer", "editor"),
    "next_rule": lambda value: value in ("unconfirmed", "flagged", "next"),
    "recent": lambda value: isinstance(value, tuple) and all(isinstance(one, str) for one in value),
    "shipped_terms": lambda value: isinstance(value, bool),
    "hints_seen": lambda value: isinstance(value, tuple) and all(isinstance(one, str) for one in value),
    "window": lambda value: isinstance(value, dict) and all(isinstance(one, str) for one in value.values()),
}


def changed(settings: Settings, **values: object) -> Settings:
    """Return the settings with some of them changed.

    Raises:
        SettingsError: A name or value is not allowed.
    """
    for name, value in values.items():
        if name not in _ALLOWED or not _ALLOWED[name](value):
            raise SettingsError(
                say("The setting “{name}” cannot be {value}.", "设置“{name}”不能为 {value}。", name=name, value=value)
            )
    return dataclasses.replace(settings, **values)  # type: ignore[arg-type]


def load_settings(path: Path) -> tuple[Settings, Message | None]:
    """Read the settings; what is missing or not allowed keeps its default.

    Returns:
        The settings, and a sentence where the file had to be set aside (it is kept beside as ``.damaged``).
    """
    try:
        values = json.loads(path.read_text("utf-8"))
        if not isinstance(values, dict):
            raise ValueError
    except FileNotFoundError:
        return Settings(), None
    except (OSError, ValueError):
        with contextlib.suppress(OSError):
            path.replace(path.with_suffix(".damaged"))
        return Settings(), say(
            "The settings file {path} could not be read; the desk starts with its own settings and keeps the file "
            "as settings.damaged.",
            "无法读取设置文件 {path}；已使用默认设置启动，原文件保留为 settings.damaged。",
            path=path,
        )
    known: dict[str, object] = {}
    for name, value in values.items():
        plain = tuple(value) if isinstance(value, list) else value
        if name in _ALLOWED and _ALLOWED[name](plain):
            known[name] = plain
    return Settings(**known), None  # type: ignore[arg-type]


def save_settings(settings: Settings, path: Path) -> None:
    """Write the settings in one piece.

    Raises:
        StoreError: They cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            say(
                "The settings cannot be kept: the folder {folder} cannot be made ({cause}). They hold until you close "
                "the program.",
                "无法保存设置：不能创建文件夹 {folder}（{cause}）。设置在关闭程序前有效。",
                folder=path.parent,
                cause=error.strerror,
            )
        ) from error
    text = json.dumps(dataclasses.asdict(settings), ensure_ascii=False, indent=2)
    atomic_write(path, text.encode("utf-8"))
