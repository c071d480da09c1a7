"""What panels, commands and dialogs are given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator_desk.ui.surroundings import Surroundings

if TYPE_CHECKING:
    from translator_desk.ui.glossary.desk import GlossaryDesk
    from translator_desk.ui.projects import Projects


class DeskContext(Surroundings):
    """The surroundings, and the two parts of the window that have work of their own.

    Those two are made of ``Surroundings`` alone: what they know stands below, what asks them above.

    Attributes:
        glossary: The term files of the open project, watched and changed.
        projects: Opening, filling and closing projects.
    """

    glossary: GlossaryDesk
    projects: Projects
