"""The tick by which a person proposes a change of the glossary instead of making it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from translator_desk.model.state import Role
from translator_desk.ui.context import DeskContext


def propose_box(context: DeskContext, parent: QWidget) -> QCheckBox:
    """Return the tick: set and fixed for a translator beside a terminology editor, not shown to an editor."""
    words = QCoreApplication.translate("Glossary", "&Propose it: the terminology editor decides")
    box = QCheckBox(words, parent)
    obliged = context.glossary.proposing.obliged
    box.setChecked(obliged)
    box.setEnabled(not obliged)
    box.setVisible(context.session.person.role != Role.EDITOR)
    return box
