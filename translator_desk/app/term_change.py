"""What a change of the glossary did to one of its files, as one value that can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from translator_desk.glossary.entry import Layer


@dataclass(frozen=True, slots=True)
class TermFileChange:
    """One file of the glossary before and after.

    Attributes:
        path: The file.
        layer: Its layer; None is the file of proposals.
        before: Its bytes before; None where there was no such file.
        after: Its bytes after; None where it is to hold nothing.
    """

    path: Path
    layer: Layer | None
    before: bytes | None
    after: bytes | None

    def reversed(self) -> TermFileChange:
        """Return the change that takes this one back."""
        return TermFileChange(self.path, self.layer, self.after, self.before)
