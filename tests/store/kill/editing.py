"""A person at work, to be killed: edits, types, imports and backs up, and says on stdout what was acknowledged.

Run as ``python -m tests.store.kill.editing PROJECT SEED``. A line is written after the store returned, never before.
"""

from __future__ import annotations

import random
import sys
import time
from dataclasses import replace
from pathlib import Path

from tests.store import values
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.revision import RevisionKind
from translator_desk.store import backup
from translator_desk.store.base import ChangeBatch, SegmentWrite
from translator_desk.store.connect import open_project

IMPORTED = 300
"""Segments of one import: long enough to be killed in its midst."""


def said(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def main(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    opened = open_project(path, who="Li")
    if opened.read_only_reason is not None:
        raise SystemExit(f"read-only: {opened.read_only_reason}")
    store = opened.store
    project = store.load()
    segments = {one.id: one for listed in project.segments.values() for one in listed}
    imports = len(project.documents)
    said("open", int(opened.unclean))
    while True:
        what = chance.random()
        if what < 0.02:
            first, imports = store.next_segment_id(), imports + 1
            name = f"import-{imports}"
            new = [values.segment(first + number, name) for number in range(IMPORTED)]
            history = [values.revision(one, RevisionKind.IMPORT) for one in new]
            said("importing", name)
            store.save_documents((values.document(name),), new, history)
            segments |= {one.id: one for one in new}
            said("imported", name)
        elif what < 0.03:
            backup.backup_now(path)
        elif what < 0.3:
            key = chance.choice(list(segments))
            text = f"typed {chance.getrandbits(40)}"
            store.save_draft(key, text, segments[key].version, "Li")
            said("draft", key, time.monotonic(), text)
        elif what < 0.36:
            _split(store, segments, chance)
        else:
            keys = chance.sample(list(segments), k=chance.choice((1, 1, 1, 5)))
            now = [values.edited(segments[key], f"edit {chance.getrandbits(60)} 编辑") for key in keys]
            history = [values.revision(one) for one in now]
            writes = tuple(SegmentWrite(one, segments[one.id].version) for one in now)
            store.save_changes(
                ChangeBatch(segments=writes, revisions=tuple(history), cleared_drafts=tuple(one.id for one in now))
            )
            segments |= {one.id: one for one in now}
            for one, kept in zip(now, history, strict=True):
                said("edit", one.id, one.version, kept.id, one.target)


def _split(store, segments, chance) -> None:
    key = chance.choice(list(segments))
    document = segments[key].document
    order = [one.id for one in store.load().segments[DocumentId(document)]]
    new = replace(values.segment(store.next_segment_id(), document), target=f"half {chance.getrandbits(60)}")
    order.insert(order.index(SegmentId(key)) + 1, new.id)
    kept = values.revision(new, RevisionKind.SPLIT)
    store.save_changes(
        ChangeBatch(segments=(SegmentWrite(new),), order={DocumentId(document): tuple(order)}, revisions=(kept,))
    )
    segments[new.id] = new
    said("edit", new.id, new.version, kept.id, new.target)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
