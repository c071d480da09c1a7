"""Values and their rows say the same, and a value has one spelling."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.store import values
from translator_desk.model.redline import Piece, Redline
from translator_desk.model.revision import RevisionKind
from translator_desk.model.state import SegmentState
from translator_desk.store import records

WORDS = st.text(max_size=12)


@given(
    WORDS,
    WORDS,
    WORDS,
    WORDS,
    st.sampled_from(RevisionKind),
    st.sampled_from(SegmentState),
    st.none() | st.lists(WORDS.filter(bool).map(Piece), max_size=3).map(lambda pieces: Redline(tuple(pieces))),
)
def test_a_revision_put_together_by_hand_is_what_the_encoder_writes(source, target, author, note, kind, state, redline):
    made = replace(
        values.revision(values.RICH, kind, author),
        source=source,
        target=target,
        note=note,
        state=state,
        redline=redline,
    )
    record = records.revision_record(made)
    assert records.to_json(json.loads(record)) == record
    assert records.revision_of_record(record) == made


@given(WORDS, WORDS, st.integers(0, 2**40))
def test_a_segment_comes_back_from_its_row(source, target, position):
    for made in (values.segment(3, source=source, target=target), replace(values.RICH, source=source)):
        row = records.segment_row(made, position)
        assert len(row) == len(records.SEGMENT_COLUMNS.split(", "))
        assert records.segment_of_row(row) == made
        assert row[2] == position
