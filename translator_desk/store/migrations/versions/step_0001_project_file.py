"""The first shape of the project file."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# A revision is refused a second time as well: INSERT OR REPLACE deletes without asking the triggers of DELETE.
_ONLY_GROWS = (
    ("UPDATE", ""),
    ("DELETE", ""),
    ("INSERT", "WHEN EXISTS (SELECT 1 FROM revision WHERE id = NEW.id OR number = NEW.number)"),
)


def _text(name: str, *, key: bool = False, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=key, nullable=nullable and not key)


def _number(name: str, *, key: bool = False, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=key, nullable=nullable and not key, autoincrement=False)


def upgrade() -> None:
    """Make all tables, and the triggers by which revisions only grow."""
    op.create_table("meta", _text("key", key=True), _text("value"))
    op.create_table(
        "document",
        _text("id", key=True),
        _number("position"),
        _text("title"),
        _text("date", nullable=True),
        _text("source_path", nullable=True),
        _text("target_path"),
        _number("has_source"),
        _text("byline"),
        _text("furniture"),
        sa.Column("layout", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "segment",
        _number("id", key=True),
        _text("document"),
        _number("position"),
        _number("paragraph"),
        _text("source"),
        _text("target"),
        _text("separator"),
        _text("state"),
        _number("asked_back"),
        _number("version"),
        _text("pieces", nullable=True),
        _text("source_separator"),
        _number("source_line", nullable=True),
        _number("source_column", nullable=True),
        _number("target_line", nullable=True),
        _number("target_column", nullable=True),
        _text("imported_target", nullable=True),
        sa.Column("confidence", sa.Float, nullable=True),
    )
    op.create_table(
        "revision", _number("number", key=True), _text("id"), _number("segment"), _text("record"), _text("hash")
    )
    op.create_index("revision_id", "revision", ["id"], unique=True)
    op.create_index("revision_segment", "revision", ["segment"])
    op.create_table("chain", _number("one", key=True), _number("length"), _text("hash"), sa.CheckConstraint("one = 1"))
    op.create_table(
        "draft",
        _number("segment", key=True),
        _text("author", key=True),
        _text("text"),
        _number("base_version"),
        _text("time"),
    )
    op.create_table("waiver", _number("position", key=True), _text("record"))
    op.create_table("comment", _text("id", key=True), _number("segment"), _text("time"), _text("record"))
    op.create_table("person", _text("name", key=True), _text("role"))
    op.create_table("session_state", _text("who", key=True), _text("state"))
    for action, when in _ONLY_GROWS:
        op.execute(
            f"CREATE TRIGGER revision_no_{action.lower()} BEFORE {action} ON revision {when} "
            "BEGIN SELECT RAISE(ABORT, 'revisions only grow'); END"
        )
