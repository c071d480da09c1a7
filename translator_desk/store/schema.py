"""The tables of the project file as SQLAlchemy sees them; ``migrations`` makes them and their triggers."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Float, Integer, LargeBinary, MetaData, Table, Text

APPLICATION_ID = 0x54444B31
"""Stands in the file's header ("TDK1"): no other program's database is ever touched."""
SCHEMA_VERSION = 2
"""Stands in the header as ``user_version``; a file with a higher one is refused unaltered."""

metadata = MetaData()

meta = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

document = Table(
    "document",
    metadata,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("date", Text),
    Column("source_path", Text),
    Column("target_path", Text, nullable=False),
    Column("has_source", Integer, nullable=False),
    Column("byline", Text, nullable=False),
    Column("furniture", Text, nullable=False),
    Column("layout", LargeBinary, nullable=False),
    Column("handling", Text),
)

segment = Table(
    "segment",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("paragraph", Integer, nullable=False),
    Column("source", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("separator", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("asked_back", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("pieces", Text),
    Column("source_separator", Text, nullable=False),
    Column("source_line", Integer),
    Column("source_column", Integer),
    Column("target_line", Integer),
    Column("target_column", Integer),
    Column("imported_target", Text),
    Column("confidence", Float),
    Column("hands", Text),
)

revision = Table(
    "revision",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("segment", Integer, nullable=False, index=True),
    Column("record", Text, nullable=False),
    Column("hash", Text, nullable=False),
)

chain = Table(
    "chain",
    metadata,
    Column("one", Integer, CheckConstraint("one = 1"), primary_key=True),
    Column("length", Integer, nullable=False),
    Column("hash", Text, nullable=False),
)

draft = Table(
    "draft",
    metadata,
    Column("segment", Integer, primary_key=True, autoincrement=False),
    Column("author", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("base_version", Integer, nullable=False),
    Column("time", Text, nullable=False),
)

waiver = Table(
    "waiver", metadata, Column("position", Integer, primary_key=True), Column("record", Text, nullable=False)
)

comment = Table(
    "comment",
    metadata,
    Column("id", Text, primary_key=True),
    Column("segment", Integer, nullable=False),
    Column("time", Text, nullable=False),
    Column("record", Text, nullable=False),
)

person = Table("person", metadata, Column("name", Text, primary_key=True), Column("role", Text, nullable=False))

session_state = Table(
    "session_state", metadata, Column("who", Text, primary_key=True), Column("state", Text, nullable=False)
)
