"""What can go wrong in the world, as values a person can read.

A ``DeskError`` is never a bug of ours: it names what is wrong and what to do, in the user's language, and reaches
the user as one sentence. Any other exception is a bug and keeps its traceback.
"""

from __future__ import annotations

from pathlib import Path

from translator_desk.wording import Message


class DeskError(Exception):
    """Something outside the program is wrong; ``message`` says what and what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.render("en"))
        self.message = message

    def render(self, language: str = "en") -> str:
        """Return the sentence for a person, in ``language`` ("en" or "zh")."""
        return self.message.render(language)


class InputError(DeskError):
    """A file (or pasted text) cannot be taken; says where and what to do.

    Attributes:
        file: The file as the user named it, or None for text that is in no file.
        line: Line in the file, from 1, or None.
        column: Column in code points, from 1, or None.
    """

    def __init__(
        self, file: str | Path | None, message: Message, *, line: int | None = None, column: int | None = None
    ) -> None:
        super().__init__(message)
        self.file = None if file is None else str(file)
        self.line = line
        self.column = column

    def __str__(self) -> str:
        return self.render("en")

    def render(self, language: str = "en") -> str:
        """Return ``FILE:LINE:COLUMN: sentence`` with the parts that are known."""
        place = [str(part) for part in (self.file, self.line, self.column) if part is not None]
        sentence = self.message.render(language)
        return f"{':'.join(place)}: {sentence}" if place else sentence


class StoreError(DeskError):
    """The project file cannot be read or written; the message names the file and the cause."""


class StaleSegmentError(StoreError):
    """Somebody else changed the segment since it was read; nothing was written."""


class SettingsError(DeskError):
    """A setting has a value that is not allowed."""


class RefusedError(DeskError):
    """A wish that the rules of the desk do not allow now (read-only project, locked segment, empty selection)."""
