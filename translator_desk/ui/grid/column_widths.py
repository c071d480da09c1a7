"""How wide the columns of the grid are: number and status as wide as they need, the texts share the rest."""

from __future__ import annotations

from PySide6.QtWidgets import QTableView

from translator_desk.ui.grid.cell_layouts import PADDING
from translator_desk.ui.grid.segment_model import Column

_SOURCE_SHARE, _SOURCE_BESIDE_SIDES = 0.42, 0.3
"""Chinese needs less room than its English; still less where the English stands there twice."""
_LEAST_REST = 160
_LEAST_TEXT = 60


def share_width(view: QTableView, *, margin: int, sign: int, source: bool, sides: bool) -> None:
    """Divide the width of the grid among its columns; those without a text are hidden.

    Args:
        view: The grid.
        margin: Pixels that the margin takes of the column of numbers.
        sign: Edge of a sign of the status, in pixels.
        source: Whether the Chinese is shown.
        sides: Whether the text as it was stands beside the text as it will be.
    """
    letter = view.fontMetrics().horizontalAdvance("0")
    number = letter * max(3, len(str(view.model().rowCount()))) + 3 * PADDING + margin
    status = 2 * sign + 3 * letter + 4 * PADDING
    rest = max(view.viewport().width() - number - status, _LEAST_REST)
    chinese = int(rest * (_SOURCE_BESIDE_SIDES if sides else _SOURCE_SHARE)) if source else 0
    baseline = (rest - chinese) // 2 if sides else 0
    view.setColumnHidden(Column.SOURCE, not chinese)
    view.setColumnHidden(Column.BASELINE, not baseline)
    for column, width in (
        (Column.NUMBER, number),
        (Column.SOURCE, chinese),
        (Column.BASELINE, baseline),
        (Column.TARGET, rest - chinese - baseline),
        (Column.STATUS, status),
    ):
        if width:
            view.setColumnWidth(column, width)


def text_width(view: QTableView, column: Column, *, shown: bool = True) -> int:
    """Return how many pixels wide the lines of a column are, 0 where it is not shown."""
    return max(view.columnWidth(column) - 2 * PADDING, _LEAST_TEXT) if shown else 0
