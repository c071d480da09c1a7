"""Words have a sign for every mixture of kinds that occurs."""

from __future__ import annotations

from translator_desk.checks.word_signs import KINDS_MET, sign_of_kinds
from translator_desk.resources import data_rows
from translator_desk.text.dictionary import affix_flags
from translator_desk.text.word_kinds import kinds_of


def test_the_mixtures_are_those_of_the_dictionary_and_the_table():
    words = {*affix_flags(), *(word for row in data_rows("word_kinds.tsv") for word in row[1].split())}
    words |= {f"{word}{ending}" for word in words for ending in ("s", "ed")}
    assert {kinds_of(word) for word in words} == KINDS_MET


def test_each_mixture_has_a_sign_of_its_own():
    assert len({sign_of_kinds(kinds) for kinds in KINDS_MET}) == len(KINDS_MET)
