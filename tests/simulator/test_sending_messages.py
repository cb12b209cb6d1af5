"""sendMessage, sendPhoto, sendDocument: what the library reads, what the person sees."""

import io
import struct

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    MessageEntity,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)

from simulator.buttons import Button
from simulator.phone import Phone
from simulator.server import PretendTelegram
from tests.simulator.stage import Call, Clock

YES_NO = InlineKeyboardMarkup(
    [[InlineKeyboardButton("Có", callback_data="yes"), InlineKeyboardButton("Chưa", callback_data="no")]]
)


def png(width: int, height: int) -> bytes:
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I4sIIBBBBB", 13, b"IHDR", width, height, 8, 2, 0, 0, 0)
        + b"\0" * 100
    )


def jpeg(width: int, height: int) -> bytes:
    comment = b"\xff\xfe" + struct.pack(">H", 6) + b"test"
    return b"\xff\xd8" + comment + b"\xff\xc0" + struct.pack(">HBHH", 11, 8, height, width) + b"\0" * 100


async def test_text_is_shown_and_answered_with_the_message(officer: Phone, bot: Bot, clock: Clock) -> None:
    await officer.start()

    answer = await bot.send_message(officer.id, "Chào đồng chí.\nHôm nay còn 2 việc.", reply_markup=YES_NO)

    shown = await officer.next_message()
    assert (shown.id, shown.text, shown.rows) == (
        answer.message_id,
        "Chào đồng chí.\nHôm nay còn 2 việc.",
        ((Button("Có", "yes"), Button("Chưa", "no")),),
    )
    assert (shown.from_bot, shown.sent_at, shown.edited_at) == (True, clock.now(), None)
    assert answer.from_user == bot.bot
    assert (answer.chat.id, answer.chat.type, answer.chat.full_name) == (
        officer.id,
        "private",
        "Hồ Thu Khuyên",
    )
    assert answer.date == clock.now()
    assert answer.reply_markup == YES_NO


async def test_answer_holds_nothing_that_the_library_does_not_know(
    officer: Phone, bot: Bot, call: Call
) -> None:
    await officer.start()

    told = (await call("sendMessage", chat_id=officer.id, text="/viec", reply_markup=YES_NO.to_dict()))[
        "result"
    ]

    message = Message.de_json(told, bot)
    assert {field: value for field, value in message.to_dict().items() if field in told} == told
    assert (message.api_kwargs, message.chat.api_kwargs) == ({}, {})


async def test_ends_of_a_text_are_trimmed(officer: Phone, bot: Bot) -> None:
    await officer.start()

    answer = await bot.send_message(officer.id, " \n Một\r\nhai\t ba \n\n")

    assert answer.text == "Một\nhai  ba"


async def test_commands_mentions_and_links_are_found_in_utf16_units(officer: Phone, bot: Bot) -> None:
    await officer.start()

    answer = await bot.send_message(officer.id, "📌 Gõ /viec hoặc hỏi @nhacviec_bot, xem https://a.vn/b /báo")

    found = answer.parse_entities()
    assert [(entity.type, text) for entity, text in found.items()] == [
        (MessageEntity.BOT_COMMAND, "/viec"),
        (MessageEntity.MENTION, "@nhacviec_bot"),
        (MessageEntity.URL, "https://a.vn/b"),
    ]


async def test_reply_holds_what_it_replies_to(officer: Phone, bot: Bot) -> None:
    question = await officer.send("Hạn nộp là ngày nào?")

    answer = await bot.send_message(
        officer.id, "Ngày 25/11/2026.", reply_parameters=ReplyParameters(question.id)
    )

    assert answer.reply_to_message is not None
    assert answer.reply_to_message.text == "Hạn nộp là ngày nào?"
    assert (await officer.next_message()).reply_to is question


async def test_reply_to_nothing_is_sent_where_that_is_allowed(officer: Phone, bot: Bot) -> None:
    await officer.start()

    answer = await bot.send_message(
        officer.id, "Vẫn gửi.", reply_parameters=ReplyParameters(999, allow_sending_without_reply=True)
    )

    assert answer.reply_to_message is None


async def test_keys_replace_the_keyboard_until_they_are_taken_away(officer: Phone, bot: Bot) -> None:
    await officer.start()
    keys = ReplyKeyboardMarkup([["Có", "Chưa"], [KeyboardButton("Không áp dụng")]])

    answer = await bot.send_message(officer.id, "Đã họp chưa?", reply_markup=keys)
    assert (answer.reply_markup, officer.keyboard) == (None, ("Có", "Chưa", "Không áp dụng"))

    await bot.send_message(officer.id, "Cảm ơn đồng chí.", reply_markup=ReplyKeyboardRemove())
    assert officer.keyboard == ()


async def test_buttons_that_lead_elsewhere_are_shown_without_data(officer: Phone, bot: Bot) -> None:
    await officer.start()
    link = InlineKeyboardButton("Văn bản", url="https://haiphong.gov.vn")

    await bot.send_message(officer.id, "Chỉ thị 32", reply_markup=InlineKeyboardMarkup([[link]]))

    assert (await officer.next_message()).buttons == (Button("Văn bản", None),)


async def test_photo_comes_in_several_sizes(officer: Phone, bot: Bot) -> None:
    await officer.start()
    picture = png(1000, 500)

    answer = await bot.send_photo(officer.id, picture, caption="Tiến độ tuần 47")

    assert [(size.width, size.height) for size in answer.photo] == [
        (90, 45),
        (320, 160),
        (800, 400),
        (1000, 500),
    ]
    assert answer.photo[-1].file_size == len(picture)
    shown = await officer.next_message()
    assert (shown.media, shown.text) == ("photo", "Tiến độ tuần 47")


async def test_jpeg_is_measured_too(officer: Phone, bot: Bot) -> None:
    await officer.start()

    answer = await bot.send_photo(officer.id, jpeg(640, 480))

    assert (answer.photo[-1].width, answer.photo[-1].height) == (640, 480)


async def test_document_keeps_its_name_and_kind(officer: Phone, bot: Bot) -> None:
    await officer.start()

    answer = await bot.send_document(
        officer.id, io.BytesIO(b"PK\3\4" + b"x" * 50), filename="bao-cao.docx", caption="Báo cáo"
    )

    assert answer.document is not None
    assert (answer.document.file_name, answer.document.mime_type, answer.document.file_size) == (
        "bao-cao.docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        54,
    )
    assert (await officer.next_message()).text == "Báo cáo"


async def test_file_that_telegram_has_is_sent_by_its_id(officer: Phone, colleague: Phone, bot: Bot) -> None:
    await officer.start()
    await colleague.start()
    first = await bot.send_document(officer.id, b"nguyen van", filename="a.txt")
    assert first.document is not None

    second = await bot.send_document(colleague.id, first.document.file_id)

    assert second.document == first.document


async def test_photo_that_telegram_has_is_sent_by_the_id_of_any_size(
    officer: Phone, colleague: Phone, bot: Bot
) -> None:
    await officer.start()
    await colleague.start()
    first = await bot.send_photo(officer.id, png(1000, 500))

    second = await bot.send_photo(colleague.id, first.photo[0].file_id, caption="Lần nữa")

    assert (second.photo, second.caption) == (first.photo, "Lần nữa")


async def test_message_ids_are_counted_over_all_private_chats(
    officer: Phone, colleague: Phone, bot: Bot
) -> None:
    await officer.start()
    await colleague.start()

    first = await bot.send_message(officer.id, "một")
    second = await bot.send_message(colleague.id, "hai")

    assert (first.message_id, second.message_id) == (3, 4)


async def test_same_steps_give_the_same_ids(clock: Clock) -> None:
    async def steps() -> tuple[int, int, str]:
        async with PretendTelegram(now=clock.now) as telegram:
            officer = telegram.phone("Hồ Thu Khuyên")
            message = await officer.send_document("kế hoạch.pdf")
            group = telegram.group("Ban Tuyên giáo", members=[officer])
            return message.id, group.id, message.content["document"]["file_id"]

    assert await steps() == await steps()


async def test_log_keeps_the_order_of_delivery(
    pretend: PretendTelegram, officer: Phone, colleague: Phone, bot: Bot
) -> None:
    await officer.start()
    await colleague.start()
    first = await bot.send_message(officer.id, "một", reply_markup=YES_NO)
    await bot.send_message(colleague.id, "hai")
    await bot.edit_message_text("một, đã sửa", officer.id, first.message_id)
    await bot.delete_message(officer.id, first.message_id)

    assert [
        (entry.what, entry.chat, entry.text, entry.labels) for entry in pretend.log if entry.from_bot
    ] == [
        ("sent", officer.id, "một", ("Có", "Chưa")),
        ("sent", colleague.id, "hai", ()),
        ("edited", officer.id, "một, đã sửa", ()),
        ("deleted", officer.id, "một, đã sửa", ()),
    ]


async def test_chat_remembers_no_more_than_it_is_told_to(clock: Clock) -> None:
    async with PretendTelegram(now=clock.now, keep=3, keep_log=4) as telegram:
        officer = telegram.phone("Hồ Thu Khuyên")
        for n in range(10):
            await officer.send(str(n))

        assert [message.text for message in officer.messages] == ["7", "8", "9"]
        assert [entry.text for entry in telegram.log] == ["6", "7", "8", "9"]
