"""Faults on order, and hooks that see each call."""

import asyncio
import time
from typing import Literal

import aiohttp
import pytest
from telegram import Bot
from telegram.error import NetworkError, RetryAfter, TimedOut

from simulator.parameters import Params
from simulator.phone import Phone
from simulator.server import PretendTelegram
from tests.simulator.stage import TOKEN, Arrived, Call


@pytest.mark.parametrize(
    ("status", "description"),
    [(500, "Internal Server Error"), (502, "Bad Gateway"), (504, "Gateway Timeout")],
)
async def test_call_fails_as_often_as_ordered(
    pretend: PretendTelegram, officer: Phone, call: Call, status: int, description: str
) -> None:
    await officer.start()
    pretend.faults.add("sendMessage", times=2, status=status)

    answers = [await call("sendMessage", chat_id=officer.id, text=str(n)) for n in range(3)]

    assert [answer.get("description") for answer in answers] == [description, description, None]
    assert officer.texts == ["2"]
    assert len(pretend.faults) == 0


async def test_flood_on_order(
    pretend: PretendTelegram, officer: Phone, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    await officer.start()
    pretend.faults.add("sendMessage", retry_after=7)

    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(officer.id, "x")

    assert str(refused.value) == "Flood control exceeded. Retry in 0:00:07"
    assert pretend.bot_calls.floods == 1
    assert officer.texts == []


async def test_broken_connection_before_the_call_loses_it(
    pretend: PretendTelegram, officer: Phone, bot: Bot
) -> None:
    await officer.start()
    pretend.faults.add("sendMessage", drop="before")

    with pytest.raises(NetworkError):
        await bot.send_message(officer.id, "x")

    assert officer.texts == []
    await bot.send_message(officer.id, "y")
    assert officer.texts == ["y"]


async def test_broken_connection_after_the_call_loses_the_answer_only(
    pretend: PretendTelegram, officer: Phone, bot: Bot
) -> None:
    await officer.start()
    pretend.faults.add("sendMessage", drop="after")

    with pytest.raises(NetworkError):
        await bot.send_message(officer.id, "x")

    assert officer.texts == ["x"]


async def test_late_answer_comes_after_the_message(
    pretend: PretendTelegram, officer: Phone, bot: Bot
) -> None:
    await officer.start()
    pretend.faults.add("sendMessage", delay=30)

    with pytest.raises(TimedOut):
        await bot.send_message(officer.id, "x", read_timeout=0.2)

    assert officer.texts == ["x"]


async def test_updates_survive_a_poll_whose_answer_was_lost(
    pretend: PretendTelegram, officer: Phone, bot: Bot, call: Call
) -> None:
    await officer.send("một")
    pretend.faults.add("getUpdates", drop="after")

    with pytest.raises(NetworkError):
        await bot.get_updates(timeout=0)

    assert [update["update_id"] for update in (await call("getUpdates"))["result"]] == [1]


async def test_fault_can_be_for_one_chat(
    pretend: PretendTelegram, officer: Phone, colleague: Phone, call: Call
) -> None:
    await officer.start()
    await colleague.start()
    pretend.faults.add("sendMessage", status=500, chat=colleague.id)

    answers = [await call("sendMessage", chat_id=chat, text="x") for chat in (officer.id, colleague.id)]

    assert [answer["ok"] for answer in answers] == [True, False]


async def test_fault_can_be_for_any_method(pretend: PretendTelegram, officer: Phone, call: Call) -> None:
    await officer.start()
    pretend.faults.add("*", times=2, status=502)

    answers = [await call("getMe"), await call("getUpdates"), await call("getMe")]

    assert [answer["ok"] for answer in answers] == [False, False, True]


async def test_faults_can_be_taken_back(pretend: PretendTelegram, call: Call) -> None:
    pretend.faults.add("getMe", times=5, status=500)

    pretend.faults.clear()

    assert (await call("getMe"))["ok"] is True


async def test_hook_sees_each_call_before_and_after(
    pretend: PretendTelegram, officer: Phone, call: Call
) -> None:
    seen: list[tuple[str, str | None, str, int]] = []

    def look(method: str, params: Params, phase: str) -> None:
        seen.append((method, params.get("text"), phase, len(officer.texts)))

    await officer.start()
    forget = pretend.on_call(look)
    await call("SENDmessage", chat_id=officer.id, text="một")
    await call("sendMessage", chat_id=officer.id, text="")
    forget()
    await call("getMe")

    assert seen == [
        ("sendMessage", "một", "before", 0),
        ("sendMessage", "một", "after", 1),
        ("sendMessage", "", "before", 1),
        ("sendMessage", "", "after", 1),
    ]


@pytest.mark.parametrize(("when", "delivered"), [("before", []), ("after", ["x"])])
async def test_hook_may_hold_a_call_at_an_exact_point(
    pretend: PretendTelegram,
    officer: Phone,
    call: Call,
    when: Literal["before", "after"],
    delivered: list[str],
) -> None:
    """So a test can kill the bot while its message is certainly not, or certainly, delivered."""
    reached, go_on = asyncio.Event(), asyncio.Event()

    async def hold(method: str, params: Params, phase: str) -> None:
        if method == "sendMessage" and phase == when:
            reached.set()
            await go_on.wait()

    await officer.start()
    pretend.on_call(hold)
    sending = asyncio.create_task(call("sendMessage", chat_id=officer.id, text="x"))
    await reached.wait()

    assert officer.texts == delivered
    assert sending.done() is False
    go_on.set()
    assert (await sending)["ok"] is True


async def test_calls_are_counted_by_method(pretend: PretendTelegram, officer: Phone, call: Call) -> None:
    await officer.start()
    await call("getme")
    await call("sendMessage", chat_id=officer.id, text="x")
    await call("sendMessage", chat_id=1, text="x")
    await call("sendRumour")

    counts = pretend.bot_calls
    assert counts.calls == {"getMe": 1, "sendMessage": 2, "sendrumour": 1}
    assert counts.refused == {
        ("sendMessage", "Bad Request: chat not found"): 1,
        ("sendrumour", "Not Found: method not found"): 1,
    }
    counts.clear()
    assert (counts.calls, counts.refused) == ({}, {})


async def test_bot_that_died_while_it_polled_does_not_block_the_next(
    pretend: PretendTelegram, officer: Phone, call: Call, arrived: Arrived
) -> None:
    async with aiohttp.ClientSession(pretend.base_url) as dying:
        poll = asyncio.create_task(dying.get(f"/bot{TOKEN}/getUpdates?timeout=30"))
        await arrived("getUpdates")
        poll.cancel()
    started = time.perf_counter()
    successor = asyncio.create_task(call("getUpdates", timeout=30))
    await arrived("getUpdates", times=2)

    await officer.send("có ai không")

    assert [update["update_id"] for update in (await successor)["result"]] == [1]
    assert time.perf_counter() - started < 2
