"""The tables of figures: what reports say, what they add up to, and what units say is wrong in the roster."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    Numeric,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from bot.db.columns import Id, Instant, metadata

Figure = Numeric(20, 4, asdecimal=True)

figure = Table(
    "figure",  # what one report says about one indicator
    metadata,
    Column("id", Id, primary_key=True),
    Column("plan_id", ForeignKey("plan.id"), nullable=False),
    Column("indicator", String(40), nullable=False),
    Column("unit_id", ForeignKey("unit.id"), nullable=False),
    Column("period", String(24), nullable=False),
    Column("form", String(40), nullable=False),
    Column("numerator", Figure),
    Column("denominator", Figure),
    Column("words", Text),  # a narrative, or a document's number and date, as JSON
    Column("excluded", Boolean, nullable=False),  # not applicable: leaves the denominator
    Column("report_id", ForeignKey("report.id")),
    Column("roster_version", Integer),  # from which its denominator comes
    Column("at", Instant),
    UniqueConstraint("plan_id", "indicator", "unit_id", "period", "form"),
    Index("ix_figure_plan_id_unit_id", "plan_id", "unit_id", "form", "period"),
)

total = Table(
    "total",  # the sum of all shares of an indicator in a scope: see bot/core/totals.py
    metadata,
    Column("plan_id", ForeignKey("plan.id"), primary_key=True),
    # In the order in which they are read: all indicators of everybody, one indicator by area.
    Column("scope", String(8), primary_key=True),  # all | area | kind | level
    Column("indicator", String(40), primary_key=True),
    Column("form", String(40), primary_key=True),
    Column("period", String(24), primary_key=True),
    Column("place", Text, primary_key=True),
    Column("numerator", BigInteger, nullable=False),  # in ten-thousandths: exact in every database
    Column("denominator", BigInteger, nullable=False),
    Column("reported", Integer, nullable=False),
    Column("expected", Integer, nullable=False),
    Column("excluded", Integer, nullable=False),
    Column("full", Integer, nullable=False),
)

correction = Table(
    "correction",  # a unit says that a figure of the roster is wrong
    metadata,
    Column("id", Id, primary_key=True),
    Column("report_id", ForeignKey("report.id"), nullable=False, index=True),
    Column("unit_id", ForeignKey("unit.id"), nullable=False),
    Column("figure", String(40), nullable=False),  # pupils, teachers...
    Column("before", Integer, nullable=False),
    Column("after", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("state", String(10), nullable=False),  # open | accepted | declined | replaced
    Column("decided_by", ForeignKey("person.id")),
    Column("decided_at", Instant),
    Column("note", Text, nullable=False, server_default=""),
    Column("roster_version", Integer),  # that accepting it made
    Index("ix_correction_state", "state"),
)
