"""What was found in the texts and nobody wants in the glossary, remembered beside the project's term file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from translator_desk.app.glossary_files import GlossaryFiles
from translator_desk.formats.atomic_write import atomic_write


def dismissed_path(files: GlossaryFiles) -> Path:
    """Return the file beside the own term file of an open project."""
    return files.places.project[-1].with_suffix(".dismissed.json")


class Dismissed:
    """The finds nobody wants to see again.

    Args:
        path: Their file; need not exist.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def keys(self) -> tuple[str, ...]:
        """Return them, oldest first; a file that cannot be read dismisses nothing."""
        try:
            said: Any = json.loads(self._path.read_text("utf-8"))
            return tuple(str(one) for one in said["dismissed"])
        except (OSError, ValueError, KeyError, TypeError):
            return ()

    def add(self, key: str) -> None:
        """Remember one.

        Raises:
            StoreError: The file cannot be written; it is as it was.
        """
        self._write((*(one for one in self.keys() if one != key), key))

    def remove(self, key: str) -> None:
        """Forget one: it may be found again.

        Raises:
            StoreError: The file cannot be written; it is as it was.
        """
        self._write(tuple(one for one in self.keys() if one != key))

    def _write(self, keys: tuple[str, ...]) -> None:
        said = json.dumps({"schema": "translator-desk/dismissed/1", "dismissed": keys}, ensure_ascii=False, indent=1)
        atomic_write(self._path, said.encode() + b"\n")
