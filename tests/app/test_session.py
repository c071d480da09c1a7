"""The one door: commands, what everyone is told, one undo stack over everything."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.app.builders import session
from translator_desk.app.commands.edit import ApplyFix, EditSource, EditTarget, ReplaceMany, Replacement, SetTarget
from translator_desk.app.commands.options import SetOptions
from translator_desk.app.commands.state import SetState
from translator_desk.app.commands.structure import JoinWithNext, SplitSegment
from translator_desk.app.commands.waivers import WaiveIssue, WithdrawWaivers
from translator_desk.app.commands.workflow import ApproveSegments, MoveDocument, SetFourEyes
from translator_desk.app.state import Options
from translator_desk.errors import RefusedError
from translator_desk.model.ids import CheckId, DocumentId, SegmentId
from translator_desk.model.issue import Fix, FixPart, Issue
from translator_desk.model.mqm import Mqm
from translator_desk.model.project import Person
from translator_desk.model.severity import Level, Severity
from translator_desk.model.state import SegmentState
from translator_desk.model.waiver import WaiverScope
from translator_desk.model.workflow import Move
from translator_desk.text.span import Span
from translator_desk.wording import say

PAIRS = [("一。", "One, two."), ("二。", "Three."), ("三。", "Four five.")]
FIRST, SECOND, THIRD = SegmentId(1), SegmentId(2), SegmentId(3)


@pytest.fixture
def desk():
    return session(("a", PAIRS))


def target(opened, number=1):
    return opened.state.segments[SegmentId(number)].target


def type_words(opened, clock, segment, at, words, pause=0.1):
    for index, letter in enumerate(words):
        clock.advance(pause)
        opened.execute(EditTarget(segment, Span(at + index, at + index), letter))


def test_everyone_hears_of_a_change_once_and_the_initiator_is_named(desk):
    opened, _ = desk
    heard = []
    end = opened.subscribe(heard.append)
    me = object()
    told = opened.execute(EditTarget(FIRST, Span(0, 3), "Eins"), initiator=me)
    assert heard == [told]
    assert told.segments == {FIRST}
    assert told.initiator is me
    end()
    opened.execute(EditTarget(FIRST, Span(0, 4), "One"))
    assert len(heard) == 1


def test_typing_is_one_step_until_a_space_or_two_seconds(desk):
    opened, clock = desk
    type_words(opened, clock, FIRST, 0, "ab cd")
    assert target(opened) == "ab cdOne, two."
    opened.undo()
    assert target(opened) == "ab One, two."
    opened.undo()
    assert target(opened) == "One, two."
    type_words(opened, clock, FIRST, 0, "ab")
    clock.advance(3)
    type_words(opened, clock, FIRST, 2, "cd")
    opened.undo()
    assert target(opened) == "abOne, two."


def test_leaving_the_row_ends_the_step(desk):
    opened, clock = desk
    type_words(opened, clock, FIRST, 0, "a")
    opened.leave_row(FIRST)
    type_words(opened, clock, FIRST, 1, "b")
    opened.undo()
    assert target(opened) == "aOne, two."


def test_undo_goes_to_what_it_undid_and_versions_go_on_rising(desk):
    opened, _ = desk
    opened.execute(EditTarget(THIRD, Span(0, 4), "FOUR"))
    before = opened.state.segments[THIRD].version
    told = opened.undo()
    assert told.focus == THIRD
    assert target(opened, 3) == "Four five."
    assert opened.state.segments[THIRD].version > before
    opened.redo()
    assert target(opened, 3) == "FOUR five."


def test_a_new_step_forgets_what_was_undone(desk):
    opened, _ = desk
    opened.execute(SetTarget(FIRST, "A", say("x", "x")))
    opened.undo()
    told = opened.execute(SetTarget(FIRST, "B", say("x", "x")))
    assert told.undo.redo is None
    opened.redo()
    assert target(opened) == "B"


def test_nothing_to_undo_changes_nothing(desk):
    opened, _ = desk
    assert opened.undo().segments == frozenset()
    assert opened.redo().segments == frozenset()


def test_an_edit_of_a_reviewed_segment_takes_it_back_to_translated(desk):
    opened, _ = desk
    opened.person = Person("Chen", "reviewer")
    opened.execute(SetState((FIRST,), SegmentState.TRANSLATED))
    opened.execute(SetFourEyes(False))
    opened.execute(MoveDocument(DocumentId("a"), Move.HAND_OVER))
    opened.execute(ApproveSegments((FIRST,)))
    assert opened.state.segments[FIRST].state is SegmentState.REVIEWED
    opened.execute(EditTarget(FIRST, Span(0, 0), "x"))
    assert opened.state.segments[FIRST].state is SegmentState.TRANSLATED


def test_confirming_what_is_confirmed_is_no_step(desk):
    opened, _ = desk
    opened.execute(SetState((FIRST,), SegmentState.TRANSLATED))
    assert opened.execute(SetState((FIRST,), SegmentState.TRANSLATED)).segments == frozenset()


def test_a_fix_writes_its_words_and_refuses_changed_ones(desk):
    opened, _ = desk
    fix = Fix(Span(5, 8), "2")
    opened.execute(ApplyFix(FIRST, fix, "two"))
    assert target(opened) == "One, 2."
    with pytest.raises(RefusedError):
        opened.execute(ApplyFix(FIRST, fix, "two"))
    assert target(opened) == "One, 2."


def test_a_fix_may_change_the_separator(desk):
    opened, _ = desk
    opened.execute(ApplyFix(FIRST, Fix(Span(0, 1), "  ", FixPart.SEPARATOR), " "))
    assert opened.state.segments[FIRST].separator == "  "


def test_replacing_in_many_places_is_one_step(desk):
    opened, _ = desk
    places = (
        Replacement(FIRST, Span(0, 3), "One", "1"),
        Replacement(FIRST, Span(5, 8), "two", "2"),
        Replacement(SECOND, Span(0, 5), "Three", "3"),
    )
    opened.execute(ReplaceMany(places))
    assert [target(opened, n) for n in (1, 2)] == ["1, 2.", "3."]
    opened.undo()
    assert [target(opened, n) for n in (1, 2)] == ["One, two.", "Three."]


def test_one_stale_place_refuses_the_whole_replacement(desk):
    opened, _ = desk
    places = (Replacement(FIRST, Span(0, 3), "One", "1"), Replacement(SECOND, Span(0, 5), "Drei", "3"))
    with pytest.raises(RefusedError):
        opened.execute(ReplaceMany(places))
    assert target(opened) == "One, two."


def test_the_source_can_be_corrected(desk):
    opened, _ = desk
    opened.execute(EditSource(FIRST, "壹。"))
    assert opened.state.segments[FIRST].source == "壹。"


def paragraph(opened):
    return "".join(one.target + one.separator for one in opened.state.document_segments(DocumentId("a")))


def test_join_and_split_keep_the_paragraph_byte_for_byte(desk):
    opened, _ = desk
    before = paragraph(opened)
    opened.execute(JoinWithNext(FIRST))
    assert len(opened.state.order[DocumentId("a")]) == 2
    assert opened.state.segments[FIRST].source == "一。二。"
    assert paragraph(opened) == before
    opened.execute(SplitSegment(FIRST, len("One, two."), 2))
    assert paragraph(opened) == before
    assert [one.source for one in opened.state.document_segments(DocumentId("a"))] == ["一。", "二。", "三。"]
    opened.undo()
    opened.undo()
    assert [one.id for one in opened.state.document_segments(DocumentId("a"))] == [1, 2, 3]
    assert paragraph(opened) == before


def test_the_last_segment_has_nothing_to_join_with(desk):
    opened, _ = desk
    with pytest.raises(RefusedError):
        opened.execute(JoinWithNext(THIRD))


@pytest.mark.parametrize("at", [0, len("One, two.")])
def test_a_split_at_an_end_is_refused(desk, at):
    opened, _ = desk
    with pytest.raises(RefusedError):
        opened.execute(SplitSegment(FIRST, at, 1))


def an_issue():
    return Issue(
        CheckId("spacing"),
        Level.WARNING,
        Severity.MINOR,
        Mqm.WHITESPACE,
        DocumentId("a"),
        FIRST,
        Span(0, 3),
        None,
        say("x", "x"),
        fingerprint="f",
    )


def test_a_waiver_needs_a_reason_and_can_be_taken_back(desk):
    opened, _ = desk
    with pytest.raises(RefusedError):
        opened.execute(WaiveIssue(an_issue(), WaiverScope.HERE, "  "))
    told = opened.execute(WaiveIssue(an_issue(), WaiverScope.HERE, "house style"))
    assert told.waivers
    (waiver,) = opened.state.waivers
    assert (waiver.words, waiver.reason, waiver.author) == ("One", "house style", "Li Wei")
    opened.execute(WithdrawWaivers((waiver,)))
    assert opened.state.waivers == ()
    opened.undo()
    assert opened.state.waivers == (waiver,)


def test_options_are_a_step_like_any_other(desk):
    opened, _ = desk
    assert opened.execute(SetOptions(Options(profile="strict"))).options
    opened.undo()
    assert opened.state.options.profile == "standard"


def test_a_read_only_session_refuses_and_says_why():
    opened, _ = session(("a", PAIRS))
    opened.read_only = say("Zhang has it open", "张正在使用")
    with pytest.raises(RefusedError, match="Zhang has it open"):
        opened.execute(EditTarget(FIRST, Span(0, 0), "x"))


def test_a_stale_edit_is_refused(desk):
    opened, _ = desk
    with pytest.raises(RefusedError):
        opened.execute(EditTarget(FIRST, Span(0, 99), "x"))


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("type"), st.integers(0, 2), st.text("ab .", min_size=1, max_size=3)),
        st.tuples(st.just("join"), st.integers(0, 2), st.just("")),
        st.tuples(st.just("split"), st.integers(0, 2), st.just("")),
        st.tuples(st.just("state"), st.integers(0, 2), st.just("")),
    ),
    max_size=12,
)


@settings(max_examples=150)
@given(STEPS)
def test_undoing_everything_gives_back_the_beginning_and_redoing_the_end(steps):
    opened, clock = session(("a", PAIRS))

    def texts():
        return [
            (one.id, one.source, one.target, one.separator, one.state)
            for one in opened.state.document_segments(DocumentId("a"))
        ]

    start = texts()
    for kind, index, words in steps:
        clock.advance(1)
        order = opened.state.order[DocumentId("a")]
        segment = opened.state.segments[order[index % len(order)]]
        command = {
            "type": EditTarget(segment.id, Span(0, 0), words),
            "join": JoinWithNext(segment.id),
            "split": SplitSegment(segment.id, len(segment.target) // 2, len(segment.source)),
            "state": SetState((segment.id,), SegmentState.TRANSLATED),
        }[kind]
        try:
            opened.execute(command)
        except RefusedError:
            continue
    end = texts()
    while opened.undo().undo is not None:
        pass
    assert texts() == start
    while opened.redo().undo is not None:
        pass
    assert texts() == end
