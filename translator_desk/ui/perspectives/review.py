"""Reviewing: the queue of changes below, comments and history to the right; letters decide."""

from __future__ import annotations

from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.perspectives.registry import Perspective

PERSPECTIVE = Perspective(
    id="review",
    title=QT_TRANSLATE_NOOP("Perspectives", "Review"),
    panels=("documents", "comments", "history", "terms", "changes", "problems", "ignored", "search"),
    order=20,
    folded=("search",),
    letters=True,
)
