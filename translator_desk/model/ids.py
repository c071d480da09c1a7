"""Names of things that travel between floors; plain strings and numbers, told apart by the type checker."""

from __future__ import annotations

from typing import NewType
from uuid import uuid4

DocumentId = NewType("DocumentId", str)
SegmentId = NewType("SegmentId", int)
RevisionId = NewType("RevisionId", str)
CheckId = NewType("CheckId", str)
EntryId = NewType("EntryId", str)

WHOLE_PROJECT = SegmentId(0)
"""Revisions that are about no segment (a document handed over, a thread closed) are filed under this number."""


def new_revision_id() -> RevisionId:
    """Return an id made by the client, so that a repeated write is recognised (UUID 4, hex)."""
    return RevisionId(uuid4().hex)
