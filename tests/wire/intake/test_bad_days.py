"""The database fails for a while, the process ends in between: nothing that was said is lost."""

import asyncio

from sqlalchemy.exc import OperationalError

from bot.db import inbox
from bot.intake import MOST_REPEATS
from tests.wire.fakes import database_out_of_order, told
from tests.wire.intake.desk import Ears
from tests.wire.pretend_time import PatientDatabase, seconds


def failure() -> OperationalError:
    return OperationalError("the database is out of order", None, Exception("no space left on device"))


async def test_update_is_durable_before_the_messenger_may_forget_it(ears: Ears) -> None:
    await ears.intake.stop()  # so that nothing is handled: what counts is what was stored

    await ears.intake.accept("fake", [told(1, "7", "gửi"), told(2, "7", "việc")])

    assert ears.waiting() == ["1", "2"]


async def test_answer_is_durable_before_it_is_delivered(ears: Ears, database: PatientDatabase) -> None:
    seen: list[list[str]] = []
    watched = Ears(database, offered=lambda: seen.append(ears.traces()))

    await watched.hear(told(1, "7", "gửi"))

    assert seen == [["7: gửi"]]


async def test_updates_are_kept_back_while_they_cannot_be_stored(ears: Ears) -> None:
    with database_out_of_order():
        accepting = asyncio.ensure_future(ears.intake.accept("fake", [told(1, "7", "gửi")]))
        await asyncio.sleep(300)
        assert accepting.done() is False

    await accepting
    await ears.intake.quiet()

    assert ears.offered == ["gửi"]
    assert seconds() < 302


async def test_turn_is_repeated_as_long_as_the_database_fails(ears: Ears) -> None:
    ears.desk.fail("gửi", *(failure() for _ in range(20)))

    await ears.hear(told(1, "7", "gửi"), told(2, "7", "việc"))

    assert ears.heard_in("7") == ["gửi"] * 21 + ["việc"]
    assert (ears.offered, ears.desk.apologized, ears.set_aside()) == (["gửi", "việc"], [], [])
    assert seconds() == 20.0


async def test_turn_that_the_database_fails_at_every_time_is_set_aside_at_last(ears: Ears) -> None:
    ears.desk.fail("gửi", *(failure() for _ in range(1000)))

    await ears.hear(told(1, "7", "gửi"), told(2, "7", "việc"))

    assert ears.offered == ["Xin lỗi", "việc"]
    assert seconds() == MOST_REPEATS


async def test_turn_is_not_set_aside_while_the_database_is_gone(ears: Ears) -> None:
    await ears.intake.stop()
    await ears.intake.accept("fake", [told(1, "7", "gửi")])
    after = Ears(ears.database)
    await after.intake.resume()
    with database_out_of_order():
        await asyncio.sleep(600)
    await after.intake.quiet()

    assert (after.offered, after.set_aside()) == (["gửi"], [])


async def test_other_chats_go_on_while_one_is_repeated(ears: Ears) -> None:
    ears.desk.fail("gửi", failure())
    await ears.intake.accept("fake", [told(1, "7", "gửi"), told(2, "8", "việc")])

    await asyncio.sleep(0.5)
    assert ears.offered == ["việc"]

    await ears.intake.quiet()
    assert ears.offered == ["việc", "gửi"]


async def test_outages_in_the_middle_of_everything_lose_nothing(ears: Ears) -> None:
    ears.desk.fail("5", ValueError("a fault of ours"))

    async def poll() -> None:
        for start in range(0, 40, 10):
            await ears.intake.accept(
                "fake", [told(key, str(key % 4), str(key)) for key in range(start, start + 10)]
            )

    polling = asyncio.ensure_future(poll())
    for statements in (1, 5, 20, 50):
        await asyncio.sleep(5)
        with database_out_of_order(after=statements):
            await asyncio.sleep(5)
    await polling
    await ears.intake.quiet()

    assert sorted(ears.offered, key=int) == [str(key) for key in range(40)]
    for chat in range(4):
        answered = [text for text in ears.offered if int(text) % 4 == chat]
        assert answered == sorted(answered, key=int)


async def test_new_process_takes_up_what_the_old_one_left(ears: Ears, database: PatientDatabase) -> None:
    await ears.hear(told(1, "7", "một"))
    await ears.intake.stop()
    await ears.intake.accept("fake", [told(2, "7", "hai"), told(3, "8", "ba"), told(4, "7", "bốn")])

    after = Ears(database)
    assert await after.intake.resume() == 3
    await after.intake.quiet()

    assert (after.heard_in("7"), after.heard_in("8")) == (["hai", "bốn"], ["ba"])
    assert after.waiting() == []
    assert await Ears(database).intake.resume() == 0


async def test_attempts_are_counted_over_a_restart(ears: Ears, database: PatientDatabase) -> None:
    """An update that brings the process down at each attempt must not do so for ever."""
    await ears.intake.stop()
    await ears.intake.accept("fake", [told(1, "7", "gửi")])
    (row,) = await database.read(inbox.waiting)
    await database.write(
        lambda connection: inbox.mark_failed(connection, row.id, attempts=0, why="ValueError: before")
    )

    after = Ears(database)
    after.desk.fail("gửi", ValueError("after"))
    await after.intake.resume()
    await after.intake.quiet()

    assert after.offered == ["Xin lỗi"]
    assert after.set_aside() == ["ValueError: after"]


async def test_stop_finishes_the_turns_that_were_begun_and_leaves_the_rest(ears: Ears) -> None:
    await ears.intake.accept("fake", [told(key, "7", str(key)) for key in range(50)])
    await ears.intake.accept("fake", [told(100, "8", "100")])

    await ears.intake.stop()

    handled = len(ears.heard_in("7"))
    assert 0 < handled < 50
    assert ears.heard_in("8") == ["100"]
    assert sorted(ears.offered, key=int) == [str(key) for key in range(handled)] + ["100"]
    assert ears.waiting() == [str(key) for key in range(handled, 50)]


async def test_stop_does_not_wait_for_a_database_that_fails(ears: Ears) -> None:
    ears.desk.fail("gửi", *(failure() for _ in range(1000)))
    await ears.intake.accept("fake", [told(1, "7", "gửi")])
    await asyncio.sleep(10.5)

    await ears.intake.stop()

    assert seconds() < 12
    assert ears.waiting() == ["1"]
