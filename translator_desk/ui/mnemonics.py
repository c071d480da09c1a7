"""Gives every entry of a menu a letter of its own, whoever declared the entries."""

from __future__ import annotations

import re
from collections.abc import Iterable

_BEHIND = re.compile(r"\(&(\w)\)")
_INSIDE = re.compile(r"(?<!&)&(\w)")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letter(text: str) -> str:
    """Return the letter that "&Open" or "打开(&O)" names, in capitals, or ""."""
    found = _INSIDE.search(text.replace("&&", "\0\0"))
    return found[1].upper() if found else ""


def distinct(texts: Iterable[str]) -> list[str]:
    """Return the texts with letters that differ: a letter that was taken before gives way to another of its text."""
    taken: set[str] = set()
    out = []
    for text in texts:
        wish = letter(text)
        if wish in taken:
            text = _with_another(text, taken)
            wish = letter(text)
        taken.add(wish)
        out.append(text)
    return out


def _with_another(text: str, taken: set[str]) -> str:
    if _BEHIND.search(text):
        free = next((one for one in _LETTERS if one not in taken), "")
        return _BEHIND.sub(f"(&{free})" if free else "", text, count=1)
    plain = _INSIDE.sub(r"\1", text.replace("&&", "\0\0"), count=1)
    places = [match.start() for match in re.finditer(r"\b[A-Za-z]", plain)]
    places += [at for at, sign in enumerate(plain) if sign.isascii() and sign.isalpha()]
    at = next((one for one in places if plain[one].upper() not in taken), None)
    if at is not None:
        plain = f"{plain[:at]}&{plain[at:]}"
    return plain.replace("\0\0", "&&")


def plain_name(text: str) -> str:
    """Return a menu text without its mnemonic: "Open(&O)…" and "&Open…" alike."""
    at = text.find("(&")
    if at >= 0 and text[at + 3 : at + 4] == ")":
        return text[:at] + text[at + 4 :]
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
