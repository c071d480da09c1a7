"""The key of a waiver is made of words."""

from __future__ import annotations

from tests.checks.builders import issue, segment
from translator_desk.checks.fingerprint import with_fingerprints, words_key, words_of
from translator_desk.model.issue import FixPart


def fingerprint(one, target, source="", separator=""):
    (marked,) = with_fingerprints([one], segment(1, target, source, separator=separator))
    return marked.fingerprint


def test_it_survives_edits_elsewhere_and_white_space_and_quotation_marks():
    first = fingerprint(issue("a", (4, 13)), 'The "Big" one')
    assert fingerprint(issue("a", (9, 19)), "And then “Big”  one came") == first


def test_it_changes_with_check_words_case_and_source():
    base = fingerprint(issue("a", (0, 3)), "Xia", "夏")
    assert fingerprint(issue("b", (0, 3)), "Xia", "夏") != base
    assert fingerprint(issue("a", (0, 3)), "xia", "夏") != base
    assert fingerprint(issue("a", (0, 3), (0, 1)), "Xia", "夏") != base


def test_occurrences_are_counted_and_share_their_words():
    one, two = with_fingerprints([issue("a", (0, 2)), issue("a", (3, 5))], segment(1, "ab ab"))
    assert one.fingerprint != two.fingerprint
    assert words_key(one.fingerprint) == words_key(two.fingerprint)
    assert len(one.fingerprint) == 24


def test_a_place_between_words_is_told_by_its_neighbours():
    first = fingerprint(issue("a", (10, 10)), "publicity,catering and more")
    assert fingerprint(issue("a", (14, 14)), "The publicity,catering is new") == first
    assert fingerprint(issue("a", (3, 3)), "so,catering and more") != first


def test_a_slip_of_the_separator_knows_its_neighbour():
    gap = issue("a", (0, 0), part=FixPart.SEPARATOR)
    assert fingerprint(gap, "One. Two.") != fingerprint(gap, "One. Three.")
    assert words_of(gap, segment(1, "One.")) == ""
    assert words_of(issue("a", (0, 3)), segment(1, "One.")) == "One"
