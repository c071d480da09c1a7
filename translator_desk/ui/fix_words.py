"""What a fix writes, as it is offered to a person: a space and nothing at all have names, for they cannot be seen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def offer(replacement: str, longest: int | None = None) -> str:
    """Return the name of the deed that writes ``replacement``, of which at most ``longest`` characters are shown."""
    if not replacement:
        return QCoreApplication.translate("Fix", "Take it out")
    if replacement == " ":
        return QCoreApplication.translate("Fix", "Put a space")
    shown = replacement
    if longest is not None and len(replacement) > longest:
        shown = f"{replacement[: longest - 1]}…"
    return QCoreApplication.translate("Fix", "Write “%1”").replace("%1", shown)


def in_a_cell(replacement: str) -> str:
    """Return ``replacement`` on one line, for a table."""
    if not replacement:
        return QCoreApplication.translate("Fix", "(nothing)")
    if replacement == " ":
        return QCoreApplication.translate("Fix", "(a space)")
    return " ".join(replacement.split()) if "\n" in replacement else replacement
