"""The terms of a segment: found, missing or to be avoided; written at the caret."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.conftest import Ctrl, copy_of_sample
from tests.ui.settled import settle
from translator_desk.ui.panels.cards import CardView
from translator_desk.ui.panels.searching import searching
from translator_desk.ui.panels.terms import TermsPanel


def panel(hand):
    return hand.window.findChild(TermsPanel)


def cards(hand):
    return panel(hand).findChild(CardView).rows


def said(hand):
    return [cards(hand).index(row).data() for row in range(cards(hand).rowCount())]


def card_of(hand, chinese):
    return next((words for words in said(hand) if f"{chinese}  →" in words), "")


def test_each_entry_says_whether_the_translation_has_it_and_where_it_comes_from(open_desk):
    hand = open_desk
    hand.go(5)
    hand.wait(lambda: "Deng Qunce" in card_of(hand, "邓群策"))
    assert "Deng Qunze" in card_of(hand, "邓群策")  # named as to be avoided or missing
    assert "people.yaml:" in card_of(hand, "邓群策")
    assert "shipped" in card_of(hand, "邓群策")
    hand.go(7)
    hand.wait(lambda: "In the translation: Deng Qunce" in card_of(hand, "邓群策"))


def test_the_cards_follow_the_typing(open_desk):
    hand = open_desk
    hand.go(7, edit=True)
    hand.wait(lambda: "In the translation: Deng Qunce" in card_of(hand, "邓群策"))
    hand.press(Qt.Key.Key_A, Ctrl)
    hand.press(Qt.Key.Key_Delete)
    hand.wait(lambda: card_of(hand, "邓群策") and "In the translation" not in card_of(hand, "邓群策"))


def test_ctrl_and_a_number_writes_the_term_of_that_card(open_desk):
    hand = open_desk
    hand.go(7)
    hand.wait(lambda: bool(card_of(hand, "邓群策")))
    number = int(card_of(hand, "邓群策").split()[0])
    hand.go(7, edit=True)
    hand.press(Qt.Key.Key_A, Ctrl)
    hand.press(Qt.Key.Key_Delete)
    hand.press(Qt.Key(Qt.Key.Key_0 + number), Ctrl)
    assert hand.target(7) == "Deng Qunce"


def to_card_of(hand, chinese):
    """Go to the card of a term in the list."""
    hand.wait(lambda: bool(card_of(hand, chinese)))
    hand.press(Qt.Key.Key_T, Ctrl)
    view = panel(hand).findChild(CardView)
    hand.wait(view.hasFocus)
    view.set_current(next(card.key for card in view.rows.cards if chinese in card.lines[0].text))


def test_enter_in_the_list_writes_the_term(open_desk):
    hand = open_desk
    hand.go(11)
    to_card_of(hand, "邓群策")
    hand.press(Qt.Key.Key_Return)
    hand.wait(lambda: hand.grid.editing)
    assert hand.target(11).count("Deng Qunce") == 2


def test_the_concordance_of_a_term_looks_for_its_chinese(open_desk):
    hand = open_desk
    hand.go(7)
    to_card_of(hand, "邓群策")
    hand.press(Qt.Key.Key_F3, Ctrl)
    search = searching(hand.context)
    hand.wait(lambda: search.query is not None and search.query.text == "邓群策")
    hand.wait(lambda: len(search.hits) == sum("邓群策" in one.source for one in hand.state.segments.values()))


def test_an_entry_found_twice_has_one_card(hand, tmp_path):
    folder = copy_of_sample(tmp_path / "texts", "s1")
    zh = folder / "s1.zh.txt"
    zh.write_text(zh.read_text("utf-8").replace("邓群策说", "邓群策、邓群策说"), "utf-8")
    hand.open_texts(folder)
    hand.go(11)
    hand.wait(lambda: bool(card_of(hand, "邓群策")))
    assert sum("邓群策  →" in words for words in said(hand)) == 1
    numbers = [int(words.split()[0]) for words in said(hand)]
    assert numbers == list(range(1, len(numbers) + 1))


def test_without_chinese_it_says_what_is_missing(hand, tmp_path):
    folder = copy_of_sample(tmp_path / "texts", "s1")
    (folder / "s1.zh.txt").unlink()
    hand.open_texts(folder)
    settle(hand)
    quiet = next(n for n, key in enumerate(hand.order, 1) if not hand.context.project.checking.issues(key))
    hand.go(quiet)
    hand.wait(lambda: any("Chinese" in one.text() for one in panel(hand).findChildren(QLabel)))


def test_without_chinese_a_form_to_avoid_brings_its_entry(hand, tmp_path):
    folder = copy_of_sample(tmp_path / "texts", "s1")
    (folder / "s1.zh.txt").unlink()
    hand.open_texts(folder)
    settle(hand)
    issue = next(one for one in hand.context.project.checking.all_issues() if one.entry)
    entry = hand.context.project.checking.term_base.entry(issue.entry)
    hand.context.focus.go_to(issue.segment)
    hand.wait(lambda: bool(card_of(hand, entry.zh[0])))
    assert hand.context.render(issue.message) in card_of(hand, entry.zh[0])
