"""Requests about one's own data, practice forms, and chats that are to be forgotten."""

import sqlalchemy as sa
from alembic import op

import bot.db.columns

revision = "data_rights"
down_revision = "kept_totals"

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("contact", sa.Column("practice", sa.JSON(), nullable=True))
    op.add_column("contact", sa.Column("forget_at", bot.db.columns.Instant(timezone=True), nullable=True))
    op.create_table(
        "data_request",
        sa.Column("id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("about", sa.JSON(), nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("asked_at", bot.db.columns.Instant(timezone=True), nullable=False),
        sa.Column("answer_by", sa.Date(), nullable=False),
        sa.Column("answered_at", bot.db.columns.Instant(timezone=True), nullable=True),
        sa.Column("answered_by", Id, nullable=True),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_data_request_person_id"),
        sa.ForeignKeyConstraint(["answered_by"], ["person.id"], name="fk_data_request_answered_by"),
        sa.PrimaryKeyConstraint("id", name="pk_data_request"),
    )
    op.create_index("ix_data_request_person_id", "data_request", ["person_id"])
    op.create_index(
        "ix_data_request_open",
        "data_request",
        ["id"],
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
