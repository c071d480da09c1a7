"""Finds the panels: whatever file of this folder declares a ``PANEL``."""

from __future__ import annotations

from functools import cache

from translator_desk.ui import panels
from translator_desk.ui.panels.base import PanelSpec
from translator_desk.ui.walk import declared


@cache
def all_panels() -> tuple[PanelSpec, ...]:
    """Return the panels by their order, then id."""
    found = (spec for spec in declared(panels, "PANEL") if isinstance(spec, PanelSpec))
    return tuple(sorted(found, key=lambda spec: (spec.order, spec.id)))
