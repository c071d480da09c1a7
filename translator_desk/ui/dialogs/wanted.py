"""Dialogs that opening a project or changing a term asks for."""

from __future__ import annotations

from pathlib import Path

from translator_desk.glossary.entry import Entry
from translator_desk.ui.context import DeskContext
from translator_desk.ui.glossary.place_search import PlaceSearch


def open_where_wanted(context: DeskContext) -> None:
    """Open the dialogs from now on when projects and glossary say that the person wants them."""

    def show_backups(path: Path) -> None:
        from translator_desk.ui.dialogs.backups import BackupsDialog  # lazily: not needed at the start

        BackupsDialog(context, path).open()

    def show_places(entry: Entry, search: PlaceSearch) -> None:
        from translator_desk.ui.dialogs.apply_everywhere import ApplyEverywhere  # lazily: not needed at the start

        ApplyEverywhere(context, entry, search).open()

    context.projects.backups_wanted.connect(show_backups)
    context.glossary.offers.places_wanted.connect(show_places)
