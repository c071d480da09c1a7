"""A desk without a window for tests."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from translator_desk.app.clock import ManualClock
from translator_desk.app.desk import Desk, OpenProject
from translator_desk.app.documents import InputOptions
from translator_desk.app.exports import written_target
from translator_desk.app.jobs import InlineLane
from translator_desk.app.paths import Paths
from translator_desk.model.ids import DocumentId


class Hand:
    """A desk without a window, its clock moved by hand."""

    def __init__(self, folder: Path, person: str = "Li Wei") -> None:
        self.clock = ManualClock(dt.datetime(2026, 11, 25, 9, tzinfo=dt.UTC))
        self.desk = Desk(Paths.under(folder), self.clock, InlineLane(), InlineLane())
        self.desk.change_settings(person=person, shipped_terms=False)
        self.problems: list[BaseException] = []

    def open(self, path: Path) -> OpenProject:
        found: list[OpenProject] = []
        self.desk.open_project(path, found.append, self.problems.append)
        if self.problems:
            raise self.problems.pop()
        return found[0]

    def make(self, path: Path, *files: Path) -> OpenProject:
        found: list[OpenProject] = []
        self.desk.new_project(path, "News", found.append, self.problems.append)
        if self.problems:
            raise self.problems.pop()
        if files:
            options = InputOptions(inputs=tuple(map(str, files)))
            self.desk.import_paths(found[0], options, lambda _: None, self.problems.append)
        assert not self.problems
        return found[0]

    def write(self, project: OpenProject, document: DocumentId, to: Path) -> None:
        """Write a document as the file it was read from, past the gate."""
        state = project.session.state
        to.write_bytes(written_target(state.documents[document], state.document_segments(document)))

    def close(self, project: OpenProject) -> None:
        closed: list[bool] = []
        self.desk.close_project(project, lambda: closed.append(True))
        assert closed
