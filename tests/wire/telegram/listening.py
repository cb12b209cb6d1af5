"""Somebody who accepts updates, as the intake does."""

import asyncio
import json
from collections.abc import Sequence
from typing import Self

from bot.channels.telegram import Telegram
from bot.core.channel import Raw
from bot.core.messages import Incoming

TOKEN = "4242:PretendTokenThatMustNotBeSeen"
LONGEST = 3.0
"""Seconds after which something that was waited for has failed."""


class Listener:
    """Polls from `start` to `stop`. `hold` keeps updates from being accepted."""

    def __init__(self, channel: Telegram) -> None:
        self.channel = channel
        self.accepted: list[Raw] = []
        self.asked = 0
        """How often something was to be accepted."""
        self._changed = asyncio.Condition()
        self._open = asyncio.Event()
        self._open.set()
        self._polling: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    def start(self) -> asyncio.Task[None]:
        self._polling = asyncio.get_running_loop().create_task(self.channel.listen(self._accept))
        return self._polling

    async def stop(self) -> None:
        if self._polling is not None:
            self._polling.cancel()
            await asyncio.wait([self._polling])
            self._polling = None

    def hold(self) -> None:
        self._open.clear()

    def release(self) -> None:
        self._open.set()

    async def until_asked(self, times: int) -> None:
        async with asyncio.timeout(LONGEST), self._changed:
            await self._changed.wait_for(lambda: self.asked >= times)

    async def until(self, count: int) -> Sequence[Raw]:
        """So many updates were accepted: these."""
        if self._polling is None:
            self.start()
        async with asyncio.timeout(LONGEST), self._changed:
            await self._changed.wait_for(lambda: len(self.accepted) >= count)
        return self.accepted

    async def read(self, count: int = 1) -> list[Incoming | None]:
        """The first so many updates as ours."""
        return [self.channel.read(raw.body) for raw in (await self.until(count))[:count]]

    async def last(self, count: int) -> Incoming | None:
        """The last of so many updates as ours."""
        return (await self.read(count))[-1]

    async def _accept(self, raws: Sequence[Raw]) -> None:
        async with self._changed:
            self.asked += 1
            self._changed.notify_all()
        await self._open.wait()
        async with self._changed:
            self.accepted += raws
            self._changed.notify_all()


def kind_of(raw: Raw) -> str:
    """`message`, `callback_query`, ...: what kind of update it is."""
    (kind,) = set(json.loads(raw.body)) - {"update_id"}
    return str(kind)
