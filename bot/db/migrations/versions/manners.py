"""Reminders put off, last days extended, silence, calls by telephone, edited reminders."""

import sqlalchemy as sa
from alembic import op

revision = "manners"
down_revision = "own_days"

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "snooze",
        sa.Column("id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("unit_id", Id, nullable=False),
        sa.Column("plan_id", Id, nullable=False),
        sa.Column("form", sa.String(40), nullable=False),
        sa.Column("period", sa.String(24), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("over_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_snooze_person_id"),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name="fk_snooze_unit_id"),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name="fk_snooze_plan_id"),
        sa.PrimaryKeyConstraint("id", name="pk_snooze"),
    )
    op.create_index("ix_snooze_person_id", "snooze", ["person_id"])
    op.create_index(
        "ix_snooze_on",
        "snooze",
        ["id"],
        sqlite_where=sa.text("over_at IS NULL"),
        postgresql_where=sa.text("over_at IS NULL"),
    )
    op.create_table(
        "extension",
        sa.Column("id", Id, nullable=False),
        sa.Column("unit_id", Id, nullable=False),
        sa.Column("plan_id", Id, nullable=False),
        sa.Column("form", sa.String(40), nullable=False),
        sa.Column("period", sa.String(24), nullable=False),
        sa.Column("original_on", sa.Date(), nullable=False),
        sa.Column("before_on", sa.Date(), nullable=False),
        sa.Column("wanted_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("asked_by", Id, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("decided_by", Id),
        sa.Column("decided_at", sa.DateTime(timezone=True)),
        sa.Column("note", sa.Text(), nullable=False, server_default=""),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name="fk_extension_unit_id"),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name="fk_extension_plan_id"),
        sa.ForeignKeyConstraint(["asked_by"], ["person.id"], name="fk_extension_asked_by"),
        sa.ForeignKeyConstraint(["decided_by"], ["person.id"], name="fk_extension_decided_by"),
        sa.PrimaryKeyConstraint("id", name="pk_extension"),
    )
    op.create_index("ix_extension_form", "extension", ["plan_id", "form", "period", "unit_id"])
    op.add_column("contact", sa.Column("heard_at", sa.DateTime(timezone=True)))
    op.add_column("reminder", sa.Column("amended_at", sa.DateTime(timezone=True)))
    op.create_index(
        "ix_reminder_standing",
        "reminder",
        ["id"],
        sqlite_where=sa.text("amended_at IS NULL"),
        postgresql_where=sa.text("amended_at IS NULL"),
    )
    op.add_column("unattended", sa.Column("why", sa.String(8), nullable=False, server_default="nobody"))
    op.add_column("unattended", sa.Column("called_at", sa.DateTime(timezone=True)))
    op.add_column("unattended", sa.Column("called_by", Id))
