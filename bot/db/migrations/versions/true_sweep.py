"""When a unit in which nobody answers was looked at last; which messengers are on."""

import sqlalchemy as sa
from alembic import op

import bot.db.columns

revision = "true_sweep"
down_revision = "reminders_by_unit"


def upgrade() -> None:
    op.add_column("unattended", sa.Column("looked_at", bot.db.columns.Instant(timezone=True)))
    op.add_column("channel_name", sa.Column("on_since", bot.db.columns.Instant(timezone=True)))
