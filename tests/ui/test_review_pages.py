"""Redline, changes and digest are written from the menu as pages that need nothing beside them."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QFileDialog, QMenu

from tests.ui.conftest import Ctrl
from tests.ui.settled import settle
from translator_desk.app.commands.edit import EditTarget
from translator_desk.app.commands.workflow import MoveDocument
from translator_desk.model.workflow import Move
from translator_desk.text.span import Span
from translator_desk.ui.commands.record import _fill_points, _fill_prints
from translator_desk.ui.dialogs.asked_words import AskedWords


def sit_down(hand, name, role):
    hand.context.desk.change_settings(person=name, role=role)
    hand.context.projects.person_changed()


@pytest.fixture
def edited(open_desk):
    """Li edits a segment and hands over; Wang writes more into it."""
    hand = open_desk
    settle(hand)
    sit_down(hand, "Li Wei", "translator")
    hand.go(1)
    hand.context.execute(EditTarget(hand.order[1], Span(0, 0), "So: "))
    hand.context.execute(MoveDocument(hand.state.document_order[0], Move.HAND_OVER))
    sit_down(hand, "Wang Fang", "reviewer")
    target = hand.target(2)
    hand.context.execute(EditTarget(hand.order[1], Span(len(target), len(target)), " <b>Quite so.</b>"))
    return hand


def chosen(hand, path):
    """Choose a file in the dialog, and return what is written there."""
    hand.wait(lambda: any(one.isVisible() for one in hand.window.findChildren(QFileDialog)))
    dialog = next(one for one in hand.window.findChildren(QFileDialog) if one.isVisible())
    dialog.fileSelected.emit(str(path))
    dialog.close()
    hand.wait(path.exists)
    return path.read_text(encoding="utf-8")


def test_the_redline_is_a_page(edited, tmp_path):
    edited.context.actions["record.redline"].trigger()
    page = chosen(edited, tmp_path / "redline.html")
    assert "Wang Fang" in page
    assert "&lt;b&gt;Quite so." in page
    assert "<script" not in page


def test_the_digest_tells_the_translator_who_changed_what(edited, tmp_path):
    edited.context.actions["record.digest"].trigger()
    page = chosen(edited, tmp_path / "digest.html")
    assert "Li Wei" in page
    assert "Quite so." in page


def test_changes_since_a_point_and_since_a_day(edited, tmp_path):
    hand = edited
    menu = QMenu(hand.window)
    _fill_points(hand.context, menu)
    menu.actions()[1].trigger()
    page = chosen(hand, tmp_path / "changes.html")
    assert "since the hand-over" in page
    assert "Quite so." in page
    menu.actions()[3].trigger()
    hand.wait(lambda: any(one.isVisible() for one in hand.window.findChildren(AskedWords)))
    dialog = next(one for one in hand.window.findChildren(AskedWords) if one.isVisible())
    hand.qtbot.keyClicks(dialog.focusWidget(), "2999-01-01")
    hand.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert "Nothing was changed." in chosen(hand, tmp_path / "none.html")


def test_a_day_that_is_none_is_told(edited):
    hand = edited
    menu = QMenu(hand.window)
    _fill_points(hand.context, menu)
    menu.actions()[3].trigger()
    hand.wait(lambda: any(one.isVisible() for one in hand.window.findChildren(AskedWords)))
    dialog = next(one for one in hand.window.findChildren(AskedWords) if one.isVisible())
    hand.qtbot.keyClicks(dialog.focusWidget(), "last week")
    hand.qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert any("last week" in one for one in hand.window.sentences)


def test_a_name_that_ends_in_pdf_gives_paper(edited, tmp_path):
    hand = edited
    hand.context.actions["record.redline"].trigger()
    hand.wait(lambda: any(one.isVisible() for one in hand.window.findChildren(QFileDialog)))
    dialog = next(one for one in hand.window.findChildren(QFileDialog) if one.isVisible())
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert dialog.defaultSuffix() == "pdf"
    dialog.fileSelected.emit(str(tmp_path / "redline.pdf"))
    dialog.close()
    hand.wait((tmp_path / "redline.pdf").exists)
    assert (tmp_path / "redline.pdf").read_bytes().startswith(b"%PDF-")


def previewed(hand):
    hand.wait(lambda: any(one.isVisible() for one in hand.window.findChildren(QPrintPreviewDialog)))
    return next(one for one in hand.window.findChildren(QPrintPreviewDialog) if one.isVisible())


def test_ctrl_p_shows_the_redline_as_it_is_printed(edited, tmp_path):
    hand = edited
    hand.go(2)
    hand.press(Qt.Key.Key_P, Ctrl)
    dialog = previewed(hand)
    assert "Redline of" in dialog.windowTitle()
    shown = dialog.findChild(QPrintPreviewWidget)
    hand.wait(lambda: shown.pageCount() > 0)
    printer = dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog.paintRequested.emit(printer)
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert len(re.findall(rb"/Type /Page\b", printed)) == shown.pageCount()
    dialog.reject()


def test_changes_and_digest_are_printed_too(edited):
    hand = edited
    menu = QMenu(hand.window)
    _fill_prints(hand.context, menu)
    for action, title in zip(menu.actions()[1:], ("since the hand-over", "Li Wei"), strict=True):
        action.trigger()
        dialog = previewed(hand)
        assert title in dialog.windowTitle()
        dialog.close()
        hand.wait(lambda: not any(one.isVisible() for one in hand.window.findChildren(QPrintPreviewDialog)))
