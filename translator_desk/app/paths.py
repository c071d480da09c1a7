"""Where the desk keeps what belongs to the person and not to a project (settings, backups, the sample's copy)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

APP_NAME = "translator_desk"


@dataclass(frozen=True, slots=True)
class Paths:
    """The person's folders on this system; nothing is made before it is needed.

    Attributes:
        config: Settings and the house term base.
        data: Backups.
        cache: What may be thrown away.
        documents: Where new projects go unless the person says otherwise.
    """

    config: Path
    data: Path
    cache: Path
    documents: Path

    @classmethod
    def of_user(cls) -> Paths:
        """Return the folders the system names for this user (XDG, Apple's and Microsoft's rules)."""
        return cls(
            Path(platformdirs.user_config_dir(APP_NAME, appauthor=False)),
            Path(platformdirs.user_data_dir(APP_NAME, appauthor=False)),
            Path(platformdirs.user_cache_dir(APP_NAME, appauthor=False)),
            Path(platformdirs.user_documents_dir()) / APP_NAME,
        )

    @classmethod
    def under(cls, folder: Path) -> Paths:
        """Return folders inside one folder, for tests and for a desk on a stick."""
        return cls(folder / "config", folder / "data", folder / "cache", folder / "documents")

    @property
    def settings_file(self) -> Path:
        """The settings."""
        return self.config / "settings.json"

    @property
    def own_words(self) -> Path:
        """The file of words that are no slips of spelling for this person."""
        return self.config / "words.txt"

    @property
    def house_glossary(self) -> Path:
        """The folder of the house term base, shared by all projects of this person."""
        return self.config / "glossary"
