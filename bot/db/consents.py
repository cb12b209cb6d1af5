"""Agreement to the privacy notice: explicit, with the words that were agreed to, and as easily withdrawn."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from bot.core.messages import Address
from bot.db.tables import consent


def put_consent(
    connection: Connection, person_id: int, address: Address, *, notice: str, version: str, now: datetime
) -> None:
    """The person agreed to these words."""
    connection.execute(
        insert(consent).values(
            person_id=person_id,
            channel=address.channel,
            chat=address.chat,
            notice=notice,
            version=version,
            agreed_at=now,
        )
    )


def withdraw_consent(connection: Connection, person_id: int, *, now: datetime) -> None:
    """The person agrees no longer."""
    connection.execute(
        update(consent)
        .where(consent.c.person_id == person_id, consent.c.withdrawn_at.is_(None))
        .values(withdrawn_at=now)
    )


def agreed_at(connection: Connection, person_id: int) -> datetime | None:
    """Since when the person agrees; None if not (any more)."""
    instant: datetime | None = connection.execute(
        select(consent.c.agreed_at)
        .where(consent.c.person_id == person_id, consent.c.withdrawn_at.is_(None))
        .order_by(consent.c.id.desc())
        .limit(1)
    ).scalar()
    return instant


def forget_ended(connection: Connection, *, before: datetime) -> int:
    """Delete agreements that ended before that instant. Returns how many."""
    return connection.execute(delete(consent).where(consent.c.withdrawn_at < before)).rowcount
