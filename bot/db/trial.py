"""What would happen: done, looked at, and undone."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection

T = TypeVar("T")


def tried(connection: Connection, work: Callable[[], T]) -> T:
    """What `work` returns; what it wrote is undone, and the transaction goes on."""
    with connection.begin_nested() as attempt:
        result = work()
        attempt.rollback()
    return result
