"""A file read anew or given its Chinese: what people did stays where the text still matches."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator_desk.app.documents import make_document
from translator_desk.app.exports import written_target
from translator_desk.app.reimport import attach_source, reimport
from translator_desk.formats.handlers.plain_text import handler
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.redline import Piece, Redline
from translator_desk.model.state import SegmentState
from translator_desk.model.workflow import Handling, Stage
from translator_desk.review.tracked import rewritten

TERMS = TermBase.empty()
NAME = DocumentId("news")
ENGLISH = "The 1st bridge is open. The mayor came twice.\n\nWorkers got 300 yuan each.\n\nAll went home at noon.\n"
CHINESE = "第1座桥开放了。市长来了两次。\n\n工人每人得到300元。\n\n中午大家都回家了。\n"


def text_file(text: str, path: str = "news.txt"):
    return handler.read(text.encode(), path)


def made(english: str = ENGLISH, chinese: str | None = None):
    source = text_file(chinese, "news.zh.txt") if chinese is not None else None
    return make_document(text_file(english), source, NAME, TERMS)


def targets(segments):
    return [one.target for one in segments]


def reread(document, segments, english, chinese=None):
    source = text_file(chinese, "news.zh.txt") if chinese is not None else None
    return reimport(document, segments, text_file(english), source, TERMS, next_id=SegmentId(100))


def test_the_same_file_changes_nothing():
    first = made()
    again = reread(first.document, first.segments, ENGLISH)
    assert again.segments == first.segments
    assert again.kept == tuple(one.id for one in first.segments)
    assert [again.changed, again.conflicts, again.added, again.removed] == [()] * 4


def test_edits_and_states_stay_where_the_file_did_not_change():
    first = made()
    edited = replace(first.segments[1], target="The mayor came.", state=SegmentState.TRANSLATED, version=3)
    segments = (first.segments[0], edited, *first.segments[2:])
    again = reread(first.document, segments, ENGLISH.replace("300 yuan", "400 yuan"))
    assert targets(again.segments) == [
        "The 1st bridge is open.",
        "The mayor came.",
        "Workers got 400 yuan each.",
        "All went home at noon.",
    ]
    assert again.segments[1].state is SegmentState.TRANSLATED
    assert again.changed == (first.segments[2].id,)
    assert [one.id for one in again.segments] == [one.id for one in first.segments]
    assert b"The mayor came.\n\nWorkers got 400 yuan" in written_target(again.document, again.segments)


def test_a_persons_words_stand_against_a_change_of_the_file():
    first = made()
    edited = replace(first.segments[2], target="Workers received 300 yuan each.", version=1)
    segments = (*first.segments[:2], edited, first.segments[3])
    again = reread(first.document, segments, ENGLISH.replace("300 yuan", "400 yuan"))
    assert again.conflicts == (edited.id,)
    assert again.segments[2].target == edited.target
    assert again.segments[2].imported_target == "Workers got 400 yuan each."
    assert again.segments[2].edited


def test_a_correction_that_the_file_has_taken_over_is_no_edit_any_more():
    first = made()
    edited = replace(first.segments[2], target="Workers got 400 yuan each.", version=1)
    again = reread(first.document, (*first.segments[:2], edited, first.segments[3]), ENGLISH.replace("300", "400"))
    assert again.conflicts == ()
    assert not again.segments[2].edited


def test_new_and_lost_sentences():
    first = made()
    changed = ENGLISH.replace("The mayor came twice.", "Children sang. The mayor came twice.").replace(
        "\n\nAll went home at noon.", ""
    )
    again = reread(first.document, first.segments, changed)
    assert targets(again.segments) == [
        "The 1st bridge is open.",
        "Children sang.",
        "The mayor came twice.",
        "Workers got 300 yuan each.",
    ]
    assert again.added == (SegmentId(100),)
    assert again.removed == (first.segments[3].id,)
    assert written_target(again.document, again.segments) == changed.encode()


def test_a_redline_stays_on_a_sentence_that_stays():
    first = made()
    line = Redline((Piece("The mayor "), Piece("came", None, "Li"), Piece("arrived", "Li"), Piece(" twice.")))
    edited = replace(first.segments[1], target=line.target, redline=line, version=2)
    again = reread(first.document, (first.segments[0], edited, *first.segments[2:]), ENGLISH.replace("300", "400"))
    assert again.segments[1].redline == line


def test_sentences_that_a_person_joined_stay_joined():
    first = made()
    one, two, *rest = first.segments
    joined = replace(
        one,
        target=one.target + one.separator + two.target,
        imported_target=one.imported_target + one.separator + two.imported_target,
        separator=two.separator,
        version=1,
    )
    again = reread(first.document, (joined, *rest), ENGLISH.replace("300", "400"))
    assert again.segments[0].target == joined.target
    assert again.segments[0].id == one.id
    assert len(again.segments) == 3
    assert written_target(again.document, again.segments) == ENGLISH.replace("300", "400").encode()


def test_a_sentence_that_a_person_split_stays_split():
    first = made()
    one, *rest = first.segments
    left = replace(one, target="The 1st bridge", imported_target="The 1st bridge", separator=" ", version=1)
    right = replace(one, id=SegmentId(50), target="is open.", imported_target="is open.", version=1)
    again = reread(first.document, (left, right, *rest), ENGLISH.replace("came twice", "came again"))
    assert [one.id for one in again.segments] == [1, 50, 2, 3, 4]
    assert written_target(again.document, again.segments) == ENGLISH.replace("came twice", "came again").encode()


def test_a_pair_read_anew_takes_the_new_chinese():
    first = made(ENGLISH, CHINESE)
    edited = replace(first.segments[1], target="The mayor came.", version=1)
    segments = (first.segments[0], edited, *first.segments[2:])
    again = reread(first.document, segments, ENGLISH, CHINESE.replace("两次", "三次"))
    assert again.segments[1].source == "市长来了三次。"
    assert again.segments[1].target == "The mayor came."
    alone = reread(first.document, segments, ENGLISH.replace("300", "400"))
    assert [one.source for one in alone.segments] == [one.source for one in segments], "the Chinese at hand stays"
    assert alone.document.has_source


def test_the_chinese_is_set_beside_what_was_english_alone():
    first = made()
    edited = replace(first.segments[1], target="The mayor came.", version=3)
    segments = (first.segments[0], edited, *first.segments[2:])
    found = attach_source(first.document, segments, text_file(CHINESE, "news.zh.txt"), TERMS, next_id=SegmentId(100))
    assert [(one.source, one.target) for one in found.segments] == [
        ("第1座桥开放了。", "The 1st bridge is open."),
        ("市长来了两次。", "The mayor came."),
        ("工人每人得到300元。", "Workers got 300 yuan each."),
        ("中午大家都回家了。", "All went home at noon."),
    ]
    assert [one.id for one in found.segments] == [one.id for one in segments]
    assert found.document.has_source
    assert found.document.source_path == "news.zh.txt"
    unedited = attach_source(first.document, first.segments, text_file(CHINESE), TERMS, next_id=SegmentId(100))
    assert written_target(unedited.document, unedited.segments) == ENGLISH.encode()


LONG = "会议于6月6日召开，邓群策主持会议并讲话，要求各部门在6月12日前完成整改。"
TWO = "A meeting was held on June 6. Deng Qunce presided, and asked all departments to finish by June 12.\n"


def test_two_english_sentences_of_one_chinese_become_one_unless_somebody_worked_on_them():
    first = made(TWO)
    assert len(first.segments) == 2
    joined = attach_source(first.document, first.segments, text_file(LONG), TERMS, next_id=SegmentId(100))
    assert [(one.source, one.target) for one in joined.segments] == [(LONG, TWO.strip())]
    for keep, segments in (
        (frozenset({first.segments[1].id}), first.segments),
        (
            frozenset(),
            (
                first.segments[0],
                replace(
                    first.segments[1], target="Deng Qunce presided, and asked them all to finish by June 12.", version=1
                ),
            ),
        ),
        (frozenset(), (first.segments[0], replace(first.segments[1], state=SegmentState.TRANSLATED))),
    ):
        kept = attach_source(first.document, segments, text_file(LONG), TERMS, next_id=SegmentId(100), keep=keep)
        assert [one.id for one in kept.segments] == [one.id for one in segments]
        assert [one.source for one in kept.segments] == [LONG, ""]


def test_chinese_without_english_gets_a_segment_and_no_byte_of_the_file():
    first = made()
    more = CHINESE + "\n市民对修缮工作普遍表示十分满意，认为老桥承载着几代人的共同记忆，希望今后继续加强养护。\n"
    found = attach_source(first.document, first.segments, text_file(more), TERMS, next_id=SegmentId(100))
    assert found.segments[-1].id == 100
    assert found.segments[-1].target == ""
    assert written_target(found.document, found.segments) == ENGLISH.encode()


SENTENCES = [f"Sentence {word} speaks of {number} things." for number, word in enumerate("abcdefghij", 20)]


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8, unique=True),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=8, unique=True),
    st.sets(st.integers(0, 7)),
)
def test_the_new_file_is_what_is_written_but_for_the_words_of_people(old, new, touched):
    first = made("\n\n".join(old))
    segments = tuple(
        replace(one, target=f"{one.target} (mine)", version=1) if index in touched else one
        for index, one in enumerate(first.segments)
    )
    again = reread(first.document, segments, "\n\n".join(new))
    assert len({one.id for one in again.segments}) == len(again.segments)
    as_read = [replace(one, target=one.imported_target) for one in again.segments]
    assert written_target(again.document, as_read).decode() == "\n\n".join(new)
    kept = [one for one in again.segments if one.id not in again.conflicts]
    assert all(one.target.removesuffix(" (mine)") == one.imported_target for one in kept)
    mine = {one.id for one in segments if one.edited}
    assert {one.id for one in again.segments if one.edited} == mine - set(again.removed)
    every = {*again.kept, *again.changed, *again.conflicts, *again.added}
    assert every == {one.id for one in again.segments}


@pytest.mark.parametrize("chinese", ["", "  \n"])
def test_nothing_to_attach_leaves_the_english(chinese):
    first = made()
    found = attach_source(first.document, first.segments, text_file(chinese), TERMS, next_id=SegmentId(100))
    assert targets(found.segments) == targets(first.segments)


def test_a_document_in_review_stays_in_review_and_keeps_its_pending_changes():
    first = made()
    pending = rewritten(first.segments[0], "The first bridge is open.", "Li", tracked=True)
    answered = replace(first.segments[1], hands=("Li", "Chen"))
    document = replace(first.document, handling=Handling(Stage.REVIEW, handed_by="Li"))
    changed = ENGLISH.replace("1st bridge", "2nd bridge").replace("came twice", "came once")
    again = reread(document, (pending, answered, *first.segments[2:]), changed)
    assert again.document.handling == document.handling
    assert (again.segments[0].redline, again.segments[0].imported_target) == (
        pending.redline,
        "The 2nd bridge is open.",
    )
    assert (again.segments[1].target, again.segments[1].hands) == ("The mayor came once.", ())
