"""An album comes in parts, and is one thing that a person did: one turn, one answer, nothing lost."""

import asyncio

from tests.wire.fakes import photographed, told
from tests.wire.intake.desk import Ears
from tests.wire.intake.test_turns import StumbledError, store
from tests.wire.pretend_time import seconds


async def test_parts_that_come_together_are_one_turn(ears: Ears) -> None:
    await ears.hear(*(photographed(key, "7", "A", "Hội nghị" if key == 1 else "") for key in range(5)))

    assert ears.desk.files == [["id-0", "id-1", "id-2", "id-3", "id-4"]]
    assert ears.offered == ["Hội nghị"]
    assert ears.waiting() == []


async def test_parts_that_come_one_by_one_are_one_turn(ears: Ears) -> None:
    for key in range(4):
        await ears.intake.accept("fake", [photographed(key, "7", "A")])
        await asyncio.sleep(0.3)
    await ears.intake.quiet()

    assert ears.desk.files == [["id-0", "id-1", "id-2", "id-3"]]


async def test_part_that_comes_late_has_a_turn_of_its_own_with_the_same_words(ears: Ears) -> None:
    await ears.hear(photographed(1, "7", "A", "Hội nghị"), photographed(2, "7", "A"))
    await asyncio.sleep(60)
    await ears.hear(photographed(3, "7", "A"))

    assert ears.desk.files == [["id-1", "id-2"], ["id-3"]]
    assert ears.desk.heard == [("7", "Hội nghị"), ("7", "Hội nghị")]


async def test_words_of_one_album_are_not_those_of_the_next(ears: Ears) -> None:
    await ears.hear(photographed(1, "7", "A", "Hội nghị"), photographed(2, "7", "B"))

    assert ears.desk.heard == [("7", "Hội nghị"), ("7", "")]


async def test_what_follows_an_album_keeps_its_place_and_does_not_wait(ears: Ears) -> None:
    await ears.hear(
        photographed(1, "7", "A"), photographed(2, "7", "A"), told(3, "7", "xong"), photographed(4, "7", "A")
    )

    assert ears.desk.heard == [("7", ""), ("7", "xong"), ("7", "")]
    assert ears.desk.files == [["id-1", "id-2"], ["id-4"]]


async def test_other_chats_do_not_wait_for_an_album(ears: Ears) -> None:
    await ears.intake.accept("fake", [photographed(1, "7", "A"), told(2, "8", "việc")])
    await asyncio.sleep(0.1)

    assert ears.desk.heard == [("8", "việc")]
    await ears.intake.quiet()
    assert seconds() < 1


async def test_process_that_stops_in_between_loses_no_part(ears: Ears) -> None:
    await ears.intake.accept("fake", [photographed(1, "7", "A"), photographed(2, "7", "A")])
    await asyncio.sleep(0.1)
    await ears.intake.stop()
    assert ears.desk.files == []
    assert ears.waiting() == ["1", "2"]

    following = Ears(ears.database)
    await following.intake.resume()
    await following.intake.quiet()

    assert following.desk.files == [["id-1", "id-2"]]
    assert following.waiting() == []


async def test_album_of_an_earlier_process_is_one_turn(ears: Ears) -> None:
    await store(ears.database, *(photographed(key, "7", "A") for key in range(3)))

    await ears.intake.resume()
    await ears.intake.quiet()

    assert ears.desk.files == [["id-0", "id-1", "id-2"]]


async def test_album_that_fails_is_handled_part_by_part(ears: Ears) -> None:
    ears.desk.fail("Hội nghị", StumbledError(), StumbledError(), StumbledError())

    await ears.hear(
        photographed(1, "7", "A", "Hội nghị"), photographed(2, "7", "A"), photographed(3, "7", "A")
    )

    assert ears.offered == ["Xin lỗi", "", ""]
    assert ears.desk.files[-2:] == [["id-2"], ["id-3"]]
    assert len(ears.set_aside()) == 1
