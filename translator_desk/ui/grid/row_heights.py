"""Heights of the rows: estimated for all when a document opens, measured when a row comes into sight.

Laying out 100,000 rows takes minutes, estimating them half a second. What comes into sight is measured, and
the row in the middle keeps its place on the screen while its neighbours get their true heights.
"""

from __future__ import annotations

from PySide6.QtWidgets import QTableView

from translator_desk.ui.grid.cell_layouts import CellLayouts
from translator_desk.ui.grid.segment_model import SegmentModel

ONE_BY_ONE = 5000
"""Up to so many rows each get an estimate of their own."""
SAMPLE = 200


class RowHeights:
    """Keeps the heights of a view's rows."""

    def __init__(self, view: QTableView, model: SegmentModel, layouts: CellLayouts) -> None:
        self._view = view
        self._model = model
        self._layouts = layouts
        self._measured: set[int] = set()
        self._busy = False

    def estimate_all(self) -> None:
        """Give every row its estimated height."""
        self._measured.clear()
        view, header = self._view, self._view.verticalHeader()
        estimate, smallest, count = self._layouts.estimate, self._layouts.smallest, self._model.rowCount()
        view.setUpdatesEnabled(False)
        if count > ONE_BY_ONE:
            # So many rows are given one height, their average: the handle of the scroll bar cannot tell.
            sample = (self._model.segment(row) for row in range(0, count, count // SAMPLE))
            heights = [smallest if segment is None else estimate(segment) for segment in sample]
            header.setDefaultSectionSize(round(sum(heights) / len(heights)))
            view.setUpdatesEnabled(True)
            view.scheduleDelayedItemsLayout()
            return
        header.setDefaultSectionSize(smallest)
        # With signals and updates on, this is a hundred times slower.
        header.blockSignals(True)
        resize = header.resizeSection
        for row in range(count):
            segment = self._model.segment(row)
            height = smallest if segment is None else estimate(segment)
            if height != smallest:
                resize(row, height)
        header.blockSignals(False)
        view.setUpdatesEnabled(True)
        view.scheduleDelayedItemsLayout()

    def forget(self, segments: frozenset[int]) -> None:
        """Measure these again when they are next in sight."""
        self._measured.difference_update(segments)

    def measure_visible(self) -> None:
        """Give the rows in sight their true heights; the one in the middle stays where it is."""
        if self._busy or not self._model.rowCount():
            return
        self._busy = True
        try:
            # True heights bring other rows into sight; twice is nearly always enough.
            for _ in range(4):
                if not self._measure_once():
                    break
        finally:
            self._busy = False

    def measure(self, row: int) -> None:
        """Give one row its true height anew; what stands above it stays where it is."""
        self._measured.discard(self._model.ids()[row])
        self._resize(row)

    def visible_rows(self) -> range:
        """Return the rows in sight."""
        view = self._view
        first = view.rowAt(0)
        if first < 0:
            return range(0)
        last = view.rowAt(view.viewport().height() - 1)
        return range(first, (last if last >= 0 else self._model.rowCount() - 1) + 1)

    def _measure_once(self) -> bool:
        view = self._view
        rows = self.visible_rows()
        if not rows:
            return False
        anchor = view.rowAt(view.viewport().height() // 2)
        current = view.currentIndex().row()
        if current in rows:
            anchor = current
        elif anchor < 0:
            anchor = rows[-1]
        before = view.rowViewportPosition(anchor)
        changed = [row for row in rows if self._resize(row)]
        if not changed:
            return False
        view.updateGeometries()
        moved = view.rowViewportPosition(anchor) - before
        if moved:
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() + moved)
        return True

    def _resize(self, row: int) -> bool:
        key = self._model.ids()[row]
        if key in self._measured:
            return False
        self._measured.add(key)
        segment = self._model.segment(row)
        height = self._layouts.smallest if segment is None else self._layouts.row(segment).height
        if self._view.rowHeight(row) == height:
            return False
        self._view.setRowHeight(row, height)
        return True
