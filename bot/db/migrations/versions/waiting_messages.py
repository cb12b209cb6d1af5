"""What was said, or waits, in one chat is found without reading all that was ever said."""

from alembic import op

revision = "waiting_messages"
down_revision = "office_phones"


def upgrade() -> None:
    op.create_index("ix_outbox_chat", "outbox", ["chat", "channel"])
