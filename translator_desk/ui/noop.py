"""Marks words for translation where they are declared; they are translated where they are shown."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Return ``text`` as it is.

    It has the name that Qt's ``lupdate`` looks for; Qt's own function of that name promises no string.
    """
    return text
