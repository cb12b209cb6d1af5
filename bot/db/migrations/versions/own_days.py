"""Days that some units have for themselves."""

import sqlalchemy as sa
from alembic import op

revision = "own_days"
down_revision = "forgiving"

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "own_day",
        sa.Column("committee_id", Id, nullable=False),
        sa.Column("scope", sa.String(60), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(8), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("status", sa.String(20), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["committee_id"], ["committee.id"], name="fk_own_day_committee_id"),
        sa.PrimaryKeyConstraint("committee_id", "scope", "day", name="pk_own_day"),
    )
