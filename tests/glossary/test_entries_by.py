from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from translator_desk.glossary.coarse_date import CoarseDate
from translator_desk.glossary.entries_by import EntriesBy
from translator_desk.glossary.entry import AvoidForm, Entry, Form, Kind, Office
from translator_desk.glossary.lint import lint
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import EntryId

ENGLISH = st.sampled_from(["Hu Lan", "Zhang Wei", "club", "Club", "a hall", "x"])
OFFICES = st.lists(
    st.builds(
        Office,
        st.sampled_from(["e1", "e2", "t-none", "mayor"]),
        st.sampled_from(["", "e3", "t-nowhere"]),
        start=st.sampled_from([None, CoarseDate.parse("2018"), CoarseDate.parse("2020-03")]),
        present=st.booleans(),
    ),
    max_size=2,
).map(tuple)
ENTRIES = st.builds(
    Entry,
    st.integers(0, 6).map(lambda number: EntryId(f"e{number}")),
    st.sampled_from([Kind.PERSON, Kind.TITLE, Kind.PLACE, Kind.OTHER]),
    st.lists(st.text("甲乙", min_size=1, max_size=2), min_size=1, max_size=2, unique=True).map(tuple),
    ENGLISH,
    not_inside=st.sampled_from([(), ("甲乙甲",)]),
    also=st.lists(st.builds(Form, ENGLISH), max_size=1).map(tuple),
    avoid=st.lists(st.builds(AvoidForm, ENGLISH), max_size=1).map(tuple),
    offices=OFFICES,
    single_holder=st.booleans(),
)
BASES = st.lists(ENTRIES, max_size=6).map(lambda entries: TermBase({one.id: one for one in entries}))


class ByEnglish(EntriesBy):
    @staticmethod
    def keys(entry: Entry) -> Iterable[str]:
        return {*entry.accepted}


def after(base, changes):
    for one in changes:
        base = base.without_entry(one.id) if one.en == "x" else base.with_entry(one)
        yield base


@given(BASES, st.lists(ENTRIES, max_size=5))
def test_entries_found_by_words_after_changes_are_those_that_would_be_found_anew(base, changes):
    base.hits("甲")
    base.index(ByEnglish)
    for changed in after(base, changes):
        anew = ByEnglish(TermBase({one.id: one for one in changed.entries}))
        for word in ("Hu Lan", "Zhang Wei", "club", "Club", "a hall", "x", "nothing"):
            assert changed.index(ByEnglish).of(word) == anew.of(word)


@given(BASES, st.lists(ENTRIES, max_size=5), st.booleans())
def test_lint_after_changes_says_what_it_says_of_all_gone_through_anew(base, changes, every_time):
    base.hits("甲")
    lint(base)
    for changed in after(base, changes):
        anew = TermBase({one.id: one for one in changed.entries})
        if every_time or changed.entries == ():
            assert lint(changed) == lint(anew)
    if changes:
        assert lint(changed) == lint(anew)


@given(BASES, st.lists(ENTRIES, max_size=3))
def test_entries_stand_in_the_order_of_the_term_base(base, changes):
    base.in_order(base.entries)
    for changed in (base, *after(base, changes)):
        assert changed.in_order(reversed(changed.entries)) == changed.entries
        strange = replace(Entry(EntryId("strange"), Kind.OTHER, ("甲",), "strange"), id=EntryId("strange"))
        if len(changed) > 1:
            assert changed.in_order([strange, *changed.entries]) == changed.entries
