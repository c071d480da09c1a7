"""What a store promises, whatever database lies under it.

Nothing of a database is imported here, so the floors above can name these values before the first paint.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from translator_desk.errors import StaleSegmentError, StoreError
from translator_desk.model.comment import Comment
from translator_desk.model.document import Document
from translator_desk.model.ids import CheckId, DocumentId, SegmentId
from translator_desk.model.project import NameDecision, Person, Project
from translator_desk.model.revision import Revision
from translator_desk.model.segment import Segment
from translator_desk.model.waiver import Waiver
from translator_desk.wording import Message


@dataclass(frozen=True, slots=True)
class SegmentWrite:
    """A segment to be written.

    Attributes:
        segment: The new value, with its new version.
        expected_version: Version the store must still hold; None for a segment the store does not know yet.
    """

    segment: Segment
    expected_version: int | None = None


@dataclass(frozen=True, slots=True)
class ChangeBatch:
    """What one step of work changes; written whole or not at all.

    A batch that carries revisions may be sent again after a failure nobody can tell apart from a success: where the
    store has its revisions already, nothing is written and nothing is refused. The last revision seals what else the
    batch holds; a batch that has none gets a line in the record under nobody's name.

    Attributes:
        segments: New and changed segments; a new one stands in ``order`` too.
        removed: Segments that are gone (joined with another one); their revisions stay.
        order: All segment ids of each document whose order or membership changed, in reading order.
        documents: New and changed documents; a new one is listed last.
        removed_documents: Documents to take out, with their segments; their revisions stay.
        document_order: All documents as they are listed, or None where that did not change.
        revisions: Appended to the history in this order.
        waivers: All waivers of the project, or None where none changed; so for the fields below.
        name_decisions: All "same person" and "different people".
        check_levels: All changed levels.
        profile: The profile.
        term_bases: Paths of the project's own term bases.
        title: The title.
        four_eyes: Whether two people must answer for every segment.
        comments: New and changed comments.
        removed_comments: Ids of comments taken back.
        cleared_drafts: Segments whose typing is in this batch. Drafts of them by those who wrote the revisions of
            the batch are done with; a draft of somebody else stays.
    """

    segments: tuple[SegmentWrite, ...] = ()
    removed: tuple[SegmentId, ...] = ()
    order: Mapping[DocumentId, tuple[SegmentId, ...]] = field(default_factory=dict)
    documents: tuple[Document, ...] = ()
    removed_documents: tuple[DocumentId, ...] = ()
    document_order: tuple[DocumentId, ...] | None = None
    revisions: tuple[Revision, ...] = ()
    waivers: tuple[Waiver, ...] | None = None
    name_decisions: tuple[NameDecision, ...] | None = None
    check_levels: Mapping[CheckId, str] | None = None
    profile: str | None = None
    term_bases: tuple[str, ...] | None = None
    title: str | None = None
    four_eyes: bool | None = None
    comments: tuple[Comment, ...] = ()
    removed_comments: tuple[str, ...] = ()
    cleared_drafts: tuple[SegmentId, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """Text being typed that is not yet a revision.

    Attributes:
        segment: The segment.
        text: The target as it was typed so far.
        base_version: Version of the segment it was typed over.
        author: Who.
        time: When it was written (UTC).
    """

    segment: SegmentId
    text: str
    base_version: int
    author: str
    time: dt.datetime


@dataclass(frozen=True, slots=True)
class ChainHead:
    """Where the history ends: how many revisions it has, and the hash that stands for them all (hex)."""

    length: int
    hash: str


class StaleSegmentsError(StaleSegmentError):
    """Segments are not as they were when they were read; nothing was written.

    Attributes:
        segments: Which.
    """

    def __init__(self, message: Message, segments: tuple[SegmentId, ...]) -> None:
        super().__init__(message)
        self.segments = segments


class Store(Protocol):
    """The kept state of one project. Used from the thread that opened it, and from no other.

    Every method may raise ``StoreError`` (names the file and the cause; the store is as it was before), every
    writing one ``RefusedError`` where the project is open for reading only. A call that returned has been written
    to the disk, not only handed to the system.
    """

    @property
    def path(self) -> Path:
        """The project file."""

    @property
    def read_only(self) -> bool:
        """Whether writing is refused."""

    def load(self) -> Project:
        """Return the whole project: documents as listed, segments in reading order."""

    def comments(self) -> tuple[Comment, ...]:
        """Return all comments, oldest first."""

    def revisions(self, segment: SegmentId | None = None) -> tuple[Revision, ...]:
        """Return the history of a segment (or of the whole project), oldest first."""

    def head(self) -> ChainHead:
        """Return where the history ends now; printed in a report it pins all that was before."""

    def next_segment_id(self) -> SegmentId:
        """Return an id that no segment ever had here, removed ones included."""

    def save_documents(
        self, documents: Sequence[Document], segments: Sequence[Segment], revisions: Sequence[Revision] = ()
    ) -> None:
        """Write an import: all of it or nothing. Segments are given in reading order; all ids are new.

        Raises:
            StaleSegmentsError: A segment of that id is there already.
        """

    def save_changes(self, batch: ChangeBatch) -> None:
        """Write one step of work: all of it or nothing.

        Raises:
            StaleSegmentsError: A segment is not at its expected version any more; nothing was written.
        """

    def save_draft(self, segment: SegmentId, text: str, base_version: int, author: str) -> None:
        """Keep what is being typed; replaces the author's draft of that segment."""

    def drafts(self) -> tuple[Draft, ...]:
        """Return all drafts, oldest first."""

    def people(self) -> tuple[Person, ...]:
        """Return who has worked on the project, by name."""

    def save_person(self, person: Person) -> None:
        """Note who works on the project; a person of that name gets the role given."""

    def session_state(self, who: str) -> str:
        """Return what the desk noted for this person (JSON text), or ""."""

    def save_session_state(self, who: str, state: str) -> None:
        """Keep JSON text for this person: open segment, caret, filter."""

    def save_copy(self, to: Path) -> None:
        """Write the project as it stands to a new file, checked after writing; also when the file itself is gone."""

    def close(self) -> None:
        """Finish writing and let go of the file; closing twice is allowed."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a project open.

    Attributes:
        who: The person's name at the desk.
        user: Account on the machine.
        host: The machine.
        pid: The process.
        since: When it was opened (UTC), or None where the label cannot be read.
        channel: A name made from the project's path, the same for all who open it on that machine; the running
            window may listen there to be raised.
    """

    who: str
    user: str
    host: str
    pid: int
    since: dt.datetime | None
    channel: str


class ProjectOpenElsewhere(StoreError):
    """The same user has the project open already: raise that window.

    Attributes:
        holder: The process that holds it.
    """

    def __init__(self, message: Message, holder: Holder) -> None:
        super().__init__(message)
        self.holder = holder


class DamagedProject(StoreError):
    """The project file is damaged or its content is gone: a backup, or what can be read of it, is all there is."""


@dataclass(frozen=True, slots=True)
class OpenedProject:
    """A project that was opened, and what a person should be told about it.

    Attributes:
        store: The project's store.
        read_only_reason: Why it is open for reading only, or None where it can be written.
        warnings: What threatens the file: a synchronised folder, a conflicted copy beside it.
        recovered_drafts: Text typed before the last end that is in no revision.
        unclean: Whether the program ended without closing the project; it was checked whole then.
        damaged: Whether the file is damaged, and open for reading what can be read.
    """

    store: Store
    read_only_reason: Message | None = None
    warnings: tuple[Message, ...] = ()
    recovered_drafts: tuple[Draft, ...] = ()
    unclean: bool = False
    damaged: bool = False
