"""When a unit in which nobody answers was looked at last; which messengers are on. Reminders that wait for the next
opening are held back for its sweep."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

import bot.db.columns

revision = "true_sweep"
down_revision = "reminders_by_unit"


HELD = datetime(9999, 1, 1, tzinfo=UTC)


def upgrade() -> None:
    op.add_column("unattended", sa.Column("looked_at", bot.db.columns.Instant(timezone=True)))
    op.add_column("channel_name", sa.Column("on_since", bot.db.columns.Instant(timezone=True)))
    outbox = sa.table(
        "outbox",
        sa.column("kind", sa.String),
        sa.column("state", sa.String),
        sa.column("not_before", bot.db.columns.Instant(timezone=True)),
    )
    waits = (outbox.c.kind == "reminder") & (outbox.c.state == "new")
    op.execute(outbox.update().where(waits).values(not_before=HELD))
