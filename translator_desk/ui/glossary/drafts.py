"""What is typed in the glossary and not saved: never lost, neither by other rows nor by closing the project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from translator_desk.app.glossary_drafts import Fields, FormDraft, GlossaryDrafts, save_drafts
from translator_desk.app.glossary_text import TermFileText
from translator_desk.glossary.entry import Entry
from translator_desk.ui.later import later

_PAUSE_MS = 1000
"""How long nothing more is typed before it is kept on disk."""


class Drafts(QObject):
    """The drafts of the open project.

    Args:
        write: Has something done where files are written.
        parent: Their owner.

    Attributes:
        forms: By id of the entry; "" is a new one.
        texts: By file.
    """

    def __init__(self, write: Callable[[Callable[[], None]], None], parent: QObject) -> None:
        super().__init__(parent)
        self._write = write
        self._path: Path | None = None
        self.forms: dict[str, FormDraft] = {}
        self.texts: dict[Path, TermFileText] = {}
        self._pause = later(self, _PAUSE_MS, self._save)

    def open(self, path: Path, found: GlossaryDrafts) -> None:
        """Go on with what was typed in a project and not saved the last time."""
        self._path = path
        self.forms, self.texts = dict(found.forms), dict(found.texts)

    def close(self) -> None:
        """Keep everything on disk, and forget the project."""
        if self._pause.isActive():
            self._pause.stop()
            self._save()
        self._path = None
        self.forms, self.texts = {}, {}

    def text_of(self, entry: Entry | None) -> TermFileText | None:
        """Return what is typed into the file of an entry and not saved."""
        return self.texts.get(Path(entry.origin.file)) if entry is not None and entry.origin.file else None

    def keep_form(self, base: Entry, fields: Fields) -> None:
        """Keep what is typed about an entry."""
        self.forms[base.id] = FormDraft(base, fields)
        self._pause.start()

    def forget_form(self, entry_id: str) -> None:
        """What was typed about an entry is saved or given up."""
        if self.forms.pop(entry_id, None) is not None:
            self._pause.start()

    def keep_text(self, text: TermFileText) -> None:
        """Keep what is typed into a term file; nothing where it says what the file says."""
        if not text.changed:
            self.forget_text(text.path)
            return
        self.texts[text.path] = text
        self._pause.start()

    def forget_text(self, path: Path) -> None:
        """What was typed into a file is saved or given up."""
        if self.texts.pop(path, None) is not None:
            self._pause.start()

    def _save(self) -> None:
        path, drafts = self._path, GlossaryDrafts(dict(self.forms), dict(self.texts))
        if path is not None:
            self._write(lambda: save_drafts(path, drafts))
