"""The project file beside plain SQLite: import, loading, saving one edit, backup. ``python -m bench.store``."""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import gc
import sqlite3
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from bench.clock import latency, machine, peak_memory, verdict
from bench.corpus import make_corpus
from translator_desk.model.ids import SegmentId, new_revision_id
from translator_desk.model.project import Project
from translator_desk.model.revision import Revision, RevisionKind
from translator_desk.model.segment import Segment
from translator_desk.store import audit, backup, records
from translator_desk.store.base import ChangeBatch, SegmentWrite
from translator_desk.store.connect import create_project, open_project

NOW = dt.datetime(2026, 11, 25, 9, tzinfo=dt.UTC)
ROUNDS = 3


def revision(segment: Segment, kind: RevisionKind = RevisionKind.IMPORT) -> Revision:
    return Revision(
        new_revision_id(), segment.id, kind, "Li Wei", NOW, max(segment.version - 1, 0),
        segment.source, segment.target, segment.redline, segment.state,
    )  # fmt: skip


@dataclass(frozen=True)
class Taken:
    """Seconds of the processor and of the clock."""

    cpu: float
    wall: float

    def __str__(self) -> str:
        return f"{self.cpu:6.2f} s CPU, {self.wall:5.2f} s"

    def beside(self, base: Taken, most: float) -> str:
        """Return the ratio of processor time, which other programs on the machine disturb least."""
        return f"{self.cpu / base.cpu:.1f}x ({verdict(self.cpu / base.cpu, most)})"


def taken(work: Callable[[Path], object], folder: Path) -> Taken:
    """Return the cheapest of some runs, each on a path of its own."""
    runs = []
    for number in range(ROUNDS):
        path = folder / f"{work.__name__}-{number}.desk"
        gc.collect()
        cpu, wall = time.process_time(), time.perf_counter()
        work(path)
        runs.append(Taken(time.process_time() - cpu, time.perf_counter() - wall))
    return min(runs, key=lambda one: one.cpu)


def marks(rows: list[tuple[object, ...]]) -> str:
    return ", ".join("?" for _ in rows[0])


def plain(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    return connection


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--segments", type=int, default=100_000)
    count = parser.parse_args().segments
    project = make_corpus(count, 1000).project()
    segments = [replace(one, id=SegmentId(one.id + 1), imported_target=one.target)
                for group in project.segments.values() for one in group]  # fmt: skip
    print(f"{machine()}\n{count} segments, best of {ROUNDS} runs; limits are ratios to plain SQLite in the same run")
    with tempfile.TemporaryDirectory(prefix="desk-bench-") as name:
        run(Path(name), project, segments)
    print(f"peak memory {peak_memory():.0f} MB")


def run(folder: Path, project: Project, segments: list[Segment]) -> None:
    kept = [revision(one) for one in segments]
    columns = records.SEGMENT_COLUMNS
    rows = [records.segment_row(one, number) for number, one in enumerate(segments)]
    steps = [
        (number, one.id, one.segment, records.revision_record(one), "0" * 64) for number, one in enumerate(kept, 1)
    ]

    def same_rows(path: Path) -> None:
        with contextlib.closing(plain(path)) as connection:
            connection.execute(f"CREATE TABLE segment ({columns.replace('id,', 'id INTEGER PRIMARY KEY,', 1)})")
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(f"INSERT INTO segment VALUES ({marks(rows)})", rows)
            connection.execute("COMMIT")

    def same_rows_and_steps(path: Path) -> None:
        with contextlib.closing(plain(path)) as connection:
            connection.execute(f"CREATE TABLE segment ({columns.replace('id,', 'id INTEGER PRIMARY KEY,', 1)})")
            connection.execute(
                "CREATE TABLE revision (number INTEGER PRIMARY KEY, id TEXT UNIQUE, segment, record, hash)"
            )
            connection.execute("CREATE INDEX revision_segment ON revision (segment)")
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(f"INSERT INTO segment VALUES ({marks(rows)})", rows)
            connection.executemany(f"INSERT INTO revision VALUES ({marks(steps)})", steps)
            connection.execute("COMMIT")

    def imported_with_history(path: Path) -> None:
        with contextlib.closing(create_project(path, "Bench", "Li Wei").store) as store:
            store.save_documents(project.documents, segments, kept)

    base, twice = taken(same_rows, folder), taken(same_rows_and_steps, folder)
    full = taken(imported_with_history, folder)
    print(f"plain SQLite, the same rows:   {base}")
    print(f"plain SQLite, rows and steps:  {twice}")
    print(f"import, a revision a segment:  {full}, {full.beside(twice, 2.5)}")

    path = folder / "imported_with_history-0.desk"
    reader = plain(folder / "same_rows-0.desk")
    read, _ = latency(lambda: reader.execute("SELECT * FROM segment").fetchall(), 5)
    opened = open_project(path, who="Li Wei")
    loaded, _ = latency(opened.store.load, 5)
    print(f"load:                              {loaded:6.2f} s, {loaded / read:.1f}x a plain SELECT ({read:.2f} s)")

    now = segments[0]

    def edit() -> None:
        nonlocal now
        before, now = now, replace(now, target=f"{now.target[:200]}.", version=now.version + 1)
        step = revision(now, RevisionKind.EDIT)
        opened.store.save_changes(ChangeBatch(segments=(SegmentWrite(now, before.version),), revisions=(step,)))

    def plain_edit() -> None:
        # Another text each time: SQLite writes nothing where nothing changes.
        reader.execute("UPDATE segment SET target = ? WHERE id = 1", (f"{now.target} {time.perf_counter()}",))

    plain_half, plain_most = latency(plain_edit, 300)
    half, most = latency(edit, 300)
    print(f"saving one edit:                   {1000 * half:6.2f} ms (p95 {1000 * most:.2f}); "
          f"a plain UPDATE {1000 * plain_half:.2f} ms (p95 {1000 * plain_most:.2f})")  # fmt: skip
    took, _ = latency(lambda: backup.backup_now(path), 3)
    print(f"backup, verified, project open:    {took:6.2f} s")
    opened.store.close()
    reader.close()
    took, _ = latency(lambda: audit.verify(path), 3)
    print(f"history verified:                  {took:6.2f} s")
    took, _ = latency(lambda: open_project(path, who="Li Wei").store.close(), 3)
    print(f"open and close:                    {took:6.2f} s")


if __name__ == "__main__":
    main()
