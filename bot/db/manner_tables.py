"""The tables of reminding with manners: what was said, what was put off, what was given more time."""

from sqlalchemy import Column, Date, ForeignKey, Index, String, Table, Text, UniqueConstraint, text

from bot.db.columns import Id, Instant, metadata

reminder = Table(
    "reminder",  # a step of the ladder that was taken for one form of one unit
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("person.id"), nullable=False),
    Column("unit_id", ForeignKey("unit.id"), nullable=False),
    Column("plan_id", ForeignKey("plan.id"), nullable=False),
    Column("form", String(40), nullable=False),
    Column("period", String(24), nullable=False),
    Column("due_on", Date, nullable=False),
    Column("step", String(8), nullable=False),
    Column("at", Instant, nullable=False),
    Column("outbox_id", ForeignKey("outbox.id")),
    Column("amended_at", Instant),  # the message in the chat says that it was reported
    Index("ix_reminder_unit_id", "unit_id"),
    Index(
        "ix_reminder_standing",
        "id",
        sqlite_where=text("amended_at IS NULL"),
        postgresql_where=text("amended_at IS NULL"),
    ),
    UniqueConstraint("person_id", "unit_id", "plan_id", "form", "period", "due_on", "step"),
)

snooze = Table(
    "snooze",  # somebody asked to be reminded of one form later
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("unit_id", ForeignKey("unit.id"), nullable=False),
    Column("plan_id", ForeignKey("plan.id"), nullable=False),
    Column("form", String(40), nullable=False),
    Column("period", String(24), nullable=False),
    Column("until", Instant, nullable=False),
    Column("at", Instant, nullable=False),
    Column("over_at", Instant),  # reminded, or put off once more
    Index(
        "ix_snooze_on",
        "id",
        sqlite_where=text("over_at IS NULL"),
        postgresql_where=text("over_at IS NULL"),
    ),
)

extension = Table(
    "extension",  # a unit asks for more time for one form
    metadata,
    Column("id", Id, primary_key=True),
    Column("unit_id", ForeignKey("unit.id"), nullable=False),
    Column("plan_id", ForeignKey("plan.id"), nullable=False),
    Column("form", String(40), nullable=False),
    Column("period", String(24), nullable=False),
    Column("original_on", Date, nullable=False),  # the last day before any extension
    Column("before_on", Date, nullable=False),  # the last day when it was asked for
    Column("wanted_on", Date, nullable=False),
    Column("reason", Text, nullable=False),
    Column("asked_by", ForeignKey("person.id"), nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("state", String(10), nullable=False),  # open | granted | refused | replaced
    Column("decided_by", ForeignKey("person.id")),
    Column("decided_at", Instant),
    Column("note", Text, nullable=False, server_default=""),
    Index("ix_extension_form", "plan_id", "form", "period", "unit_id"),
)
