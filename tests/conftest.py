"""What every test stands on: no display is needed."""

from __future__ import annotations

import os

from hypothesis import settings

# Before any Qt import: a bare `pytest` on a machine without a display must not abort the whole run.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long one example takes says how busy the machine is; the laws are about what comes out.
settings.register_profile("desk", deadline=None)
settings.load_profile("desk")
