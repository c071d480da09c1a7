"""A colleague's copy of a document or of the whole project comes back edited: read, matched, merged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from translator_desk.app.commands.merge import MergeReport, MergeVersion, merges
from translator_desk.app.intake import rereading
from translator_desk.app.project_files import SUFFIX
from translator_desk.app.reimport import Reimport
from translator_desk.app.session import Session
from translator_desk.app.state import ProjectState
from translator_desk.errors import RefusedError
from translator_desk.glossary.term_base import TermBase
from translator_desk.model.comment import Comment
from translator_desk.model.document import Document
from translator_desk.model.ids import SegmentId
from translator_desk.model.project import Project
from translator_desk.model.revision import Revision
from translator_desk.model.segment import Segment
from translator_desk.review.anchors import Hold, locate
from translator_desk.review.four_eyes import outside
from translator_desk.review.matching import Versions, fork_of, match
from translator_desk.review.versions import likely_texts
from translator_desk.wording import say


@dataclass(frozen=True, slots=True)
class TextVersion:
    """A copy of a document's file.

    Attributes:
        texts: Their text of each segment of ours; sentences of theirs that are new stand at the end of the one before.
    """

    texts: dict[SegmentId, str]


@dataclass(frozen=True, slots=True)
class ProjectVersion:
    """A copy of the project, with its history."""

    project: Project
    revisions: tuple[Revision, ...]


Version = TextVersion | ProjectVersion


def version_of_file(segments: Sequence[Segment], read: Reimport) -> TextVersion:
    """Return what a copy of a document's file says of its segments."""
    known = {one.id for one in segments}
    texts: dict[SegmentId, str] = {}
    last: SegmentId | None = None
    waiting = gap = ""
    for segment in read.segments:
        text = segment.imported_target
        if segment.id in known and segment.id not in texts:
            texts[segment.id] = waiting + text
            waiting, last = "", segment.id
        elif last is None:
            waiting += text + (segment.separator or " ")
        else:
            texts[last] += (gap or " ") + text
        gap = segment.separator
    if texts:
        texts.update((one.id, "") for one in segments if one.id not in texts)
    return TextVersion(texts)


def reading_version(
    path: Path, document: Document | None, state: ProjectState, term_base: TermBase
) -> Callable[[], Version]:
    """Return the work that reads what came back.

    Args:
        path: A project file, or a file of ``document``.
        document: The document that a text file is a copy of; None for a project file.
        state: Our project.
        term_base: Terms that help to pair sentences.

    The work raises ``RefusedError`` for a text file without its document, ``InputError`` for what cannot be read.
    """
    if path.suffix.lower() == SUFFIX:
        return lambda: _read_copy(path)
    segments = state.document_segments(document.id) if document is not None else ()
    next_id = state.next_segment_id

    def read() -> Version:
        if document is None:
            raise RefusedError(
                say("Choose the document that {file} is a copy of.", "请选择 {file} 对应的文档。", file=path.name)
            )
        return version_of_file(segments, rereading(path, term_base)(document, segments, next_id)[1])

    return read


def _read_copy(path: Path) -> ProjectVersion:
    from translator_desk.store.connect import open_project  # lazily: SQLAlchemy, in the store lane

    opened = open_project(path, who="", read_only=True)
    try:
        return ProjectVersion(opened.store.load(), opened.store.revisions())
    finally:
        opened.store.close()


def merge_version(
    session: Session, version: Version, revisions: Sequence[Revision], name: str, path: Path
) -> MergeReport:
    """Merge what came back as one step.

    Args:
        session: The open project.
        version: What came back.
        revisions: All revisions of the project.
        name: Who is said to have worked on it; no person of this desk for the rule of four eyes.
        path: The file.

    Raises:
        RefusedError: A document they changed is final.
    """
    state = session.state
    said: tuple[Comment, ...] = ()
    left_out: tuple[str, ...] = ()
    if isinstance(version, ProjectVersion):
        found = _matched(state, version, revisions)
        theirs = version.project
        said = tuple(_placed(found, theirs.comments, path))
        left_out = tuple(one.title for one in theirs.documents if one.id not in state.documents)
    else:
        begun = {key: state.segments[key].imported_target for key in version.texts if key in state.segments}
        found = Versions(likely_texts(revisions, begun, version.texts), version.texts)
    command = MergeVersion(found.base, found.theirs, outside(name, path.name), path.name, said)
    merged = merges(state, command, session.person.name)
    session.execute(command)
    return MergeReport(
        tuple(key for key, one in merged.items() if one.taken),
        tuple((key, conflict) for key, one in merged.items() for conflict in one.conflicts),
        left_out,
    )


def _matched(state: ProjectState, version: ProjectVersion, revisions: Sequence[Revision]) -> Versions:
    """Return what a copy of the project says of our segments, and what both began from."""
    fork = fork_of(revisions, version.revisions)
    theirs = version.project.segments
    there = {one.id for group in theirs.values() for one in group}
    lost = fork.texts.keys() - state.segments.keys() - there
    found = Versions()
    for key in state.document_order:
        if key in theirs:
            of_document = match(fork, state.document_segments(key), theirs[key], lost)
            found.base.update(of_document.base)
            found.theirs.update(of_document.theirs)
            found.places.update(of_document.places)
    return found


def _placed(found: Versions, comments: Iterable[Comment], path: Path) -> Iterator[Comment]:
    """Yield their remarks on the segments of ours that hold the words."""
    for one in comments:
        places = found.places.get(one.segment, ())
        if not places:
            continue
        holds = (key for key in places if locate(one, found.theirs[key]).hold in (Hold.EXACT, Hold.CONTEXT))
        # A name in a file is nobody at this desk, whoever it says it is.
        yield replace(one, segment=next(holds, places[0]), author=outside(one.author, path.name))
