"""One large import, to be killed in its midst."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.store import values
from translator_desk.model.revision import RevisionKind
from translator_desk.store.connect import open_project


def main(path: Path) -> None:
    store = open_project(path, who="Li").store
    segments = [values.segment(number) for number in range(1, 5001)]
    history = [values.revision(one, RevisionKind.IMPORT) for one in segments]
    sys.stdout.write("importing\n")
    sys.stdout.flush()
    store.save_documents((values.document(),), segments, history)
    sys.stdout.write("imported\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
