"""Who was given more time."""

from collections.abc import Collection
from datetime import datetime

from bot.core.digest import Extended
from bot.db.session import Connection


def gather_extended(
    _connection: Connection,
    _plan_id: int,
    *,
    since: datetime,  # noqa: ARG001 - see below
    until: datetime,  # noqa: ARG001
    units: Collection[int] | None = None,  # noqa: ARG001
) -> tuple[Extended, ...]:
    """Extensions that staff granted after `since` and until `until`, by unit. None as long as no deadline can be moved
    by request: the table of extensions answers here."""
    return ()
