"""A new preferred form written in the place of the old one, where the term is meant."""

from dataclasses import replace

import pytest

from tests.app.builders import session
from tests.app.test_glossary_edits import desk  # noqa: F401
from tests.app.test_glossary_files import places  # noqa: F401
from tests.glossary.builders import term_base
from translator_desk.app.commands.edit import ReplaceMany
from translator_desk.app.commands.workflow import MoveDocument
from translator_desk.app.glossary_apply import former_entries, new_form_everywhere
from translator_desk.app.snapshot import Snapshot
from translator_desk.glossary.entry import Entry, Kind
from translator_desk.model.workflow import Move, Stage

TERMS = "- {id: pl-zone, kind: place, zh: [综合保税区], en: comprehensive bonded zone, source: s}\n"
PAIRS = [
    ("综合保税区建成。", "The comprehensive bonded zone was built."),
    ("综合保税区很大。", "The Zone is large."),
    ("两个综合保税区。", "Two Comprehensive Bonded Zones."),
    ("别的。", "A comprehensive bonded zone."),
    ("", "A COMPREHENSIVE BONDED ZONE, two comprehensive bonded zones"),
]


@pytest.fixture
def changed():
    """A project, the terms with another preferred form, and the entry before and now."""
    base = term_base(TERMS)
    before = base.entry("pl-zone")
    now = replace(before, en="bonded area")
    made, _ = session(("a", PAIRS))
    return made, base.with_entry(now), before, now


def found(changed):
    made, base, before, now = changed
    return new_form_everywhere(base, [before], now, Snapshot.of(made.state).rows())


def test_it_is_offered_where_the_old_form_stands_and_the_term_is_meant(changed):
    assert [(one.segment, one.old, one.words) for one in found(changed)] == [
        (1, "comprehensive bonded zone", "bonded area"),
        (3, "Comprehensive Bonded Zones", "Bonded Areas"),
        (5, "COMPREHENSIVE BONDED ZONE", "BONDED AREA"),
        (5, "comprehensive bonded zones", "bonded areas"),
    ]


def test_it_is_written_as_changes_that_wait_and_is_one_step_to_undo(changed):
    made = changed[0]
    made.execute(ReplaceMany(found(changed), pending=True))
    texts = [made.state.segments[key] for key in (1, 3, 5)]
    assert [one.target for one in texts] == [
        "The bonded area was built.",
        "Two Bonded Areas.",
        "A BONDED AREA, two bonded areas",
    ]
    assert all(one.redline is not None for one in texts)
    made.undo()
    assert [made.state.segments[key].target for key in (1, 3, 5)] == [PAIRS[at][1] for at in (0, 2, 4)]
    assert all(made.state.segments[key].redline is None for key in (1, 3, 5))


def test_it_is_agreed_at_once_in_translation_and_waits_in_review(changed):
    made = changed[0]
    made.execute(ReplaceMany(found(changed)))
    assert made.state.segments[1].redline is None
    made.undo()
    made.execute(MoveDocument("a", Move.HAND_OVER))
    made.execute(ReplaceMany(found(changed)))
    assert made.state.segments[1].redline is not None


def test_a_final_document_is_passed_over(changed):
    made = changed[0]
    document = made.state.documents["a"]
    made.state.documents["a"] = replace(document, handling=replace(document.handling, stage=Stage.FINAL))
    assert found(changed) == ()


def test_a_search_nobody_waits_for_is_given_up(changed):
    made, base, before, now = changed
    assert new_form_everywhere(base, [before], now, Snapshot.of(made.state).rows(), lambda: True) == ()


def test_all_forms_an_entry_ever_had_are_remembered(desk):  # noqa: F811
    files, edits = desk
    entry = edits.put(Entry("x-a", Kind.OTHER, ("甲乙",), "one", required=False), None).entry
    for form in ("two", "three"):
        entry = edits.put(replace(entry, en=form), entry).entry
    assert [one.en for one in former_entries(files, entry)] == ["two", "one"]
    shipped = files.term_base.entry("s")
    over = edits.put(replace(shipped, en="ours"), shipped).entry
    assert [one.en for one in former_entries(files, over)] == ["shipped"]
