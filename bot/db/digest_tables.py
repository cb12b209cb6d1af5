"""The table of those who read the digest in their own chat."""

from sqlalchemy import Column, ForeignKey, Table

from bot.db.columns import Instant, metadata

digest_reader = Table(
    "digest_reader",  # who switched it on; what they may see is decided when it is sent
    metadata,
    Column("person_id", ForeignKey("person.id"), primary_key=True),
    Column("since", Instant, nullable=False),
)
