"""Writers that are held back, so that a test decides what waits together."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from datetime import datetime

from sqlalchemy import event

from bot.db import bells
from bot.db.session import POSTGRESQL_WRITERS, Connection, Database

LONGEST = 10.0
"""Seconds after which something that was waited for has failed."""


class Gate:
    """A work that does not end before it is opened."""

    def __init__(self) -> None:
        self._begun = threading.Event()
        self._opened = threading.Event()

    def work(self, _connection: Connection) -> None:
        self._begun.set()
        assert self._opened.wait(LONGEST), "nobody opened the gate"

    def wait(self) -> None:
        """Until the work has begun."""
        assert self._begun.wait(LONGEST), "no writer took the work"

    def open(self) -> None:
        self._opened.set()


@contextlib.contextmanager
def held_writers(database: Database) -> Iterator[Gate]:
    """Every writer is busy. What is written meanwhile waits, and opening the gate lets one writer take all of it."""
    gates = []
    for _ in range(1 if database.is_sqlite else POSTGRESQL_WRITERS):
        gate = Gate()
        database.write(gate.work)
        gate.wait()
        gates.append(gate)
    try:
        yield gates[0]
    finally:
        for gate in gates:
            gate.open()


def count_commits(database: Database) -> Callable[[], int]:
    """How many commits were made since."""
    commits: list[Connection] = []
    event.listen(database.engine, "commit", commits.append)
    return lambda: len(commits)


def ring(name: str, *, now: datetime) -> Callable[[Connection], str]:
    """A work that leaves a row behind and returns its name."""

    def work(connection: Connection) -> str:
        bells.note_ring(connection, name, now=now)
        return name

    return work


def rung(database: Database) -> list[str]:
    """The rows that such works left, as somebody else sees them."""
    return sorted(database.transaction(lambda connection: list(bells.last_rings(connection)), keep=False))
