"""The telephone of a unit's office; a committee's chats by topic: two topics of one forum may both be linked."""

import sqlalchemy as sa
from alembic import op

revision = "office_phones"
down_revision = "looks"


def upgrade() -> None:
    with op.batch_alter_table("unit") as batch:
        batch.add_column(sa.Column("phone", sa.String(40), nullable=False, server_default=""))
    op.execute("UPDATE committee_chat SET thread = '' WHERE thread IS NULL")
    with op.batch_alter_table("committee_chat") as batch:
        batch.alter_column(
            "thread", existing_type=sa.String(32), nullable=False, server_default="", existing_nullable=True
        )
        batch.drop_constraint("uq_committee_chat_channel_chat", type_="unique")
        batch.create_unique_constraint("uq_committee_chat_channel_chat_thread", ["channel", "chat", "thread"])
