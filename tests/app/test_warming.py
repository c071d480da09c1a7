"""What the checks stand on is made ahead."""

from __future__ import annotations

from translator_desk.app.documents import read_pasted
from translator_desk.app.term_bases import read_term_base
from translator_desk.app.warming import warm_checks, warm_terms
from translator_desk.checks.base import CheckContext
from translator_desk.checks.engine import check_all
from translator_desk.checks.rules import spelling
from translator_desk.text import dictionary

ASKED_LATER = {"AcceptedIndex", "WordsOfTerms", "_numbered", "_place_search", "_Vocabulary", "office_register"}
"""Indexes that one segment in many asks for, or that are made at once."""


def test_the_dictionary_is_there_afterwards():
    warm_checks()
    assert spelling.near_words("meetin")
    assert dictionary.near_words.cache_info().currsize >= 1


def test_the_indexes_of_a_term_base_are_there_before_the_first_segment_is_checked():
    term_base = read_term_base(None)
    warm_terms(term_base)
    made = set(term_base._memo)
    project = read_pasted(
        "6月6日，衡阳市委书记张明在会上说，全市投资增长12%。",
        "On June 6, Zhang Ming, Secretary of the CPC Hengyang Municipal Committee, told the meetin that it grew 12%.",
        term_base,
    ).project
    assert check_all(project, CheckContext(term_base)).all_issues()
    assert {builder.__qualname__ for builder in term_base._memo.keys() - made} <= ASKED_LATER
