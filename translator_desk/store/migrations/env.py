"""Alembic's way in: runs the schema steps on the connection it was handed, in the transaction already begun."""

from __future__ import annotations

from alembic import context

from translator_desk.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
