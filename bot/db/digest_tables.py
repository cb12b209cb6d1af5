"""Beside the digests: who reads them in their own chat, and the register as it stood when one was sent."""

from sqlalchemy import Column, ForeignKey, LargeBinary, Table

from bot.db.columns import Instant, metadata

digest_reader = Table(
    "digest_reader",  # who switched it on; what they may see is decided when it is sent
    metadata,
    Column("person_id", ForeignKey("person.id"), primary_key=True),
    Column("since", Instant, nullable=False),
)

digest_register = Table(
    "digest_register",  # every report of every unit as it stood, without names of persons
    metadata,
    Column("digest_id", ForeignKey("digest.id"), primary_key=True),
    Column(
        "packed", LargeBinary, nullable=False
    ),  # compressed; read with its digest only where somebody asks for it
)
