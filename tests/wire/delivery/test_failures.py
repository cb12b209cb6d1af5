"""Deliveries that fail: tried again while it may help, given up and noted when it cannot; nobody else waits."""

import asyncio
import itertools

from bot.core.channel import DeliveryError
from bot.core.messages import Choice, Reply
from bot.db import contacts
from bot.db.outbox import Kind
from bot.db.session import Connection
from tests.wire.delivery.mouth import START, Mouth, chat, now
from tests.wire.fakes import database_out_of_order, no_network
from tests.wire.pretend_time import seconds

BLOCKED = "Forbidden: bot was blocked by the user"


def known(mouth: Mouth, *chats: str) -> None:
    """These chats are somebody's."""

    def put(connection: Connection) -> None:
        for name in chats:
            contacts.put_contact(connection, chat(name), language=None, now=START)

    mouth.database.transaction(put)


def is_lost(mouth: Mouth, name: str) -> bool:
    contact = mouth.database.transaction(lambda connection: contacts.load_contact(connection, chat(name)))
    assert contact is not None
    return contact.lost


async def test_without_a_network_it_is_tried_less_and_less_often(mouth: Mouth) -> None:
    mouth.channel.trouble("7", *(no_network() for _ in range(10)))

    await mouth.answer((chat("7"), "a"))
    await mouth.delivery.quiet()

    times = [at for at, *_ in mouth.channel.tried]
    pauses = [round(after - before, 3) for before, after in itertools.pairwise(times)]
    assert pauses == [0.5, 1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert mouth.states() == ["sent"]


async def test_nothing_is_dropped_while_the_network_is_gone(mouth: Mouth) -> None:
    for name in range(20):
        mouth.channel.trouble(str(name), *(no_network() for _ in range(7)))
    await mouth.owe(*((chat(str(name)), f"nhắc {name}") for name in range(20)))
    await mouth.answer(*((chat(str(name)), f"trả lời {name}") for name in range(20)))

    await mouth.deliver_all()

    assert sorted(mouth.channel.texts) == sorted(
        [f"nhắc {name}" for name in range(20)] + [f"trả lời {name}" for name in range(20)]
    )
    assert set(mouth.states()) == {"sent"}


async def test_chat_keeps_its_order_while_its_first_message_is_tried_again(mouth: Mouth) -> None:
    mouth.channel.trouble("a", no_network(), no_network())

    await mouth.answer((chat("7"), "a"), (chat("7"), "b"), (chat("8"), "c"))
    await mouth.delivery.quiet()

    assert mouth.channel.to("7") == [(1.5, "a"), (1.5, "b")]
    assert mouth.channel.to("8") == [(0, "c")]


async def test_message_that_will_never_be_taken_is_given_up(mouth: Mouth) -> None:
    known(mouth, "7")
    mouth.channel.trouble("a", DeliveryError("Bad Request: BUTTON_DATA_INVALID", permanent=True))

    await mouth.answer((chat("7"), "a"), (chat("7"), "b"))
    await mouth.delivery.quiet()

    assert mouth.channel.texts == ["b"]
    assert [(row.state, row.error) for row in mouth.rows()] == [
        ("failed", "Bad Request: BUTTON_DATA_INVALID"),
        ("sent", None),
    ]
    assert is_lost(mouth, "7") is False


async def test_chat_that_nothing_reaches_is_noted(mouth: Mouth) -> None:
    known(mouth, "7", "8")
    mouth.channel.trouble("7", DeliveryError(BLOCKED, lost=True))

    await mouth.answer((chat("7"), "a"), (chat("8"), "b"))
    await mouth.delivery.quiet()

    assert [(row.state, row.error) for row in mouth.rows()] == [("failed", BLOCKED), ("sent", None)]
    assert (is_lost(mouth, "7"), is_lost(mouth, "8")) == (True, False)


async def test_long_text_goes_in_parts_with_the_buttons_under_the_last(mouth: Mouth) -> None:
    lines = [f"{number:02} " + "x" * 27 for number in range(7)]  # 31 characters each with its line end
    reply = Reply("\n".join(lines), (Choice("Gửi", "f:1"),))

    await mouth.owe_bodies((chat("7"), reply.to_json()), kind=Kind.NOTICE)
    await mouth.deliver_all()

    assert mouth.channel.texts == ["\n".join(lines[:3]), "\n".join(lines[3:6]), lines[6]]
    assert [one.labels for one in mouth.channel.delivered] == [(), (), ("Gửi",)]


async def test_part_that_got_through_is_not_sent_again_for_another_that_did_not(mouth: Mouth) -> None:
    """At most one repeat for a message in flight: here nothing even crashed."""
    first, second = "a" * 90, "b" * 90
    mouth.channel.trouble(second, *(no_network() for _ in range(5)))

    await mouth.answer((chat("7"), f"{first}\n{second}"))
    await mouth.delivery.quiet()

    assert mouth.channel.texts == [first, second]


async def test_press_is_told_to_the_messenger(mouth: Mouth) -> None:
    await mouth.answer((chat("7"), "Đã nhận"), press="4711")
    await mouth.delivery.quiet()

    assert [one.press for one in mouth.channel.delivered] == ["4711"]


async def test_outcome_that_cannot_be_written_down_stops_nobody(mouth: Mouth) -> None:
    mouth.channel.takes = 1.0
    await mouth.answer((chat("7"), "a"))
    with database_out_of_order():
        await asyncio.sleep(1.5)
    await mouth.answer((chat("7"), "b"))
    await mouth.delivery.quiet()

    assert mouth.channel.texts == ["a", "b"]


async def test_claims_go_on_when_the_database_is_back(mouth: Mouth) -> None:
    await mouth.owe((chat("7"), "nhắc"))
    with database_out_of_order():
        mouth.start()
        await asyncio.sleep(30)
    await mouth.deliver_all()

    assert mouth.channel.texts == ["nhắc"]


async def test_chat_goes_on_though_its_loss_could_not_be_noted(mouth: Mouth) -> None:
    known(mouth, "7")
    mouth.channel.takes = 1.0
    mouth.channel.trouble("a", DeliveryError(BLOCKED, lost=True))
    await mouth.answer((chat("7"), "a"), (chat("7"), "b"))
    with database_out_of_order():
        await asyncio.sleep(1.5)
    await asyncio.sleep(600)

    assert mouth.channel.texts == ["b"]
    await asyncio.wait_for(mouth.delivery.quiet(), 60)


async def test_message_of_a_channel_that_was_switched_off_stops_nobody(mouth: Mouth) -> None:
    elsewhere = type(chat("7"))("another", "7")
    await mouth.owe((elsewhere, "nhắc 1"), (chat("7"), "nhắc 2"))

    mouth.start()
    await asyncio.sleep(60)

    assert mouth.channel.texts == ["nhắc 2"]


async def test_running_ends_when_it_is_cancelled_even_at_the_moment_of_a_wake(mouth: Mouth) -> None:
    """A bell rings while the process is told to stop."""
    running = mouth.start()
    await asyncio.sleep(0.5)

    mouth.delivery.wake()
    running.cancel()
    await asyncio.wait([running], timeout=60)

    assert running.cancelled() is True


async def test_stop_leaves_what_was_not_delivered_owed(mouth: Mouth) -> None:
    await mouth.owe(*((chat(str(name)), "nhắc") for name in range(100)))
    mouth.start()
    await asyncio.sleep(2.05)

    await mouth.stop()

    assert mouth.channel.texts == ["nhắc"] * 21
    assert mouth.states() == ["sent"] * 21 + ["sending"] * 79
    assert (seconds(), now() > START) == (2.05, True)
