"""Small projects for the tests of the app floor."""

from __future__ import annotations

from translator_desk.app.clock import ManualClock
from translator_desk.app.session import Session
from translator_desk.model.document import Byline, Document, Layout, LayoutParagraph
from translator_desk.model.ids import DocumentId, SegmentId
from translator_desk.model.project import Person, Project
from translator_desk.model.segment import Segment

PERSON = Person("Li Wei", "translator")


def document(name: str, paragraphs: list[str], *, has_source: bool = True) -> Document:
    layout = Layout("plain-text", "utf-8", b"", tuple(LayoutParagraph("", text, text) for text in paragraphs), "\n")
    return Document(DocumentId(name), name, None, None, f"{name}.txt", has_source, Byline(), layout)


def project(*documents: tuple[str, list[tuple[str, str]]]) -> Project:
    """Return a project; each document is a name and its (source, target) pairs, all in one paragraph."""
    made, segments, number = [], {}, 0
    for name, pairs in documents:
        made.append(document(name, [" ".join(target for _, target in pairs)]))
        row = []
        for index, (source, target) in enumerate(pairs):
            number += 1
            separator = " " if index + 1 < len(pairs) else ""
            row.append(
                Segment(SegmentId(number), DocumentId(name), 0, source, target, separator, imported_target=target)
            )
        segments[DocumentId(name)] = tuple(row)
    return Project(title="test", documents=tuple(made), segments=segments)


def session(*documents: tuple[str, list[tuple[str, str]]]) -> tuple[Session, ManualClock]:
    clock = ManualClock()
    return Session(project(*documents), PERSON, clock), clock
