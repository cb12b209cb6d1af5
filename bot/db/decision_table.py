"""The table of decisions, apart from the others in tables.py, which is as long as a file may be."""

from sqlalchemy import Column, Date, ForeignKey, String, Table, Text, UniqueConstraint

from bot.db.columns import Id, metadata

plan_decision = Table(
    "plan_decision",  # what a person decided about a fault of the document, as it stood in a version
    metadata,
    Column("id", Id, primary_key=True),
    Column("plan_version_id", ForeignKey("plan_version.id"), nullable=False),
    Column("finding", String(40), nullable=False),
    Column("thing", Text, nullable=False),
    Column("seen", Text, nullable=False),  # what the finding said then
    Column("value", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("decided_by", Text, nullable=False),
    Column("decided_on", Date, nullable=False),
    UniqueConstraint("plan_version_id", "finding", "thing"),
)
