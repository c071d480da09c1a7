"""What is as it was after closing and opening again: window, place, caret, filter, zoom, recent projects."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.conftest import Ctrl, copy_of_sample
from translator_desk.app.place import WorkPlace
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.text.span import Span
from translator_desk.ui.grid.filter_model import Kind, RowFilter
from translator_desk.ui.window_state import WindowState


def reopened(hand, new_desk):
    path = hand.context.project.path
    hand.close()
    again = new_desk()
    again.open_project(path)
    return again


def test_the_place_is_found_again(open_desk, new_desk):
    open_desk.go(5, edit=True)
    open_desk.editor.select(Span(3, 8))
    again = reopened(open_desk, new_desk)
    assert again.context.focus.segment == again.order[4]
    assert again.grid.caret() == (3, 8)


@pytest.mark.parametrize("kind", [Kind.ALL, Kind.FLAGGED])
def test_document_and_filter_are_found_again(hand, new_desk, tmp_path, kind):
    hand.open_texts(copy_of_sample(tmp_path / "texts", "s1", "s2"))
    second = hand.state.document_order[1]
    hand.context.focus.set_document(second)
    wish = RowFilter("the", kind)
    hand.wait(lambda: any(hand.context.project.checking.issues(key) for key in hand.state.order[second]))
    hand.wait(lambda: hand.context.project.checking.progress.finished)
    hand.grid.rows.set_filter(wish)
    shown = hand.grid.shown_segments()
    hand.context.focus.go_to(shown[-1])
    again = reopened(hand, new_desk)
    again.wait(lambda: again.grid.rows.row_filter == wish)
    assert again.context.focus.document == second
    assert set(again.grid.shown_segments()) <= set(shown)
    assert again.context.focus.segment == shown[-1]


def test_size_and_zoom_are_found_again(open_desk, new_desk):
    open_desk.window.resize(open_desk.window.width(), 703)
    open_desk.press(Qt.Key.Key_Equal, Ctrl)
    again = reopened(open_desk, new_desk)
    assert again.window.height() == 703
    assert again.grid.zoom == 110


def test_hidden_panels_stay_hidden(open_desk, new_desk):
    docks = open_desk.window._docks
    panels = docks.ids()
    if not panels:
        return
    docks.toggle(panels[0])
    docks.hide(panels[0])
    again = reopened(open_desk, new_desk)
    assert not again.window._docks.is_shown(panels[0])


def test_projects_are_listed_the_latest_first(hand, new_desk, tmp_path):
    hand.open_texts(copy_of_sample(tmp_path / "first", "s1"))
    hand.window.projects.close()
    hand.wait(lambda: not hand.context.is_open)
    hand.open_texts(copy_of_sample(tmp_path / "second", "s2"))
    again = reopened(hand, new_desk)
    assert [one.rsplit("/", 1)[-1] for one in again.application.desk.settings.recent] == ["second.desk", "first.desk"]


def test_damaged_settings_cost_the_settings_and_not_the_start(hand, new_desk):
    file = hand.application.desk.paths.settings_file
    hand.close()
    file.write_text("{", "utf-8")
    again = new_desk()
    assert any("settings" in one for one in again.window.sentences)
    assert file.with_suffix(".damaged").exists()


def test_a_place_that_is_gone_is_no_error(open_desk, new_desk, monkeypatch):
    place = WorkPlace(DocumentId("gone"), SegmentId(99999), (5, 3), "", "x")
    monkeypatch.setattr(WindowState, "_note_place", lambda self: None)
    open_desk.application.desk.keep_place(open_desk.context.project, place)
    again = reopened(open_desk, new_desk)
    assert again.context.focus.segment == again.order[0]
