"""Long polling: nothing is confirmed before it was accepted, and bad days pass."""

import asyncio
import json

import pytest
from aiohttp import ClientSession, web

from bot.channels.telegram import WANTED, Telegram
from bot.core.channel import ChannelRefused, DeliveryError
from simulator.parameters import Params
from simulator.phone import Phone
from simulator.server import PretendTelegram
from tests.wire.telegram.listening import TOKEN, Listener, kind_of


def keys(listener: Listener) -> list[str]:
    return [raw.key for raw in listener.accepted]


async def test_update_is_not_confirmed_before_it_was_accepted(
    pretend: PretendTelegram, officer: Phone, listener: Listener
) -> None:
    listener.hold()
    listener.start()
    await officer.send("việc")
    await listener.until_asked(1)
    assert pretend.waiting_updates == 1

    listener.release()
    await listener.until(1)
    await officer.send("nữa")  # brings the next poll, which confirms the first
    await listener.until(2)

    assert (keys(listener), pretend.waiting_updates) == (["1", "2"], 1)


async def test_update_that_was_not_accepted_comes_again_after_a_restart(
    officer: Phone, listener: Listener, channel: Telegram
) -> None:
    listener.hold()
    listener.start()
    await officer.send("việc")
    await listener.until_asked(1)
    await listener.stop()

    async with Listener(channel) as after:
        (raw,) = await after.until(1)

    assert (raw.key, json.loads(raw.body)["message"]["text"]) == ("1", "việc")


async def test_update_that_telegram_repeats_keeps_its_key(
    pretend: PretendTelegram, officer: Phone, listener: Listener
) -> None:
    """The inbox knows it by its key."""
    confirmed = asyncio.Event()

    def look(method: str, params: Params, phase: str) -> None:
        if (method, params.get("offset"), phase) == ("getUpdates", 2, "before"):
            confirmed.set()

    pretend.on_call(look)
    await officer.send("gửi")
    await listener.until(1)
    await asyncio.wait_for(confirmed.wait(), 5)

    officer.resend_last_update()
    first, second = await listener.until(2)

    assert first == second


async def test_every_kind_that_we_want_is_asked_for(
    pretend: PretendTelegram, officer: Phone, listener: Listener
) -> None:
    await officer.edit(await officer.start(), "sửa")
    await officer.block()

    told = await listener.until(3)

    assert [kind_of(raw) for raw in told] == ["message", "edited_message", "my_chat_member"]
    async with ClientSession() as session:
        answer = await session.get(f"{pretend.base_url}/bot{TOKEN}/getWebhookInfo")
        info = (await answer.json())["result"]
    assert info["allowed_updates"] == sorted(WANTED)


async def test_poison_does_not_stop_the_others(
    pretend: PretendTelegram, officer: Phone, colleague: Phone, listener: Listener
) -> None:
    await officer.send("trước")
    pretend.poison(officer)
    await colleague.send("sau")

    await listener.until(3)
    await officer.send("nữa")

    assert [(raw.key, raw.chat) for raw in await listener.until(4)] == [
        ("1", "1001"),
        ("2", "1001"),
        ("3", "1002"),
        ("4", "1001"),
    ]


async def test_webhook_of_an_earlier_day_is_taken_away(
    pretend: PretendTelegram, officer: Phone, listener: Listener, channel: Telegram
) -> None:
    await channel.call_back("http://127.0.0.1:9/telegram", secret="s" * 64)
    assert pretend.webhook_url == "http://127.0.0.1:9/telegram"

    await officer.send("việc")

    assert [raw.key for raw in await listener.until(1)] == ["1"]
    assert pretend.webhook_url == ""


@pytest.mark.usefixtures("quick_retries")
@pytest.mark.parametrize(
    "fault",
    [
        {"status": 500, "description": "Internal Server Error"},
        {"status": 502, "description": "Bad Gateway"},
        {"status": 401, "description": "Unauthorized"},
        {"status": 409, "description": "Conflict: terminated by other getUpdates request"},
        {"retry_after": 1},
        {"drop": "before"},
        {"drop": "after"},
    ],
    ids=["500", "502", "401", "409", "429", "broken before", "broken after"],
)
@pytest.mark.filterwarnings("ignore:.*retry_after:telegram.warnings.PTBDeprecationWarning")
async def test_polls_that_fail_are_repeated(
    pretend: PretendTelegram, officer: Phone, listener: Listener, fault: dict[str, object]
) -> None:
    pretend.faults.add("getUpdates", times=3, **fault)  # type: ignore[arg-type]  # as its parameters say
    await officer.send("việc")

    (raw,) = await listener.until(1)

    assert raw.key == "1"
    assert len(pretend.faults) == 0


@pytest.mark.usefixtures("quick_retries")
async def test_another_bot_that_polls_does_not_stop_us(
    pretend: PretendTelegram, officer: Phone, listener: Listener
) -> None:
    listener.start()
    async with ClientSession() as session:
        for _ in range(3):
            await session.get(f"{pretend.base_url}/bot{TOKEN}/getUpdates?timeout=0&offset=-1")
        await officer.send("việc")

        assert [raw.key for raw in await listener.until(1)] == ["1"]


@pytest.mark.usefixtures("quick_retries")
async def test_webhook_that_somebody_sets_meanwhile_does_not_silence_us(
    officer: Phone, listener: Listener, channel: Telegram
) -> None:
    listener.start()
    await officer.send("trước")
    await listener.until(1)

    await channel.call_back("http://127.0.0.1:9/telegram", secret="s" * 64)
    await officer.send("sau")

    assert [raw.key for raw in await listener.until(2)] == ["1", "2"]


class NoTelegram:
    """Something that answers the first poll with nonsense: a proxy's own page, say. Later ones it lets through."""

    def __init__(self, nonsense: bytes) -> None:
        self._polls = [
            nonsense,
            b'{"ok": true, "result": [{"update_id": 9, "message": {"chat": {"id": 5}}}]}',
        ]

    async def answer(self, request: web.Request) -> web.Response:
        if request.path.endswith("/getMe"):
            me = {"id": 4242, "is_bot": True, "first_name": "Nhắc Việc", "username": "nhacviec_bot"}
            return web.json_response({"ok": True, "result": me})
        if request.path.endswith("/getUpdates"):
            return web.Response(body=self._polls.pop(0) if self._polls else b'{"ok": true, "result": []}')
        return web.json_response({"ok": True, "result": True})


@pytest.mark.usefixtures("quick_retries")
@pytest.mark.parametrize(
    "nonsense",
    [
        b"<html>",
        b'{"ok": true, "result": {"update_id": 1}}',
        b'{"status": "fine"}',
        b"[]",
        b'{"ok": true, "result": ["x"]}',
        b'{"ok": true, "result": [{}]}',
    ],
)
async def test_answer_that_makes_no_sense_is_survived(nonsense: bytes) -> None:
    application = web.Application()
    application.router.add_route("*", "/{rest:.*}", NoTelegram(nonsense).answer)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    channel = Telegram(TOKEN, api=f"http://127.0.0.1:{runner.addresses[0][1]}")
    await channel.open()

    async with Listener(channel) as listener:
        polling = listener.start()
        accepted = asyncio.ensure_future(listener.until(1))
        await asyncio.wait([polling, accepted], return_when=asyncio.FIRST_COMPLETED)
        keys_accepted = keys(listener)
        accepted.cancel()
    await channel.close()
    await runner.cleanup()

    assert keys_accepted == ["9"]


@pytest.mark.parametrize("token", ["4242:Wrong", "no token at all"])
async def test_wrong_token_is_refused_at_the_start(pretend: PretendTelegram, token: str) -> None:
    channel = Telegram(token, api=pretend.base_url)

    with pytest.raises(ChannelRefused):
        await channel.open()

    await channel.close()


async def test_start_without_a_network_can_be_repeated(pretend: PretendTelegram) -> None:
    channel = Telegram(TOKEN, api=pretend.base_url)
    pretend.faults.add("getMe", drop="before", times=2)

    for _ in range(2):
        with pytest.raises(DeliveryError) as failure:
            await channel.open()
        assert failure.value.permanent is False

    assert await channel.open() == "nhacviec_bot"
    await channel.close()


async def test_start_where_nobody_listens_can_be_given_up(unused_tcp_port: int) -> None:
    channel = Telegram(TOKEN, api=f"http://127.0.0.1:{unused_tcp_port}")

    with pytest.raises(DeliveryError):
        await channel.open()

    await channel.close()  # nothing may stay open: the test fails on what is left behind
