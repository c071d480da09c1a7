"""Size, place and docks of the window, and where one was in each project: kept over a restart."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from translator_desk.app.changes import Changes
from translator_desk.app.settings import RECENT_LIMIT
from translator_desk.errors import DeskError
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.text.span import Span
from translator_desk.ui.context import DeskContext
from translator_desk.ui.docks import Docks
from translator_desk.ui.grid.filter_model import Kind, RowFilter
from translator_desk.ui.grid.segment_view import SegmentView

_PLACE = "place:"


class WindowState:
    """Reads and writes what belongs to this person's window."""

    def __init__(self, window: QMainWindow, context: DeskContext, grid: SegmentView, docks: Docks) -> None:
        self._window = window
        self._context = context
        self._grid = grid
        self._docks = docks
        self._waiting: RowFilter | None = None
        context.bridge.changed.connect(self._changed)
        context.project_changed.connect(self._forget)

    def restore_window(self) -> None:
        """Give the window its last size and place, and the docks theirs for the next project."""
        kept = self._context.desk.settings.window
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self._window.resize(min(1360, screen.width()), min(860, screen.height()))
        if "geometry" in kept:
            self._window.restoreGeometry(QByteArray.fromBase64(kept["geometry"].encode()))
        self._docks.kept = kept.get("docks", "")

    def keep_window(self) -> None:
        """Note size and place of window and docks."""
        kept = dict(self._context.desk.settings.window)
        kept["geometry"] = bytes(self._window.saveGeometry().toBase64().data()).decode()
        kept["docks"] = self._docks.kept
        self._write(kept)

    def keep_place(self) -> None:
        """Note the docks, and document, segment, caret and filter of the open project."""
        if not self._context.is_open:
            return
        self._docks.note()
        rows = self._grid.rows
        place = {
            "document": rows.document,
            "segment": self._context.focus.segment,
            "caret": self._grid.caret(),
            "text": rows.row_filter.text,
            "kind": rows.row_filter.kind.value,
        }
        kept = dict(self._context.desk.settings.window)
        key = _PLACE + str(self._context.project.path)
        kept.pop(key, None)
        kept[key] = json.dumps(place, ensure_ascii=False)
        for old in [one for one in kept if one.startswith(_PLACE)][:-RECENT_LIMIT]:
            del kept[old]
        self._write(kept)

    def restore_place(self, path: Path) -> None:
        """Go where one was when the project was last closed."""
        words = self._context.desk.settings.window.get(_PLACE + str(path), "")
        try:
            place = json.loads(words) if words else {}
            document, segment = place.get("document"), place.get("segment")
            wish = RowFilter(str(place.get("text", "")), Kind(place.get("kind", "all")))
            caret = Span(*place["caret"]) if place.get("caret") else None
        except (ValueError, TypeError, AttributeError):
            return
        state = self._context.session.state
        if document in state.documents:
            self._context.focus.set_document(DocumentId(document))
        if segment in state.segments:
            self._context.focus.go_to(SegmentId(segment), caret, edit=caret is not None)
        if wish.kind is Kind.FLAGGED:
            # Which segments have flags is known only when they have been checked.
            self._waiting = wish
        elif not wish.empty:
            self._grid.rows.set_filter(wish)

    def _changed(self, changes: Changes) -> None:
        if self._waiting is not None and changes.progress is not None and changes.progress.finished:
            wish, self._waiting = self._waiting, None
            if self._grid.rows.row_filter.empty:
                self._grid.rows.set_filter(wish)

    def _forget(self) -> None:
        self._waiting = None

    def _write(self, kept: dict[str, str]) -> None:
        try:
            self._context.desk.change_settings(window=kept)
        except DeskError as error:
            self._context.tell_error(error)
