"""Waiting for the background check: for facts, never for time."""

from __future__ import annotations


def settle(hand):
    """Wait until nothing is being checked and all that was found has arrived."""
    checking = hand.context.project.checking
    hand.wait(lambda: not checking._working and checking.all_issues() == tuple(checking._run.all_issues()))
