"""A person who types into a desk without a window, to be killed; says on stdout what was typed and what is saved.

Run as ``python -m tests.app.kill.typing HOME PROJECT SEED``. "saved TEXT" is written only after the desk said so.
"""

from __future__ import annotations

import queue
import random
import sys
import time
from pathlib import Path

from translator_desk.app.changes import Changes, Saving
from translator_desk.app.clock import SystemClock
from translator_desk.app.commands.edit import EditTarget
from translator_desk.app.desk import Desk, OpenProject
from translator_desk.app.jobs import InlineLane, ThreadLane
from translator_desk.app.paths import Paths
from translator_desk.model.ids import SegmentId
from translator_desk.text.span import Span

LETTERS = "abcdefghij 市长 "


def said(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def main(home: Path, path: Path, seed: int) -> None:
    chance = random.Random(seed)
    calls: queue.SimpleQueue[object] = queue.SimpleQueue()
    clock = SystemClock()
    lane = ThreadLane("store", calls.put)
    desk = Desk(Paths.under(home), clock, lane, InlineLane())
    desk.settings = desk.settings.__class__(person="Li Wei", shipped_terms=False)
    opened: list[OpenProject] = []
    desk.open_project(path, opened.append, lambda error: said("failed", error))
    while not opened:
        calls.get(timeout=20)()
    project = opened[0]
    project.checking.close()
    keys = [one.id for one in project.session.state.segments.values()]
    key = keys[0]

    def text(segment: SegmentId) -> str:
        return project.session.state.segments[segment].target

    def heard(changes: Changes) -> None:
        if changes.saving is Saving.SAVED:
            for one in keys:
                said("saved", one, repr(text(one)))

    project.session.subscribe(heard)
    said("open")
    started = time.monotonic()
    while True:
        at = len(text(key))
        project.session.execute(EditTarget(key, Span(at, at), chance.choice(LETTERS)))
        said("typed", time.monotonic() - started, key, repr(text(key)))
        if chance.random() < 0.05:
            project.session.leave_row(key)
            key = chance.choice(keys)
        until = time.monotonic() + chance.uniform(0.0, 0.04)
        while (left := until - time.monotonic()) > 0:
            try:
                calls.get(timeout=left)()
            except queue.Empty:
                break
        clock.run_due()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
