"""The tables of days: the committee's, and those that some units have for themselves."""

from sqlalchemy import Column, Date, ForeignKey, String, Table, Text

from bot.db.columns import metadata

calendar_day = Table(
    "calendar_day",
    metadata,
    Column("committee_id", ForeignKey("committee.id"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("kind", String(8), nullable=False),  # off | worked | half
    Column("name", Text, nullable=False),
    Column("status", String(20), nullable=False),  # official | statutory date | entered | projected
    Column("source", Text, nullable=False),
)

own_day = Table(
    "own_day",  # a day as it is for some units only
    metadata,
    Column("committee_id", ForeignKey("committee.id"), primary_key=True),
    Column("scope", String(60), primary_key=True),  # unit:T05 with all below it | kind:SCHOOL
    Column("day", Date, primary_key=True),
    Column("kind", String(8), nullable=False),
    Column("name", Text, nullable=False),
    Column("status", String(20), nullable=False),
    Column("source", Text, nullable=False),
)
