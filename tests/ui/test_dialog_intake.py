"""Text in and out by dialogs: Chinese attached, a changed file read anew, text pasted, files and findings written."""

from __future__ import annotations

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QFileDialog, QLineEdit, QPlainTextEdit

from tests.ui.conftest import Ctrl, copy_of_sample
from translator_desk.app.commands.edit import SetTarget
from translator_desk.ui.dialogs.export import ExportDialog
from translator_desk.ui.dialogs.paste_text import PasteText
from translator_desk.ui.dialogs.reimport_result import ReimportResult
from translator_desk.ui.grid.segment_model import Column
from translator_desk.ui.panels.cards import CardView
from translator_desk.wording import say


def dialog_of(hand, kind):
    found = [one for one in hand.window.findChildren(kind) if one.isVisible()]
    hand.wait(lambda: bool(found))
    return found[0]


def named(dialog, kind, name):
    return next(one for one in dialog.findChildren(kind) if one.accessibleName() == name)


@pytest.fixture
def english_only(hand, tmp_path):
    folder = copy_of_sample(tmp_path / "texts")
    (folder / "s1.zh.txt").rename(tmp_path / "later.zh.txt")
    hand.open_texts(folder)
    return hand


def test_the_chinese_is_attached_later_and_ctrl_z_takes_it_back(english_only, tmp_path):
    hand = english_only
    key = hand.state.document_order[0]
    before = [one.target for one in hand.state.document_segments(key)]
    assert not hand.state.documents[key].has_source
    assert hand.grid.isColumnHidden(Column.SOURCE)
    hand.context.actions["document.attach-source"].trigger()
    files = dialog_of(hand, QFileDialog)
    files.fileSelected.emit(str(tmp_path / "later.zh.txt"))
    files.reject()
    hand.wait(lambda: hand.state.documents[key].has_source)
    assert any("邓群策" in one.source for one in hand.state.document_segments(key))
    assert hand.window.sentences
    assert not hand.grid.isColumnHidden(Column.SOURCE)
    assert hand.grid.columnWidth(Column.SOURCE) > 100
    hand.window.activateWindow()
    hand.wait(hand.window.isActiveWindow)
    hand.press(Qt.Key.Key_Z, Ctrl)
    assert not hand.state.documents[key].has_source
    assert [one.target for one in hand.state.document_segments(key)] == before
    assert hand.grid.isColumnHidden(Column.SOURCE)


def test_a_file_that_cannot_be_the_chinese_is_named_in_the_bar(english_only, tmp_path):
    hand = english_only
    bad = tmp_path / "bad.zh.txt"
    bad.write_bytes(b"")
    hand.context.actions["document.attach-source"].trigger()
    files = dialog_of(hand, QFileDialog)
    files.fileSelected.emit(str(bad))
    files.reject()
    hand.wait(lambda: any("bad.zh.txt" in one for one in hand.window.sentences))
    assert not hand.state.documents[hand.state.document_order[0]].has_source


def test_a_changed_file_is_read_anew_and_edits_stay(open_desk, texts):
    hand = open_desk
    edited = hand.order[3]
    hand.context.execute(SetTarget(edited, "A sentence of my own.", say("test", "测试")))
    file = texts / "s1.en.txt"
    old = hand.target(8)
    file.write_text(file.read_text("utf-8").replace(old, "At the meeting, nine working groups reported."), "utf-8")
    hand.context.actions["document.read-anew"].trigger()
    hand.wait(lambda: hand.target(8) == "At the meeting, nine working groups reported.")
    assert hand.state.segments[edited].target == "A sentence of my own."
    assert hand.window.sentences


def test_a_conflict_keeps_both_wordings_in_sight(open_desk, texts):
    hand = open_desk
    edited = hand.order[7]
    words = "At the meeting, nine special teams reported in turn on their work."
    hand.context.execute(SetTarget(edited, words, say("test", "测试")))
    file = texts / "s1.en.txt"
    file.write_text(file.read_text("utf-8").replace("special working groups", "special groups"), "utf-8")
    hand.context.actions["document.read-anew"].trigger()
    hand.wait(lambda: bool(hand.window.sentences))
    assert hand.state.segments[edited].target == words
    line = hand.window._errors._lines[0]
    line._button.click()
    result = dialog_of(hand, ReimportResult)
    view = result.findChild(CardView)
    said = view.rows.index(0).data()
    assert words in said
    assert "special groups" in said
    result.reject()


def test_reading_an_unchanged_file_says_so(open_desk):
    hand = open_desk
    versions = {key: one.version for key, one in hand.state.segments.items()}
    hand.context.actions["document.read-anew"].trigger()
    hand.wait(lambda: any("nothing changed" in one for one in hand.window.sentences))
    assert {key: one.version for key, one in hand.state.segments.items()} == versions


def test_pasted_chinese_and_english_become_one_document(open_desk):
    hand = open_desk
    QApplication.clipboard().setText("市长说话。\n大家鼓掌。")
    hand.context.actions["project.paste-both"].trigger()
    dialog = dialog_of(hand, PasteText)
    chinese, english = dialog.findChildren(QPlainTextEdit)
    assert chinese.toPlainText() == "市长说话。\n大家鼓掌。"
    assert english.toPlainText() == ""
    english.setPlainText("The mayor spoke.\nEverybody clapped.")
    dialog.findChild(QCheckBox).setChecked(True)
    dialog.accept()
    hand.wait(lambda: len(hand.state.document_order) == 2)
    pairs = [(one.source, one.target) for one in hand.state.document_segments(hand.state.document_order[1])]
    assert pairs == [("市长说话。", "The mayor spoke."), ("大家鼓掌。", "Everybody clapped.")]


def test_nothing_pasted_is_refused_inside_the_dialog(open_desk):
    hand = open_desk
    QApplication.clipboard().clear()
    hand.context.actions["project.paste-both"].trigger()
    dialog = dialog_of(hand, PasteText)
    dialog.accept()
    assert dialog.isVisible()
    dialog.reject()
    assert len(hand.state.document_order) == 1


def test_an_export_names_its_files_and_writes_them(open_desk, tmp_path, qtbot):
    hand = open_desk
    hand.go(1)
    hand.press(Qt.Key.Key_E, Ctrl)
    dialog = dialog_of(hand, ExportDialog)
    folder = named(dialog, QLineEdit, "Folder")
    folder.setText(str(tmp_path / "out"))
    assert "s1.en-corrected.txt" in dialog.findChild(QPlainTextEdit).toPlainText()
    kind = named(dialog, QComboBox, "As")
    kind.setCurrentIndex(3)
    assert "s1.en-corrected.tsv" in dialog.findChild(QPlainTextEdit).toPlainText()
    kind.setCurrentIndex(0)
    dialog._reason.setText("for a look")
    qtbot.keyClick(folder, Qt.Key.Key_Return)
    written = tmp_path / "out" / "s1.en-corrected.txt"
    assert written.read_bytes() == (tmp_path / "texts" / "s1.en.txt").read_bytes()
    assert any("s1.en-corrected.txt" in one for one in hand.window.sentences)


def test_an_export_that_would_replace_the_original_says_so(open_desk):
    hand = open_desk
    hand.go(1)
    hand.press(Qt.Key.Key_E, Ctrl)
    dialog = dialog_of(hand, ExportDialog)
    assert not dialog._warning.isVisible()
    named(dialog, QLineEdit, "Added to the name").clear()
    assert "s1.en.txt" in dialog._warning.text()
    assert dialog._warning.isVisible()
    dialog.reject()


def test_an_export_into_a_file_stays_open_and_names_the_cause(open_desk, tmp_path):
    hand = open_desk
    hand.go(1)
    hand.press(Qt.Key.Key_E, Ctrl)
    dialog = dialog_of(hand, ExportDialog)
    named(dialog, QLineEdit, "Folder").setText(str(tmp_path / "texts" / "s1.en.txt"))
    dialog._reason.setText("for a look")
    dialog.accept()
    assert dialog.isVisible()
    assert "s1.en.txt" in dialog._complaint.text()
    dialog.reject()


def test_the_flags_are_written_as_a_table(open_desk, tmp_path):
    hand = open_desk
    hand.context.actions["project.findings"].trigger()
    files = dialog_of(hand, QFileDialog)
    files.fileSelected.emit(str(tmp_path / "flags.csv"))
    files.reject()
    with (tmp_path / "flags.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 1 + len(hand.context.project.checking.all_issues())


def test_the_keys_are_the_windows_again_after_a_file_was_asked_for(open_desk, monkeypatch):
    woken = []
    monkeypatch.setattr(open_desk.window, "activateWindow", lambda: woken.append(True))
    open_desk.context.actions["project.findings"].trigger()
    dialog_of(open_desk, QFileDialog).reject()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    open_desk.context.actions["project.open"].trigger()
    open_desk.context.actions["project.add"].trigger()
    assert len(woken) == 3
