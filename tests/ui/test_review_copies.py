"""A colleague's copy is merged from the menu; a backup is put back, also with no project open."""

from __future__ import annotations

import shutil

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.ui.settled import settle
from translator_desk.app.commands.edit import SetTarget
from translator_desk.ui.dialogs.asked_words import AskedWords
from translator_desk.ui.dialogs.backups import BackupsDialog
from translator_desk.wording import say

DRAFT = say("draft", "草稿")


def visible(hand, kind):
    hand.wait(lambda: any(one.isVisible() for one in hand.window.findChildren(kind)))
    return next(one for one in hand.window.findChildren(kind) if one.isVisible())


def saved(hand):
    written = []
    hand.context.project.autosave.flush(lambda: written.append(True))
    hand.wait(lambda: bool(written))


def test_what_both_changed_waits_under_both_names(open_desk, texts, tmp_path):
    hand = open_desk
    settle(hand)
    hand.context.desk.change_settings(person="Li Wei", role="translator")
    hand.context.projects.person_changed()
    hand.go(1)
    theirs = tmp_path / "back" / "s1.en.txt"
    theirs.parent.mkdir()
    theirs.write_text((texts / "s1.en.txt").read_text(encoding="utf-8").replace("June 6", "the sixth of June"), "utf-8")
    number = next(at for at, key in enumerate(hand.order, 1) if "June 6" in hand.state.segments[key].target)
    ours = hand.target(number).replace("June 6", "6 June")
    hand.context.execute(SetTarget(hand.order[number - 1], ours, DRAFT))
    hand.context.actions["project.merge"].trigger()
    files = visible(hand, QFileDialog)
    files.fileSelected.emit(str(theirs))
    files.close()
    asked = visible(hand, AskedWords)
    hand.qtbot.keyClicks(asked.focusWidget(), "Zhao Min")
    hand.qtbot.keyClick(asked.focusWidget(), Qt.Key.Key_Return)
    hand.wait(lambda: hand.state.segments[hand.order[number - 1]].redline is not None)
    redline = hand.state.segments[hand.order[number - 1]].redline
    assert any("Zhao Min" in name for name in redline.authors)
    assert "the sixth of June" in "".join(piece.text for piece in redline.pieces)
    assert any("both wordings" in one for one in hand.window.sentences)


def restore_first(hand):
    hand.context.actions.refresh()
    assert hand.context.actions["project.restore"].isEnabled()
    hand.context.actions["project.restore"].trigger()
    dialog = visible(hand, BackupsDialog)
    hand.wait(lambda: dialog._list.currentItem() is not None)
    hand.qtbot.keyClick(dialog._list, Qt.Key.Key_Return)


def with_backup(hand):
    """Have a backup made of the first words, then write others; returns the first words."""
    settle(hand)
    saved(hand)
    hand.context.project.safekeeping._submit(only_if_newer=False)
    first = hand.target(2)
    hand.context.execute(SetTarget(hand.order[1], "A slip of the pen.", DRAFT))
    saved(hand)
    return first


def test_a_backup_replaces_the_open_project_which_is_kept_beside(open_desk):
    hand = open_desk
    first = with_backup(hand)
    path = hand.context.project.path
    restore_first(hand)
    hand.wait(lambda: hand.context.is_open and len(hand.order) > 1 and hand.target(2) == first)
    assert hand.context.project.path == path
    assert len(list(path.parent.glob("*.desk"))) == 2


def test_a_backup_is_put_back_from_the_start_page(open_desk):
    hand = open_desk
    first = with_backup(hand)
    path = hand.context.project.path
    hand.window.projects.close()
    hand.wait(lambda: not hand.context.is_open)
    path.write_bytes(b"not a project any more")
    restore_first(hand)
    hand.wait(lambda: hand.context.is_open and len(hand.order) > 1 and hand.target(2) == first)


def test_a_project_without_backups_says_so(open_desk, tmp_path):
    hand = open_desk
    settle(hand)
    saved(hand)
    shutil.rmtree(hand.context.desk.paths.data / "backups", ignore_errors=True)
    hand.context.actions["project.restore"].trigger()
    dialog = visible(hand, BackupsDialog)
    hand.wait(lambda: dialog._list.count() == 1)
    assert "no backup" in dialog._list.item(0).text()
    assert not dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()
    dialog.reject()


def test_a_copy_of_the_project_is_saved_and_can_be_opened(open_desk, tmp_path):
    hand = open_desk
    settle(hand)
    hand.go(1)
    hand.context.execute(SetTarget(hand.order[1], "Also in the copy.", DRAFT))
    hand.context.actions["project.save-copy"].trigger()
    files = visible(hand, QFileDialog)
    files.fileSelected.emit(str(tmp_path / "copy.desk"))
    files.close()
    hand.wait((tmp_path / "copy.desk").exists)
    hand.wait(lambda: any("copy.desk" in one for one in hand.window.sentences))
    hand.window.projects.open(tmp_path / "copy.desk")
    hand.wait(lambda: hand.context.is_open and hand.context.project.path == tmp_path / "copy.desk")
    assert hand.target(2) == "Also in the copy."
