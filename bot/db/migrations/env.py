"""Alembic's way in. Run through `bot.db.migrate` only, which hands over the connection."""

from alembic import context

from bot.db import tables
from bot.db.columns import metadata

assert tables.committee.metadata is metadata, "the tables register themselves with the metadata"

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
