"""When each unit is to be looked at next; when staff were told of one that no message reaches."""

import sqlalchemy as sa
from alembic import op

import bot.db.columns

revision = "looks"
down_revision = "digest_readers"


def upgrade() -> None:
    op.add_column("unit", sa.Column("look_on", sa.Date()))
    op.create_index("ix_unit_look_on", "unit", ["committee_id", "look_on"])
    op.execute("UPDATE unit SET look_on = '0001-01-01'")
    op.add_column("unattended", sa.Column("told_at", bot.db.columns.Instant(timezone=True)))
    op.execute("UPDATE unattended SET told_at = since")
