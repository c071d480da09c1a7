"""Titles are looked for by their words, and nothing that stands in a text is missed by that."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.checks.builders import document, segment, terms
from translator_desk.checks.base import CheckContext, Facts
from translator_desk.checks.rules.office_inconsistent import OfficeInconsistent
from translator_desk.checks.title_facts import likely_of_place, likely_titles, titles_in_target
from translator_desk.glossary.renderings import renderings_of
from translator_desk.text.normalize import lowered

TERMS = terms("""
- {id: t-sec, kind: title, zh: [市委书记], en: "Secretary of the CPC {place} Municipal Committee", source: s,
   also: ["Secretary of the {place} Municipal Party Committee", "{place} Party chief"]}
- {id: t-vice, kind: title, zh: [副市长], en: "Vice-Mayor of {place}", also: [Vice-Mayor, Deputy Mayor], source: s}
- {id: t-mayor, kind: title, zh: [市长], en: "{place} Mayor", also: [Mayor], source: s}
- {id: t-min, kind: title, zh: [部长], en: Minister, also: [People's Minister], source: s}
- {id: pl-hy, kind: place, zh: [衡阳], en: Hengyang, source: s}
""")
WORD = st.sampled_from(
    ["Secretary", "secretaries", "of", "the", "CPC", "Hengyang", "Municipal", "Committee", "Party", "chief", "Vice",
     "Mayor", "mayors", "Deputy", "Minister", "People’s"]
)  # fmt: skip
TEXT = st.lists(st.tuples(WORD, st.sampled_from([" ", " ", " ", ", ", "-", "'s "])), max_size=12).map(
    lambda parts: "".join(word + joint for word, joint in parts)
)


def facts_of(target):
    return Facts(segment(1, target), document(), CheckContext(TERMS), "")


@given(TEXT)
def test_the_words_of_a_text_hide_no_title(text):
    facts = facts_of(text)
    likely = {(one.entry.id, one.form) for one in facts.of(likely_titles)}
    for entry in TERMS.entries:
        for number, form in enumerate(renderings_of(TERMS).of(entry).accepted if entry.id.startswith("t-") else ()):
            assert (entry.id, number) in likely or not form.find(lowered(text), text)


@given(TEXT)
def test_where_no_title_of_a_place_is_likely_no_office_is_noted(text):
    facts = facts_of(text)
    assert facts.of(likely_of_place) or not list(OfficeInconsistent().observe(facts))


def test_of_titles_that_overlap_the_longest_stands():
    facts = facts_of("Li, Vice Mayor of Hengyang, and the mayor met Minister Xu.")
    found = [
        (one.span.of(facts.target), [entry.id for entry in one.entries], one.place and one.place.en)
        for one in facts.of(titles_in_target)
    ]
    assert found == [
        ("Vice Mayor of Hengyang", ["t-vice"], "Hengyang"),
        ("mayor", ["t-mayor"], None),
        ("Minister", ["t-min"], None),
    ]
