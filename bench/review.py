"""How long the review takes: the queue of 2,000 changes, a decision, the redline of a long segment.

    python -m bench.review            below the window, beside one pass over the text, word by word; then in the window
    python -m bench.review --window   in the window alone, beside an empty window of the same run

Times in the window are wall milliseconds as a person waits for them: until everything is painted.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QListView, QMainWindow

from bench.clock import machine, verdict
from bench.window import SIZE, Paints, _Rows, quantile, steps, until
from tests.app import builders
from translator_desk.app.checking import Checking
from translator_desk.app.commands.edit import EditTarget, ReplaceMany, Replacement
from translator_desk.app.commands.review import DecideHunk
from translator_desk.app.commands.workflow import MoveDocument
from translator_desk.app.jobs import InlineLane
from translator_desk.app.review_queue import ReviewQueue
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.project import Person
from translator_desk.model.redline import Outcome, Redline
from translator_desk.model.workflow import Move
from translator_desk.review.diff import tokens, word_diff
from translator_desk.review.grouping import hunks
from translator_desk.text.span import Span

TEXT = (
    "the mayor of Hengyang presided over a meeting on inspection and supervision at which nine special working groups "
    "reported that output grew by 8.5 percent to 1,500 million yuan while the city’s parks and districts checked their "
    "work against the standards found gaps and put them right one by one before the provincial team arrived in June"
)
WORDS = TEXT.split()
SEGMENTS, PENDING = 10_000, 2_000


class LaterLane(InlineLane):
    """Keeps the work of the background until it is called for: at the desk it runs in a thread of its own."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def submit(self, work, done, failed) -> None:
        self.waiting.append(lambda: InlineLane.submit(self, work, done, failed))

    def run(self) -> None:
        while self.waiting:
            self.waiting.pop(0)()


def sentence(chance: random.Random, length: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(length // 6)).capitalize() + "."


def timed(call: Callable[[], object], times: int = 20) -> list[float]:
    """Return the milliseconds of each of ``times`` calls, sorted."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        call()
        found.append(1000 * (time.perf_counter() - start))
    return sorted(found)


def say(name: str, found: list[float], aim: str = "") -> None:
    worst = found[min(len(found) - 1, int(0.95 * len(found)))]
    print(f"{name:<58} median {statistics.median(found):8.2f} ms   p95 {worst:8.2f} ms   {aim}")


def long_segment(chance: random.Random) -> None:
    text = sentence(chance, 2_100)[:2_000]
    redline = Redline.of(text)
    edited = text
    for author in ("Li", "Chen") * 12:
        at = chance.randrange(len(redline.target) - 20)
        redline = redline.write(Span(at, at + chance.randrange(12)), chance.choice(WORDS), author)
    for _ in range(25):
        words = edited.split(" ")
        words[chance.randrange(len(words))] = chance.choice(WORDS)
        edited = " ".join(words)
    print(f"segment of {len(text)} characters, {len(hunks(redline))} changes")
    say("  baseline: its words", timed(lambda: tokens(text), 200))
    say("  hunks of its redline", timed(lambda: hunks(Redline(redline.pieces)), 200), "aim < 5 ms")
    say("  one letter typed into it", timed(lambda: redline.write(Span(900, 900), "x", "Li"), 200), "aim < 5 ms")
    say("  word redline of two texts", timed(lambda: word_diff(text, edited), 50), "aim < 5 ms")


def queue(chance: random.Random) -> None:
    pairs = [("", sentence(chance, 132)) for _ in range(SEGMENTS)]
    session, _ = builders.session(("a", pairs))
    lane = LaterLane()
    checking = Checking(session, TermBase(()), lane, yields=False)
    checking.start()
    lane.run()
    session.execute(MoveDocument(DocumentId("a"), Move.HAND_OVER))
    chosen = sorted(chance.sample(range(1, SEGMENTS + 1), PENDING))
    session.execute(ReplaceMany(tuple(altered(session, SegmentId(number)) for number in chosen)))
    lane.run()
    session.person = Person("Chen", "reviewer")
    print(f"{SEGMENTS} segments, {PENDING} pending changes")
    texts = [session.state.segments[SegmentId(number)].target for number in chosen]
    say("  baseline: words of the segments that changed", timed(lambda: [tokens(text) for text in texts], 5))
    opened = timed(lambda: ReviewQueue(session, checking.issues, checking.try_out).changes(), 5)
    say("  queue opened", opened, "aim < 300 ms")
    waiting = ReviewQueue(session, checking.issues, checking.try_out)
    session.subscribe(waiting.take)
    waiting.changes()
    at = (SegmentId(chosen[0]), 0)

    def decide() -> None:
        nonlocal at
        change = waiting.next(at)
        assert change is not None
        assert change.hunk is not None
        outcome = chance.choice(list(Outcome))
        session.execute(DecideHunk(change.segment, change.hunk, outcome))
        waiting.next((change.segment, change.number))
        at = (change.segment, 0)

    say("  a decision, its check, and the next change found", timed(decide, 200), "aim < 50 ms with the painting")
    say("  20 segments judged by the checks, both ways", timed(waiting.refine, 20))


def press_key(key: Qt.Key, letter: str = "") -> None:
    """Press a key as the keyboard does: shortcuts are asked first."""
    from PySide6.QtTest import QTest

    QTest.keyClick(QApplication.focusWidget(), key)


Taken = tuple[list[float], list[float]]
"""Milliseconds as a person waits, and as the window's thread works; the two differ on a busy machine."""


def taken(call: Callable[[], object], times: int = 1) -> Taken:
    wall, work = [], []
    for _ in range(times):
        started, thread = time.perf_counter(), time.thread_time()
        call()
        wall.append(1000 * (time.perf_counter() - started))
        work.append(1000 * (time.thread_time() - thread))
    return sorted(wall), sorted(work)


def empty_window(qt: QApplication) -> dict[str, Taken]:
    """Measure a window with Qt's own list of as many plain rows, and Qt's own layout of a plain text."""
    window = QMainWindow()
    window.resize(*SIZE)
    window.show()
    qt.processEvents()
    view, model = QListView(window), _Rows(PENDING)
    paints = Paints(view.viewport())

    def fill() -> None:
        view.setModel(model)
        window.setCentralWidget(view)
        until(qt, lambda: paints.count > 0)

    opened = taken(fill)
    moved = steps(qt, lambda number: view.setCurrentIndex(model.index(number, 0)), 200)
    text = sentence(random.Random(7), 2_100)[:2_000]
    window.close()
    return {"opened": opened, "decided": moved, "painted": taken(lambda: paint(laid_out(text)), 100)}


def laid_out(text: str) -> QTextLayout:
    layout = QTextLayout(text, QFont())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(500)
        line.setPosition(line.position().__class__(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def paint(layout: QTextLayout) -> None:
    image = QImage(520, 1200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    layout.draw(painter, layout.position())
    painter.end()


def desk_window(qt: QApplication, chance: random.Random) -> dict[str, Taken]:
    """Measure the desk over a project file of its own: opened queue, decisions by keys, a long redline painted."""
    from translator_desk.app.documents import InputOptions
    from translator_desk.app.paths import Paths
    from translator_desk.ui.application import Application
    from translator_desk.ui.panels.changes import ChangesPanel

    with tempfile.TemporaryDirectory() as home:
        text = Path(home) / "long.en.txt"
        lines = [sentence(chance, 132) for _ in range(SEGMENTS)]
        lines[3] = sentence(chance, 2_100)[:2_000]
        text.write_text("\n\n".join(lines), "utf-8")
        application = Application(qt, Paths.under(Path(home)))
        application.desk.change_settings(person="Li", role="translator")
        window = application.window
        window.projects.person_changed()
        window.resize(*SIZE)
        window.show()
        context = window.context
        window.projects.add(InputOptions((str(text),), aligned=True), "long")
        until(qt, lambda: context.is_open and len(context.session.state.segments) >= SEGMENTS)
        until(qt, lambda: context.project.checking.progress.finished)
        session = context.session
        (document,) = session.state.document_order
        context.execute(MoveDocument(document, Move.HAND_OVER))
        order = list(session.state.reading_order())
        context.execute(ReplaceMany(tuple(altered(session, key) for key in sorted(chance.sample(order, PENDING)))))
        long = max(session.state.segments.values(), key=lambda one: len(one.target))
        for author in ("Li", "Chen") * 12:
            application.desk.change_settings(person=author)
            window.projects.person_changed()
            now = session.state.segments[long.id].target
            at = chance.randrange(len(now) - 20)
            context.execute(EditTarget(long.id, Span(at, at + chance.randrange(12)), chance.choice(WORDS)))
        application.desk.change_settings(person="Wang", role="reviewer")
        window.projects.person_changed()
        until(
            qt, lambda: context.project.checking.progress.finished and context.project.autosave.saving.value == "saved"
        )

        def open_queue() -> None:
            context.show_perspective("review")
            until(qt, lambda: window.findChild(ChangesPanel) is not None)
            shown = window.findChild(ChangesPanel)._list  # noqa: SLF001 (no door for it)
            paints = Paints(shown.viewport())
            until(qt, lambda: bool(shown.rows.cards) and paints.count > 0)

        opened = taken(open_queue)
        until(qt, lambda: all(change.told for change in context.review.changes()))

        grid = window.grid
        grid.setFocus()
        context.focus.go_to(order[20])
        press_key(Qt.Key.Key_N)
        qt.processEvents()

        def decide(_: int) -> None:
            before = context.focus.hunk
            press_key(Qt.Key.Key_A)
            if context.focus.decision is not None:
                press_key(Qt.Key.Key_A)
            assert context.focus.hunk != before

        left = len(context.review.changes())
        decided = steps(qt, decide, 200)
        assert len(context.review.changes()) == left - 200
        painted = long_redline(grid, session.state.segments[long.id])
        window.close()
        until(qt, lambda: not window.isVisible())
        application.close()
    return {"opened": opened, "decided": decided, "painted": painted}


def altered(session, key: SegmentId) -> Replacement:
    target = session.state.segments[key].target
    old = target.split(" ")[3]
    at = target.index(old)
    return Replacement(key, Span(at, at + len(old)), old, "altered")


def long_redline(grid, segment) -> Taken:
    """Return how long the laying out and painting of a segment's redline takes."""
    layouts = grid._layouts  # noqa: SLF001

    def once() -> None:
        layouts.forget((segment.id,))
        paint(layouts.row(segment).target)

    return taken(once, 100)


def report(empty: dict[str, Taken], desk: dict[str, Taken]) -> None:
    """Print both beside one another."""
    print(f"In the window, {SEGMENTS:,} segments, {PENDING:,} pending changes, {SIZE[0]}x{SIZE[1]}, offscreen")
    print(f"  {'':52} {'empty window':>14} {'desk':>11}")
    for name, what, aim in (
        ("opened", "queue open and painted", 300),
        ("decided", "decision to next change painted", 50),
        ("painted", "redline of 2,000 characters laid out, painted", 5),
    ):
        for share, label in ((0.5, "median"), (0.95, "p95")):
            theirs, ours = quantile(empty[name][0], share), quantile(desk[name][0], share)
            kept = verdict(ours, aim) if share > 0.5 else ""
            print(f"  {what + ', ' + label:52} {theirs:11.2f} ms {ours:8.2f} ms   {kept}")
        theirs, ours = quantile(empty[name][1], 0.95), quantile(desk[name][1], 0.95)
        print(f"  {'  of it CPU of the window’s thread, p95':52} {theirs:11.2f} ms {ours:8.2f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--window", action="store_true", help="in the window alone")
    options = parser.parse_args()
    print(machine())
    chance = random.Random(7)
    if not options.window:
        long_segment(chance)
        queue(chance)
    qt = QApplication([])
    empty = empty_window(qt)
    report(empty, desk_window(qt, chance))


if __name__ == "__main__":
    main()
