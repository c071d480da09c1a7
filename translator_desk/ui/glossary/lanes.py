"""What the helpers of the glossary ask of it: work beside the window, and the news."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import SignalInstance

from translator_desk.app.glossary_edits import GlossaryEdits, SaveOutcome
from translator_desk.app.glossary_files import GlossaryFiles
from translator_desk.glossary.term_base import TermBase
from translator_desk.wording import Message

T = TypeVar("T")


def no_matter(_: object) -> None:
    """Do nothing about an answer: only the work mattered."""


class Lanes(Protocol):
    """The term files of the open project, as ``GlossaryDesk`` keeps them.

    Attributes:
        current: Id of the entry the person looks at, or "".
    """

    current: str

    @property
    def changed(self) -> SignalInstance:
        """The terms, or what is known of their files, are others."""

    @property
    def current_changed(self) -> SignalInstance:
        """Another entry is the current one."""

    @property
    def looked(self) -> SignalInstance:
        """Something may have changed in the folder of the term files."""

    @property
    def preferred_changed(self) -> SignalInstance:
        """An entry has another preferred form."""

    @property
    def term_base(self) -> TermBase:
        """The terms as their files say them now."""

    def edit(
        self,
        work: Callable[[GlossaryEdits], SaveOutcome],
        done: Callable[[SaveOutcome], None],
        failed: Callable[[BaseException], None] | None = None,
        *,
        label: Message | None = None,
        proposal: bool = False,
    ) -> None:
        """Change entries."""

    def ask(
        self,
        work: Callable[[GlossaryFiles], T],
        done: Callable[[T], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Have the files answer something."""

    def think(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[BaseException], None] | None = None
    ) -> None:
        """Work something out that takes a while, beside the files."""

    def let_window_go_first(self) -> None:
        """Wait, beside the window, while it has something to do; to be called between steps of a few milliseconds."""

    def now_and_then(self, tell: Callable[[T], None]) -> Callable[[T], None]:
        """Return what work beside the window calls with what it knows so far."""
