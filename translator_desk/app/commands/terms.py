"""What the glossary does to the open project: its own changes on the undo stack, a new form written everywhere."""

from __future__ import annotations

from dataclasses import dataclass

from translator_desk.app.commands.base import Doing
from translator_desk.app.state import Delta, Options, ProjectState, Step
from translator_desk.app.term_change import TermFileChange
from translator_desk.model.revision import RevisionKind
from translator_desk.wording import Message


@dataclass(frozen=True, slots=True)
class TermsChanged:
    """Term files were written; from now on that can be undone.

    The files are written already when this is executed. Undoing and doing again is told as ``Changes.term_files``;
    whoever keeps the term files writes them.

    Attributes:
        files: What was written.
        label: What the menu of undo calls it.
        options: What the project decides from now on in the same step; None leaves that as it is.
    """

    files: tuple[TermFileChange, ...]
    label: Message
    options: Options | None = None
    focus: None = None
    typing: bool = False

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the change of the files; the texts stay as they are."""
        options = (state.options, self.options) if self.options is not None else None
        return Step(Delta(terms=self.files, options=options), RevisionKind.STATE)
