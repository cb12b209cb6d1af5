"""The intake as the web server sees it."""

import asyncio
from collections.abc import Sequence

from bot.core.channel import Raw


class Post:
    """The intake's side: accepts updates, when it is let."""

    def __init__(self) -> None:
        self.accepted: list[tuple[str, Raw]] = []
        self.health: dict[str, object] = {"ok": True, "bells": {}}
        self.open = asyncio.Event()
        self.open.set()
        self.asked = asyncio.Event()

    async def accept(self, channel: str, raws: Sequence[Raw]) -> None:
        self.asked.set()
        await self.open.wait()
        self.accepted += [(channel, raw) for raw in raws]

    async def tell_health(self) -> dict[str, object]:
        return self.health

    @property
    def keys(self) -> list[str]:
        return [raw.key for _, raw in self.accepted]
