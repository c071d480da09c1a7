"""Sentences for people in English and Chinese, made far below the window.

The floors under the window cannot ask Qt for a translation, and a finding on the command line must read as well as
one in the window. So a sentence is a value: two templates, one a language, and the words to put in.
"""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGES = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Wording:
    """One template in both languages; ``{name}`` marks a place for a value."""

    en: str
    zh: str

    def of(self, language: str) -> str:
        """Return the template in ``language``; anything but Chinese ("zh", "zh_CN") reads English."""
        return self.zh if language.startswith("zh") else self.en


@dataclass(frozen=True, slots=True)
class Message:
    """A wording with its values, rendered when it is known who reads it."""

    wording: Wording
    values: tuple[tuple[str, str], ...] = ()

    def render(self, language: str = "en") -> str:
        """Return the sentence in ``language``."""
        text = self.wording.of(language)
        return text.format(**dict(self.values)) if self.values else text

    def __str__(self) -> str:
        return self.render("en")


def say(en: str, zh: str, /, **values: object) -> Message:
    """Return a message from its two templates and the values named in them.

    Braces count only where values are given, so a literal sentence may hold them.
    """
    return Message(Wording(en, zh), tuple((name, str(value)) for name, value in values.items()))
