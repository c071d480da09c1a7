"""Review: how far a document has come, who answers for the wording of a segment."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add what the review needs; projects from before start in translation, with nobody answering for a text."""
    op.add_column("document", sa.Column("handling", sa.Text))
    op.add_column("segment", sa.Column("hands", sa.Text))
