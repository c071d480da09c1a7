"""Translating and mending: documents to the left, terms to the right, flags and search below."""

from __future__ import annotations

from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.perspectives.registry import Perspective

PERSPECTIVE = Perspective(
    id="translate",
    title=QT_TRANSLATE_NOOP("Perspectives", "Translate"),
    panels=("documents", "terms", "comments", "problems", "digest", "ignored", "search"),
    order=10,
)
