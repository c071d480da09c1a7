"""Two people answer for every wording."""

from __future__ import annotations

import pytest

from tests.store.values import segment
from translator_desk.errors import RefusedError
from translator_desk.model.redline import Redline
from translator_desk.model.workflow import Handling, Stage
from translator_desk.review.four_eyes import (
    answering,
    hands_after,
    hands_of_both,
    lacks_second,
    outside,
    refuse_own,
    with_hands,
)
from translator_desk.review.grouping import hunks
from translator_desk.text.span import Span


def test_one_person_is_not_two():
    own = segment(1, hands=("Li",))
    assert lacks_second(own, Handling())
    assert lacks_second(own, Handling(), "Li")
    assert not lacks_second(own, Handling(), "Chen")


def test_who_hands_a_document_over_answers_for_its_text():
    assert not lacks_second(segment(1), Handling(Stage.REVIEW, handed_by="Li"), "Chen")
    assert lacks_second(segment(1), Handling(), "Chen")


def test_own_wording_needs_another_to_accept_it_and_amending_is_a_second_pair_of_eyes():
    redline = Redline.of("the free zone").write(Span(4, 8), "bond", "Li")
    with pytest.raises(RefusedError, match="your own wording"):
        refuse_own(hunks(redline)[0].pieces, "Li")
    refuse_own(hunks(redline)[0].pieces, "Chen")
    amended = redline.write(Span(4, 8), "bonded", "Chen")
    refuse_own(hunks(amended)[0].pieces, "Chen")


def test_what_one_struck_is_ones_own_too_and_called_so():
    redline = Redline.of("Calm and quiet.").write(Span(4, 14), "", "Li")
    with pytest.raises(RefusedError, match="you who struck “and quiet”"):
        refuse_own(hunks(redline)[0].pieces, "Li")


def test_wording_begun_beside_a_change_of_another_stays_ones_own():
    redline = Redline.of("a free zone of trade").write(Span(2, 6), "bonded", "Li").write(Span(9, 13), "area", "Chen")
    (hunk,) = hunks(redline)
    with pytest.raises(RefusedError):
        refuse_own(hunk.pieces, "Chen")


def test_what_one_makes_of_a_files_words_is_ones_own():
    redline = Redline.of("the free zone").write(Span(4, 8), "bond", outside("Wang", "copy.txt"))
    refuse_own(hunks(redline)[0].pieces, "Chen")
    amended = redline.write(Span(4, 8), "bonded", "Chen")
    with pytest.raises(RefusedError):
        refuse_own(hunks(amended)[0].pieces, "Chen")
    refuse_own(hunks(amended)[0].pieces, "Li")


def test_a_files_words_once_accepted_are_answered_for_by_who_accepted_them():
    redline = Redline.of("the free zone").write(Span(4, 8), "bonded", outside("", "copy.txt"))
    one = segment(1, hands=hands_after(("Li", "Wang"), redline.pieces, "Chen"))
    review = Handling(Stage.REVIEW, handed_by="Li")
    assert answering(one, review) == {"Chen"}
    assert lacks_second(one, review, "Chen")
    assert not lacks_second(one, review, "Li")


def test_who_answered_for_one_half_alone_does_not_answer_for_the_whole():
    assert hands_of_both(("Li", "Chen"), ("Chen", "Wang")) == ("Chen",)
    mark = hands_after((), Redline.of("a").write(Span(0, 1), "b", outside("", "f")).pieces, "Chen")
    assert answering(segment(1, hands=hands_of_both(("Chen",), mark)), Handling(handed_by="Li")) == {"Chen"}


def test_names_come_once_in_their_order():
    assert with_hands(("Li",), "Chen", "Li") == ("Li", "Chen")
