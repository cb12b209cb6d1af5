"""The real channel against the pretend Telegram, over HTTP.

The cast: Hồ Thu Khuyên (officer), Lê Văn Nam (her colleague), Trần Minh (a stranger).
"""

from collections.abc import AsyncIterator

import pytest

from bot.channels.telegram import Telegram
from simulator.limits import Limits
from simulator.phone import Phone
from simulator.server import PretendTelegram
from tests.simulator.stage import Clock
from tests.wire.telegram.listening import TOKEN, Listener


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def pretend(clock: Clock) -> AsyncIterator[PretendTelegram]:
    limits = Limits(webhook_retry_seconds=0.01)
    async with PretendTelegram(token=TOKEN, now=clock.now, pace=clock.pace, limits=limits) as telegram:
        yield telegram


@pytest.fixture
async def channel(pretend: PretendTelegram) -> AsyncIterator[Telegram]:
    channel = Telegram(TOKEN, api=pretend.base_url)
    await channel.open()
    yield channel
    await channel.close()


@pytest.fixture
def quick_retries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pauses of milliseconds where there are seconds."""
    monkeypatch.setattr("bot.channels.telegram.LONGEST_PAUSE", 0.01)


@pytest.fixture
async def listener(channel: Telegram) -> AsyncIterator[Listener]:
    async with Listener(channel) as listener:
        yield listener


@pytest.fixture
def officer(pretend: PretendTelegram) -> Phone:
    return pretend.phone("Hồ Thu Khuyên")


@pytest.fixture
def colleague(pretend: PretendTelegram) -> Phone:
    return pretend.phone("Lê Văn Nam")


@pytest.fixture
def stranger(pretend: PretendTelegram) -> Phone:
    return pretend.phone("Trần Minh")
