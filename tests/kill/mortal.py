"""A bot that is killed and comes back, and the books on what was in flight when it died."""

import asyncio
import contextlib
import json
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from bot.core.messages import Reply
from bot.db.session import Connection, Database
from bot.db.tables import outbox
from simulator.server import PretendTelegram

Said = tuple[str, str]
"""(chat, text): what one message is known by."""


class Mortal:
    """`in_flight` counts for each message how often the bot died between claiming and settling it."""

    def __init__(self, telegram: PretendTelegram, database: Path, *, now: datetime) -> None:
        self._environment = {
            "NHACVIEC_TELEGRAM_TOKEN": telegram.token,
            "NHACVIEC_TELEGRAM_API": telegram.base_url,
            "NHACVIEC_DATABASE_URL": f"sqlite:///{database}",
        }
        self._telegram = telegram
        self.path = self._database = database
        self._now = now
        self._zygote = subprocess.Popen(
            [sys.executable, "-m", "tests.kill.zygote"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._pid = 0
        self.deaths = 0
        self.in_flight: Counter[Said] = Counter()

    def start(self) -> None:
        assert self._zygote.stdin is not None
        assert self._zygote.stdout is not None
        order = {"now": self._now.isoformat(), **self._environment}
        print(json.dumps(order), file=self._zygote.stdin, flush=True)
        self._pid = int(self._zygote.stdout.readline())

    def kill(self) -> None:
        """`kill -9`, and wait until nothing is left of it."""
        if not self._pid:
            return
        os.kill(self._pid, signal.SIGKILL)
        while _is_alive(self._pid):
            os.sched_yield()
        self._pid = 0
        self.deaths += 1
        self.in_flight.update(self._claimed())

    def kill_and_restart(self) -> None:
        self.kill()
        self.start()

    def close(self) -> None:
        if self._pid:
            os.kill(self._pid, signal.SIGKILL)
        self._zygote.kill()
        self._zygote.wait()
        for pipe in (self._zygote.stdin, self._zygote.stdout):
            if pipe is not None:
                pipe.close()

    def at(self, now: datetime) -> None:
        """The next start finds this time."""
        self._now = now

    # the books

    def look(self) -> "contextlib.AbstractContextManager[Connection]":
        """The database as it stands. A killed bot's lock on it is gone with it."""
        return _connected(self._database)

    def _claimed(self) -> list[Said]:
        with self.look() as connection:
            rows = connection.execute(
                select(outbox.c.chat, outbox.c.body).where(outbox.c.state == "sending")
            ).all()
        return [(row.chat, _text(row.body)) for row in rows]

    def owed(self) -> Counter[Said]:
        """Every message that was ever owed and not dropped."""
        with self.look() as connection:
            rows = connection.execute(
                select(outbox.c.chat, outbox.c.body).where(outbox.c.state != "dropped")
            ).all()
        return Counter((row.chat, _text(row.body)) for row in rows)

    def delivered(self) -> Counter[Said]:
        """What the pretend Telegram showed to people, each showing counted."""
        return Counter((str(entry.chat), _key(entry.text)) for entry in self._telegram.log if entry.from_bot)


async def settled(mortal: Mortal, *, seconds: float = 20.0) -> None:
    """Wait until nothing waits in inbox or outbox."""
    for _ in range(int(seconds / 0.05)):
        with mortal.look() as connection:
            waiting = connection.exec_driver_sql(
                "SELECT (SELECT count(*) FROM outbox WHERE state IN ('new', 'sending'))"
                " + (SELECT count(*) FROM inbox WHERE state = 'new')"
            ).scalar_one()
        if not waiting:
            return
        await asyncio.sleep(0.05)
    raise TimeoutError("something waits in the inbox or outbox for ever")


@contextlib.contextmanager
def _connected(path: Path) -> Iterator[Connection]:
    database = Database(f"sqlite:///{path}")
    try:
        with database.engine.connect() as connection:
            yield connection
    finally:
        database.close()


def _text(body: dict[str, object]) -> str:
    """A reminder's words are made when it is sent: it is known as the reminder of its chat."""
    return "reminder" if "items" in body else _key(Reply.from_json(body).text)


def _key(text: str) -> str:
    return "reminder" if text.startswith("Kính gửi đồng chí") else text


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
