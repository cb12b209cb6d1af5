"""Webhooks: Telegram brings updates to our web server, with the secret that it and we share."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.channels.telegram import Telegram
from bot.web import WebServer
from simulator.phone import Phone
from simulator.server import PretendTelegram
from tests.wire.post import Post

SECRET = "b1m4t" * 12


@pytest.fixture
async def post() -> Post:
    return Post()


@pytest.fixture
async def hook(post: Post, channel: Telegram, unused_tcp_port: int) -> AsyncIterator[str]:
    """The address that Telegram is to call."""
    web = WebServer(
        ("127.0.0.1", unused_tcp_port),
        health=post.tell_health,
        accept=post.accept,
        hooks={channel.name: (channel, SECRET)},
    )
    await web.start()
    yield f"http://127.0.0.1:{unused_tcp_port}/telegram"
    await web.stop()


async def until(pretend: PretendTelegram, waiting: int) -> dict[str, Any]:
    """What Telegram says of the webhook once so many updates wait there."""
    async with asyncio.timeout(5), ClientSession(pretend.base_url) as session:
        while True:
            async with session.get(f"/bot{pretend.token}/getWebhookInfo") as response:
                info: dict[str, Any] = (await response.json())["result"]
            if info["pending_update_count"] == waiting:
                return info


async def test_telegram_brings_updates_to_the_webhook(
    pretend: PretendTelegram, officer: Phone, channel: Telegram, hook: str, post: Post
) -> None:
    await channel.call_back(hook, secret=SECRET)

    for text in ("một", "hai", "ba"):
        await officer.send(text)
    await until(pretend, 0)

    read = [channel.read(raw.body) for _, raw in post.accepted]
    assert [one.text for one in read if one is not None] == ["một", "hai", "ba"]


async def test_update_that_telegram_brings_twice_keeps_its_key(
    pretend: PretendTelegram, officer: Phone, channel: Telegram, hook: str, post: Post
) -> None:
    await channel.call_back(hook, secret=SECRET)
    await officer.send("gửi")
    await until(pretend, 0)
    post.asked.clear()

    officer.resend_last_update()
    await asyncio.wait_for(post.asked.wait(), 5)
    await until(pretend, 0)

    assert post.keys == ["1", "1"]


async def test_telegram_keeps_what_we_could_not_accept(
    pretend: PretendTelegram, officer: Phone, channel: Telegram, hook: str, post: Post
) -> None:
    await channel.call_back(hook, secret="another")
    await officer.send("việc")
    while "last_error_message" not in (info := await until(pretend, 1)):
        pass
    assert info["last_error_message"] == "Wrong response from the webhook: 403 Forbidden"
    assert post.accepted == []

    await channel.call_back(hook, secret=SECRET)
    await until(pretend, 0)

    assert post.keys == ["1"]


async def test_poison_passes_through_the_webhook_like_any_other(
    pretend: PretendTelegram, officer: Phone, channel: Telegram, hook: str, post: Post
) -> None:
    await channel.call_back(hook, secret=SECRET)

    pretend.poison(officer)
    await officer.send("việc")
    await until(pretend, 0)

    assert [(raw.key, raw.chat) for _, raw in post.accepted] == [("1", "1001"), ("2", "1001")]
