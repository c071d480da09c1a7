"""The record of changes beside a term file."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from translator_desk.app.glossary_history import OUTSIDE, history, record_outside
from translator_desk.glossary.entry import Entry, Kind

NOON = dt.datetime(2026, 5, 4, 12, tzinfo=dt.UTC)


def test_what_came_from_outside_is_recorded_once_and_of_a_whole_file_only_which_entries(tmp_path):
    file = tmp_path / "own.yaml"
    was = [Entry(f"e{number}", Kind.OTHER, ("督查",), f"form {number}") for number in range(300)]
    now = [replace(was[0], en="inspection"), *was[1:]]
    record_outside(file, was, now, NOON)
    record_outside(file, was, now, NOON)
    assert [(one.entry, one.author, one.why, one.fields) for one in history(file)] == [("e0", "", OUTSIDE, ("en",))]
    anew = [replace(one, en="x") for one in now]
    record_outside(file, now, anew, NOON, b"written anew")
    record_outside(file, now, anew, NOON, b"written anew")  # by another desk that saw it too
    record_outside(file, now, now[1:], NOON)
    assert len(history(file)) == 302
    assert [(one.after, one.why, one.together) for one in history(file, "e0")][1:] == [
        (None, OUTSIDE, 300),
        (None, OUTSIDE, 0),
    ]
