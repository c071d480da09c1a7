"""How the window behaves over a large project while the background check runs, beside an empty window of the same run.

    python -m bench.window                 100,000 segments, 50,000 terms
    python -m bench.window --segments 2000 --terms 500
    python -m bench.window --processes 0   as on a machine with one processor

Times are wall milliseconds as a person waits for them: from the key, wheel or opening until everything is painted.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QEvent, QEventLoop, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QTableView, QWidget

from bench.clock import machine, verdict
from bench.corpus import make_corpus

SIZE = (1280, 800)
STEPS = 300
PAUSE_MS = 15
"""Between two steps, so that the background check goes on as it does under a person's hands."""
WHEEL = 60
FRAME = 16.0


def resident(process: int | None = None) -> float:
    """Return the resident size of a process, this one by default, in MB.

    Where the system does not tell: the peak of this one, nothing of others.
    """
    statm = Path(f"/proc/{process or os.getpid()}/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    from bench.clock import peak_memory

    return 0.0 if process else peak_memory()


class Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def until(qt: QApplication, fact: Callable[[], bool], seconds: float = 300) -> float:
    """Let events run until ``fact`` is true; return the milliseconds it took."""
    started = time.perf_counter()
    while not fact():
        qt.processEvents()
        time.sleep(0.001)
        if time.perf_counter() - started > seconds:
            raise TimeoutError("the window did not come so far")
    return (time.perf_counter() - started) * 1e3


def steps(qt: QApplication, step: Callable[[int], None], count: int = STEPS) -> tuple[list[float], list[float]]:
    """Make steps inside the running event loop.

    Returns:
        The milliseconds from each until everything was painted, as a person waits for them and as the window's thread
        worked for them, both sorted.
    """
    taken: list[float] = []
    worked: list[float] = []
    timer, loop = QTimer(), QEventLoop()  # the application's own loop would tell everything to close

    def one() -> None:
        started, thread = time.perf_counter(), time.thread_time()
        step(len(taken))
        qt.processEvents()
        taken.append((time.perf_counter() - started) * 1e3)
        worked.append((time.thread_time() - thread) * 1e3)
        if len(taken) == count:
            timer.stop()
            loop.quit()

    timer.timeout.connect(one)
    timer.start(PAUSE_MS)
    loop.exec()
    return sorted(taken), sorted(worked)


def press(widget: QWidget, letter: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, letter))


def letters() -> Iterator[str]:
    while True:
        yield from " Work on rural roads, school buildings and clean water will go on next year as planned."


class _Rows(QAbstractTableModel):
    """As many rows of plain text as the desk shows."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return self._count

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 4

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return f"{index.row()} plain text" if role == Qt.ItemDataRole.DisplayRole else None


def empty_window(qt: QApplication, rows: int) -> dict[str, object]:
    """Measure a window with Qt's own table and editor."""
    window = QMainWindow()
    window.resize(*SIZE)
    table, model = QTableView(window), _Rows(rows)
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    window.setCentralWidget(table)
    window.show()
    paints = Paints(table.viewport())
    until(qt, lambda: paints.count > 0)
    before = paints.count
    started = time.perf_counter()
    table.setModel(model)
    until(qt, lambda: paints.count > before)
    opened = (time.perf_counter() - started) * 1e3
    bar = table.verticalScrollBar()
    scroll = steps(qt, lambda number: bar.setValue(bar.value() + WHEEL))
    editor = QPlainTextEdit(table.viewport())
    editor.setGeometry(100, 100, 500, 80)
    editor.show()
    typing = letters()
    keys = steps(qt, lambda number: press(editor, next(typing)))
    memory = resident()
    window.close()
    return {"opened": opened, "scroll": scroll, "keys": keys, "memory": memory}


def desk_window(qt: QApplication, segments: int, terms: int, processes: int | None) -> dict[str, object]:
    """Measure the desk over a made-up project that is being checked."""
    from translator_desk.app.changes import Saving
    from translator_desk.app.check_workers import CheckWorkers
    from translator_desk.app.checking import Checking
    from translator_desk.app.desk import OpenProject
    from translator_desk.app.paths import Paths
    from translator_desk.app.session import Session
    from translator_desk.app.warming import warm_checks, warm_terms
    from translator_desk.glossary.term_base import TermBase
    from translator_desk.model.project import Person
    from translator_desk.ui.application import Application

    class Saved:
        """Stands for project file and autosave: what is measured here is the window."""

        saving = Saving.SAVED
        conflicts = frozenset()

        def save_session_state(self, who: str, text: str) -> None:
            pass

    corpus = make_corpus(segments, terms)
    project, term_base = corpus.project(document_size=max(segments, 1)), corpus.term_base()
    # A slip in sight, so that "first flags" waits for something.
    (document, group), *_ = project.segments.items()
    slips = tuple(
        replace(one, target=f"{one.target} the the") if number < 5 else one for number, one in enumerate(group)
    )
    project = replace(project, segments={**project.segments, document: slips})
    with tempfile.TemporaryDirectory() as home:
        application = Application(qt, Paths.under(Path(home)))
        window = application.window
        context, grid = window.context, window.grid
        # The terms are made up and stand in no file: reading the files would put other ones in force.
        context.project_changed.disconnect(context.glossary._project_changed)  # noqa: SLF001 (no door for it)
        window.resize(*SIZE)
        window.show()
        paints = Paints(grid.viewport())
        start_page = resident()
        until(qt, lambda: window.isVisible())
        qt.processEvents()
        # As in the program: while the start page is looked at, what the checks stand on is read.
        warm: list[bool] = []
        application.compute_lane.submit(warm_checks, lambda _: warm.append(True), lambda _: warm.append(False))
        until(qt, lambda: bool(warm))
        warm_terms(term_base)  # as where a project is read

        started = time.perf_counter()
        session = Session(project, Person("bench", "translator"), application.desk.clock)
        checking = Checking(session, term_base, application.compute_lane, workers=CheckWorkers(processes))
        checking.start()
        context.use(OpenProject(Path(home) / "bench.desk", session, checking, Saved(), (), Saved()))  # type: ignore[arg-type]
        until(qt, lambda: paints.count > 0)
        first_rows = (time.perf_counter() - started) * 1e3
        in_sight = grid.shown_segments()[:5]
        arrived: list[int] = []

        def note(_: object) -> None:
            if not arrived and all(checking.issues(key) for key in in_sight):
                arrived.append(paints.count)

        context.bridge.changed.connect(note)
        first_flags = until(qt, lambda: bool(arrived) and paints.count > arrived[0])
        context.bridge.changed.disconnect(note)

        bar = grid.verticalScrollBar()
        scroll = steps(qt, lambda number: bar.setValue(bar.value() + WHEEL))
        checked_while_scrolling = checking.progress
        context.focus.go_to(grid.shown_segments()[min(2000, segments // 2)], edit=True)
        editor = grid.editing_in_place.editor
        typing = letters()
        keys = steps(qt, lambda number: press(editor, next(typing)))
        running = not checking.progress.finished
        memory = resident()
        helpers = [0.0]

        def ended() -> bool:
            sizes = [resident(one) for one in checking.processes]
            helpers.append(sum(sizes))
            return checking.progress.finished

        until(qt, ended, seconds=1200)
        whole = (time.perf_counter() - started) * 1e3
        at_the_end = resident()
        other = TermBase(
            {
                one.id: replace(one, en=f"{one.en} proper") if at % 5 == 0 else one
                for at, one in enumerate(corpus.entries)
            }
        )
        started = time.perf_counter()
        checking.use_terms(other)
        asked = (time.perf_counter() - started) * 1e3
        while_compared = steps(qt, lambda number: press(editor, next(typing)), 100)
        until(qt, lambda: not checking.progress.comparing, seconds=1200)
        compared = (time.perf_counter() - started) * 1e3
        grid.leave()
        context.use(None)
        checking.close()
        window.close()
        application.close()
    return {
        "first_rows": first_rows,
        "first_flags": first_flags,
        "scroll": scroll,
        "keys": keys,
        "running": running,
        "checked": checked_while_scrolling.checked,
        "start_page": start_page,
        "memory": memory,
        "end": at_the_end,
        "whole": whole,
        "helpers": max(helpers),
        "asked": asked,
        "terms": while_compared,
        "compared": compared,
    }


def quantile(values: list[float], share: float) -> float:
    return values[min(int(len(values) * share), len(values) - 1)]


def report(empty: dict[str, object], desk: dict[str, object], segments: int, terms: int) -> None:
    """Print both beside one another."""
    print(f"\nWindow, {segments:,} segments x {terms:,} terms, {SIZE[0]}x{SIZE[1]}, offscreen (wall milliseconds)")
    print("opened from the start page after the checks have read their data")
    print(f"  {'':42} {'empty window':>14} {'desk':>10}")

    def row(what: str, base: float | None, value: float, limit: float | None = None, unit: str = "ms") -> None:
        shown = f"{base:11.1f} {unit}" if base is not None else f"{'-':>14}"
        print(f"  {what:42} {shown} {value:7.1f} {unit}" + (f"   {verdict(value, limit)}" if limit else ""))

    row("first rows painted", empty["opened"], desk["first_rows"], 1000)  # type: ignore[arg-type]
    row("first flags of the rows in sight, after that", None, desk["first_flags"], 100)  # type: ignore[arg-type]
    for name, beside, what in (
        ("scroll", "scroll", f"scroll step of {WHEEL} px"),
        ("keys", "keys", "key to paint"),
        ("terms", "keys", "key to paint, terms changed"),
    ):
        (ours, work), (theirs, their_work) = desk[name], empty[beside]  # type: ignore[misc]
        for share, label, limit in ((0.5, "median", None), (0.95, "p95", FRAME), (1.0, "slowest", None)):
            row(f"{what}, {label}", quantile(theirs, share), quantile(ours, share), limit)
        row("  of it CPU of the window's thread, p95", quantile(their_work, 0.95), quantile(work, 0.95))
    row("a fifth of the terms changed: key held up", None, desk["asked"])  # type: ignore[arg-type]
    row("  until what they touch is known", None, desk["compared"])  # type: ignore[arg-type]
    row("resident memory, start page", empty["memory"], desk["start_page"], unit="MB")  # type: ignore[arg-type]
    row("resident memory, project open", empty["memory"], desk["memory"], unit="MB")  # type: ignore[arg-type]
    row("resident memory, everything checked", empty["memory"], desk["end"], unit="MB")  # type: ignore[arg-type]
    row("resident memory of the processes that help", None, desk["helpers"], unit="MB")  # type: ignore[arg-type]
    row("everything checked, after the project was opened", None, desk["whole"])  # type: ignore[arg-type]
    state = "was still running at the last key" if desk["running"] else "HAD ENDED before the last key"
    print(f"  the background check {state}; {desk['checked']:,} segments were checked when scrolling ended")


def alone(what: str, arguments: list[str]) -> dict[str, object]:
    """Measure one of the windows in a process of its own."""
    command = [sys.executable, "-m", "bench.window", *arguments, "--only", what]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, text=True)
    found: dict[str, object] = json.loads(done.stdout)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--segments", type=int, default=100_000)
    parser.add_argument("--terms", type=int, default=50_000)
    parser.add_argument("--processes", type=int, help="that help to check; 0: the window's own checks all")
    parser.add_argument("--only", choices=("empty", "desk"), help="measure one and print it as JSON")
    options = parser.parse_args()
    if options.only is None:
        print(machine())
        empty, desk = (alone(what, sys.argv[1:]) for what in ("empty", "desk"))
        report(empty, desk, options.segments, options.terms)
        return
    qt = QApplication([])
    measured = (
        empty_window(qt, options.segments)
        if options.only == "empty"
        else desk_window(qt, options.segments, options.terms, options.processes)
    )
    print(json.dumps(measured))


if __name__ == "__main__":
    main()
