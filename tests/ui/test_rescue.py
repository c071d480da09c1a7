"""A damaged project, typing that was set aside, a backup that fails: each is said in the bar with one thing to do."""

from __future__ import annotations

import sqlite3

from PySide6.QtWidgets import QPushButton

from translator_desk.app.changes import Changes
from translator_desk.app.safekeeping import backup_folder
from translator_desk.store import backup
from translator_desk.ui.dialogs.backups import BackupsDialog
from translator_desk.ui.error_bar import ErrorBar
from translator_desk.wording import say

PAGE = 4096


def spoil(path):
    """Spoil the page of the segments, as a dying disk does."""
    data = bytearray(path.read_bytes())
    connection = sqlite3.connect(path)
    (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'segment'").fetchone()
    connection.close()
    data[(page - 1) * PAGE : page * PAGE] = b"\x7f" * PAGE
    path.write_bytes(data)


def button(hand, words):
    shown = hand.window.findChild(ErrorBar).findChildren(QPushButton)
    return next((one for one in shown if one.text() == words), None)


def closed_project(hand, *, keep_backups):
    path = hand.context.project.path
    hand.window.projects.close()
    hand.wait(lambda: not hand.context.is_open)
    folder = backup_folder(hand.application.desk.paths, path)
    for one in backup.backups(path, folder):
        if not keep_backups:
            one.path.unlink()
    if keep_backups:
        backup.backup_now(path, folder)
    return path


def test_what_can_be_read_of_a_damaged_project_is_one_press_away(open_desk):
    hand = open_desk
    english = hand.target(1)
    path = closed_project(hand, keep_backups=False)
    spoil(path)
    hand.window.projects.open(path)
    hand.wait(lambda: button(hand, "Save what can be read") is not None)
    assert not hand.context.is_open
    assert "damaged" in hand.window.sentences[0]
    button(hand, "Save what can be read").click()
    hand.wait(lambda: "report.txt" in "".join(hand.window.sentences))
    folder = path.with_name(f"{path.stem}-salvaged")
    assert english in "".join(one.read_text(encoding="utf-8") for one in folder.glob("*.en.txt"))
    assert button(hand, "Open the folder") is not None


def test_a_damaged_project_with_backups_leads_to_them(open_desk):
    hand = open_desk
    english = hand.target(1)
    path = closed_project(hand, keep_backups=True)
    path.write_bytes(b"")
    hand.window.projects.open(path)
    hand.wait(lambda: button(hand, "Restore a backup…") is not None)
    button(hand, "Restore a backup…").click()
    dialog = hand.window.findChild(BackupsDialog)
    hand.wait(lambda: dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled())
    dialog.accept()
    hand.wait(lambda: hand.context.is_open and bool(hand.state.segments))
    assert hand.target(1) == english


def test_typing_that_was_set_aside_can_be_used(open_desk):
    hand = open_desk
    first = hand.order[0]
    path = closed_project(hand, keep_backups=False)
    connection = sqlite3.connect(path)
    connection.execute(
        "INSERT INTO draft (segment, author, text, base_version, time) VALUES (?, 'Li', 'Typed long ago.', -1, "
        "'2020-01-01T00:00:00+00:00')",
        (first,),
    )
    connection.commit()
    connection.close()
    hand.open_project(path)
    assert hand.target(1) != "Typed long ago."
    button(hand, "Use what was typed").click()
    assert hand.target(1) == "Typed long ago."
    assert hand.context.focus.segment == first
    hand.context.actions["edit.undo"].trigger()
    assert hand.target(1) != "Typed long ago."


def test_a_notice_is_shown_in_the_bar(open_desk):
    open_desk.context.session.publish(Changes(notice=say("No backup could be made.", "未能备份。")))
    assert open_desk.window.sentences[0] == "No backup could be made."


def test_of_an_empty_project_file_nothing_is_offered_to_be_saved(hand, tmp_path):
    path = tmp_path / "lost.desk"
    path.write_bytes(b"")
    hand.window.projects.open(path)
    hand.wait(lambda: any("0 bytes" in one for one in hand.window.sentences))
    assert button(hand, "Save what can be read") is None
    assert path.read_bytes() == b""
