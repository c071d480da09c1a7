"""A colleague's copy of a document or of the whole project comes back edited: read, matched, merged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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
from translator_desk.review.four_eyes import outside
from translator_desk.review.versions import forked_texts, likely_texts
from translator_desk.wording import say


@dataclass(frozen=True, slots=True)
class Version:
    """What came back.

    Attributes:
        texts: Their text of each segment of ours; sentences of theirs that are new stand at the end of the one before.
        revisions: Their history, or None for a text file, which has none.
        comments: Their remarks.
        left_out: Titles of documents that are not ours.
    """

    texts: dict[SegmentId, str]
    revisions: tuple[Revision, ...] | None = None
    comments: tuple[Comment, ...] = ()
    left_out: tuple[str, ...] = ()


def version_of_project(ours: ProjectState, theirs: Project, revisions: tuple[Revision, ...]) -> Version:
    """Return what a copy of the project says of our segments.

    A segment is ours where document, number and Chinese agree: numbers given after the copy was made may have been
    given twice.
    """
    texts: dict[SegmentId, str] = {}
    left_out: list[str] = []
    for document in theirs.documents:
        if document.id not in ours.documents:
            left_out.append(document.title)
            continue
        known = {one.id: one for one in ours.document_segments(document.id)}
        their_segments = theirs.segments[document.id]
        matched = [
            (one.id if one.id in known and known[one.id].source == one.source else None, one) for one in their_segments
        ]
        texts |= _texts(matched, known)
    return Version(texts, revisions, theirs.comments, tuple(left_out))


def version_of_file(segments: Sequence[Segment], read: Reimport) -> Version:
    """Return what a copy of a document's file says of its segments."""
    known = {one.id: one for one in segments}
    return Version(_texts([(one.id if one.id in known else None, one) for one in read.segments], known, imported=True))


def _texts(
    matched: Iterable[tuple[SegmentId | None, Segment]], known: dict[SegmentId, Segment], *, imported: bool = False
) -> dict[SegmentId, str]:
    """Return their texts by our segments; what they have more goes to the one before, or to the first."""
    texts: dict[SegmentId, str] = {}
    last: SegmentId | None = None
    waiting = gap = ""
    for key, segment in matched:
        text = segment.imported_target if imported else segment.target
        if key is not None and key not in texts:
            texts[key] = waiting + text
            waiting, last = "", key
        elif last is None:
            waiting += text + (segment.separator or " ")
        else:
            texts[last] += (gap or " ") + text
        gap = segment.separator
    if texts:
        texts.update((key, "") for key in known if key not in texts)
    return texts


def reading_version(
    path: Path, document: Document | None, state: ProjectState, term_base: TermBase
) -> Callable[[], Version]:
    """Return the work that reads what came back.

    Args:
        path: A project file, or a file of ``document``.
        document: The document that a text file is a copy of; None for a project file.
        state: Our project; read at once, not in the lane.
        term_base: Terms that help to pair sentences.

    The work raises ``RefusedError`` for a text file without its document, ``InputError`` for what cannot be read.
    """
    if path.suffix.lower() == SUFFIX:
        ours = ProjectState(state.project())
        return lambda: version_of_project(ours, *_read_copy(path))
    segments = state.document_segments(document.id) if document is not None else ()
    next_id = state.next_segment_id

    def read() -> Version:
        if document is None:
            raise RefusedError(
                say("Choose the document that {file} is a copy of.", "请选择 {file} 对应的文档。", file=path.name)
            )
        return version_of_file(segments, rereading(path, term_base)(document, segments, next_id)[1])

    return read


def _read_copy(path: Path) -> tuple[Project, tuple[Revision, ...]]:
    from translator_desk.store.connect import open_project  # lazily: SQLAlchemy, in the store lane

    opened = open_project(path, who="", read_only=True)
    try:
        return opened.store.load(), opened.store.revisions()
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
    begun = {key: state.segments[key].imported_target for key in version.texts if key in state.segments}
    fork, texts = version.revisions, version.texts
    base = likely_texts(revisions, begun, texts) if fork is None else forked_texts(revisions, fork, begun)
    # A name in a file is nobody at this desk, whoever it says it is.
    said = tuple(replace(one, author=outside(one.author, path.name)) for one in version.comments)
    command = MergeVersion(base, texts, outside(name, path.name), path.name, said)
    found = merges(state, command, session.person.name)
    session.execute(command)
    return MergeReport(
        tuple(key for key, one in found.items() if one.taken),
        tuple((key, conflict) for key, one in found.items() for conflict in one.conflicts),
        version.left_out,
    )
