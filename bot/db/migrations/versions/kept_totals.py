"""Totals that are kept, the roster on which figures rest, and corrections of the roster by units."""

import sqlalchemy as sa
from alembic import op

import bot.db.columns

revision = "kept_totals"
down_revision = "changing_plans"

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_index(
        "ix_assignment_plan_id_form_period", "assignment", ["plan_id", "form", "period", "unit_id"]
    )
    op.create_index(
        "ix_assignment_report_id",
        "assignment",
        ["report_id"],
        sqlite_where=sa.text("report_id IS NOT NULL"),
        postgresql_where=sa.text("report_id IS NOT NULL"),
    )
    op.add_column("figure", sa.Column("roster_version", sa.Integer(), nullable=True))
    op.create_index("ix_figure_plan_id_unit_id", "figure", ["plan_id", "unit_id", "form", "period"])
    op.create_table(
        "total",
        sa.Column("plan_id", Id, nullable=False),
        sa.Column("scope", sa.String(8), nullable=False),
        sa.Column("indicator", sa.String(40), nullable=False),
        sa.Column("form", sa.String(40), nullable=False),
        sa.Column("period", sa.String(24), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("numerator", sa.BigInteger(), nullable=False),
        sa.Column("denominator", sa.BigInteger(), nullable=False),
        sa.Column("reported", sa.Integer(), nullable=False),
        sa.Column("expected", sa.Integer(), nullable=False),
        sa.Column("excluded", sa.Integer(), nullable=False),
        sa.Column("full", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name="fk_total_plan_id"),
        sa.PrimaryKeyConstraint(
            "plan_id", "scope", "indicator", "form", "period", "place", name="pk_total"
        ),
    )
    op.create_table(
        "correction",
        sa.Column("id", Id, nullable=False),
        sa.Column("report_id", Id, nullable=False),
        sa.Column("unit_id", Id, nullable=False),
        sa.Column("figure", sa.String(40), nullable=False),
        sa.Column("before", sa.Integer(), nullable=False),
        sa.Column("after", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("decided_by", Id, nullable=True),
        sa.Column("decided_at", bot.db.columns.Instant(timezone=True), nullable=True),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("roster_version", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["report_id"], ["report.id"], name="fk_correction_report_id"),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name="fk_correction_unit_id"),
        sa.ForeignKeyConstraint(["decided_by"], ["person.id"], name="fk_correction_decided_by"),
        sa.PrimaryKeyConstraint("id", name="pk_correction"),
    )
    op.create_index("ix_correction_report_id", "correction", ["report_id"])
    op.create_index("ix_correction_state", "correction", ["state"])
