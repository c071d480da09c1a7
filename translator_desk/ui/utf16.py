"""The one place where code points become the UTF-16 units that Qt counts in, and back."""

from __future__ import annotations


def to_utf16(text: str, offset: int) -> int:
    """Return the UTF-16 offset of the code point offset ``offset`` of ``text``."""
    head = text[:offset]
    return len(head) if head.isascii() or max(head, default="") <= "\uffff" else len(head.encode("utf-16-le")) // 2


def from_utf16(text: str, units: int) -> int:
    """Return the code point offset of a UTF-16 offset; inside a pair the pair's start."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return min(units, len(text))
    seen = 0
    for offset, ch in enumerate(text):
        if seen >= units:
            return offset
        seen += 2 if ch > "\uffff" else 1
        if seen > units:
            return offset
    return len(text)
