"""How fast messages leave: as fast as the messenger allows, answers first. Times are seconds, to the millisecond.

The fake messenger allows a chat 3 at once and then 1 a second, a group 2 at once and then 1 in 3 seconds, and bulk 10 a
second overall.
"""

import asyncio
from datetime import timedelta

import pytest

from bot.core.channel import DeliveryError
from bot.db.outbox import Kind
from bot.delivery import IN_FLIGHT, LOOK_EVERY, MOST_BULK
from tests.wire.delivery.mouth import Mouth, chat, now
from tests.wire.pretend_time import seconds


def too_fast(retry_after: float) -> DeliveryError:
    return DeliveryError("Flood control exceeded", retry_after=retry_after)


async def test_answers_leave_at_once(mouth: Mouth) -> None:
    await mouth.answer((chat("7"), "Đã nhận"))
    await mouth.delivery.quiet()

    assert mouth.channel.to("7") == [(0, "Đã nhận")]
    assert mouth.states() == ["sent"]


async def test_messages_of_a_chat_keep_their_order(mouth: Mouth) -> None:
    texts = [str(number) for number in range(20)]

    await mouth.answer(*((chat("7"), text) for text in texts))
    await mouth.delivery.quiet()

    assert mouth.channel.texts == texts


async def test_chat_gets_a_burst_and_then_one_a_second(mouth: Mouth) -> None:
    await mouth.answer(*((chat("7"), str(number)) for number in range(7)))
    await mouth.delivery.quiet()

    assert mouth.channel.times == [0, 0, 0, 1, 2, 3, 4]


async def test_chat_that_rested_may_have_a_burst_again(mouth: Mouth) -> None:
    await mouth.answer(*((chat("7"), str(number)) for number in range(4)))
    await asyncio.sleep(10)
    await mouth.answer(*((chat("7"), str(number)) for number in range(4)))
    await mouth.delivery.quiet()

    assert mouth.channel.times == [0, 0, 0, 1, 10, 10, 10, 11]


async def test_group_gets_fewer(mouth: Mouth) -> None:
    await mouth.answer(*((chat("-5"), str(number)) for number in range(5)))
    await mouth.delivery.quiet()

    assert mouth.channel.times == [0, 0, 3, 6, 9]


async def test_chats_do_not_wait_for_each_other(mouth: Mouth) -> None:
    mouth.channel.takes = 5.0

    await mouth.answer((chat("7"), "a"), (chat("7"), "b"), (chat("8"), "c"))
    await mouth.delivery.quiet()

    assert mouth.channel.to("7") == [(5, "a"), (10, "b")]
    assert mouth.channel.to("8") == [(5, "c")]


async def test_so_many_are_under_way_at_once_and_no_more(mouth: Mouth) -> None:
    mouth.channel.takes = 1.0

    await mouth.answer(*((chat(str(number)), "a") for number in range(3 * IN_FLIGHT)))
    await mouth.delivery.quiet()

    assert mouth.channel.most_at_once == IN_FLIGHT
    assert seconds() == 3


async def test_bulk_leaves_at_the_overall_rate(mouth: Mouth) -> None:
    await mouth.owe(*((chat(str(number)), "nhắc") for number in range(6)))

    await mouth.deliver_all()

    assert mouth.channel.times == [0, 0.1, 0.2, 0.3, 0.4, 0.5]


async def test_bulk_that_fills_the_memory_leaves_all_the_same(mouth: Mouth) -> None:
    count = 2 * MOST_BULK + 50
    await mouth.owe(*((chat(str(number)), str(number)) for number in range(count)))

    await mouth.deliver_all()

    assert mouth.channel.texts == [str(number) for number in range(count)]
    assert mouth.channel.times[-1] == pytest.approx((count - 1) / 10, abs=0.01)
    assert set(mouth.states()) == {"sent"}


async def test_answer_does_not_wait_for_bulk(mouth: Mouth) -> None:
    await mouth.owe(*((chat(str(number)), "nhắc") for number in range(100)))
    mouth.start()
    await asyncio.sleep(0.55)

    await mouth.answer((chat("officer"), "Đã nhận"))
    await mouth.deliver_all()

    assert mouth.channel.to("officer") == [(0.55, "Đã nhận")]
    assert mouth.channel.texts.count("nhắc") == 100


async def test_bulk_leaves_room_for_the_answers_that_went_before_it(mouth: Mouth) -> None:
    await mouth.owe(*((chat(str(number)), "nhắc") for number in range(10)))
    mouth.start()
    await asyncio.sleep(0.45)

    await mouth.answer(*((chat(f"officer {number}"), "Đã nhận") for number in range(3)))
    await mouth.deliver_all()

    assert mouth.channel.times[:5] == [0, 0.1, 0.2, 0.3, 0.4]
    assert mouth.channel.times[5:8] == [0.45, 0.45, 0.45]
    assert mouth.channel.times[8:] == [0.8, 0.9, 1.0, 1.1, 1.2]


async def test_bulk_makes_up_for_waking_late(mouth: Mouth, monkeypatch: pytest.MonkeyPatch) -> None:
    on_time = asyncio.sleep

    async def late(seconds: float) -> None:
        await on_time(seconds + 0.03)

    await mouth.owe(*((chat(str(number)), "nhắc") for number in range(11)))
    monkeypatch.setattr("bot.delivery.asyncio.sleep", late)
    await mouth.deliver_all()

    assert mouth.channel.times[-1] == pytest.approx(1.0, abs=0.1)  # ten times 0.13 without


async def test_bulk_after_a_rest_comes_in_no_burst(mouth: Mouth) -> None:
    mouth.start()
    await asyncio.sleep(60)

    await mouth.owe(*((chat(str(number)), "nhắc") for number in range(3)))
    await mouth.deliver_all()

    assert mouth.channel.times == [60, 60.1, 60.2]


async def test_answers_go_before_the_bulk_of_their_chat(mouth: Mouth) -> None:
    await mouth.answer(*((chat("7"), "lượt 1") for _ in range(3)))
    await mouth.owe(*((chat("7"), f"nhắc {number}") for number in range(3)))
    mouth.start()
    await asyncio.sleep(0.5)

    await mouth.answer((chat("7"), "lượt 2"))
    await mouth.deliver_all()

    assert mouth.channel.to("7")[3:] == [(1, "lượt 2"), (2, "nhắc 0"), (3, "nhắc 1"), (4, "nhắc 2")]


async def test_what_is_due_later_leaves_then(mouth: Mouth) -> None:
    await mouth.owe((chat("7"), "mai"), due=now() + timedelta(minutes=55))
    mouth.start()
    await asyncio.sleep(60 * 60)

    ((at, _),) = mouth.channel.to("7")
    assert 55 * 60 <= at <= 55 * 60 + LOOK_EVERY


async def test_what_becomes_due_is_not_waited_for_after_a_wake(mouth: Mouth) -> None:
    mouth.start()
    await asyncio.sleep(0.7)

    await mouth.owe((chat("7"), "ngay"), kind=Kind.DIGEST)
    mouth.delivery.wake()
    await asyncio.sleep(0.1)

    assert mouth.channel.to("7") == [(0.7, "ngay")]


async def test_chat_that_was_too_fast_waits_and_others_do_not(mouth: Mouth) -> None:
    mouth.channel.trouble("7", too_fast(7))

    await mouth.answer((chat("7"), "a"), (chat("8"), "b"), (chat("7"), "c"), (chat("8"), "d"))
    await mouth.delivery.quiet()

    assert mouth.channel.to("8") == [(0, "b"), (0, "d")]
    assert [text for _, text in mouth.channel.to("7")] == ["a", "c"]
    assert mouth.channel.to("7")[0] == (7, "a")


async def test_no_burst_follows_after_the_messenger_wanted_silence(mouth: Mouth) -> None:
    mouth.channel.trouble("7", too_fast(7))

    await mouth.answer(*((chat("7"), text) for text in "abc"))
    await mouth.delivery.quiet()

    assert mouth.channel.to("7") == [(7, "a"), (8, "b"), (9, "c")]


async def test_each_part_of_a_long_message_counts(mouth: Mouth) -> None:
    lines = [f"{number:02}" + "x" * 90 for number in range(5)]

    await mouth.answer((chat("7"), "\n".join(lines)))
    await mouth.delivery.quiet()

    assert mouth.channel.to("7") == list(zip([0, 0, 0, 1, 2], lines, strict=True))


async def test_messenger_that_wants_silence_twice_gets_it(mouth: Mouth) -> None:
    mouth.channel.trouble("7", too_fast(7), too_fast(30))

    await mouth.answer((chat("7"), "a"))
    await mouth.delivery.quiet()

    assert mouth.channel.tried == [(0, "7", "a"), (7, "7", "a"), (37, "7", "a")]
    assert [row.attempts for row in mouth.rows()] == [3]


async def test_bulk_pauses_for_a_second_when_any_chat_was_too_fast(mouth: Mouth) -> None:
    mouth.channel.trouble("1", too_fast(60))
    await mouth.owe(*((chat(str(number)), "nhắc") for number in range(4)))

    await mouth.deliver_all()

    assert [(one.chat, one.at) for one in mouth.channel.delivered] == [
        ("0", 0),
        ("2", 1.1),
        ("3", 1.2),
        ("1", 60.1),
    ]
