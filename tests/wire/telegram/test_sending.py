"""What we say, as the messenger shows it; and what its refusals mean."""

from typing import Any

import pytest

from bot.channels.http import AiohttpRequest
from bot.channels.telegram import Telegram
from bot.core.channel import DeliveryError
from bot.core.messages import Address, Choice, Reply
from simulator.phone import Phone
from simulator.server import PretendTelegram
from tests.simulator.stage import Clock

MENU = Reply(
    "Đã có chưa?",
    (Choice("Có", "f:1"), Choice("Chưa", "f:2"), Choice("Không áp dụng", "f:3")),
    columns=2,
)


def to(screen: Any, *, thread: int | None = None) -> Address:
    """The address of a phone or a group."""
    return Address("telegram", str(screen.id), None if thread is None else str(thread))


def meaning(error: DeliveryError) -> dict[str, Any]:
    return {
        name: value
        for name in ("permanent", "lost", "retry_after", "moved_to")
        if (value := getattr(error, name))
    }


async def refused(channel: Telegram, address: Address, reply: Reply = MENU) -> DeliveryError:
    with pytest.raises(DeliveryError) as failure:
        await channel.deliver(address, reply, press=None)
    return failure.value


async def test_text_arrives_as_it_is(officer: Phone, channel: Telegram) -> None:
    await officer.start()
    text = "<b>Đậm</b> *nghiêng* _gạch_ `mã` [liên kết](http://a) &amp; \\ 👍\nhttps://example.vn"

    sent = await channel.deliver(to(officer), Reply(text), press=None)

    message = await officer.next_message()
    assert (message.text, str(message.id), message.labels) == (text, sent, ())


async def test_choices_are_buttons_in_columns(officer: Phone, channel: Telegram) -> None:
    await officer.start()

    await channel.deliver(to(officer), MENU, press=None)

    message = await officer.next_message()
    rows = [[(button.label, button.data) for button in row] for row in message.rows]
    assert rows == [[("Có", "f:1"), ("Chưa", "f:2")], [("Không áp dụng", "f:3")]]


async def test_text_of_the_greatest_length_arrives(officer: Phone, channel: Telegram) -> None:
    await officer.start()
    text = "ư" * channel.limits.text_length

    await channel.deliver(to(officer), Reply(text), press=None)

    assert (await officer.next_message()).text == text


async def test_topic_of_a_forum_is_answered_there(
    pretend: PretendTelegram, officer: Phone, channel: Telegram
) -> None:
    forum = pretend.group("Diễn đàn", members=[officer], forum=True)
    topic = forum.open_topic("Báo cáo")

    await channel.deliver(to(forum, thread=topic), Reply("Trong chủ đề"), press=None)

    assert (await forum.next_message()).topic == topic


async def test_groups_are_told_from_persons(
    pretend: PretendTelegram, officer: Phone, channel: Telegram
) -> None:
    group = pretend.group("Tổ tuyên giáo", members=[officer])
    forum = pretend.group("Diễn đàn", members=[officer], forum=True)

    assert [channel.is_group(to(one)) for one in (officer, group, forum)] == [False, True, True]


async def test_answer_to_a_press_stops_its_spinning(officer: Phone, channel: Telegram) -> None:
    await officer.start()
    await channel.deliver(to(officer), MENU, press=None)
    press = await officer.press("Có")

    await channel.deliver(to(officer), Reply("Tiếp theo"), press=press.id)

    assert await press.answer(seconds=1) == ""
    assert officer.texts == [MENU.text, "Tiếp theo"]


async def test_press_that_waited_too_long_is_answered_all_the_same(
    officer: Phone, channel: Telegram, clock: Clock
) -> None:
    await officer.start()
    await channel.deliver(to(officer), MENU, press=None)
    press = await officer.press("Có")
    clock.forward(3600)

    await channel.deliver(to(officer), Reply("Tiếp theo"), press=press.id)

    assert (press.answered, officer.texts) == (False, [MENU.text, "Tiếp theo"])


@pytest.mark.parametrize("fault", [{"drop": "before"}, {"status": 500}, {"status": 401}])
async def test_press_that_cannot_be_acknowledged_does_not_hold_the_answer_up(
    pretend: PretendTelegram, officer: Phone, channel: Telegram, fault: dict[str, Any]
) -> None:
    await officer.start()
    pretend.faults.add("answerCallbackQuery", **fault)

    await channel.deliver(to(officer), Reply("Tiếp theo"), press="4711")

    assert officer.texts == ["Tiếp theo"]


async def test_answer_that_fails_is_a_failure_though_the_press_was_acknowledged(
    officer: Phone, channel: Telegram
) -> None:
    await officer.start()
    await channel.deliver(to(officer), MENU, press=None)
    press = await officer.press("Có")
    await officer.block()

    with pytest.raises(DeliveryError):
        await channel.deliver(to(officer), Reply("Tiếp theo"), press=press.id)

    assert await press.answer(seconds=1) == ""


async def test_chat_that_never_was_is_lost(channel: Telegram) -> None:
    error = await refused(channel, Address("telegram", "999"))

    assert (str(error), meaning(error)) == ("Chat not found", {"permanent": True, "lost": True})


async def test_person_who_blocked_us_is_lost(officer: Phone, channel: Telegram) -> None:
    await officer.start()
    await officer.block()

    error = await refused(channel, to(officer))

    assert str(error) == "Forbidden: bot was blocked by the user"
    assert meaning(error) == {"permanent": True, "lost": True}


async def test_person_whose_account_is_gone_is_lost(officer: Phone, channel: Telegram) -> None:
    await officer.start()
    await officer.deactivate()

    assert meaning(await refused(channel, to(officer))) == {"permanent": True, "lost": True}


async def test_group_that_threw_us_out_is_lost(
    pretend: PretendTelegram, officer: Phone, channel: Telegram
) -> None:
    group = pretend.group("Tổ tuyên giáo", members=[officer])
    group.remove_bot()

    assert meaning(await refused(channel, to(group))) == {"permanent": True, "lost": True}


async def test_group_that_moved_tells_where_to(
    pretend: PretendTelegram, officer: Phone, channel: Telegram
) -> None:
    group = pretend.group("Tổ tuyên giáo", members=[officer])
    old = to(group)
    group.upgrade()

    assert meaning(await refused(channel, old)) == {"moved_to": str(group.id)}


@pytest.mark.parametrize(
    "reply",
    [
        Reply("x", (Choice("Có", "đ" * 33),)),  # 66 bytes
        Reply("x", (Choice("", "f:1"),)),
        Reply("ư" * 4097),
        Reply(" \n "),
    ],
    ids=["data too long", "label empty", "text too long", "text empty"],
)
async def test_message_that_telegram_will_never_take_says_nothing_about_the_chat(
    officer: Phone, channel: Telegram, reply: Reply
) -> None:
    await officer.start()

    assert meaning(await refused(channel, to(officer), reply)) == {"permanent": True}


async def test_topic_that_is_gone_does_not_lose_the_group(
    pretend: PretendTelegram, officer: Phone, channel: Telegram
) -> None:
    forum = pretend.group("Diễn đàn", members=[officer], forum=True)

    assert meaning(await refused(channel, to(forum, thread=999))) == {"permanent": True}


@pytest.mark.filterwarnings("ignore:.*retry_after:telegram.warnings.PTBDeprecationWarning")
async def test_messenger_that_wants_silence_says_how_long(
    pretend: PretendTelegram, officer: Phone, channel: Telegram
) -> None:
    await officer.start()
    pretend.faults.add("sendMessage", retry_after=17)

    assert meaning(await refused(channel, to(officer))) == {"retry_after": 17.0}


@pytest.mark.parametrize(
    "fault",
    [
        {"drop": "before"},
        {"drop": "after"},
        {"status": 500},
        {"status": 502},
        {"status": 401},
        {"status": 409, "description": "Conflict"},
    ],
)
async def test_failure_that_may_pass_is_neither_final_nor_a_loss(
    pretend: PretendTelegram, officer: Phone, channel: Telegram, fault: dict[str, Any]
) -> None:
    await officer.start()
    pretend.faults.add("sendMessage", **fault)

    assert meaning(await refused(channel, to(officer))) == {}


@pytest.mark.parametrize(
    "words",
    [
        "not enough rights to send text messages to the chat",
        "need administrator rights in the channel chat",
        "have no rights to send a message",
        "CHAT_WRITE_FORBIDDEN",
        "PEER_ID_INVALID",
    ],
)
async def test_group_in_which_we_may_not_write_is_lost(
    pretend: PretendTelegram, officer: Phone, channel: Telegram, words: str
) -> None:
    group = pretend.group("Tổ tuyên giáo", members=[officer])
    pretend.faults.add("sendMessage", status=400, description=f"Bad Request: {words}")

    assert meaning(await refused(channel, to(group))) == {"permanent": True, "lost": True}


@pytest.mark.parametrize("words", ["message thread not found", "TOPIC_DELETED", "TOPIC_CLOSED"])
async def test_topic_that_is_gone_is_lost_alone(
    pretend: PretendTelegram, officer: Phone, channel: Telegram, words: str
) -> None:
    group = pretend.group("Tổ tuyên giáo", members=[officer])
    pretend.faults.add("sendMessage", status=400, description=f"Bad Request: {words}")

    error = await refused(channel, to(group))

    assert (error.permanent, error.lost, error.topic_lost) == (True, False, True)


@pytest.mark.parametrize(
    "nonsense", [b"<html>", b"[]", b'{"status": "fine"}', b'{"ok": true, "result": true}'], ids=repr
)
async def test_answer_that_is_not_telegrams_may_pass(
    officer: Phone, channel: Telegram, monkeypatch: pytest.MonkeyPatch, nonsense: bytes
) -> None:
    """A page of some proxy, with a status of success: the message is owed still."""

    async def instead(*_: Any, **__: Any) -> tuple[int, bytes]:
        return 200, nonsense

    monkeypatch.setattr(AiohttpRequest, "do_request", instead)

    assert meaning(await refused(channel, to(officer))) == {}
