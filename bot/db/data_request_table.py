"""What people ask about their own data, and what became of it."""

from sqlalchemy import JSON, Column, Date, ForeignKey, Index, String, Table, Text, text

from bot.db.columns import Id, Instant, metadata

data_request = Table(
    "data_request",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("kind", String(12), nullable=False),  # view | export | correct | delete | withdraw | other
    Column("about", JSON, nullable=False),  # of a correction {field, before, after}; of a deletion {subjects}
    Column("words", Text, nullable=False, server_default=""),  # as they were typed
    Column("state", String(10), nullable=False),  # open | granted | answered
    Column("asked_at", Instant, nullable=False),
    Column("answer_by", Date, nullable=False),  # two working days, at the office
    Column("answered_at", Instant),
    Column("answered_by", ForeignKey("person.id")),  # none: the system itself, at once
    Column("answer", Text, nullable=False, server_default=""),
    Index(
        "ix_data_request_open",
        "id",
        sqlite_where=text("state = 'open'"),
        postgresql_where=text("state = 'open'"),
    ),
)
