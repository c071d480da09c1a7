"""A revision: one kept step of a segment's history. Revisions only grow."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from translator_desk.model.ids import RevisionId, SegmentId
from translator_desk.model.redline import Redline
from translator_desk.model.state import SegmentState


class RevisionKind(StrEnum):
    """What made the revision."""

    IMPORT = "import"
    EDIT = "edit"
    FIX = "fix"
    REPLACE = "replace"
    STATE = "state"
    SPLIT = "split"
    JOIN = "join"
    SOURCE = "source"
    ACCEPT = "accept"
    REJECT = "reject"
    AMEND = "amend"
    RESTORE = "restore"
    MERGE = "merge"
    UNDO = "undo"
    WORKFLOW = "workflow"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Revision:
    """The segment as it stood after one step.

    Attributes:
        id: Made by the client, so that writing it twice writes it once.
        segment: The segment.
        kind: What made it.
        author: Who.
        time: When (UTC); a label, order is the store's.
        base_version: The version it was made from; the segment had ``base_version + 1`` or more after it.
        source: Source after the step.
        target: Target after the step.
        redline: Pending changes after the step.
        state: State after the step.
        note: What the person or program said about it ("replaced Deng Qunze").
    """

    id: RevisionId
    segment: SegmentId
    kind: RevisionKind
    author: str
    time: dt.datetime
    base_version: int
    source: str
    target: str
    redline: Redline | None
    state: SegmentState
    note: str = ""
