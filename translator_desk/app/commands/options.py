"""What a project decides about its checks and names."""

from __future__ import annotations

from dataclasses import dataclass, replace

from translator_desk.app.commands.base import Doing
from translator_desk.app.state import Delta, Options, ProjectState, Step
from translator_desk.model.project import NameDecision
from translator_desk.model.revision import RevisionKind
from translator_desk.wording import Message, say


def with_names(options: Options, names: NameDecision) -> Options:
    """Return the options with a decision who is who, in the place of an earlier one on the same two names."""
    pair = {names.first, names.second}
    others = tuple(one for one in options.name_decisions if {one.first, one.second} != pair)
    return replace(options, name_decisions=(*others, names))


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
