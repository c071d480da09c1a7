"""One person whose characters can be read in two ways."""

from __future__ import annotations

import pytest

from tests.checks.builders import document, segment
from translator_desk.checks.engine import CheckRun
from translator_desk.checks.registry import check_by_id
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.project import NameDecision


def issues(*rows, decisions=()):
    run = CheckRun(TermBase.empty(), name_decisions=decisions, checks=[check_by_id("name-readings")])
    run.open_document(document(has_source=True))
    for number, (source, target) in enumerate(rows):
        run.check(segment(number + 1, target, source), (0, number))
    run.settle()
    return run.all_issues()


@pytest.mark.parametrize(
    ("characters", "usual", "other"),
    [
        ("罗晓茜", "Luo Xiaoqian", "Luo Xiaoxi"),
        ("吕志强", "Lyu Zhiqiang", "Lu Zhiqiang"),
        ("任晟", "Ren Sheng", "Ren Cheng"),
    ],
)
def test_the_rarer_reading_is_shown_with_the_places_of_the_usual_one(characters, usual, other):
    told = (f"县长{characters}出席。", f"County Magistrate {usual} attended.")
    (one,) = issues(told, (f"{characters}表示。", f"{other} said so."), told)
    assert one.segment == 2
    assert one.expected == (usual,)
    assert [place.text for place in one.related] == [usual, usual]


def test_equals_are_told_without_a_fix():
    (one,) = issues(("县长任晟出席。", "County Magistrate Ren Sheng attended."), ("任晟表示。", "Ren Cheng said so."))
    assert (one.segment, one.expected) == (2, ())


@pytest.mark.parametrize(
    "rows",
    [
        [("县长罗晓茜出席。", "Luo Xiaoqian attended."), ("罗晓茜表示。", "XIAOQIAN LUO said so.")],
        [("县长罗晓茜出席。", "Luo Xiaoqian attended."), ("罗晓西表示。", "Luo Xiaoxi said so.")],
        [("任晟在场。", "Ren Sheng was there."), ("任晟表示。", "Ren Cheng said so.")],
    ],
)
def test_one_reading_two_persons_and_what_may_be_no_name_are_left_alone(rows):
    assert issues(*rows) == ()


def test_whom_somebody_called_two_persons_stay_two():
    rows = ("县长任晟出席。", "Ren Sheng attended."), ("县长任晟表示。", "Ren Cheng said so.")
    assert len(issues(*rows)) == 1
    assert issues(*rows, decisions=[NameDecision("Ren Sheng", "Ren Cheng", same=False, author="Li Wei")]) == ()
