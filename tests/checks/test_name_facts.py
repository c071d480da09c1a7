"""The names of a term base, kept up to date through its changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translator_desk.checks.name_facts import known_names
from translator_desk.glossary.entry import Entry, Form, Kind
from translator_desk.glossary.renderings import renderings_of
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import EntryId

NAMES = {
    Kind.PERSON: [("邓群策", "Deng Qunce"), ("邓泉", "Deng Quan"), ("单超", "Shan Chao")],
    Kind.PLACE: [("耒阳", "Leiyang"), ("衡南", "Hengnan County"), ("来阳", "Laiyang")],
    Kind.OTHER: [("安全", "safety"), ("市长", "Mayor of {place}"), ("会议", "meeting")],
}
ENTRY = st.builds(
    lambda key, kind, which, also: Entry(
        EntryId(f"e{key}"), kind, (NAMES[kind][which][0],), NAMES[kind][which][1],
        also=tuple(Form(NAMES[kind][other][1]) for other in also if other != which),
    ),
    st.integers(0, 4), st.sampled_from(list(NAMES)), st.integers(0, 2), st.sets(st.integers(0, 2), max_size=1),
)  # fmt: skip
TABLES = ("persons", "places", "by_surname", "one_word_places", "folded_places", "place_forms", "place_characters")


@given(st.lists(ENTRY, max_size=5), st.lists(st.one_of(ENTRY, st.integers(0, 4)), max_size=5))
def test_names_follow_the_changes_of_a_term_base(entries, changes):
    changed = TermBase({one.id: one for one in entries})
    changed.hits("一")
    changed.index(known_names)
    renderings_of(changed).of(Entry(EntryId("other"), Kind.TITLE, ("官",), "Mayor of {place}"))
    for one in changes:
        changed = changed.without_entry(f"e{one}") if isinstance(one, int) else changed.with_entry(one)
    anew = TermBase({one.id: one for one in changed.entries})
    known, expected = changed.index(known_names), anew.index(known_names)
    for table in TABLES:
        assert getattr(known, table) == getattr(expected, table)
    assert known.mistyped_places.find("leiyag") == expected.mistyped_places.find("leiyag")
    assert known.mistyped_places.words == expected.mistyped_places.words
    assert renderings_of(changed).places == renderings_of(anew).places
    assert all(changed.of_kind(kind) == anew.of_kind(kind) for kind in Kind)
