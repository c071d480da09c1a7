"""A person's way through the window by keys: open, find with F8, mend with one key, export, and find it there again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.conftest import Alt, Ctrl, copy_of_sample

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
    hand.application.desk.export_document(project, hand.state.document_order[0], tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_bytes() == (texts / "s1.en.txt").read_bytes().replace(
        b"Deng Qunze", b"Deng Qunce"
    )
    hand.close()
    again = new_desk()
    again.open_project(project.path)
    assert RIGHT in again.target(5)


def test_an_unedited_document_is_exported_byte_for_byte(hand, tmp_path):
    folder = copy_of_sample(tmp_path / "texts", "s2")
    hand.open_texts(folder)
    document = hand.state.document_order[0]
    hand.application.desk.export_document(hand.context.project, document, tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_bytes() == (folder / "s2.en.txt").read_bytes()


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
