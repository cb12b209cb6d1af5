"""Who acts for whom: leaves, reports on behalf, units without a recipient, codes that hand a post over."""

import sqlalchemy as sa
from alembic import op

import bot.db.columns

revision = "hats"
down_revision = "remarks_on_answers"

Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
Instant = bot.db.columns.Instant(timezone=True)
NOW = sa.text("over_at IS NULL")
REPORTS_FOR = {"PARTY_COMMUNE": ["PARTY_UNIT", "SCHOOL"], "GOV": ["SCHOOL"]}
"""What the table of unit kinds says for them since then."""


def upgrade() -> None:
    op.create_table(
        "leave",
        sa.Column("id", Id, nullable=False),
        sa.Column("person_id", Id, nullable=False),
        sa.Column("substitute_id", Id, nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("stated_at", Instant, nullable=False),
        sa.Column("declined_at", Instant, nullable=True),
        sa.Column("ended_at", Instant, nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_leave_person_id"),
        sa.ForeignKeyConstraint(["substitute_id"], ["person.id"], name="fk_leave_substitute_id"),
        sa.PrimaryKeyConstraint("id", name="pk_leave"),
    )
    op.create_index("ix_leave_person_id", "leave", ["person_id"])
    op.create_index("ix_leave_substitute_id", "leave", ["substitute_id"])
    op.create_table(
        "behalf",
        sa.Column("filling_id", Id, nullable=False),
        sa.Column("why", sa.String(8), nullable=False),
        sa.Column("unit_id", Id, nullable=False),
        sa.Column("absent_id", Id, nullable=True),
        sa.Column("told_by", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["filling_id"], ["filling.id"], name="fk_behalf_filling_id"),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name="fk_behalf_unit_id"),
        sa.ForeignKeyConstraint(["absent_id"], ["person.id"], name="fk_behalf_absent_id"),
        sa.PrimaryKeyConstraint("filling_id", name="pk_behalf"),
    )
    op.create_table(
        "unattended",
        sa.Column("id", Id, nullable=False),
        sa.Column("unit_id", Id, nullable=False),
        sa.Column("since", Instant, nullable=False),
        sa.Column("over_at", Instant, nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name="fk_unattended_unit_id"),
        sa.PrimaryKeyConstraint("id", name="pk_unattended"),
    )
    op.create_index(
        "ix_unattended_now",
        "unattended",
        ["unit_id"],
        unique=True,
        sqlite_where=NOW,
        postgresql_where=NOW,
    )
    with op.batch_alter_table("invitation") as batch:
        batch.add_column(sa.Column("unit_id", Id, nullable=True))
        batch.add_column(sa.Column("replaces_id", Id, nullable=True))
        batch.create_foreign_key("fk_invitation_unit_id", "unit", ["unit_id"], ["id"])
        batch.create_foreign_key("fk_invitation_replaces_id", "person", ["replaces_id"], ["id"])
    _let_units_report_for_those_below()


def _let_units_report_for_those_below() -> None:
    committee = sa.table("committee", sa.column("id", Id), sa.column("kinds", sa.JSON()))
    connection = op.get_bind()
    for row in connection.execute(sa.select(committee)).all():
        kinds = {
            code: {**kind, "reports_for": REPORTS_FOR.get(code, [])} for code, kind in row.kinds.items()
        }
        connection.execute(committee.update().where(committee.c.id == row.id).values(kinds=kinds))
