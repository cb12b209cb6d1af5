"""Leaders who read the weekly digest in their own chat."""

import sqlalchemy as sa
from alembic import op

import bot.db.columns

revision = "digest_readers"
down_revision = "manners"

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "digest_reader",
        sa.Column("person_id", Id, nullable=False),
        sa.Column("since", bot.db.columns.Instant(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_digest_reader_person_id"),
        sa.PrimaryKeyConstraint("person_id", name="pk_digest_reader"),
    )
