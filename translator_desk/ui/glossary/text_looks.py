"""What the texts that are typed into term files say, found out where the files are read; the window never waits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from translator_desk.app.glossary_files import GlossaryFiles
from translator_desk.app.glossary_text import TermFileText, TextLook, look_at
from translator_desk.ui.glossary.lanes import Lanes, no_matter


class TextLooks:
    """The latest look at each file.

    Args:
        glossary: Whose lane is used.
    """

    def __init__(self, glossary: Lanes) -> None:
        self._glossary = glossary
        self._looks: dict[Path, TextLook] = {}
        self._asked: dict[Path, TermFileText] = {}
        self._waiting: dict[Path, list[Callable[[TextLook], None]]] = {}

    def of(self, text: TermFileText) -> TextLook | None:
        """Return what a text says, None while nobody has looked."""
        look = self._looks.get(text.path)
        return look if look is not None and look.is_of(text) else None

    def ask(
        self, text: TermFileText, done: Callable[[TextLook], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Look at a text; a question that one about a later text of the file overtakes is not answered."""
        if self._asked.get(text.path) is text:
            self._waiting[text.path].append(done)
            return
        self._asked[text.path], self._waiting[text.path] = text, [done]

        def work(files: GlossaryFiles) -> TextLook | None:
            return look_at(files, text) if self._asked.get(text.path) is text else None

        def arrived(look: TextLook | None) -> None:
            if look is not None and self._asked.get(text.path) is text:
                before = [self._looks.get(text.path)]
                self._looks[text.path] = look
                self._glossary.ask(lambda _: before.clear(), no_matter)  # to take a large one apart takes a while
                for one in self._over(text.path):
                    one(look)

        def broke(error: BaseException) -> None:
            if self._asked.get(text.path) is text:
                self._over(text.path)
            failed(error)

        self._glossary.ask(work, arrived, broke)

    def forget(self) -> None:
        """Another project comes."""
        self._looks.clear()
        self._asked.clear()
        self._waiting.clear()

    def _over(self, path: Path) -> list[Callable[[TextLook], None]]:
        del self._asked[path]
        return self._waiting.pop(path)
