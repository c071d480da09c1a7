"""The words of a text tell which phrases may stand in it, and never leave one out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_desk.checks.phrase import phrase
from translator_desk.checks.phrase_index import PhraseIndex, text_words
from translator_desk.text.normalize import lowered

NOTATIONS = [
    "broad masses", "report[s] on", "<carry> out the (work|hard work)", "[very] <COUNT> [new] <THING>", "<NUMBER> people's",
    "(a|an) «<THINGS>»", "<START> there <be> <THINGS>", "in <MONTH> <YEAR>", "people as <END>", "<WORD> masses, <WORD> people",
    "(<WORD> broad|the) masses", "<DAY> percent", "<GAP> masses <CLAUSE> people", "<LEVEL> masses", "R&D people",
    "<SMALL> «people<SPACE>»", "the <VERBED> masses", "(many|one of the|some <SMALL> of) «<THING>» <STOP>",
    "(will|can) [(not|<ADVERB>)] «<VERBED>»", "is [the] [hard work] (in|on the) (report[s]|<WORD> work|[very] new <THING>)",
]  # fmt: skip
PHRASES = [phrase(one) for one in NOTATIONS]
INDEX = PhraseIndex(one.clue for one in PHRASES)
WORDS = st.sampled_from([
    "broad", "Masses", "report", "reports", "on", "carried", "out", "the", "work", "hard", "very", "2,000", "five",
    "new", "project", "projects", "people’s", "people", "a", "an", "There", "are", "is", "in", "May", "2019", "so",
    "as", "21st", "percent", "municipal", "autonomous", "regional", "R&D", "held", "5G", "it's", "masses'", "12.5",
])  # fmt: skip
WORDS_OF_WAYS = st.sampled_from([
    "will", "can", "not", "quickly", "held", "many", "one", "of", "the", "some", "new", "project", "is", "hard", "work",
    "in", "on", "report", "reports", "very",
])  # fmt: skip


def text_of(words):
    joints = st.sampled_from([" ", " ", " ", "-", ", ", ". ", " (", "—"])
    return st.lists(st.tuples(words, joints), max_size=8).map(
        lambda pairs: "".join(word + joint for word, joint in pairs)
    )


TEXT = text_of(WORDS) | text_of(WORDS_OF_WAYS)


def found(text):
    return {NOTATIONS[number] for number in INDEX.find(text_words(lowered(text)))}


@given(TEXT)
def test_no_phrase_that_stands_is_left_out(text):
    standing = {notation for notation, one in zip(NOTATIONS, PHRASES, strict=True) if any(one.matches(text))}
    assert standing <= found(text)


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("broad masses", {"broad masses", "(<WORD> broad|the) masses"}),
        ("broad green masses", set()),
        ("Reports on it", {"report[s] on"}),
        ("an amount of projects", set()),
        ("a projects", {"(a|an) «<THINGS>»"}),
        ("very 5 new project", {"[very] <COUNT> [new] <THING>"}),
        ("many a project of the new project", set()),
        ("one of the project", {"(many|one of the|some <SMALL> of) «<THING>» <STOP>"}),
        ("will the work quickly held", set()),
        ("will quickly held", {"(will|can) [(not|<ADVERB>)] «<VERBED>»"}),
    ],
)
def test_neighbours_count(text, phrases):
    assert found(text) == phrases
