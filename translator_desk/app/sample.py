"""The sample project: a copy in the person's folder, so that trying things out spoils nothing."""

from __future__ import annotations

from pathlib import Path

from translator_desk.app.paths import Paths
from translator_desk.formats.atomic_write import atomic_write
from translator_desk.resources import resource_path


def sample_copy(paths: Paths | None = None) -> Path:
    """Return the folder with the copy; files that are there already are left as the person changed them.

    Raises:
        StoreError: It cannot be written.
    """
    folder = (paths or Paths.of_user()).documents / "sample"
    folder.mkdir(parents=True, exist_ok=True)
    for file in sorted(resource_path("sample").glob("*.txt")):
        copy = folder / file.name
        if not copy.exists():
            atomic_write(copy, file.read_bytes())
    return folder
