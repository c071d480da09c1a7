"""Indexes carried over a change of the term base answer as those made anew."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translator_desk.checks.capital_terms import capital_terms
from translator_desk.checks.person_letters import PersonLetters
from translator_desk.checks.rules import name_not_derivable
from translator_desk.checks.word_facts import WordsOfTerms
from translator_desk.glossary.entry import Entry, Form, Kind
from translator_desk.glossary.form_lines import form_lines
from translator_desk.glossary.renderings import accepted_index, renderings_of
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import EntryId
from translator_desk.text.normalize import lowered
from translator_desk.text.tokens import letters_only

FORMS = ["Deng Qunce", "Qunce Deng", "DENG Qunce", "Li Chang'an", "Li Changan", "National Hygienic City", "national city",
         "Leiyang New Area", "the {place} koklass pheasant", "koklass pheasants", "Hygienic City"]  # fmt: skip
TEXTS = ["deng qunce and Qunce deng met deng qunce", "a national hygienic city in Leiyang new Area", "koklass pheasant",
         "Li changan saw koklass pheasants", "National City"]  # fmt: skip
ENTRY = st.builds(
    lambda key, kind, en, also, short: Entry(
        EntryId(key), kind, ("某某",), en, also=tuple(map(Form, also)), short=short
    ),
    st.sampled_from("abc"),
    st.sampled_from([Kind.PERSON, Kind.PLACE, Kind.EVENT, Kind.OTHER]),
    st.sampled_from(FORMS),
    st.lists(st.sampled_from(FORMS), max_size=1),
    st.lists(st.sampled_from(FORMS), max_size=1).map(tuple),
)
CHANGES = st.lists(ENTRY | st.sampled_from("abc"), max_size=6)


def answers(term_base):
    names, letters = term_base.index(capital_terms), term_base.index(PersonLetters)
    return (
        [list(names.find(text, lowered(text), letters_only(text).split())) for text in TEXTS],
        renderings_of(term_base).places,
        letters.persons,
        dict(letters.firsts),
        [
            {(entry.id, number, line) for entry, number, line in form_lines(term_base).holding(one)}
            for one in ("h", "en")
        ],
        {form.form for form in accepted_index(term_base).longer_than("hygienic city")},
        [term_base.index(WordsOfTerms).explain("koklass", lowered(text)) for text in TEXTS],
        term_base.index(name_not_derivable._Vocabulary).words,
    )


@given(CHANGES)
def test_any_changes_end_where_a_new_term_base_begins(changes):
    term_base = TermBase.empty()
    for change in changes:
        answers(term_base)
        term_base.hits("")
        term_base = term_base.with_entry(change) if isinstance(change, Entry) else term_base.without_entry(change)
    assert answers(term_base) == answers(TermBase({entry.id: entry for entry in term_base.entries}))


def test_names_are_known_by_their_letters():
    person = Entry(EntryId("p"), Kind.PERSON, ("李长安",), "Li Chang'an")
    other = Entry(EntryId("q"), Kind.PERSON, ("某某",), "Li Na")
    letters = TermBase({one.id: one for one in (person, other)}).index(PersonLetters)
    assert letters.persons == {"lichangan": person, "changanli": person}
    assert letters.firsts.keys() == {"lichangan", "changanli", "li", "changan", "chang"}
