"""What every test stands on: no display is needed."""

from __future__ import annotations

import gc
import os

import pytest
from hypothesis import settings

# Before any Qt import: a bare `pytest` on a machine without a display must not abort the whole run.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long one example takes says how busy the machine is; the laws are about what comes out. The suite draws the same
# examples for the same code, so a change is judged by what it changed; "search" draws new ones, and many more.
settings.register_profile("desk", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "desk"))


@pytest.fixture(autouse=True)
def nothing_kept_for_life():
    """Hand back to Python's search for cycles what the program set aside for its whole life, which in a test is over."""
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True, scope="module")
def nothing_left_by_other_modules():
    """Go through what the tests of a module left behind, windows and projects among it."""
    yield
    gc.collect()
