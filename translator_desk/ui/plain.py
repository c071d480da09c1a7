"""Text from files stays text: Qt would read a hint that looks like markup as markup."""

from __future__ import annotations

from html import escape


def plain_tip(text: str) -> str:
    """Return a hint for ``setToolTip`` or ``ToolTipRole`` that shows ``text`` as it is, line breaks kept."""
    return f"<qt>{escape(text)}</qt>".replace("\n", "<br>") if text else ""
