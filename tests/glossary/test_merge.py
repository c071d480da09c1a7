import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.glossary.layouts import make_entry
from translator_desk.glossary.entry import AvoidForm, Entry, Form, Kind
from translator_desk.glossary.merge import join_entries, merge_entry, same

BASE = Entry("a", Kind.OTHER, ("甲乙",), "one", also=(Form("uno"),), avoid=(AvoidForm("won"),))


def test_changes_of_different_fields_are_both_kept():
    merged = merge_entry(BASE, replace(BASE, en="ein"), replace(BASE, note="theirs"))
    assert merged == type(merged)(replace(BASE, en="ein", note="theirs"))


def test_additions_and_removals_of_one_list_are_both_kept():
    mine = replace(BASE, also=(Form("uno"), Form("un")), avoid=())
    theirs = replace(BASE, also=(Form("eins"), Form("uno")), avoid=(AvoidForm("won"), AvoidForm("wun")))
    merged = merge_entry(BASE, mine, theirs)
    assert merged.conflicts == ()
    assert [one.en for one in merged.entry.also] == ["eins", "uno", "un"]
    assert [one.en for one in merged.entry.avoid] == ["wun"]


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "conflicts"),
    [
        (BASE, replace(BASE, en="x"), replace(BASE, en="y"), ("en",)),
        (BASE, None, replace(BASE, en="y"), ("entry",)),
        (BASE, replace(BASE, en="x"), None, ("entry",)),
        (None, BASE, replace(BASE, en="y"), ("entry",)),
        (BASE, replace(BASE, zh=("丙丁", "甲乙")), replace(BASE, zh=("甲乙", "丙丁")), ()),
        (BASE, None, BASE, ()),
        (BASE, None, None, ()),
        (BASE, BASE, None, ()),
    ],
)
def test_what_contradicts_is_named(base, mine, theirs, conflicts):
    assert merge_entry(base, mine, theirs).conflicts == conflicts


def test_another_order_of_a_list_is_asked_about():
    base = replace(BASE, zh=("甲乙", "丙丁"))
    merged = merge_entry(base, replace(base, zh=("丙丁", "甲乙")), replace(base, zh=("甲乙", "丙丁", "戊己")))
    assert merged.conflicts == ("zh",)


@given(st.integers(0, 10**6))
def test_merging_with_no_change_gives_the_change(seed):
    dice = random.Random(seed)
    base, mine = (replace(make_entry(dice, 0), id="a") for _ in range(2))
    assert same(merge_entry(base, mine, base).entry, mine)
    assert same(merge_entry(base, base, mine).entry, mine)
    assert merge_entry(base, mine, mine).conflicts == ()


def test_two_entries_of_one_thing_become_one():
    other = Entry(
        "b", Kind.OTHER, ("甲乙", "甲"), "ONE", also=(Form("won"), Form("ein")), avoid=(AvoidForm("uno"),), note="n"
    )
    joined = join_entries(BASE, other)
    assert (joined.id, joined.en, joined.zh, joined.note) == ("a", "one", ("甲乙", "甲"), "n")
    assert [one.en for one in joined.also] == ["ein"]
    assert [one.en for one in joined.avoid] == ["won", "uno"]
