"""What the roles at the desk are called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from translator_desk.ui.noop import QT_TRANSLATE_NOOP

ROLES = {
    "translator": QT_TRANSLATE_NOOP("Roles", "translator"),
    "reviewer": QT_TRANSLATE_NOOP("Roles", "reviewer"),
    "editor": QT_TRANSLATE_NOOP("Roles", "terminology editor"),
}


def role_name(role: str) -> str:
    """Return the name of a role in the window's language."""
    return QCoreApplication.translate("Roles", ROLES[role])
