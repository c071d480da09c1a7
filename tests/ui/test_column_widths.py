import pytest
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTableView

from translator_desk.ui.grid.column_widths import share_width, text_width
from translator_desk.ui.grid.segment_model import Column


@pytest.fixture
def view(qtbot):
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(QStandardItemModel(3, len(Column), view))
    view.verticalHeader().hide()
    view.resize(1000, 300)
    return view


def widths(view):
    return {column: view.columnWidth(column) for column in Column if not view.isColumnHidden(column)}


def test_the_columns_fill_the_grid_and_english_has_more_room_than_chinese(view):
    share_width(view, margin=0, sign=16, source=True, sides=False)
    shared = widths(view)
    assert Column.BASELINE not in shared
    assert sum(shared.values()) == view.viewport().width()
    assert shared[Column.TARGET] > shared[Column.SOURCE] > shared[Column.STATUS]


def test_beside_each_other_both_english_texts_are_equally_wide(view):
    share_width(view, margin=0, sign=16, source=True, sides=True)
    shared = widths(view)
    assert abs(shared[Column.BASELINE] - shared[Column.TARGET]) <= 1
    assert shared[Column.SOURCE] < shared[Column.TARGET]


def test_without_chinese_its_column_is_hidden(view):
    share_width(view, margin=0, sign=16, source=False, sides=False)
    assert Column.SOURCE not in widths(view)
    assert text_width(view, Column.SOURCE, shown=False) == 0
    assert 0 < text_width(view, Column.TARGET) < view.columnWidth(Column.TARGET)


def test_the_margin_widens_the_column_of_numbers(view):
    share_width(view, margin=0, sign=16, source=True, sides=False)
    before = view.columnWidth(Column.NUMBER)
    share_width(view, margin=25, sign=16, source=True, sides=False)
    assert view.columnWidth(Column.NUMBER) == before + 25
