"""A person's way through the window by keys: open, find with F8, mend with one key, export, and find it there again."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from translator_desk.app.paths import Paths
from translator_desk.ui.application import Application

SAMPLES = Path(__file__).parent.parent / "data" / "samples"
RIGHT, WRONG = "Deng Qunce, Deputy Secretary", "Deng Qunze, Deputy Secretary"


def copy_of_sample(folder, name="s1"):
    folder.mkdir(parents=True, exist_ok=True)
    for side in ("zh", "en"):
        shutil.copy(SAMPLES / f"{name}.{side}.txt", folder)
    return folder


def opened(qtbot, application, folder):
    window = application.window
    window.open_paths([folder], aligned=True)
    qtbot.waitUntil(lambda: window.view is not None and bool(window.view.session.state.segments), timeout=10_000)
    qtbot.waitUntil(lambda: window.view.project.checking.progress.finished, timeout=10_000)
    qtbot.waitUntil(lambda: bool(window.view.project.checking.all_issues()), timeout=10_000)
    return window.view


def target_of(view, number):
    return view.session.state.segments[list(view.session.state.reading_order())[number - 1]].target


def go_to_words(qtbot, window, words):
    view = window.view
    for _ in view.project.checking.all_issues():
        qtbot.keyClick(window, Qt.Key.Key_F8)
        issue = view._issue
        segment = view.session.state.segments[issue.segment]
        if issue.target is not None and issue.target.of(segment.target) == words:
            return issue
    raise AssertionError(f"F8 never came to {words}")


def test_a_flag_is_found_with_f8_mended_with_one_key_and_still_mended_after_reopening(desk, qtbot, tmp_path):
    folder = copy_of_sample(tmp_path / "texts")
    view = opened(qtbot, desk, folder)
    assert WRONG in target_of(view, 5)
    go_to_words(qtbot, desk.window, "Deng Qunze")
    qtbot.keyClick(desk.window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert RIGHT in target_of(view, 5)
    document = view.session.state.document_order[0]
    desk.desk.export_document(view.project, document, tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_bytes() == (folder / "s1.en.txt").read_bytes().replace(
        b"Deng Qunze", b"Deng Qunce"
    )
    desk.window.close()
    qtbot.waitUntil(lambda: not desk.window.isVisible(), timeout=10_000)
    again = Application(Paths.under(tmp_path / "home"))
    try:
        assert RIGHT in target_of(opened(qtbot, again, folder), 5)
        again.window.close()
        qtbot.waitUntil(lambda: not again.window.isVisible(), timeout=10_000)
    finally:
        again.close()


def test_an_unedited_document_is_exported_byte_for_byte(desk, qtbot, tmp_path):
    folder = copy_of_sample(tmp_path / "texts", "s2")
    view = opened(qtbot, desk, folder)
    desk.desk.export_document(view.project, view.session.state.document_order[0], tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_bytes() == (folder / "s2.en.txt").read_bytes()


def test_typing_is_undone_and_redone_by_keys(desk, qtbot, tmp_path):
    view = opened(qtbot, desk, copy_of_sample(tmp_path / "texts"))
    first = next(iter(view.session.state.reading_order()))
    before = target_of(view, 1)
    view.grid.go_to(first)
    view.grid.edit(view.grid.currentIndex())
    editor = view.grid.editor
    qtbot.keyClicks(editor, "ab")
    typed = target_of(view, 1)
    assert typed != before
    assert "ab" in typed
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert target_of(view, 1) == before
    assert editor.text() == before
    qtbot.keyClick(editor, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert target_of(view, 1) == typed


def test_confirming_goes_to_the_next_and_esc_keeps_the_text(desk, qtbot, tmp_path):
    view = opened(qtbot, desk, copy_of_sample(tmp_path / "texts"))
    order = list(view.session.state.reading_order())
    view.grid.go_to(order[0])
    qtbot.keyClick(desk.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert view.session.state.segments[order[0]].state.value == "translated"
    assert view.grid.current_segment() == order[1]
    view.grid.edit(view.grid.currentIndex())
    qtbot.keyClicks(view.grid.editor, "x")
    typed = target_of(view, 2)
    qtbot.keyClick(view.grid.editor, Qt.Key.Key_Escape)
    assert target_of(view, 2) == typed
    assert "x" in typed


def test_the_window_speaks_both_languages_and_wears_both_themes(desk, qtbot, tmp_path):
    opened(qtbot, desk, copy_of_sample(tmp_path / "texts"))
    desk.window.use_language("zh")
    assert desk.window.menuBar().actions()[0].text() == "文件(&F)"
    desk.window.use_theme("dark")
    desk.window.use_language("en")
    assert desk.window.menuBar().actions()[0].text() == "&File"


def test_the_window_finds_what_the_command_line_finds(desk, qtbot, tmp_path):
    from translator_desk.app.inputs import InputOptions, read_inputs
    from translator_desk.app.report import make_report
    from translator_desk.app.term_bases import read_term_base
    from translator_desk.checks.base import CheckOptions

    folder = copy_of_sample(tmp_path / "texts")
    view = opened(qtbot, desk, folder)
    terms = read_term_base(None)
    project = read_inputs(InputOptions((str(folder),), aligned=True), terms).project
    report = make_report(project, terms, CheckOptions())
    key = lambda one: (one.check, one.target, one.message, one.fingerprint)  # noqa: E731
    qtbot.waitUntil(lambda: len(view.project.checking.all_issues()) == len(report.issues), timeout=10_000)
    assert [key(one) for one in view.project.checking.all_issues()] == [key(one) for one in report.issues]


def test_no_label_takes_text_for_markup(desk, qtbot, tmp_path):
    opened(qtbot, desk, copy_of_sample(tmp_path / "texts"))
    for label in desk.window.findChildren(QLabel):
        if label.text():
            assert label.textFormat() == Qt.TextFormat.PlainText, label.text()


def test_a_refused_file_is_said_in_the_bar_and_nothing_opens(desk, qtbot, tmp_path):
    bad = tmp_path / "lost.desk"
    bad.write_bytes(b"")
    desk.window.open_paths([bad])
    qtbot.waitUntil(desk.window._bar.isVisible, timeout=10_000)
    assert "lost.desk" in desk.window._problem.text()
    assert bad.read_bytes() == b""
