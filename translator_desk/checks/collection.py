"""Python's search for cycles, which holds up all threads: put off while much is made that holds none, and spared it later."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Put off the search for cycles: going through a large term base again and again takes a third of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def will_stay() -> None:
    """Spare what there is now all further searches for cycles: a million things that stay take half a second each time."""
    gc.collect(1)  # what has just become rubbish is not to stay
    gc.freeze()


def may_go() -> None:
    """Let the search for cycles go through everything again: something large is no longer needed."""
    gc.unfreeze()
