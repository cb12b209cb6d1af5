"""The reminders of a unit are found without reading all that were ever given."""

from alembic import op

revision = "reminders_by_unit"
down_revision = "waiting_messages"


def upgrade() -> None:
    op.create_index("ix_reminder_unit_id", "reminder", ["unit_id"])
