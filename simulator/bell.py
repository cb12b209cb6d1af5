"""A bell: those who wait hear the next ring."""

import asyncio
from collections.abc import Callable


class Bell:
    """Like `asyncio.Condition`, but rung from plain code and free of cost while nobody waits."""

    __slots__ = ("_waiting",)

    def __init__(self) -> None:
        self._waiting: list[asyncio.Future[None]] = []

    def ring(self) -> None:
        if not self._waiting:
            return
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def wait(self) -> None:
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        try:
            await future
        finally:
            if future in self._waiting:
                self._waiting.remove(future)

    async def until(self, ready: Callable[[], bool], *, seconds: float) -> bool:
        """Whether `ready()` became true within so many seconds; asked again after each ring."""
        if ready():
            return True
        try:
            async with asyncio.timeout(seconds):
                while not ready():
                    await self.wait()
        except TimeoutError:
            return ready()
        return True
