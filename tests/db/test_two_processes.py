"""Two processes on one database: a command line beside the bot, or two bots, of which one is too many."""

import contextlib
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from bot.db.locks import AnotherProcess, SingleProcess
from bot.db.session import Database
from tests.db.writers import rung

ROOT = Path(__file__).resolve().parents[2]


class Process:
    """Another Python process, which says one word when it is ready."""

    def __init__(self, module: str, *arguments: str) -> None:
        self._popen = subprocess.Popen(
            [sys.executable, "-m", f"tests.db.{module}", *arguments],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    @property
    def _stdin(self) -> IO[str]:
        assert self._popen.stdin is not None
        return self._popen.stdin

    def word(self) -> str:
        assert self._popen.stdout is not None
        return self._popen.stdout.readline().strip()

    def go(self) -> None:
        self._stdin.write("go\n")
        self._stdin.flush()

    def wait(self) -> int:
        return self._popen.wait(30)

    def kill(self) -> None:
        """As the kernel does: without a goodbye."""
        self._popen.kill()
        self._popen.wait(10)

    def close(self) -> None:
        self._popen.kill()
        self._popen.communicate()


@contextlib.contextmanager
def process(module: str, *arguments: str) -> Iterator[Process]:
    started = Process(module, *arguments)
    try:
        yield started
    finally:
        started.close()


def claim_soon(single: SingleProcess, *, seconds: float = 5.0) -> None:
    """PostgreSQL needs a moment to see that whoever held the lock is gone, and tells nobody when it does."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            return single.claim()
        except AnotherProcess:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def test_writers_of_two_processes_wait_for_each_other(database: Database, house_url: str) -> None:
    with (
        process("hasty_writer", house_url, "a", "100") as a,
        process("hasty_writer", house_url, "b", "100") as b,
    ):
        assert (a.word(), b.word()) == ("ready", "ready")
        a.go()
        b.go()

        assert (a.wait(), b.wait()) == (0, 0)

    assert rung(database) == sorted(f"{name}{number}" for name in "ab" for number in range(100))


def test_second_bot_is_refused_while_the_first_runs(database: Database, house_url: str) -> None:
    with process("lock_holder", house_url) as first:
        assert first.word() == "held"

        with pytest.raises(AnotherProcess):
            SingleProcess(database).claim()

        with process("lock_holder", house_url) as second:
            assert second.word() == "refused"


def test_bot_that_was_killed_holds_nothing(database: Database, house_url: str) -> None:
    with process("lock_holder", house_url) as first:
        assert first.word() == "held"
        first.kill()

    single = SingleProcess(database)
    claim_soon(single)
    single.release()


def test_bot_that_ended_in_order_holds_nothing(database: Database, house_url: str) -> None:
    single = SingleProcess(database)
    single.claim()
    single.release()

    with process("lock_holder", house_url) as next_one:
        assert next_one.word() == "held"


def test_bot_that_closed_its_database_first_holds_nothing(house_url: str) -> None:
    """The order in which the bot ends: the database is closed, then the lock released."""
    database = Database(house_url)
    single = SingleProcess(database)
    single.claim()
    database.close()
    single.release()

    with process("lock_holder", house_url) as next_one:
        assert next_one.word() == "held"
