"""The tables of who acts for whom: leaves, reports on behalf, units without a recipient."""

from sqlalchemy import Column, Date, ForeignKey, Index, String, Table, Text, text

from bot.db.columns import Id, Instant, metadata

leave = Table(
    "leave",  # somebody is away, and who stands in
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("substitute_id", ForeignKey("person.id"), index=True),  # none: nobody stands in
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),  # the last day of it
    Column("stated_at", Instant, nullable=False),
    Column("declined_at", Instant),  # the substitute said no
    Column("ended_at", Instant),  # back before the last day, or never gone
)

behalf = Table(
    "behalf",  # a form that somebody fills in who is not the unit's own
    metadata,
    Column("filling_id", ForeignKey("filling.id"), primary_key=True),
    Column("why", String(8), nullable=False),  # leave | above | staff
    Column("unit_id", ForeignKey("unit.id"), nullable=False),  # the sender's own
    Column("absent_id", ForeignKey("person.id")),  # the colleague on leave
    Column("told_by", Text, nullable=False, server_default=""),
)

unattended = Table(
    "unattended",  # a unit owes something and nobody living receives its work
    metadata,
    Column("id", Id, primary_key=True),
    Column("unit_id", ForeignKey("unit.id"), nullable=False),
    Column("since", Instant, nullable=False),
    Column("over_at", Instant),
    Column("why", String(8), nullable=False, server_default="nobody"),  # nobody | silent
    Column("told_at", Instant),  # staff were told
    Column("looked_at", Instant),  # when the unit was looked at last: who was heard since is news
    Column("called_at", Instant),  # staff telephoned
    Column("called_by", Id),
    Index(
        "ix_unattended_now",
        "unit_id",
        unique=True,
        sqlite_where=text("over_at IS NULL"),
        postgresql_where=text("over_at IS NULL"),
    ),
)
