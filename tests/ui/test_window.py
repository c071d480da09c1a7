"""A person's way through the window by keys: open, find with F8, mend with one key, export, and find it there again."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from tests.ui.conftest import Alt, Ctrl, copy_of_sample
from translator_desk.app.exports import written_target
from translator_desk.errors import StoreError
from translator_desk.ui.error_bar import ErrorBar
from translator_desk.ui.flag_strip import FlagStrip
from translator_desk.wording import say

LATE = (
    "sqlalchemy",
    "numpy",
    "alembic",
    "sacrebleu",
    "PySide6.QtNetwork",
    "lxml",
    "jinja2",
    "rjieba",
    "snowballstemmer",
    "spylls",
    "yaml",
)

RIGHT, WRONG = "Deng Qunce, Deputy Secretary", "Deng Qunze, Deputy Secretary"


def test_a_flag_is_found_with_f8_mended_with_one_key_and_still_mended_after_reopening(
    open_desk, new_desk, texts, tmp_path
):
    hand = open_desk
    assert WRONG in hand.target(5)
    hand.go_to_words("Deng Qunze")
    hand.press(Qt.Key.Key_1, Alt)
    assert RIGHT in hand.target(5)
    project = hand.context.project
    document = hand.state.document_order[0]
    assert written_target(hand.state.documents[document], hand.state.document_segments(document)) == (
        texts / "s1.en.txt"
    ).read_bytes().replace(b"Deng Qunze", b"Deng Qunce")
    hand.close()
    again = new_desk()
    again.open_project(project.path)
    assert RIGHT in again.target(5)


def test_an_unedited_document_is_exported_byte_for_byte(hand, tmp_path):
    folder = copy_of_sample(tmp_path / "texts", "s2")
    hand.open_texts(folder)
    document = hand.state.document_order[0]
    written = written_target(hand.state.documents[document], hand.state.document_segments(document))
    assert written == (folder / "s2.en.txt").read_bytes()


def test_typing_is_undone_and_redone_by_keys(open_desk):
    hand = open_desk
    before = hand.target(1)
    hand.go(1, edit=True)
    hand.type("ab")
    typed = hand.target(1)
    assert typed == before + "ab"
    hand.press(Qt.Key.Key_Z, Ctrl)
    assert hand.target(1) == before == hand.editor.target
    hand.press(Qt.Key.Key_Y, Ctrl)
    assert hand.target(1) == typed


def test_confirming_goes_to_the_next_and_esc_keeps_the_text(open_desk):
    hand = open_desk
    order = hand.order
    hand.go(1)
    hand.press(Qt.Key.Key_Return, Ctrl)
    assert hand.state.segments[order[0]].state.value == "translated"
    assert hand.context.focus.segment == order[1]
    hand.press(Qt.Key.Key_F2)
    hand.type("x")
    typed = hand.target(2)
    hand.press(Qt.Key.Key_Escape)
    assert hand.target(2) == typed
    assert "x" in typed
    assert not hand.grid.editing


def test_the_window_finds_what_the_command_line_finds(open_desk, texts):
    from translator_desk.app.documents import InputOptions, read_inputs
    from translator_desk.app.report import make_report
    from translator_desk.app.term_bases import read_term_base
    from translator_desk.checks.base import CheckOptions

    terms = read_term_base(None)
    project = read_inputs(InputOptions((str(texts),), aligned=True), terms).project
    report = make_report(project, terms, CheckOptions())
    key = lambda one: (one.check, one.target, one.message, one.fingerprint)  # noqa: E731
    checking = open_desk.context.project.checking
    open_desk.wait(lambda: len(checking.all_issues()) == len(report.issues))
    assert [key(one) for one in checking.all_issues()] == [key(one) for one in report.issues]


def test_no_label_takes_text_for_markup(open_desk):
    open_desk.go_to_words("Deng Qunze")
    labels = [label for label in open_desk.window.findChildren(QLabel) if label.text()]
    assert labels
    for label in labels:
        assert label.textFormat() == Qt.TextFormat.PlainText, label.text()


def test_a_refused_file_is_said_in_the_bar_and_nothing_opens(hand, tmp_path):
    bad = tmp_path / "lost.desk"
    bad.write_bytes(b"")
    hand.window.projects.take([bad])
    hand.wait(lambda: bool(hand.window.sentences))
    assert "lost.desk" in hand.window.sentences[0]
    assert bad.read_bytes() == b""
    assert not hand.context.is_open


def test_a_refused_text_leaves_no_empty_project_behind(hand, tmp_path):
    bad = tmp_path / "picture.txt"
    bad.write_bytes(bytes(range(256)))
    hand.window.projects.take([bad])
    hand.wait(lambda: bool(hand.window.sentences))
    assert not hand.context.is_open
    assert "picture.txt:1:1" in hand.window.sentences[0]
    assert list(hand.application.desk.paths.documents.rglob("*.desk")) == []
    assert hand.application.desk.settings.recent == ()


def refuse_writing(hand, monkeypatch):
    """Let every write of the open project fail as on a full disk."""

    def full(*_):
        raise StoreError(say("The disk is full.", "磁盘已满。"))

    for name in ("save_changes", "save_draft"):
        monkeypatch.setattr(hand.context.project.store, name, full)


def bar_button(hand, words):
    buttons = hand.window.findChild(ErrorBar).findChildren(QPushButton)
    return next(one for one in buttons if words in one.text())


def test_work_that_cannot_be_saved_is_said_and_the_text_stays(open_desk, monkeypatch):
    hand = open_desk
    with monkeypatch.context() as broken:
        refuse_writing(hand, broken)
        hand.go(1)
        hand.press(Qt.Key.Key_Return, Ctrl)
        hand.wait(lambda: any("disk is full" in one for one in hand.window.sentences))
        assert "Not saved" in hand.window.statusBar().saving
        assert hand.state.segments[hand.order[0]].state.value == "translated"
    hand.qtbot.mouseClick(bar_button(hand, "Try again"), Qt.MouseButton.LeftButton)
    hand.wait(lambda: "Saved" in hand.window.statusBar().saving)
    assert not hand.window.sentences


def test_closing_waits_for_unsaved_work_unless_it_is_given_up(open_desk, monkeypatch):
    hand = open_desk
    refuse_writing(hand, monkeypatch)
    hand.go(1)
    hand.press(Qt.Key.Key_Return, Ctrl)
    hand.wait(lambda: bool(hand.window.sentences))
    hand.window.close()
    hand.wait(lambda: any("stays open" in one for one in hand.window.sentences))
    assert hand.window.isVisible()
    assert hand.context.is_open
    hand.qtbot.mouseClick(bar_button(hand, "Close without saving"), Qt.MouseButton.LeftButton)
    hand.wait(lambda: not hand.window.isVisible())


def test_a_window_closed_while_a_project_opens_lets_that_project_go_first(open_desk, new_desk):
    path = open_desk.context.project.path
    open_desk.close()
    again = new_desk()
    again.window.projects.open(path)
    again.window.close()
    assert again.window.isVisible()
    again.wait(lambda: not again.window.isVisible())
    assert not again.context.is_open
    assert not path.with_name(path.name + "-wal").exists()
    last = new_desk()
    last.open_project(path)
    assert last.context.writable
    assert not last.window.sentences


def test_a_window_closed_while_a_project_is_made_for_texts_leaves_none_behind(hand, texts):
    hand.window.projects.take(sorted(texts.iterdir()))
    hand.window.close()
    hand.wait(lambda: not hand.window.isVisible())
    assert list(hand.application.desk.paths.documents.glob("*.desk")) == []
    assert hand.application.desk.settings.recent == ()


def test_a_window_closed_while_a_project_cannot_be_opened_closes(hand, tmp_path):
    hand.window.projects.open(tmp_path / "gone.desk")
    hand.window.close()
    hand.wait(lambda: not hand.window.isVisible())


def test_a_project_open_for_reading_only_says_so_and_refuses_edits(open_desk, new_desk, monkeypatch):
    path = open_desk.context.project.path
    open_desk.close()
    from translator_desk.store import connect

    take = connect.open_project

    def for_reading(*arguments, **more):
        opened = take(*arguments, **more)
        return replace(opened, read_only_reason=say("Somebody else has it.", "他人正在使用。"))

    monkeypatch.setattr(connect, "open_project", for_reading)
    again = new_desk()
    again.open_project(path)
    assert any("Somebody else" in one for one in again.window.sentences)
    assert "read-only" in again.window.windowTitle()
    again.go(1)
    again.press(Qt.Key.Key_F2)
    assert not again.grid.editing
    before = again.target(1)
    again.type("x")
    again.press(Qt.Key.Key_Return, Ctrl)
    assert again.target(1) == before
    assert not again.context.actions["edit.join"].isEnabled()
    again.press(Qt.Key.Key_F8)
    assert again.context.focus.issue is not None
    assert not [one.text() for one in again.window.findChild(FlagStrip).findChildren(QPushButton) if one.isVisible()]
    again.window.next_pane(-1)
    assert again.window.focusWidget().text() == "Save a copy…"
    again.press(Qt.Key.Key_Space)
    (dialog,) = again.window.findChildren(QFileDialog)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.reject()


def test_the_first_paint_waits_for_no_library_that_can_come_later(tmp_path):
    script = f"""
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from translator_desk.app.paths import Paths
from translator_desk.ui.application import Application
qt = QApplication([])
application = Application(qt, Paths.under(Path({str(tmp_path)!r})))
application.window.painted.connect(qt.exit)
application.window.show()
qt.exec()
print(sorted(set({list(LATE)!r}) & set(sys.modules)))
application.close()
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


def test_texts_that_have_just_come_are_not_called_checked(hand, texts):
    checked_of_nothing = []

    def look(changes):
        progress = hand.context.project.checking.progress
        said = [label.text() for label in hand.window.statusBar().findChildren(QLabel)]
        if changes.structure and (progress.finished or "Checked" in said):
            checked_of_nothing.append(progress)

    hand.window.context.bridge.changed.connect(look)
    hand.open_texts(texts)
    assert checked_of_nothing == []
