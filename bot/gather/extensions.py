"""Who was given more time."""

from collections.abc import Collection
from datetime import datetime

from bot.core.digest import Extended
from bot.db.extensions import granted_between
from bot.db.session import Connection
from bot.gather.shelf import Shelf


def gather_extended(
    connection: Connection,
    plan_id: int,
    shelf: Shelf,
    *,
    since: datetime,
    until: datetime,
    units: Collection[int] | None,
) -> tuple[Extended, ...]:
    """What staff granted after `since` and until `until`; of these units alone where they are given."""
    return tuple(
        Extended(
            one.unit_name,
            shelf.plan(connection, one.plan_version_id).form(one.key[2]).form.title,
            one.key[3],
            one.wanted_on,
        )
        for one in granted_between(connection, plan_id, since=since, until=until)
        if units is None or one.key[1] in units
    )
