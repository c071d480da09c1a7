"""What a fix is called where it is offered."""

from __future__ import annotations

import pytest

from tests.ui.conftest import Alt
from translator_desk.app.documents import InputOptions
from translator_desk.ui.fix_words import in_a_cell, offer
from translator_desk.ui.panels.flag_model import Column
from translator_desk.ui.panels.problems import ProblemsPanel


@pytest.mark.parametrize(
    ("replacement", "offered", "cell"),
    [
        ("Deng Qunce", "Write “Deng Qunce”", "Deng Qunce"),
        (" ", "Put a space", "(a space)"),
        ("", "Take it out", "(nothing)"),
        ("one\ntwo", "Write “one\ntwo”", "one two"),
    ],
)
def test_what_cannot_be_seen_has_a_name(qapp, replacement, offered, cell):
    assert offer(replacement) == offered
    assert in_a_cell(replacement) == cell


def test_a_long_fix_is_cut(qapp):
    assert offer("Bureau of Commerce", 8) == "Write “Bureau …”"
    assert offer("Bureau", 8) == "Write “Bureau”"


def test_a_missing_space_is_offered_as_a_space_and_put_there_by_alt_1(hand, tmp_path):
    text = tmp_path / "meeting.txt"
    text.write_text("Meeting Held\n\nThe mayor spoke,and everybody listened.\n", encoding="utf-8")
    hand.window.projects.add(InputOptions((str(text),)), "meeting")
    hand._wait_for_check(True)
    issue = next(one for one in hand.context.project.checking.all_issues() if one.check == "spacing")
    hand.context.focus.go_to(issue.segment)
    hand.context.focus.set_issue(issue)
    strip = hand.window._flag
    assert any("Put a space" in one.text() for _, one in strip._buttons if one.isVisible())
    flags = hand.window.findChild(ProblemsPanel).flags
    hand.wait(lambda: issue in flags.rows)
    assert flags.index(flags.rows.index(issue), Column.FIX).data() == "(a space)"
    hand.press("1", Alt)
    hand.wait(lambda: hand.state.segments[issue.segment].target == "The mayor spoke, and everybody listened.")
