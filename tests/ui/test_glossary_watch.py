"""Term files changed by another editor while the project is open."""

from __future__ import annotations

import itertools
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from tests.ui.conftest import Ctrl
from tests.ui.test_glossary_panel import panel
from translator_desk.ui.glossary.conflicts import ConflictDialog

ENTRY = """version: 2
entries:
- id: x-club
  kind: other
  zh: [暗访督查]
  en: {en}
  required: true
"""
BOM = b"\xef\xbb\xbf"


def english(hand, key="x-club"):
    entry = hand.context.project.checking.term_base.entry(key)
    return entry.en if entry else None


@pytest.fixture
def watched(open_desk):
    """A hand on an open desk whose term files have been read, and the project's own term file."""
    open_desk.wait(lambda: open_desk.context.glossary.ready)
    return open_desk, open_desk.context.project.path.with_suffix(".glossary.yaml")


def atomically(path, data):
    other = path.with_name("~" + path.name)
    other.write_bytes(data)
    other.replace(path)


def in_place(path, data):
    path.write_bytes(data)


def with_bom_and_crlf(path, data):
    path.write_bytes(BOM + data.replace(b"\n", b"\r\n"))


def in_two_halves(path, data):
    path.write_bytes(data[:25])
    with path.open("ab") as file:
        file.flush()
        file.write(data[25:])


def taken_away_first(path, data):
    path.unlink(missing_ok=True)
    path.write_bytes(data)


@pytest.mark.parametrize("save", [in_place, atomically, with_bom_and_crlf, in_two_halves, taken_away_first])
def test_what_another_editor_saves_is_in_force_within_a_second(watched, save):
    hand, path = watched
    save(path, ENTRY.format(en="undercover inspection").encode())
    hand.wait(lambda: english(hand) == "undercover inspection")
    begun = time.monotonic()
    save(path, ENTRY.format(en="unannounced inspection").encode())
    hand.wait(lambda: english(hand) == "unannounced inspection")
    assert time.monotonic() - begun < 1.5  # a second, and what a busy machine takes
    hand.wait(lambda: any(one.entry == "x-club" for one in hand.context.project.checking.all_issues()))


def test_a_file_that_cannot_be_read_leaves_its_last_good_terms_in_force_until_it_is_mended(watched):
    hand, path = watched
    good = ENTRY.format(en="undercover inspection").encode()
    in_place(path, good)
    hand.wait(lambda: english(hand) == "undercover inspection")
    in_place(path, good.replace(b"undercover", b"covert: undercover"))
    hand.wait(lambda: any(f"{path}:" in one for one in hand.window.sentences))
    said = next(one for one in hand.window.sentences if f"{path}:" in one)
    assert f"{path}:6:" in said
    assert "en: covert: undercover inspection" in said
    assert "stay as they were" in said
    assert english(hand) == "undercover inspection"
    in_place(path, good.replace(b"undercover", b"unannounced"))
    hand.wait(lambda: english(hand) == "unannounced inspection")
    hand.wait(lambda: not any(f"{path}:" in one for one in hand.window.sentences))


def test_a_file_taken_away_takes_its_terms_along_and_brings_them_back(watched):
    hand, path = watched
    good = ENTRY.format(en="undercover inspection").encode()
    in_place(path, good)
    hand.wait(lambda: english(hand) == "undercover inspection")
    path.unlink()
    hand.wait(lambda: english(hand) is None)
    in_place(path, good)
    hand.wait(lambda: english(hand) == "undercover inspection")


def test_a_project_that_is_closed_is_watched_no_more(watched, texts):
    hand, path = watched
    hand.context.actions["project.close"].trigger()
    hand.wait(lambda: not hand.context.is_open)
    assert not hand.context.glossary.ready
    hand.open_project(path.with_name(path.name.replace(".glossary.yaml", ".desk")), flags=False)
    hand.wait(lambda: hand.context.glossary.ready)


def test_a_file_saved_in_another_encoding_is_named_and_its_last_good_terms_stay(watched):
    hand, path = watched
    good = ENTRY.format(en="undercover inspection")
    in_place(path, good.encode())
    hand.wait(lambda: english(hand) == "undercover inspection")
    in_place(path, good.replace("undercover", "covert").encode("gbk"))
    hand.wait(lambda: any("GBK" in one for one in hand.window.sentences))
    assert english(hand) == "undercover inspection"
    path.unlink()
    in_place(path, good.encode())
    hand.wait(lambda: not any("GBK" in one for one in hand.window.sentences))
    assert english(hand) == "undercover inspection"


def test_what_another_editor_changed_stands_in_the_record_of_the_entry(watched):
    hand, path = watched
    path.write_text(ENTRY.format(en="undercover inspection"), "utf-8")
    hand.wait(lambda: english(hand) == "undercover inspection")
    hand.context.glossary.show_entry("x-club")
    hand.wait(lambda: panel(hand) is not None and panel(hand).entry_pane.base.id == "x-club")
    panel(hand).views.setCurrentWidget(panel(hand).record_pane)
    record = panel(hand).record_pane.table
    path.write_text(ENTRY.format(en="unannounced inspection"), "utf-8")
    hand.wait(lambda: record.rowCount() == 2)
    (who, why, what), came = ([record.item(row, column).text() for column in (1, 2, 3)] for row in (0, 1))
    assert came == ["–", "changed outside the desk", "added"]
    assert (who, why) == ("–", "changed outside the desk")
    assert what == "English: undercover inspection → unannounced inspection"


def test_an_entry_of_a_file_written_anew_as_a_whole_says_so_in_its_record(watched):
    hand, path = watched
    others = [("".join(pair), f"x-{number}") for number, pair in enumerate(itertools.product("甲乙丙丁", repeat=4))]
    text = "".join(f"- {{id: {key}, kind: other, zh: [{zh}], en: one}}\n" for zh, key in others[:250])
    path.write_text(ENTRY.format(en="club") + text, "utf-8")
    hand.context.show_perspective("glossary")
    hand.wait(lambda: panel(hand) is not None and panel(hand).entries.row_of("x-9") is not None)
    hand.context.glossary.show_entry("x-9")
    hand.wait(lambda: panel(hand) is not None and panel(hand).entry_pane.base.id == "x-9")
    panel(hand).views.setCurrentWidget(panel(hand).record_pane)
    record = panel(hand).record_pane.table
    hand.wait(lambda: record.rowCount() == 1)
    assert record.item(0, 3).text() == "one of 251 entries that another program wrote at once"


def test_what_is_typed_about_an_entry_stays_though_somebody_deletes_it(watched):
    hand, path = watched
    path.write_text(ENTRY.format(en="undercover inspection"), "utf-8")
    hand.context.show_perspective("glossary")
    hand.wait(lambda: panel(hand) is not None and panel(hand).entries.row_of("x-club") is not None)
    hand.context.glossary.show_entry("x-club")
    hand.wait(lambda: panel(hand).entry_pane.base.id == "x-club")
    panel(hand).form.en.setFocus()
    panel(hand).form.en.selectAll()
    hand.type("unannounced")
    path.unlink()
    hand.wait(lambda: english(hand) is None and panel(hand).entries.row_of("x-club") is None)
    hand.type(" visit")
    assert panel(hand).form.en.text() == "unannounced visit"
    assert "deleted by somebody else" in panel(hand).entry_pane.state.text()
    hand.context.glossary.show_entry("e-hunian")
    hand.wait(lambda: panel(hand).entry_pane.base.id == "e-hunian")
    hand.context.glossary.show_entry("x-club")  # as the bar does when the project is opened again
    assert panel(hand).form.en.text() == "unannounced visit"
    hand.press(Qt.Key.Key_S, Ctrl)
    hand.wait(lambda: hand.window.findChild(ConflictDialog) is not None)
    dialog = hand.window.findChild(ConflictDialog)
    mine = next(one for one in dialog.findChildren(QRadioButton) if one.text() == "Mine")
    hand.qtbot.keyClick(mine, Qt.Key.Key_Space)
    hand.qtbot.keyClick(mine, Qt.Key.Key_Return)
    hand.wait(lambda: english(hand) == "unannounced visit")
    assert "unannounced visit" in path.read_text("utf-8")
