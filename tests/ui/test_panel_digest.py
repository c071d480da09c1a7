"""A translator comes back: questions first, then what others did to the text and why."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.test_review_by_keys import review as review
from tests.ui.test_review_by_keys import sit_down
from translator_desk.app.commands.comments import AnswerComment, AskBack, open_threads
from translator_desk.app.commands.review import AmendHunk, DecideHunk, open_hunks
from translator_desk.model.redline import Outcome
from translator_desk.ui.panels.digest import DigestPanel


def said(hand):
    panel = hand.window.findChild(DigestPanel)
    cards = panel._list.rows.cards if panel._pages.currentIndex() == 0 else ()
    return ["\n".join(line.text for line in card.lines) for card in cards]


def hunk(hand, number):
    (found,) = open_hunks(hand.state.segments[hand.changed[number]])
    return found


def steps(hand, key):
    """Return the kept steps of a segment, as the file has them now."""
    found = []
    hand.context.desk.history(hand.context.project, key, found.append, found.append)
    hand.wait(lambda: bool(found))
    return found[0]


def come_back(hand):
    """Li sits down at the translator's desk and looks what was done."""
    sit_down(hand, "Li Wei", "translator")
    hand.context.show_perspective("translate")
    hand.context.actions["panel.digest"].trigger()
    hand.wait(lambda: hand.window.findChild(DigestPanel) is not None)


def test_what_was_done_to_the_text_is_told_with_its_reason(review):
    hand = review
    execute = hand.context.execute
    execute(DecideHunk(hand.changed[0], hunk(hand, 0), Outcome.REJECT, "the month goes first here"))
    execute(AmendHunk(hand.changed[1], hunk(hand, 1), "9"))
    come_back(hand)
    hand.wait(lambda: len(said(hand)) == 2)
    latest, first = said(hand)
    assert latest.startswith("Amended")
    assert "Wang Fang" in latest
    assert "9" in latest
    assert first.startswith("Rejected")
    assert "the month goes first here" in first
    panel = hand.window.findChild(DigestPanel)
    hand.wait(panel._list.hasFocus)
    hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Return)
    assert hand.context.focus.segment == hand.changed[0]
    assert hand.grid.hasFocus()


def test_a_question_stands_first_until_it_is_answered(review):
    hand = review
    last = hand.order[11]
    hand.context.execute(AskBack(last, "Which leaders exactly?"))
    hand.context.execute(DecideHunk(hand.changed[0], hunk(hand, 0), Outcome.REJECT))
    come_back(hand)
    hand.wait(lambda: len(said(hand)) == 2)
    assert "Wang Fang: Which leaders exactly?" in said(hand)[0]
    (thread,) = open_threads(hand.state, last)
    hand.context.execute(AnswerComment(thread.id, "Those of the city."))
    hand.wait(lambda: len(said(hand)) == 1)
    assert "Which leaders" not in said(hand)[0]


def test_typing_goes_on_as_one_step_while_it_is_told_anew(review):
    hand = review
    key = hand.changed[0]
    hand.context.execute(DecideHunk(key, hunk(hand, 0), Outcome.REJECT))
    come_back(hand)
    hand.wait(lambda: len(said(hand)) == 1)
    before = len(steps(hand, key))
    panel, told = hand.window.findChild(DigestPanel), []
    show, panel._take = panel._take, lambda entries: (show(entries), told.append(len(entries)))
    hand.context.focus.go_to(key, edit=True)
    hand.type(" once")
    hand.wait(lambda: bool(told))
    hand.type(" more")
    hand.press(Qt.Key.Key_Escape)
    hand.wait(lambda: hand.context.project.autosave.idle)
    (typed,) = steps(hand, key)[before:]
    assert typed.target.endswith(" once more")


def test_whose_text_nobody_touched_reads_so(review):
    hand = review
    come_back(hand)
    panel = hand.window.findChild(DigestPanel)
    hand.wait(lambda: panel._pages.currentIndex() == 1)
    assert "Nobody else has changed your text" in panel._nothing.text()
