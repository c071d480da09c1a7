"""Keeping the glossary: entries below, the texts they bear on above."""

from __future__ import annotations

from translator_desk.ui.noop import QT_TRANSLATE_NOOP
from translator_desk.ui.perspectives.registry import Perspective

PERSPECTIVE = Perspective(
    id="glossary",
    title=QT_TRANSLATE_NOOP("Perspectives", "Glossary"),
    panels=(
        "documents",
        "terms",
        "proposals",
        "mining",
        "where-used",
        "impact",
        "glossary",
        "glossary-problems",
        "offices",
        "problems",
        "search",
    ),
    order=30,
    below=0.62,
    folded=("documents", "terms", "proposals", "mining", "search"),
)
