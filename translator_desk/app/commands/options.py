"""What a project decides about its checks and names."""

from __future__ import annotations

from dataclasses import dataclass

from translator_desk.app.commands.base import Doing
from translator_desk.app.state import Delta, Options, ProjectState, Step
from translator_desk.model.revision import RevisionKind
from translator_desk.wording import Message, say


@dataclass(frozen=True, slots=True)
class SetOptions:
    """Profile, levels, name decisions and term bases as they shall be from now on."""

    options: Options
    typing: bool = False

    @property
    def focus(self) -> None:
        """Nowhere to go."""
        return

    @property
    def label(self) -> Message:
        """Name of the step."""
        return say("project settings", "项目设置")

    def run(self, state: ProjectState, doing: Doing) -> Step:
        """Return the project with these options."""
        return Step(Delta(options=(state.options, self.options)), RevisionKind.STATE)
