"""The stage: a pretend Telegram, python-telegram-bot's own `Bot` against it, a clock that stands still.

The cast: Hồ Thu Khuyên (officer), Lê Văn Nam (her colleague), Trần Minh (a stranger).
"""

from collections import Counter
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from telegram import Bot, Update
from telegram.request import HTTPXRequest

from simulator.bell import Bell
from simulator.parameters import Params
from simulator.phone import Phone
from simulator.server import PretendTelegram
from tests.simulator.stage import TOKEN, Arrived, Call, Clock, News


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def pretend(clock: Clock) -> AsyncIterator[PretendTelegram]:
    async with PretendTelegram(token=TOKEN, now=clock.now, pace=clock.pace) as telegram:
        yield telegram


@pytest.fixture
async def bot(pretend: PretendTelegram) -> AsyncIterator[Bot]:
    """python-telegram-bot as it is: every answer that it gets through it has parsed."""
    quick = {"verify": False}  # no certificates are read for plain http; saves half of the time
    async with Bot(
        TOKEN,
        base_url=f"{pretend.base_url}/bot",
        base_file_url=f"{pretend.base_url}/file/bot",
        request=HTTPXRequest(httpx_kwargs=quick),
        get_updates_request=HTTPXRequest(httpx_kwargs=quick),
    ) as bot:
        yield bot


@pytest.fixture
def officer(pretend: PretendTelegram) -> Phone:
    return pretend.phone("Hồ Thu Khuyên")


@pytest.fixture
def colleague(pretend: PretendTelegram) -> Phone:
    return pretend.phone("Lê Văn Nam")


@pytest.fixture
def stranger(pretend: PretendTelegram) -> Phone:
    return pretend.phone("Trần Minh")


@pytest.fixture
async def session(pretend: PretendTelegram) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(pretend.base_url) as session:
        yield session


@pytest.fixture
def call(session: aiohttp.ClientSession) -> Call:
    """A call of the Bot API as plain JSON, and its whole answer."""

    async def call(method: str, **params: Any) -> dict[str, Any]:
        async with session.post(f"/bot{TOKEN}/{method}", json=params) as response:
            answer: dict[str, Any] = await response.json()
            return answer

    return call


@pytest.fixture
def news(bot: Bot) -> News:
    """All that waits for the bot, parsed by python-telegram-bot and confirmed."""

    async def news() -> list[Update]:
        updates = await bot.get_updates(timeout=0)
        if updates:
            await bot.get_updates(offset=updates[-1].update_id + 1, timeout=0)
        return list(updates)

    return news


@pytest.fixture
def arrived(pretend: PretendTelegram) -> Arrived:
    """Wait until so many calls of a method (counted from here) have reached the pretend Telegram."""
    calls: Counter[str] = Counter()
    bell = Bell()

    def count(method: str, params: Params, phase: str) -> None:
        if phase == "before":
            calls[method] += 1
            bell.ring()

    async def arrived(method: str, times: int = 1) -> None:
        assert await bell.until(lambda: calls[method] >= times, seconds=5)

    pretend.on_call(count)
    return arrived
