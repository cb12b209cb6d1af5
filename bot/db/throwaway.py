"""A database that is thrown away: one connection, no care for power cuts, and an eye on what is written."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import event

from bot.db.migrate import bring_up_to_date
from bot.db.session import Connection, Database

T = TypeVar("T")

_WRITES = re.compile(r"\s*(?:INSERT|UPDATE|DELETE)(?: OR \w+)?(?: INTO| FROM)? (\w+)")

CONVERSATION = frozenset({"contact", "filling", "inbox", "outbox"})
"""Tables that every turn writes to: what stands in them alone makes nothing due."""


@dataclass(slots=True)
class Throwaway:
    """`connection` is the only one; what it wrote is there at the next statement, and gone in the end."""

    connection: Connection
    _written: set[str] = field(default_factory=set)

    def weighs(self, work: Callable[[], T]) -> tuple[T, bool]:
        """Do it; and whether it wrote anything beside the conversation, so that the bells may have work."""
        self._written.clear()
        return work(), bool(self._written - CONVERSATION)

    def note(self, statement: str) -> None:
        found = _WRITES.match(statement)
        if found is not None:
            self._written.add(found[1])


@contextmanager
def throwaway(file: Path) -> Iterator[Throwaway]:
    """A new database in that file."""
    database = Database(f"sqlite:///{file}")
    try:
        bring_up_to_date(database.engine)
        with database.engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.execute("PRAGMA synchronous=OFF")
            driver.execute("PRAGMA temp_store=MEMORY")
            there = Throwaway(connection)

            def look(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
                there.note(statement)

            event.listen(database.engine, "before_cursor_execute", look)
            try:
                yield there
            finally:
                event.remove(database.engine, "before_cursor_execute", look)
    finally:
        database.close()
