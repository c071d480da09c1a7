"""Many words as one expression that costs as much as one word."""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """Return an expression that finds any of some words and reads no letter twice: a tree over their letters."""
    tree: dict[str, list[str]] = {}
    for word in words:
        tree.setdefault(word[:1], []).append(word[1:])
    ends = tree.pop("", None) is not None
    ways = [
        re.escape(letter + rest[0]) if len(rest) == 1 else re.escape(letter) + any_of(rest)
        for letter, rest in sorted(tree.items())
    ]
    if not ways:
        return ""
    inner = ways[0] if len(ways) == 1 and not ends else f"(?:{'|'.join(ways)})"
    return f"{inner}?" if ends else inner
