"""How fast the bot may write, and what it is told when it writes faster."""

from dataclasses import FrozenInstanceError
from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from telegram import Bot, constants
from telegram.error import RetryAfter

from simulator.floods import Floods
from simulator.limits import Limits
from simulator.phone import Phone
from simulator.refusals import RefusedError
from simulator.server import PretendTelegram
from tests.simulator.stage import TOKEN, Call, Clock

CHAT, OTHER, GROUP = 1001, 1002, -5001


def admitted(floods: Floods, chat: int, *, group: bool = False, edit: bool = False) -> int:
    """0 if a message goes through, else the seconds to wait."""
    try:
        floods.admit(chat, group=group, edit=edit)
    except RefusedError as refused:
        wait: int = refused.refusal.parameters["retry_after"]
        return wait
    return 0


def test_numbers_are_those_of_the_library() -> None:
    limits = Limits()
    told = {
        "text_characters": constants.MessageLimit.MAX_TEXT_LENGTH,
        "caption_characters": constants.MessageLimit.CAPTION_LENGTH,
        "press_data_bytes": constants.InlineKeyboardButtonLimit.MAX_CALLBACK_DATA,
        "keyboard_buttons": constants.InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER,
        "row_buttons": constants.InlineKeyboardMarkupLimit.BUTTONS_PER_ROW,
        "toast_characters": constants.CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH,
        "commands": constants.BotCommandLimit.MAX_COMMAND_NUMBER,
        "command_characters": constants.BotCommandLimit.MAX_COMMAND,
        "description_characters": constants.BotCommandLimit.MAX_DESCRIPTION,
        "download_bytes": constants.FileSizeLimit.FILESIZE_DOWNLOAD,
        "upload_bytes": constants.FileSizeLimit.FILESIZE_UPLOAD,
        "photo_bytes": constants.FileSizeLimit.PHOTOSIZE_UPLOAD,
        "secret_characters": constants.WebhookLimit.MAX_SECRET_TOKEN_LENGTH,
        "webhook_connections": constants.WebhookLimit.MAX_CONNECTIONS_LIMIT,
        "album_items": constants.MediaGroupLimit.MAX_MEDIA_LENGTH,
        "chat_per_second": constants.FloodLimit.MESSAGES_PER_SECOND_PER_CHAT,
        "group_per_minute": constants.FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP,
        "overall_per_second": constants.FloodLimit.MESSAGES_PER_SECOND,
    }

    assert {name: getattr(limits, name) for name in told} == told


def test_limits_cannot_be_changed_in_passing() -> None:
    with pytest.raises(FrozenInstanceError):
        Limits().chat_burst = 99  # type: ignore[misc]  # that it is refused is the point


def test_one_chat_takes_a_burst_then_one_a_second(clock: Clock) -> None:
    floods = Floods(Limits(chat_burst=5), clock.pace)

    assert [admitted(floods, CHAT) for _ in range(7)] == [0, 0, 0, 0, 0, 1, 1]
    clock.forward(0.5)
    assert admitted(floods, CHAT) == 1
    clock.forward(0.5)
    assert [admitted(floods, CHAT) for _ in range(2)] == [0, 1]
    clock.forward(60)
    assert [admitted(floods, CHAT) for _ in range(6)] == [0, 0, 0, 0, 0, 1]


def test_other_chats_are_not_held_back(clock: Clock) -> None:
    floods = Floods(Limits(chat_burst=1), clock.pace)

    assert [admitted(floods, CHAT), admitted(floods, CHAT), admitted(floods, OTHER)] == [0, 1, 0]


def test_all_chats_together_take_thirty_a_second(clock: Clock) -> None:
    floods = Floods(Limits(), clock.pace)

    assert [admitted(floods, chat) for chat in range(1, 32)] == [0] * 30 + [1]
    clock.forward(1)
    assert [admitted(floods, chat) for chat in range(101, 132)] == [0] * 30 + [1]


def test_group_takes_twenty_a_minute(clock: Clock) -> None:
    floods = Floods(Limits(), clock.pace)
    waits = []
    for _ in range(22):
        waits.append(admitted(floods, GROUP, group=True))
        clock.forward(1)

    assert waits == [0] * 20 + [40, 39]
    clock.forward(38)
    assert admitted(floods, GROUP, group=True) == 0


def test_edits_count_in_groups_only(clock: Clock) -> None:
    floods = Floods(Limits(), clock.pace)

    assert [admitted(floods, CHAT, edit=True) for _ in range(50)] == [0] * 50
    assert [admitted(floods, GROUP, group=True, edit=True) for _ in range(21)] == [0] * 20 + [60]


def test_refused_message_is_not_counted(clock: Clock) -> None:
    floods = Floods(Limits(chat_burst=1), clock.pace)
    waits = []
    for _ in range(5):
        waits.append(admitted(floods, CHAT))
        clock.forward(0.5)

    assert waits == [0, 1, 0, 1, 0]


async def test_flood_is_refused_in_telegrams_words(
    pretend: PretendTelegram, officer: Phone, session: aiohttp.ClientSession, call: Call
) -> None:
    await officer.start()
    for n in range(5):
        assert (await call("sendMessage", chat_id=officer.id, text=str(n)))["ok"] is True

    params: dict[str, Any] = {"chat_id": officer.id, "text": "6"}
    async with session.post(f"/bot{TOKEN}/sendMessage", json=params) as response:
        assert (response.status, response.headers["Retry-After"]) == (429, "1")
        assert await response.json() == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 1",
            "parameters": {"retry_after": 1},
        }

    assert officer.texts == ["0", "1", "2", "3", "4"]
    assert (pretend.bot_calls.floods, pretend.bot_calls.flooded) == (1, {"sendMessage": 1})
    assert pretend.bot_calls.calls["sendMessage"] == 6


async def test_library_understands_how_long_to_wait(
    officer: Phone, bot: Bot, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # without it the library warns of its own next version
    await officer.start()
    for _ in range(5):
        await bot.send_message(officer.id, "x")

    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(officer.id, "x")

    assert refused.value.retry_after == timedelta(seconds=1)
    clock.forward(1)
    assert (await bot.send_message(officer.id, "y")).text == "y"


async def test_bad_message_does_not_cost_pace(officer: Phone, call: Call) -> None:
    await officer.start()
    for _ in range(10):
        assert (await call("sendMessage", chat_id=officer.id, text=""))["error_code"] == 400

    assert (await call("sendMessage", chat_id=officer.id, text="x"))["ok"] is True


async def test_only_messages_are_limited(officer: Phone, bot: Bot) -> None:
    await officer.start()
    for _ in range(50):
        await bot.send_chat_action(officer.id, constants.ChatAction.TYPING)
        await bot.get_me()

    assert (await bot.send_message(officer.id, "x")).text == "x"


async def test_limits_on_pace_can_be_switched_off() -> None:
    async with (
        PretendTelegram(limits=False) as telegram,
        Bot(TOKEN, base_url=f"{telegram.base_url}/bot") as bot,
    ):
        officer = telegram.phone("Hồ Thu Khuyên")
        await officer.start()
        for n in range(40):
            await bot.send_message(officer.id, str(n))

        assert officer.texts == [str(n) for n in range(40)]
        assert telegram.bot_calls.floods == 0
