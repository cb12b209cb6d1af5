"""Who was given more time."""

from collections.abc import Callable, Collection
from datetime import datetime

from bot.core.digest import Extended
from bot.db.session import Connection

Granted = Callable[[Connection, int, datetime, datetime, Collection[int] | None], tuple[Extended, ...]]
"""(connection, plan, since, until, units) -> what staff granted after `since` and until `until`, by unit; of these
units alone where they are given."""


def _none(*_: object) -> tuple[Extended, ...]:
    return ()


gather_extended: Granted = _none
"""None as long as no last day can be moved by request. The table of extensions answers in its place."""
