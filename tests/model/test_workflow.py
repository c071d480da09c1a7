"""The table of roles and moves: complete, and the same in the manual."""

from __future__ import annotations

from pathlib import Path

import pytest

from translator_desk.model.state import Role
from translator_desk.model.workflow import (
    FROM_STAGE,
    LEADS_TO,
    MOVE_NAMES,
    ROLE_NAMES,
    STAGE_NAMES,
    WHO_MAY,
    Handling,
    Move,
    Stage,
    may,
)

DOCS = Path(__file__).parents[2] / "docs"


def test_every_move_and_role_is_in_the_table_and_has_a_name():
    assert set(WHO_MAY) == set(MOVE_NAMES) == set(Move)
    assert all(WHO_MAY.values())
    assert set(ROLE_NAMES) == set(Role)
    assert set(STAGE_NAMES) == set(Stage)


def test_moves_of_documents_lead_on_and_back_again():
    assert set(FROM_STAGE) == set(LEADS_TO)
    for move, stage in LEADS_TO.items():
        assert stage not in FROM_STAGE[move]
    assert {stage for stages in FROM_STAGE.values() for stage in stages} == set(Stage)


def test_only_the_reviewer_approves():
    assert [role for role in Role if may(role, Move.APPROVE)] == [Role.REVIEWER]


def test_edits_are_tracked_from_the_hand_over_on():
    assert [Handling(stage).tracks for stage in Stage] == [False, True, True, True]
    assert Handling(tracked=True).tracks


@pytest.mark.parametrize(("page", "language"), [("review.md", "en"), ("zh/review.md", "zh")])
def test_the_manual_has_the_same_table(page, language):
    text = (DOCS / page).read_text("utf-8")
    for move in Move:
        marks = " | ".join("✓" if may(role, move) else "–" for role in Role)
        assert f"| {MOVE_NAMES[move].render(language)} | {marks} |" in text
    assert " | ".join(ROLE_NAMES[role].render(language) for role in Role) in text
