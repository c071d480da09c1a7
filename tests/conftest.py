"""What every test stands on: no display is needed."""

from __future__ import annotations

import os

# Before any Qt import: a bare `pytest` on a machine without a display must not abort the whole run.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
