"""Forms half filled in, and the reports that they become, in every version."""

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint, text

from bot.db.columns import Id, Instant, metadata

filling = Table(
    "filling",  # a form half answered
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("person.id"), nullable=False),
    Column("unit_id", ForeignKey("unit.id"), nullable=False),
    Column("plan_id", ForeignKey("plan.id"), nullable=False),
    Column("plan_version_id", ForeignKey("plan_version.id"), nullable=False),
    Column("form", String(40), nullable=False),
    Column("period", String(24), nullable=False),
    Column("scene", JSON, nullable=False),  # the unit's own figures and its tasks, as they were at the start
    Column("state", JSON, nullable=False),
    Column("status", String(12), nullable=False),  # open | sent | cancelled | closed
    Column("news", String(8)),  # version | merged: what the person is to hear of it at the next turn
    Column("base_id", Id),  # the report that stood when it was begun: what it would replace
    Column("overtaken_by", Id),  # the report that a colleague has sent meanwhile
    Column("shown_in", Id),  # the chat in which its question was shown last
    Column("started_at", Instant, nullable=False),
    Column("touched_at", Instant, nullable=False),
    Index(
        "ix_filling_open",
        *("person_id", "unit_id", "plan_id", "form", "period"),
        unique=True,
        sqlite_where=text("status = 'open'"),
        postgresql_where=text("status = 'open'"),
    ),
    Index(
        "ix_filling_open_of_unit",
        *("unit_id", "plan_id", "form", "period"),
        sqlite_where=text("status = 'open'"),
        postgresql_where=text("status = 'open'"),
    ),
)

report = Table(
    "report",
    metadata,
    Column("id", Id, primary_key=True),
    Column("code", String(16), unique=True),
    Column("filling_id", ForeignKey("filling.id"), nullable=False, unique=True),  # sent once
    Column("plan_id", ForeignKey("plan.id"), nullable=False),
    Column("plan_version_id", ForeignKey("plan_version.id"), nullable=False),
    Column("form", String(40), nullable=False),
    Column("unit_id", ForeignKey("unit.id"), nullable=False),
    Column("period", String(24), nullable=False),
    Column("version", Integer, nullable=False),
    Column("answers", JSON, nullable=False),
    Column("remarks", JSON),  # by question: why an answer that is far from the usual is right, or ""
    Column("state", String(16), nullable=False),  # submitted | returned | accepted | replaced
    Column("author_id", ForeignKey("person.id")),
    Column("channel", String(16), nullable=False),
    Column("submitted_at", Instant, nullable=False),
    UniqueConstraint("plan_id", "form", "unit_id", "period", "version"),
    Index("ix_report_state", "state"),
    Index("ix_report_author_id", "author_id"),
)

report_event = Table(
    "report_event",
    metadata,
    Column("id", Id, primary_key=True),
    Column("report_id", ForeignKey("report.id"), nullable=False, index=True),
    Column("what", String(16), nullable=False),  # submitted | returned | accepted | replaced
    Column("at", Instant, nullable=False),
    Column("by_id", ForeignKey("person.id")),
    Column("note", Text, nullable=False, server_default=""),
)
