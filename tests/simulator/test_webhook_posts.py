"""setWebhook: where updates are posted, with which secret, and again when they are not accepted."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from telegram import Bot, Update
from telegram.error import Conflict

from simulator.limits import Limits
from simulator.phone import Phone
from simulator.server import PretendTelegram
from tests.simulator.stage import Arrived, Call

SECRET = "bi-mat_2026"


class Receiver:
    """A bot's web server: answers with the statuses it was told, 200 when none is left."""

    def __init__(self) -> None:
        self.statuses: list[int] = []
        self.headers: dict[str, str] = {}
        self.got: list[tuple[str | None, dict[str, Any]]] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.at_once = 0
        self.most_at_once = 0
        self.url = ""
        self._arrived = asyncio.Condition()

    async def take(self, request: web.Request) -> web.Response:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        self.got.append((request.headers.get("X-Telegram-Bot-Api-Secret-Token"), await request.json()))
        async with self._arrived:
            self._arrived.notify_all()
        await self.gate.wait()
        self.at_once -= 1
        status = self.statuses.pop(0) if self.statuses else 200
        return web.Response(status=status, headers=self.headers if status != 200 else {})

    async def until(self, count: int) -> None:
        async with asyncio.timeout(5), self._arrived:
            await self._arrived.wait_for(lambda: len(self.got) >= count)

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for _, update in self.got]


@pytest.fixture
async def receiver() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield receiver
    receiver.gate.set()
    await runner.cleanup()


@pytest.fixture
async def pretend() -> AsyncIterator[PretendTelegram]:
    """As everywhere, but its retries take milliseconds."""
    async with PretendTelegram(limits=Limits(webhook_retry_seconds=0.01)) as telegram:
        yield telegram


async def test_updates_are_posted_with_the_secret(officer: Phone, bot: Bot, receiver: Receiver) -> None:
    assert await bot.set_webhook(receiver.url, secret_token=SECRET)

    await officer.send("chào")

    await receiver.until(1)
    secret, told = receiver.got[0]
    update = Update.de_json(told, bot)
    assert secret == SECRET
    assert update.update_id == 1
    assert update.message is not None
    assert update.message.text == "chào"


async def test_what_waited_is_posted_when_the_webhook_is_set(
    officer: Phone, bot: Bot, receiver: Receiver
) -> None:
    await officer.send("đã chờ")

    await bot.set_webhook(receiver.url)

    await receiver.until(1)
    assert receiver.texts == ["đã chờ"]


async def test_refused_update_is_posted_again_in_order(officer: Phone, bot: Bot, receiver: Receiver) -> None:
    receiver.statuses = [500, 502, 404]
    await bot.set_webhook(receiver.url)

    await officer.send("một")
    await officer.send("hai")

    await receiver.until(5)
    assert receiver.texts == ["một", "một", "một", "một", "hai"]
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 404 Not Found"


async def test_retry_after_is_honoured(officer: Phone, bot: Bot, receiver: Receiver) -> None:
    receiver.statuses = [503]
    receiver.headers = {"Retry-After": "1"}
    await bot.set_webhook(receiver.url)
    started = asyncio.get_running_loop().time()

    await officer.send("một")

    await receiver.until(2)
    assert asyncio.get_running_loop().time() - started >= 1


async def test_refused_connection_is_retried_until_somebody_listens(
    pretend: PretendTelegram, officer: Phone, bot: Bot
) -> None:
    receiver = Receiver()
    app = web.Application()
    app.router.add_post("/hook", receiver.take)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    await site.stop()
    await bot.set_webhook(f"http://127.0.0.1:{port}/hook")
    await officer.send("có ai không")
    await _until_webhook_fails(bot)

    await web.TCPSite(runner, "127.0.0.1", port).start()

    await receiver.until(1)
    assert receiver.texts == ["có ai không"]
    await runner.cleanup()


async def test_chats_do_not_wait_for_each_other(
    officer: Phone, colleague: Phone, bot: Bot, receiver: Receiver
) -> None:
    receiver.gate.clear()
    await bot.set_webhook(receiver.url)

    await officer.send("một")
    await officer.send("hai")
    await colleague.send("ba")

    await receiver.until(2)
    assert sorted(receiver.texts) == ["ba", "một"]
    receiver.gate.set()
    await receiver.until(3)
    assert receiver.texts[2] == "hai"


async def test_max_connections_bounds_what_is_posted_at_once(
    pretend: PretendTelegram, bot: Bot, receiver: Receiver
) -> None:
    receiver.gate.clear()
    await bot.set_webhook(receiver.url, max_connections=2)
    for n in range(6):
        await pretend.phone(f"Cán bộ {n}").send("báo cáo")

    await receiver.until(2)
    receiver.gate.set()
    await receiver.until(6)

    assert receiver.most_at_once == 2


async def test_webhook_and_long_poll_exclude_each_other(
    bot: Bot, receiver: Receiver, arrived: Arrived
) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await arrived("getUpdates")

    await bot.set_webhook(receiver.url)

    with pytest.raises(Conflict) as ended:
        await poll
    assert ended.value.message == "Conflict: terminated by setWebhook request"
    with pytest.raises(Conflict) as refused:
        await bot.get_updates(timeout=0)
    assert refused.value.message == (
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first"
    )


async def test_deleted_webhook_gives_the_queue_back(officer: Phone, bot: Bot, receiver: Receiver) -> None:
    receiver.gate.clear()
    await bot.set_webhook(receiver.url)
    await officer.send("một")
    await officer.send("hai")
    await receiver.until(1)

    await bot.delete_webhook()

    updates = await bot.get_updates(timeout=0)
    assert [u.message.text for u in updates if u.message] == ["một", "hai"]


async def test_pending_updates_are_dropped_on_request(officer: Phone, bot: Bot, receiver: Receiver) -> None:
    await officer.send("bỏ đi")
    await bot.delete_webhook(drop_pending_updates=True)
    assert list(await bot.get_updates(timeout=0)) == []

    await officer.send("cũng bỏ")
    await bot.set_webhook(receiver.url, drop_pending_updates=True)
    await officer.send("giữ lại")
    await receiver.until(1)
    assert receiver.texts == ["giữ lại"]


async def test_webhook_info_tells_what_was_set(
    pretend: PretendTelegram, officer: Phone, bot: Bot, receiver: Receiver
) -> None:
    assert (await bot.get_webhook_info()).url == ""

    await bot.set_webhook(receiver.url, max_connections=7, allowed_updates=["message", "callback_query"])

    info = await bot.get_webhook_info()
    assert (info.url, info.max_connections, info.allowed_updates, info.pending_update_count) == (
        receiver.url,
        7,
        ("callback_query", "message"),
        0,
    )
    assert pretend.webhook_url == receiver.url
    await bot.delete_webhook()
    assert pretend.webhook_url == ""


async def test_telegram_says_what_became_of_the_webhook(call: Call, receiver: Receiver) -> None:
    said = [
        (await call("deleteWebhook"))["description"],
        (await call("setWebhook", url=receiver.url))["description"],
        (await call("setWebhook", url=receiver.url))["description"],
        (await call("setWebhook", url=""))["description"],
    ]

    assert said == [
        "Webhook is already deleted",
        "Webhook was set",
        "Webhook is already set",
        "Webhook was deleted",
    ]


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"url": "ftp://127.0.0.1/hook"}, "invalid webhook URL specified"),
        ({"url": "http://[::1/hook"}, "invalid webhook URL specified"),
        (
            {"url": "https://example.org/hook"},
            "bad webhook: this pretend Telegram reaches loopback addresses only",
        ),
        ({"url": "http://127.0.0.1/hook", "secret_token": "x" * 257}, "secret token is too long"),
        (
            {"url": "http://127.0.0.1/hook", "secret_token": "có dấu"},
            "secret token contains unallowed characters",
        ),
    ],
)
async def test_bad_webhook_is_refused(call: Call, params: dict[str, str], words: str) -> None:
    answer = await call("setWebhook", **params)

    assert (answer["error_code"], answer["description"]) == (400, f"Bad Request: {words}")


async def _until_webhook_fails(bot: Bot) -> None:
    async with asyncio.timeout(5):
        while (await bot.get_webhook_info()).last_error_message != "Connection refused":
            await asyncio.sleep(0.01)
