"""Every kind of update as something that a person did."""

import json
from dataclasses import replace
from typing import Any

import pytest

from bot.channels.telegram import Telegram
from bot.core.attachments import Attachment
from bot.core.messages import Address, Choice, Incoming, Kind, Reply
from simulator.phone import Phone
from simulator.server import PretendTelegram
from tests.wire.telegram.listening import Listener

PRIVATE = Address("telegram", "1001")
MENU = Reply("Chọn:", (Choice("Có", "f:1"), Choice("Chưa", "f:2")), columns=2)


def from_officer(key: int, kind: Kind, text: str = "", **more: Any) -> Incoming:
    """What Hồ Thu Khuyên, the first to have a phone, does in her private chat."""
    return Incoming(str(key), PRIVATE, "1001", "Hồ Thu Khuyên", kind, text, **{"language": "vi", **more})


async def test_text(officer: Phone, listener: Listener) -> None:
    sent = await officer.send("  việc <b>*_`&amp; 👍\nhai dòng")

    assert await listener.read() == [
        from_officer(1, Kind.TEXT, "việc <b>*_`&amp; 👍\nhai dòng", message=str(sent.id))
    ]


async def test_command_with_its_code(officer: Phone, listener: Listener) -> None:
    sent = await officer.start("ABCDEFGHJK")

    assert await listener.read() == [from_officer(1, Kind.TEXT, "/start ABCDEFGHJK", message=str(sent.id))]


async def test_photo_is_its_largest_size(officer: Phone, listener: Listener) -> None:
    sent = await officer.send_photo(90_000, "ảnh buổi họp", width=1600, height=1200)
    largest = sent.content["photo"][-1]

    assert await listener.read() == [
        from_officer(
            1,
            Kind.FILE,
            "ảnh buổi họp",
            message=str(sent.id),
            attachment=Attachment(largest["file_id"], largest["file_unique_id"], "image/jpeg", 90_000),
        )
    ]


async def test_document_keeps_its_name_and_type(officer: Phone, listener: Listener) -> None:
    sent = await officer.send_document("kế hoạch.pdf", 12_345, "application/pdf", "văn bản")
    file = sent.content["document"]

    assert await listener.read() == [
        from_officer(
            1,
            Kind.FILE,
            "văn bản",
            message=str(sent.id),
            attachment=Attachment(
                file["file_id"], file["file_unique_id"], "application/pdf", 12_345, "kế hoạch.pdf"
            ),
        )
    ]


async def test_document_of_an_unknown_type(officer: Phone, listener: Listener) -> None:
    await officer.send_document("", 10, "")

    read = await listener.last(1)
    assert read is not None
    assert read.attachment is not None
    assert (read.attachment.media, read.attachment.name) == ("application/octet-stream", None)


@pytest.mark.parametrize("what", ["sticker", "voice", "location"])
async def test_what_a_form_cannot_take(officer: Phone, listener: Listener, what: str) -> None:
    sent = await getattr(officer, f"send_{what}")()

    assert await listener.read() == [from_officer(1, Kind.UNREADABLE, message=str(sent.id))]


async def test_album_is_as_many_files(officer: Phone, listener: Listener) -> None:
    await officer.send_album(3, "ba ảnh")

    read = await listener.read(3)
    assert [(one.kind, one.text) for one in read if one is not None] == [
        (Kind.FILE, "ba ảnh"),
        (Kind.FILE, ""),
        (Kind.FILE, ""),
    ]
    assert len({one.album for one in read if one is not None} - {None}) == 1


async def test_forwarded_photo_and_words_are_taken_as_ones_own(officer: Phone, listener: Listener) -> None:
    photo = await officer.send_photo(500, "hội nghị")
    words = await officer.send("43")
    await officer.forward(photo, of="Lê Văn Nam")
    await officer.forward(words, of="Lê Văn Nam")

    own, typed, passed_on, said = await listener.read(4)
    assert (own, typed, passed_on, said) != (None, None, None, None)
    assert own is not None
    assert typed is not None
    assert passed_on == replace(own, key="3", message="3")
    assert said == replace(typed, key="4", message="4")


async def test_caption_that_was_edited(officer: Phone, listener: Listener) -> None:
    message = await officer.send_photo(500, "hội nghị")
    await officer.edit(message, "tài liệu MẬT")

    assert await listener.last(2) == from_officer(2, Kind.EDITED, "tài liệu MẬT", message=str(message.id))


async def test_edited_message(officer: Phone, listener: Listener) -> None:
    sent = await officer.send("43")
    await officer.edit(sent, "45")

    assert await listener.last(2) == from_officer(2, Kind.EDITED, "45", message=str(sent.id))


async def test_pressed_button(officer: Phone, listener: Listener, channel: Telegram) -> None:
    await officer.start()
    message = await channel.deliver(PRIVATE, MENU, press=None)
    press = await officer.press("Chưa")

    assert await listener.last(2) == from_officer(2, Kind.PRESS, "f:2", message=message, press=press.id)


async def test_button_of_a_message_that_is_gone(
    pretend: PretendTelegram, officer: Phone, listener: Listener, channel: Telegram
) -> None:
    await officer.start()
    sent = await channel.deliver(PRIVATE, MENU, press=None)
    message = officer.chat.messages.pop(int(sent))
    press = await officer.press_as("f:1", message=message)

    assert await listener.last(2) == from_officer(2, Kind.PRESS, "f:1", message=sent, press=press.id)


async def test_blocked_and_let_in_again(officer: Phone, listener: Listener) -> None:
    await officer.start()
    await officer.block()
    await officer.unblock()

    assert await listener.read(3) == [
        from_officer(1, Kind.TEXT, "/start", message="1"),
        from_officer(2, Kind.BLOCKED),
        from_officer(3, Kind.UNBLOCKED),
    ]


async def test_group_that_takes_us_in_and_throws_us_out(
    pretend: PretendTelegram, officer: Phone, listener: Listener
) -> None:
    group = pretend.group("Tổ tuyên giáo", members=[officer])
    group.remove_bot()

    in_group = {"address": Address("telegram", str(group.id)), "group": True}
    read = [one for one in await listener.read(4) if one is not None]
    assert [(one.kind, one.address, one.group, one.sender) for one in read] == [
        (Kind.UNBLOCKED, in_group["address"], True, "1001"),
        (Kind.BLOCKED, in_group["address"], True, "1001"),
    ]


@pytest.mark.parametrize(
    ("said", "understood"),
    [
        ("/tonghop", "/tonghop"),
        ("/tonghop@nhacviec_bot", "/tonghop"),
        ("/tonghop@NhacViec_BOT", "/tonghop"),
        ("/ketnoi@nhacviec_bot ABCDE-FGHJK", "/ketnoi ABCDE-FGHJK"),
        ("@nhacviec_bot xin chào", "@nhacviec_bot xin chào"),
    ],
)
async def test_command_in_a_group(
    pretend: PretendTelegram, officer: Phone, listener: Listener, said: str, understood: str
) -> None:
    group = pretend.group("Tổ tuyên giáo", members=[officer])
    await officer.send(said, to=group)

    read = await listener.last(3)
    assert read is not None
    assert (read.kind, read.text, read.group, read.address.chat) == (
        Kind.TEXT,
        understood,
        True,
        str(group.id),
    )


def test_command_for_another_bot_concerns_nobody(channel: Telegram) -> None:
    group = {"id": -5, "type": "group", "title": "Tổ"}

    assert channel.read(body(group, {"text": "/start@another_bot"})) is None


async def test_topic_of_a_forum_is_part_of_the_address(
    pretend: PretendTelegram, officer: Phone, listener: Listener
) -> None:
    forum = pretend.group("Diễn đàn", members=[officer], forum=True)
    topic = forum.open_topic("Báo cáo")
    await officer.send("/tonghop", to=forum, topic=topic)

    read = await listener.last(4)
    assert read is not None
    assert read.address == Address("telegram", str(forum.id), str(topic))


async def test_group_that_becomes_a_supergroup(
    pretend: PretendTelegram, officer: Phone, listener: Listener
) -> None:
    group = pretend.group("Tổ tuyên giáo", members=[officer])
    old = group.id
    group.upgrade()

    told = [one for one in await listener.read(4) if one is not None and one.kind is Kind.MIGRATED]
    assert [(one.address.chat, one.text) for one in told] == [(str(old), str(group.id))]


async def test_somebody_joining_a_group_concerns_nobody(
    pretend: PretendTelegram, officer: Phone, colleague: Phone, listener: Listener
) -> None:
    group = pretend.group("Tổ tuyên giáo", members=[officer])
    group.add(colleague)

    assert await listener.last(3) is None


async def test_update_that_cannot_be_parsed_is_refused_and_found_in_its_chat(
    pretend: PretendTelegram, officer: Phone, listener: Listener, channel: Telegram
) -> None:
    pretend.poison(officer)

    (raw,) = await listener.until(1)

    assert (raw.key, raw.chat) == ("1", "1001")
    with pytest.raises(ValueError, match="an update that cannot be parsed"):
        channel.read(raw.body)


@pytest.mark.parametrize(
    "update",
    [
        {"update_id": 7},
        {"update_id": 7, "poll": {"id": "1", "question": "?", "options": []}},
        {"update_id": 7, "something_of_next_year": {"id": 1}},
        {"update_id": 7, "something_of_next_year": ["a", "b"]},
        {"update_id": 7, "something_of_next_year": {"message": "words"}},
    ],
)
def test_update_of_an_unknown_kind_belongs_to_no_chat(channel: Telegram, update: dict[str, Any]) -> None:
    raw = channel.raw(json.dumps(update).encode())

    assert (raw.key, raw.chat) == ("7", "?")


def test_update_of_an_unknown_kind_concerns_nobody(channel: Telegram) -> None:
    assert channel.read('{"update_id": 7, "something_of_next_year": {"id": 1}}') is None


def test_chat_without_a_user_speaks_for_itself(channel: Telegram) -> None:
    """An administrator may write in the group's name, a channel in its own."""
    group = {"id": -100500, "type": "supergroup", "title": "Tổ tuyên giáo"}

    read = channel.read(body(group, {"text": "/tonghop", "sender_chat": group}))

    assert read is not None
    assert (read.sender, read.sender_name, read.language) == ("-100500", "Tổ tuyên giáo", None)


def test_press_without_a_message_concerns_nobody(channel: Telegram) -> None:
    person = {"id": 1001, "is_bot": False, "first_name": "Hồ"}
    press = {"id": "1", "from": person, "chat_instance": "1", "data": "f:1", "inline_message_id": "x"}

    assert channel.read(json.dumps({"update_id": 7, "callback_query": press})) is None


@pytest.mark.parametrize(
    "told", [b"", b"{", b"[]", b"7", b'"text"', b"null", b'{"message": {}}', b"\xff\xfe"]
)
def test_what_is_no_update_is_refused(channel: Telegram, told: bytes) -> None:
    with pytest.raises(ValueError, match=r"not an update|Expecting|codec"):
        channel.raw(told)


def test_half_a_letter_can_be_stored(channel: Telegram) -> None:
    """JSON may hold half of a pair of UTF-16 units; no database takes it."""
    raw = channel.raw(b'{"update_id": 7, "message": {"chat": {"id": 1}, "text": "\\ud83d"}}')

    assert raw.body.encode()


def body(chat: dict[str, Any], content: dict[str, Any]) -> str:
    return json.dumps({"update_id": 7, "message": {"message_id": 1, "date": 0, "chat": chat, **content}})
