"""Size, place and docks of the window, and where one was in each project: kept over a restart."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QByteArray, QObject, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from translator_desk.app.changes import Changes
from translator_desk.app.place import WorkPlace
from translator_desk.app.review_queue import filter_of
from translator_desk.errors import DeskError
from translator_desk.text.span import Span
from translator_desk.ui.context import DeskContext
from translator_desk.ui.docks import Docks
from translator_desk.ui.grid.filter_model import Kind, RowFilter
from translator_desk.ui.grid.segment_view import SegmentView
from translator_desk.ui.later import later

NOTED_MS = 5000
USUAL_SIZE = QSize(1360, 860)
"""Of a window that nobody has sized yet."""


class WindowState(QObject):
    """Reads and writes what belongs to this person's window."""

    def __init__(self, window: QMainWindow, context: DeskContext, grid: SegmentView, docks: Docks) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._grid = grid
        self._docks = docks
        self._waiting: RowFilter | None = None
        self._restored = False
        # Now and then while one works, so that a crash costs no more than the last steps of the way.
        self._noting = later(window, NOTED_MS, self._note_place)
        context.focus.segment_changed.connect(self._moved)
        context.focus.hunk_changed.connect(self._decided)
        context.bridge.changed.connect(self._changed)
        context.project_changed.connect(self._forget)

    def restore_window(self) -> None:
        """Give the window its last size and place, and the docks theirs for the next project."""
        kept = self._context.desk.settings.window
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self._window.resize(USUAL_SIZE.boundedTo(screen.size()))
        if "geometry" in kept:
            self._window.restoreGeometry(QByteArray.fromBase64(kept["geometry"].encode()))
        self._docks.kept = kept.get("docks", "")

    def keep_window(self) -> None:
        """Note size and place of window and docks."""
        kept = dict(self._context.desk.settings.window)
        kept["geometry"] = bytes(self._window.saveGeometry().toBase64().data()).decode()
        kept["docks"] = self._docks.kept
        kept["perspective"] = self._context.perspective
        self._write(kept)

    def keep_place(self) -> None:
        """Note the docks, and document, segment, caret and filter of the open project."""
        if not self._context.is_open:
            return
        self._docks.note()
        self._note_place()

    def restore_place(self) -> None:
        """Go where one was when the open project was last closed; only the first call for a project does that."""
        if self._restored:
            return
        self._restored = True
        place, state = self._context.project.place, self._context.session.state
        wish = RowFilter(place.text, Kind(place.kind) if place.kind in set(Kind) else Kind.ALL)
        if place.document in state.documents:
            self._context.focus.set_document(place.document)
        if place.segment in state.segments:
            caret = Span(*place.caret) if place.caret is not None else None
            self._context.focus.go_to(place.segment, caret, edit=caret is not None)
            self._context.review.return_to(place.hunk or 1)
        self._context.review.narrow(replace(filter_of(place.queue), document=self._context.focus.document))
        if wish.kind is Kind.FLAGGED:
            # Which segments have flags is known only when they have been checked.
            self._waiting = wish
        elif not wish.empty:
            self._grid.rows.set_filter(wish)

    def _note_place(self) -> None:
        if not self._context.is_open:
            return
        rows = self._grid.rows
        place = WorkPlace(
            rows.document,
            self._context.focus.segment,
            self._grid.caret(),
            rows.row_filter.text,
            rows.row_filter.kind.value,
            self._context.review.wanted.text(),
            self._context.focus.hunk[1] if self._context.focus.hunk is not None else 0,
        )
        self._context.desk.keep_place(self._context.project, place)

    def _changed(self, changes: Changes) -> None:
        if self._waiting is not None and changes.progress is not None and changes.progress.finished:
            wish, self._waiting = self._waiting, None
            if self._grid.rows.row_filter.empty:
                self._grid.rows.set_filter(wish)

    def _moved(self, segment: object) -> None:
        if segment is not None and not self._noting.isActive():
            self._noting.start()

    def _decided(self) -> None:
        self._moved(self._context.focus.hunk)

    def _forget(self) -> None:
        self._waiting = None
        self._restored = False
        self._noting.stop()

    def _write(self, kept: dict[str, str]) -> None:
        try:
            self._context.desk.change_settings(window=kept)
        except DeskError as error:
            self._context.tell_error(error)
