"""The rows of the glossary: narrowed, sorted and changed in small steps, they are what going through all would give."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from translator_desk.app.glossary_state import GlossaryState
from translator_desk.glossary.entry import Entry, Kind, Layer
from translator_desk.model.ids import EntryId
from translator_desk.ui.glossary import entry_rows
from translator_desk.ui.glossary.entry_rows import EntryRows, Wish, looked_for_by, prepare
from translator_desk.ui.glossary.table import Column, EntryTable
from translator_desk.ui.theme import Themes

ENTRIES = st.lists(
    st.builds(
        lambda number, en, kind, layer: Entry(EntryId(f"e{number}"), kind, ("甲",), en, layer=layer),
        st.integers(0, 12),
        st.text("ab ", max_size=3),
        st.sampled_from([Kind.PERSON, Kind.OTHER]),
        st.sampled_from(list(Layer)),
    ),
    max_size=12,
    unique_by=lambda one: one.id,
).map(tuple)
WISHES = st.builds(
    Wish,
    st.text("ab e1", max_size=4),
    st.sampled_from([None, Kind.PERSON]),
    st.sampled_from([None, Layer.HOUSE]),
)


def by_english(entry):
    return entry.en


@pytest.fixture(autouse=True)
def _small_steps(monkeypatch):
    monkeypatch.setattr(entry_rows, "STEP", 3)


def naive(entries, wish, key, *, down):
    shown = [
        one
        for one in entries
        if all(word in looked_for_by(one) for word in wish.words.split())
        and wish.kind in (None, one.kind)
        and wish.layer in (None, one.layer)
    ]
    return shown if key is None else sorted(shown, key=key, reverse=down)


def changed(entries, parts):
    for part in reversed(parts):
        entries = (*entries[: part.start], *part.fresh, *entries[part.end :])
    return entries


@given(ENTRIES, st.lists(st.tuples(st.sampled_from("cdi"), st.integers(0, 12)), max_size=12))
def test_a_few_changes_here_and_there_are_told_one_by_one(entries, changes):
    rows = EntryRows()
    rows.wait(entries)
    now = list(entries)
    for deed, at in changes:
        if deed == "i":
            now.insert(at, Entry(EntryId(f"new{len(now)}"), Kind.OTHER, ("甲",), "new"))
        elif at < len(now):
            now[at : at + 1] = [replace(now[at], en="other")] if deed == "c" else []
    parts = rows.difference(tuple(now))
    assert changed(entries, parts) == tuple(now)
    if len(changes) == 1:
        assert sum(len(one.fresh) for one in parts) <= 1


@given(st.data(), st.sampled_from([None, by_english]), st.booleans())
def test_rows_after_any_changes_are_those_of_all_entries_gone_through(data, key, down):
    rows = EntryRows()
    for _ in range(data.draw(st.integers(1, 4))):
        old, entries = rows.entries, data.draw(ENTRIES)
        kept = data.draw(st.integers(0, len(old)))
        entries = (*old[:kept], *(one for one in entries if one.id not in {other.id for other in old[:kept]}))
        parts = rows.difference(entries)
        assert changed(old, parts) == entries
        if rows.texts is None or data.draw(st.booleans()):
            rows.wait(entries)
            rows.take(prepare(entries, key, down=down))
        else:
            rows.change(entries, parts, key if rows._made.keys is not None or not old else None, down=down)
            if key is not None and rows._made.keys is None:
                rows.take(prepare(entries, key, down=down, texts=rows.texts))
        for wish in data.draw(st.lists(WISHES, max_size=3)):
            found = [entries[at] for step in rows.found(wish) for at in step]
            assert found == naive(entries, wish, key, down=down)
            assert all(rows.admits(at, wish) == (one in found) for at, one in enumerate(entries))
        assert all(rows.place(one.id) == at for at, one in enumerate(entries))
    assert rows.place("nobody") is None


@given(st.lists(st.sampled_from([*"ab ", "", "ab"]), max_size=6))
def test_letters_typed_on_find_what_they_would_find_at_once(typed):
    entries = tuple(
        Entry(EntryId(f"x-{number}"), Kind.OTHER, ("甲",), "".join(letters))
        for number, letters in enumerate(itertools.product("ab ", repeat=3))
    )
    rows = EntryRows()
    rows.wait(entries)
    rows.take(prepare(entries, None, down=False))
    words = ""
    for letters in typed:
        words = words + letters if letters else ""
        wish = Wish(words)
        assert [entries[at] for step in rows.found(wish) for at in step] == naive(entries, wish, None, down=False)


def test_a_search_given_up_for_another_leaves_nothing_behind():
    entries = tuple(Entry(EntryId(f"x-{number}"), Kind.OTHER, ("甲",), "abc") for number in range(10))
    rows = EntryRows()
    rows.wait(entries)
    rows.take(prepare(entries, None, down=False))
    next(rows.found(Wish("a")))
    assert [at for step in rows.found(Wish("ab")) for at in step] == list(range(10))


@pytest.fixture
def many():
    return tuple(
        Entry(EntryId(f"x-{number}"), Kind.OTHER, ("甲",), "word" + "abcdefg"[number % 7]) for number in range(12_000)
    )


@pytest.fixture
def table(qapp):
    """A table whose long work is done when it is asked for."""
    waiting = []
    made = EntryTable(Themes(qapp), lambda work, done: waiting.append(lambda: done(work(lambda: None))), None)
    made.waiting = waiting
    return made


def do_all(table):
    while table.waiting:
        table.waiting.pop(0)()


def shown(table, qtbot):
    qtbot.waitUntil(lambda: not table.searching)
    return table.rows


def test_rows_of_a_large_glossary_come_at_once_and_the_rest_while_the_window_goes_on(table, many, qtbot):
    table.put(many, GlossaryState(), writable=True)
    assert 0 < table.rowCount() < len(many)
    assert shown(table, qtbot) == list(many)
    do_all(table)
    table.show("wordd", None, None)
    assert shown(table, qtbot) == [one for one in many if one.en == "wordd"]
    assert table.row_of("x-3") == 0
    assert table.row_of("x-4") is None
    assert not table.comes("x-4")


def test_before_all_is_put_together_words_leave_nothing_out(table, many, qtbot):
    table.put(many, GlossaryState(), writable=True)
    table.show("wordd", None, None)
    assert shown(table, qtbot) == list(many)
    do_all(table)
    assert shown(table, qtbot) == [one for one in many if one.en == "wordd"]


def test_a_sort_asked_for_while_entries_change_is_made_of_what_they_are_then(table, many, qtbot):
    table.put(many, GlossaryState(), writable=True)
    do_all(table)
    table.sort(Column.EN, Qt.SortOrder.DescendingOrder)
    changed = (replace(many[0], en="zebra"), *many[1:])
    table.put(changed, GlossaryState(), writable=True)
    do_all(table)
    assert shown(table, qtbot) == sorted(changed, key=by_english, reverse=True)
    again = (*changed[:5], replace(changed[5], en="aardvark"), *changed[6:], replace(many[0], id=EntryId("new")))
    table.put(again, GlossaryState(), writable=True)
    assert not table.waiting  # one entry is put in its place at once
    assert shown(table, qtbot) == sorted(again, key=by_english, reverse=True)
    table.sort(-1)
    assert shown(table, qtbot) == list(again)


def test_by_layer_entries_move_when_they_become_overrides(table, qtbot):
    entries = tuple(
        Entry(EntryId(f"x-{number}"), Kind.OTHER, ("甲",), "one", layer=layer)
        for number, layer in enumerate((Layer.HOUSE, Layer.PROJECT, Layer.HOUSE))
    )
    table.put(entries, GlossaryState(), writable=True)
    table.sort(Column.LAYER)
    table.put(entries, GlossaryState(overrides=frozenset({"x-0"})), writable=True)
    cells = [table.index(row, Column.LAYER).data() for row in range(3)]
    assert cells == sorted(cells, key=str.casefold)


def test_what_stays_as_it_is_leaves_rows_and_selection_alone(table, many, qtbot):
    table.put(many[:50], GlossaryState(), writable=True)
    with qtbot.assertNotEmitted(table.modelReset), qtbot.waitSignal(table.dataChanged):
        table.put(many[:50], GlossaryState(), writable=False)
