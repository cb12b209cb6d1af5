"""getUpdates: what is confirmed, what comes again, who has to wait."""

import asyncio
import time
from typing import Any

import pytest
from telegram import Bot, Update
from telegram.error import Conflict

from simulator.phone import Phone
from simulator.server import PretendTelegram
from simulator.updates import DEFAULT_KINDS, KINDS
from tests.simulator.stage import Arrived, Call, Clock, text_of


def ids(answer: dict[str, Any]) -> list[int]:
    return [update["update_id"] for update in answer["result"]]


async def test_updates_come_again_until_they_are_confirmed(officer: Phone, call: Call) -> None:
    for text in ("một", "hai", "ba"):
        await officer.send(text)

    assert ids(await call("getUpdates")) == [1, 2, 3]
    assert ids(await call("getUpdates")) == [1, 2, 3]
    assert ids(await call("getUpdates", offset=3)) == [3]
    assert ids(await call("getUpdates")) == [3]
    assert ids(await call("getUpdates", offset=4)) == []
    assert ids(await call("getUpdates", offset=1)) == []


async def test_limit_takes_the_oldest_first(officer: Phone, call: Call) -> None:
    for n in range(5):
        await officer.send(str(n))

    assert ids(await call("getUpdates", limit=2)) == [1, 2]
    assert ids(await call("getUpdates", offset=3, limit=2)) == [3, 4]


async def test_limit_is_never_above_a_hundred(officer: Phone, call: Call) -> None:
    for n in range(120):
        await officer.send(str(n))

    assert len(ids(await call("getUpdates", limit=5000))) == 100
    assert len(ids(await call("getUpdates"))) == 100
    assert ids(await call("getUpdates", offset=101)) == list(range(101, 121))


async def test_negative_offset_keeps_the_newest_only(officer: Phone, call: Call) -> None:
    for n in range(5):
        await officer.send(str(n))

    assert ids(await call("getUpdates", offset=-2)) == [4, 5]
    assert ids(await call("getUpdates")) == [4, 5]


async def test_offset_far_in_the_future_is_ignored(officer: Phone, call: Call) -> None:
    await officer.send("một")

    assert ids(await call("getUpdates", offset=1_000_000)) == [1]


async def test_poll_wakes_as_soon_as_something_arrives(officer: Phone, bot: Bot, arrived: Arrived) -> None:
    started = time.perf_counter()
    poll = asyncio.create_task(bot.get_updates(timeout=30))
    await arrived("getUpdates")
    await officer.send("chào")

    (update,) = await poll

    assert update.message is not None
    assert update.message.text == "chào"
    assert time.perf_counter() - started < 2


async def test_poll_gathers_a_burst(officer: Phone, colleague: Phone, call: Call, arrived: Arrived) -> None:
    poll = asyncio.create_task(call("getUpdates", timeout=30))
    await arrived("getUpdates")
    await officer.send("một")
    await colleague.send("hai")

    assert ids(await poll) == [1, 2]


async def test_poll_ends_empty_after_its_timeout(call: Call) -> None:
    started = time.perf_counter()

    assert ids(await call("getUpdates", timeout=1)) == []
    assert 0.9 < time.perf_counter() - started < 3


async def test_second_poll_ends_the_first_with_a_conflict(
    officer: Phone, bot: Bot, call: Call, arrived: Arrived
) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=30))
    await arrived("getUpdates")
    second = asyncio.create_task(call("getUpdates", timeout=30))

    with pytest.raises(Conflict) as ended:
        await first
    assert ended.value.message == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    await officer.send("vẫn đến nơi")
    assert ids(await second) == [1]


async def test_poll_that_need_not_wait_leaves_the_other_alone(
    officer: Phone, call: Call, arrived: Arrived
) -> None:
    waiting = asyncio.create_task(call("getUpdates", timeout=30))
    await arrived("getUpdates")

    assert ids(await call("getUpdates")) == []
    await officer.send("chào")
    assert ids(await waiting) == [1]


async def test_allowed_updates_are_remembered(officer: Phone, call: Call) -> None:
    await call("getUpdates", allowed_updates=["callback_query"])
    await officer.send("không ai hỏi")
    assert ids(await call("getUpdates")) == []

    await call("getUpdates", allowed_updates=[])
    await officer.send("lại được nghe")
    (update,) = (await call("getUpdates"))["result"]
    assert update["message"]["text"] == "lại được nghe"


async def test_allowed_updates_do_not_take_back_what_waits(officer: Phone, call: Call) -> None:
    await officer.send("đã xếp hàng")

    assert ids(await call("getUpdates", allowed_updates=["callback_query"])) == [1]


def test_kinds_of_updates_are_those_of_the_library() -> None:
    assert set(Update.ALL_TYPES) == KINDS
    left_out = KINDS - DEFAULT_KINDS
    assert left_out == {"chat_member", "message_reaction", "message_reaction_count"}


async def test_updates_are_kept_for_a_day(officer: Phone, call: Call, clock: Clock) -> None:
    await officer.send("hôm qua")
    clock.forward(86_000)
    await officer.send("hôm nay")

    assert ids(await call("getUpdates")) == [1, 2]
    clock.forward(1_000)
    assert ids(await call("getUpdates")) == [2]


async def test_presses_are_kept_for_two_minutes_and_a_half(
    pretend: PretendTelegram, officer: Phone, bot: Bot, call: Call, clock: Clock
) -> None:
    await officer.start()
    markup = {"inline_keyboard": [[{"text": "Có", "callback_data": "yes"}]]}
    await call("sendMessage", chat_id=officer.id, text="Đồng chí đã họp chưa?", reply_markup=markup)
    await officer.press("Có")

    clock.forward(151)

    assert ids(await call("getUpdates")) == [1]


async def test_same_update_can_be_delivered_twice(
    pretend: PretendTelegram, officer: Phone, call: Call
) -> None:
    await officer.send("một")
    await officer.send("hai")
    assert ids(await call("getUpdates", offset=3)) == []

    officer.resend_last_update()
    again = await call("getUpdates", offset=3)

    assert [(u["update_id"], u["message"]["text"]) for u in again["result"]] == [(2, "hai")]
    assert ids(await call("getUpdates", offset=3)) == []
    pretend.resend_last_update()
    assert ids(await call("getUpdates", offset=3)) == [2]


async def test_unconfirmed_update_is_not_doubled_by_a_repeat(officer: Phone, call: Call) -> None:
    await officer.send("một")

    officer.resend_last_update()

    assert ids(await call("getUpdates")) == [1]


async def test_poison_update_cannot_be_read_by_the_library(
    pretend: PretendTelegram, officer: Phone, bot: Bot, call: Call
) -> None:
    await officer.send("trước")
    poison = pretend.poison(officer)
    await officer.send("sau")

    with pytest.raises(TypeError):
        await bot.get_updates(timeout=0)

    before, bad, after = (await call("getUpdates"))["result"]
    assert bad["update_id"] == poison.id
    with pytest.raises(TypeError):
        Update.de_json(bad, bot)
    assert (text_of(before), text_of(after)) == ("trước", "sau")
