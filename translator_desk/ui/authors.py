"""Whose change it is, told by colour and by letters: each person of a project keeps both as long as it is open."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count
from zlib import crc32

from translator_desk.review.four_eyes import is_outside

COLOURS = 6
_OUTSIDE = "⇄"
_LETTERS = 2


class Authors:
    """Colours and initials of the people whose changes are in sight."""

    def __init__(self) -> None:
        self._slots: dict[str, int] = {}
        self._initials: dict[str, str] = {}

    def meet(self, names: Iterable[str]) -> None:
        """Give everybody a colour and initials; those already met keep theirs.

        The name itself says which colour a person gets, so that it is the same tomorrow; where two names say the same,
        the later one gets the next that is free.
        """
        for name in sorted(set(names) - self._slots.keys()):
            wished, taken = crc32(name.encode()) % COLOURS, set(self._slots.values())
            free = [slot for at in range(COLOURS) if (slot := (wished + at) % COLOURS) not in taken]
            self._slots[name] = free[0] if free else wished
            plain = letters = initials(name)
            numbers = count(2)
            while letters in self._initials.values():
                letters = f"{plain}{next(numbers)}"
            self._initials[name] = letters

    def colour(self, name: str) -> str:
        """Return the name of the theme's colour that stands for a person."""
        self.meet((name,))
        return f"author_{self._slots[name] + 1}"

    def initials(self, name: str) -> str:
        """Return the letters that stand for a person; no two people of a project share them."""
        self.meet((name,))
        return self._initials[name]


def tag(people: frozenset[str], authors: Authors) -> str:
    """Return the letters of those who made a change, as they stand behind it."""
    return "+".join(authors.initials(name) for name in sorted(people))


def initials(name: str) -> str:
    """Return one or two letters of a name: first letters in Latin, the given name in Chinese."""
    if is_outside(name):
        return _OUTSIDE
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return "?"
    if len(words) == 1:
        word = words[0]
        return word[0].upper() if word.isascii() else word[-_LETTERS:]
    return "".join(word[0].upper() for word in (words[0], words[-1]))
