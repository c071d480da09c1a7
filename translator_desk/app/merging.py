"""A colleague's copy of a document or of the whole project comes back edited: read, matched, merged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from pathlib import Path

from translator_desk.app.commands.comments import REOPENED, RESOLVED, WITHDRAWN, turn_note
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
from translator_desk.review.matching import Fork, Versions, fork_of, match
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
    told = _Told()
    left_out: tuple[str, ...] = ()
    if isinstance(version, ProjectVersion):
        theirs = version.project
        fork = fork_of(revisions, version.revisions)
        found = _matched(state, theirs, fork)
        told = _told(state, found, theirs, fork, path)
        left_out = tuple(one.title for one in theirs.documents if one.id not in state.documents)
    else:
        begun = {key: state.segments[key].imported_target for key in version.texts if key in state.segments}
        found = Versions(likely_texts(revisions, begun, version.texts), version.texts)
    who = outside(name, path.name)
    command = MergeVersion(found.base, found.theirs, who, path.name, told.remarks, told.threads, told.asked)
    merged = merges(state, command, session.person.name)
    session.execute(command)
    return MergeReport(
        tuple(key for key, one in merged.items() if one.taken),
        tuple((key, conflict) for key, one in merged.items() for conflict in one.conflicts),
        left_out,
        len(told.remarks),
        len(told.threads),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """What a copy of the project says beside its texts; see ``MergeVersion``."""

    remarks: tuple[Comment, ...] = ()
    threads: tuple[Comment, ...] = ()
    asked: dict[SegmentId, bool] = field(default_factory=dict)


def _told(state: ProjectState, found: Versions, theirs: Project, fork: Fork, path: Path) -> _Told:
    """Return their remarks that we do not have, and what became there of threads and questions."""
    asked_back = {one.id for group in theirs.segments.values() for one in group if one.asked_back}
    authors = {one.id: one.author for one in theirs.comments}
    remarks: list[Comment] = []
    asked: dict[SegmentId, bool] = {}
    for one, placed in _placed(found, theirs.comments, path):
        if one.id in state.comments:
            continue
        remarks.append(placed)
        if not one.answers:
            if one.segment in asked_back:
                asked[placed.segment] = True
        elif one.segment not in asked_back and authors.get(one.answers) != one.author:
            asked.setdefault(placed.segment, False)
    ours, copied = (frozenset(one.note for one in part) for part in (fork.ours, fork.theirs))
    threads: list[Comment] = []
    for one in theirs.comments:
        known = state.comments.get(one.id)
        if known is None or known.resolved == one.resolved or _was_turned(known, ours) or not _was_turned(one, copied):
            continue
        by = outside(one.resolved_by, path.name) if one.resolved else ""
        threads.append(replace(known, resolved=one.resolved, resolved_by=by))
        if one.resolved and one.segment not in asked_back and state.segments[known.segment].asked_back:
            asked.setdefault(known.segment, False)
    return _Told(tuple(remarks), tuple(threads), asked)


def _was_turned(thread: Comment, notes: Set[str]) -> bool:
    """Return whether the notes of a record say that the thread was closed or opened again."""
    return not notes.isdisjoint(
        (turn_note(RESOLVED, thread), turn_note(REOPENED, thread), f"{WITHDRAWN}: {thread.text}")
    )


def _matched(state: ProjectState, copy: Project, fork: Fork) -> Versions:
    """Return what a copy of the project says of our segments, and what both began from."""
    theirs = copy.segments
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


def _placed(found: Versions, comments: Iterable[Comment], path: Path) -> Iterator[tuple[Comment, Comment]]:
    """Yield each of their remarks with what it is here: on the segment of ours that holds the words."""
    for one in comments:
        places = found.places.get(one.segment, ())
        if not places:
            continue
        holds = (key for key in places if locate(one, found.theirs[key]).hold in (Hold.EXACT, Hold.CONTEXT))
        # A name in a file is nobody at this desk, whoever it says it is.
        yield one, replace(one, segment=next(holds, places[0]), author=outside(one.author, path.name))
