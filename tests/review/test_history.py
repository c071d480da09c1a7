"""Revisions compared, changes since a point, a digest for the translator."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tests.store.values import TIME, revision, segment
from translator_desk.model.ids import WHOLE_PROJECT, DocumentId, SegmentId
from translator_desk.model.redline import Piece, Redline
from translator_desk.model.revision import RevisionKind
from translator_desk.review.history import Since, changes_since, compare, digest, point
from translator_desk.text.span import Span

NEWS = DocumentId("news")
ONE, TWO = SegmentId(1), SegmentId(2)


def step(number, kind, author, target, day=0, **fields):
    return revision(
        segment(number),
        kind,
        author,
        **{"target": target, "time": TIME + dt.timedelta(days=day), "note": "", **fields},
    )


def move(note, day):
    whole = revision(segment(1), RevisionKind.WORKFLOW, "Li", time=TIME + dt.timedelta(days=day), note=note)
    return replace(whole, segment=WHOLE_PROJECT, source="news", target="")


PENDING = Redline.of("Deng Qunce spoke.").write(Span(11, 16), "talked", "Chen")
HISTORY = [
    step(1, RevisionKind.IMPORT, "Li", "Deng Qunze spoke."),
    step(2, RevisionKind.IMPORT, "Li", "Two."),
    step(1, RevisionKind.FIX, "Li", "Deng Qunce spoke.", 1),
    move("hand-over", 2),
    step(1, RevisionKind.EDIT, "Chen", PENDING.target, 3, redline=PENDING),
    step(2, RevisionKind.EDIT, "Chen", "Two!", 3),
    step(1, RevisionKind.ACCEPT, "Wang", PENDING.target, 4, note="clearer"),
    move("approve: all done", 5),
]
NOW = [segment(1, target=PENDING.target, imported_target="Deng Qunze spoke."), segment(2, target="Two!")]


@pytest.mark.parametrize(
    ("since", "at"), [(Since.IMPORT, 2), (Since.HAND_OVER, 4), (Since.APPROVAL, 8), (Since.DATE, 4)]
)
def test_points_of_a_history(since, at):
    date = (TIME + dt.timedelta(days=3)).date()
    assert point(HISTORY, since, NEWS, frozenset({ONE, TWO}), date) == at


def test_a_point_never_reached_is_the_import():
    assert point(HISTORY[:3], Since.APPROVAL, NEWS, frozenset({ONE, TWO}), TIME.date()) == 2
    other = [*HISTORY[:4], replace(HISTORY[7], source="other")]
    assert point(other, Since.APPROVAL, NEWS, frozenset({ONE, TWO}), TIME.date()) == 2


def test_changes_since_a_point_name_what_was_and_every_step():
    since_import = {one.segment.id: one for one in changes_since(HISTORY, 2, NOW)}
    assert since_import[ONE].before == "Deng Qunze spoke."
    assert since_import[ONE].redline.target == "Deng Qunce talked."
    assert [one.kind for one in since_import[ONE].steps] == [RevisionKind.FIX, RevisionKind.EDIT, RevisionKind.ACCEPT]
    assert list(changes_since(HISTORY, len(HISTORY), NOW)) == []


def test_a_segment_without_revisions_began_with_its_file():
    (change,) = changes_since([], 0, [segment(3, target="New.", imported_target="Old.")])
    assert (change.before, change.redline.target) == ("Old.", "New.")


def test_any_two_revisions_compare():
    redline = compare(HISTORY[0], HISTORY[2])
    assert redline.pieces == (
        Piece("Deng "),
        Piece("Qunze", None, "Li"),
        Piece("Qunce", "Li"),
        Piece(" spoke."),
    )


def test_the_digest_tells_a_translator_what_others_did_and_why():
    entries = digest(HISTORY, "Li")
    assert [(one.segment, one.revision.kind, one.revision.author) for one in entries] == [
        (ONE, RevisionKind.EDIT, "Chen"),
        (TWO, RevisionKind.EDIT, "Chen"),
        (ONE, RevisionKind.ACCEPT, "Wang"),
    ]
    accepted = entries[-1]
    assert accepted.revision.note == "clearer"
    assert (accepted.redline.baseline, accepted.redline.target) == ("Deng Qunce spoke.", "Deng Qunce talked.")
    assert [one.segment for one in digest(HISTORY, "Li", {ONE: 3})] == [TWO, ONE]
