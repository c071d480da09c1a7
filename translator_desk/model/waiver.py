"""A waiver: an issue dismissed by a person, with scope, reason and name; it can be listed and undone."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from translator_desk.model.ids import CheckId, DocumentId, SegmentId


class WaiverScope(StrEnum):
    """How far a waiver reaches.

    ``HERE`` one finding of one segment; ``EVERYWHERE`` the same check with the same words in the whole project.
    """

    HERE = "here"
    EVERYWHERE = "everywhere"


@dataclass(frozen=True, slots=True)
class Waiver:
    """One dismissal.

    Attributes:
        fingerprint: The issue's fingerprint (HERE: with its occurrence; EVERYWHERE: compared without occurrence).
        check: The check.
        scope: How far it reaches.
        document: The document, for HERE.
        segment: The segment, for HERE.
        words: The target words waived, for showing in the list.
        reason: Why, in the person's words; never empty.
        author: Who.
        time: When (UTC).
        seen_by: Second person who agreed that this error may be ignored, or "".
    """

    fingerprint: str
    check: CheckId
    scope: WaiverScope
    document: DocumentId
    segment: SegmentId
    words: str
    reason: str
    author: str
    time: dt.datetime
    seen_by: str = ""
