"""Files over the wire: what we send, and what we fetch of what was sent to us."""

from datetime import timedelta

import pytest

from bot.channels.telegram import Telegram
from bot.core.attachments import Attachment, Written
from bot.core.channel import DeliveryError
from simulator.phone import Phone
from simulator.server import PretendTelegram
from tests.simulator.stage import Clock
from tests.wire.pictures import photo
from tests.wire.telegram.test_sending import meaning, to

REPORT = b"%PDF-1.7\n" + b"x" * 5000
MOST = 10_000_000


def kept(message_id: str, *, unique: str = "u") -> Attachment:
    return Attachment(message_id, unique, "application/pdf")


async def test_picture_arrives_as_a_photo(officer: Phone, channel: Telegram) -> None:
    await officer.start()
    picture = Written("minh-chung-1.jpg", "image/jpeg", photo(320, 240), "-", caption="Minh chứng 1/2")

    sent = await channel.enclose(to(officer), picture)

    message = await officer.next_message()
    largest = message.content["photo"][-1]
    assert (message.text, str(message.id)) == ("Minh chứng 1/2", sent)
    assert (largest["width"], largest["height"]) == (320, 240)


async def test_file_arrives_as_a_document_under_its_name(
    pretend: PretendTelegram, officer: Phone, channel: Telegram
) -> None:
    await officer.start()

    await channel.enclose(to(officer), Written("dữ-liệu.json", "application/json", b'{"a": 1}', "-"))

    document = (await officer.next_message()).content["document"]
    assert (document["file_name"], document["file_size"]) == ("dữ-liệu.json", 8)


async def test_file_that_was_sent_to_us_is_fetched(officer: Phone, channel: Telegram) -> None:
    message = await officer.send_document("bao-cao.pdf", REPORT)

    content = await channel.fetch(kept(message.content["document"]["file_id"]), most=MOST)

    assert content == REPORT


async def test_file_that_is_too_large_is_not_fetched(officer: Phone, channel: Telegram) -> None:
    message = await officer.send_document("bao-cao.pdf", REPORT)

    with pytest.raises(DeliveryError) as failure:
        await channel.fetch(kept(message.content["document"]["file_id"]), most=5000)

    assert meaning(failure.value) == {"permanent": True}


async def test_file_that_never_was_is_gone(channel: Telegram) -> None:
    with pytest.raises(DeliveryError) as failure:
        await channel.fetch(kept("AgAC-no-such"), most=MOST)

    assert meaning(failure.value) == {"permanent": True}


async def test_file_out_of_reach_may_be_fetched_later(
    pretend: PretendTelegram, officer: Phone, channel: Telegram
) -> None:
    message = await officer.send_document("bao-cao.pdf", REPORT)
    pretend.faults.add("getFile", drop="before")

    with pytest.raises(DeliveryError) as failure:
        await channel.fetch(kept(message.content["document"]["file_id"]), most=MOST)

    assert meaning(failure.value) == {}


async def test_message_of_a_person_is_taken_away(officer: Phone, channel: Telegram) -> None:
    message = await officer.send("công văn MẬT")

    await channel.erase(to(officer), str(message.id))

    assert message.id not in officer.chat.messages


async def test_message_that_is_too_old_stays(officer: Phone, channel: Telegram, clock: Clock) -> None:
    message = await officer.send("công văn MẬT")
    clock.forward(timedelta(hours=49).total_seconds())

    with pytest.raises(DeliveryError):
        await channel.erase(to(officer), str(message.id))


async def test_picture_too_narrow_for_a_photo_arrives_as_a_document(
    officer: Phone, channel: Telegram
) -> None:
    await officer.start()

    await channel.enclose(to(officer), Written("a.jpg", "image/jpeg", photo(40, 960), "-"))

    assert (await officer.next_message()).content["document"]["file_name"] == "a.jpg"


async def test_refused_file_says_nothing_about_the_chat(officer: Phone, channel: Telegram) -> None:
    await officer.start()

    with pytest.raises(DeliveryError) as failure:
        await channel.enclose(to(officer), Written("a.txt", "text/plain", b"", "-"))

    assert meaning(failure.value) == {"permanent": True}
