"""Published measures, with the signature that lets others repeat them."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator_desk.review.scores import Metric, scores

LINES = st.lists(st.text("abc .,中", min_size=1, max_size=20), min_size=1, max_size=5)


def by_metric(judged, right):
    return {one.metric: one.value for one in scores(judged, right)}


def test_values_are_those_of_the_measures():
    found = {one.metric: one for one in scores(["The mayor spoke today."], ["The mayor spoke at noon."], tuple(Metric))}
    # Two edits (one word replaced, one put in) over the five words of the reference.
    assert found[Metric.TER].value == pytest.approx(40)
    assert 0 < found[Metric.CHRF].value < 100
    assert found[Metric.BLEU].signature.startswith("BLEU|nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:2.")
    assert found[Metric.CHRF].signature.startswith("chrF2|nrefs:1|")
    assert found[Metric.TER].signature.startswith("TER|nrefs:1|case:lc|tok:tercom|")


def test_all_lines_are_scored_together_and_blank_pairs_do_not_count():
    judged, right = ["He left.", "The mayor spoke."], ["He left.", "The mayor talked for an hour."]
    assert scores(["", *judged, " "], ["", *right, ""]) == scores(judged, right)
    assert [one.metric for one in scores(judged, right, (Metric.TER, Metric.CHRF))] == [Metric.TER, Metric.CHRF]


@given(LINES)
def test_equal_texts_are_equal(lines):
    if not any(line.strip() for line in lines):
        with pytest.raises(ValueError, match="no words"):
            scores(lines, lines)
        return
    found = by_metric(lines, lines)
    assert found[Metric.TER] == 0
    assert found[Metric.CHRF] == pytest.approx(100)


def test_other_numbers_of_lines_are_a_bug():
    with pytest.raises(ValueError, match="longer"):
        scores(["One."], ["One.", "Two."])


def test_nothing_is_imported_before_it_is_asked_for():
    code = "import sys; import translator_desk.review.scores; print('sacrebleu' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout == "False\n"
