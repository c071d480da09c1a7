"""What every rule of the term base's lint is given, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass

from translator_desk.glossary.entry import Entry, Origin
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.severity import Level
from translator_desk.wording import Message


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend in an entry.

    Attributes:
        origin: Where the entry begins.
        message: What is wrong and what to do.
        code: What kind of problem, a stable name.
        level: error: the entry does harm or nothing; warning: most likely wrong; info: worth a look.
        entry: Id of the entry.
        field: The key concerned, "" for the whole entry.
        value: The item of that key concerned, "" for all of it.
        fix: The entry as it would be mended, where that is certain.
    """

    origin: Origin
    message: Message
    code: str = ""
    level: Level = Level.WARNING
    entry: str = ""
    field: str = ""
    value: str = ""
    fix: Entry | None = None


@dataclass(frozen=True, slots=True)
class Here:
    """An entry under inspection, among the terms in force."""

    entry: Entry
    term_base: TermBase

    def problem(
        self,
        code: str,
        message: Message,
        field: str = "",
        value: str = "",
        *,
        level: Level = Level.WARNING,
        fix: Entry | None = None,
    ) -> Problem:
        """Return a problem of the entry; ``field`` and ``value`` say which of its words are meant."""
        return Problem(self.entry.origin, message, code, level, self.entry.id, field, value, fix)
