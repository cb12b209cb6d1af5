"""The register as it stood when a digest was sent, compressed."""

from sqlalchemy import Connection, insert, select

from bot.db.tables import digest_register, person, report


def put_register(connection: Connection, digest_id: int, packed: bytes) -> None:
    """Keep it with its digest, once."""
    connection.execute(insert(digest_register).values(digest_id=digest_id, packed=packed))


def load_register(connection: Connection, digest_id: int) -> bytes | None:
    """As it was kept; None where it was not: it was too long, or nobody kept any at that time."""
    return connection.execute(
        select(digest_register.c.packed).where(digest_register.c.digest_id == digest_id)
    ).scalar()


def has_register(connection: Connection, digest_id: int) -> bool:
    """Whether it was kept."""
    query = select(digest_register.c.digest_id).where(digest_register.c.digest_id == digest_id)
    return connection.execute(query).first() is not None


def authors_of(connection: Connection, plan_id: int) -> dict[str, str]:
    """{receipt: who sent that report, by the name they have now}; those who were deleted have none."""
    rows = connection.execute(
        select(report.c.code, person.c.name)
        .join(person, person.c.id == report.c.author_id)
        .where(report.c.plan_id == plan_id, report.c.code.is_not(None), person.c.name != "")
    )
    return {row.code: row.name for row in rows}
