"""What a person does, and what the bot gets to read of it."""

import asyncio

import pytest
from telegram import Bot, ChatMemberBanned, ChatMemberMember, MessageEntity, MessageOriginHiddenUser
from telegram.error import BadRequest

from simulator.phone import Phone
from simulator.screen import ImpossibleError
from simulator.server import PretendTelegram
from tests.simulator.stage import Clock, News, text_of


async def test_person_has_a_name_and_a_language(pretend: PretendTelegram, news: News) -> None:
    await pretend.phone("Hồ Thu Khuyên").send("chào")
    await pretend.phone("Nam", language="en").send("hello")

    first, second = [update.effective_user for update in await news()]
    assert first is not None
    assert second is not None
    assert (first.first_name, first.last_name, first.language_code) == ("Hồ Thu", "Khuyên", "vi")
    assert (second.first_name, second.last_name, second.language_code) == ("Nam", None, "en")
    assert (first.id, second.id, first.is_bot) == (1001, 1002, False)


async def test_same_name_is_the_same_phone(pretend: PretendTelegram, officer: Phone) -> None:
    assert pretend.phone("Hồ Thu Khuyên") is officer
    assert pretend.phones == [officer]


async def test_text_reaches_the_bot_as_it_was_written(officer: Phone, news: News, clock: Clock) -> None:
    await officer.send("  43/45 trường & <b>5</b> *sao* 😀 ")

    (update,) = await news()
    assert update.message is not None
    assert update.message.text == "43/45 trường & <b>5</b> *sao* 😀"
    assert (update.message.date, update.message.chat.id) == (clock.now(), officer.id)
    assert update.message.entities == ()
    assert (update.message.api_kwargs, update.message.from_user and update.message.from_user.api_kwargs) == (
        {},
        {},
    )


async def test_command_is_marked_for_the_library(officer: Phone, news: News) -> None:
    await officer.start("MA-2026")

    (update,) = await news()
    assert update.message is not None
    assert update.message.text == "/start MA-2026"
    assert update.message.parse_entities([MessageEntity.BOT_COMMAND]) == {
        update.message.entities[0]: "/start"
    }


@pytest.mark.parametrize("payload", ["", "a b", "mã", "x" * 65])
async def test_link_carries_only_what_links_can(officer: Phone, payload: str) -> None:
    with pytest.raises(ImpossibleError):
        await officer.start(payload)


async def test_long_text_arrives_in_pieces(officer: Phone, news: News) -> None:
    last = await officer.send("x" * 4096 + "y" * 4096 + "z")

    assert [text_of(update) for update in await news()] == ["x" * 4096, "y" * 4096, "z"]
    assert last.text == "z"


@pytest.mark.parametrize("nothing", ["", "  \n "])
async def test_nothing_cannot_be_sent(officer: Phone, nothing: str) -> None:
    with pytest.raises(ImpossibleError):
        await officer.send(nothing)


async def test_edit_reaches_the_bot_as_an_edit(officer: Phone, news: News, clock: Clock) -> None:
    message = await officer.send("42")
    await news()
    clock.forward(30)

    await officer.edit(message, "43")

    (update,) = await news()
    assert update.message is None
    assert update.edited_message is not None
    assert (update.edited_message.text, update.edited_message.message_id) == ("43", message.id)
    assert update.edited_message.edit_date == clock.now()
    assert (message.text, message.edited_at) == ("43", clock.now())


async def test_only_own_texts_are_edited(officer: Phone, bot: Bot) -> None:
    await officer.start()
    sent = await bot.send_message(officer.id, "Câu 1")
    sticker = await officer.send_sticker()

    for number in (sent.message_id, sticker.id, 999):
        with pytest.raises(ImpossibleError):
            await officer.edit(number, "x")


async def test_words_below_a_picture_are_edited(officer: Phone, news: News) -> None:
    photo = await officer.send_photo(caption="hội nghi")
    await news()

    await officer.edit(photo, "hội nghị")

    (update,) = await news()
    assert update.edited_message is not None
    assert update.edited_message.caption == "hội nghị"
    assert len(update.edited_message.photo) > 1


async def test_forwarded_message_names_who_wrote_it(officer: Phone, news: News) -> None:
    photo = await officer.send_photo(caption="hội nghị")
    await officer.forward(photo, of="Lê Văn Nam")

    own, update = await news()
    assert own.message is not None
    assert update.message is not None
    assert isinstance(update.message.forward_origin, MessageOriginHiddenUser)
    assert update.message.forward_origin.sender_user_name == "Lê Văn Nam"
    assert update.message.photo == own.message.photo


async def test_photos_of_an_album_are_those_that_were_given(officer: Phone, bot: Bot) -> None:
    sent = await officer.send_album(contents=[b"\xff\xd8 one", b"\xff\xd8 two"])

    files = [await bot.get_file(message.content["photo"][-1]["file_id"]) for message in sent]

    assert [bytes(await file.download_as_bytearray()) for file in files] == [b"\xff\xd8 one", b"\xff\xd8 two"]


async def test_forgotten_file_is_gone(officer: Phone, bot: Bot, pretend: PretendTelegram) -> None:
    sent = await officer.send_document("a.pdf", b"%PDF")
    pretend.files.forget(sent.content["document"]["file_id"])

    with pytest.raises(BadRequest, match=r"(?i)file"):
        await bot.get_file(sent.content["document"]["file_id"])


async def test_photo_of_a_size(officer: Phone, news: News) -> None:
    await officer.send_photo(size=250_000, caption="Biên bản")

    (update,) = await news()
    assert update.message is not None
    assert [(size.width, size.height) for size in update.message.photo] == [
        (90, 67),
        (320, 240),
        (800, 600),
        (1280, 960),
    ]
    assert (update.message.photo[-1].file_size, update.message.caption) == (250_000, "Biên bản")
    assert len({size.file_id for size in update.message.photo}) == 4


async def test_same_photo_sent_twice_is_known_again(officer: Phone, news: News) -> None:
    await officer.send_photo(content=b"\xff\xd8 bien ban")
    await officer.send_photo(content=b"\xff\xd8 bien ban")
    await officer.send_photo(content=b"\xff\xd8 khac")

    first, second, other = [u.message.photo[-1] for u in await news() if u.message]
    assert first.file_unique_id == second.file_unique_id
    assert first.file_id != second.file_id
    assert other.file_unique_id != first.file_unique_id


async def test_album_is_several_messages_of_one_group(officer: Phone, news: News) -> None:
    await officer.send_album(3, "Hội nghị")
    await officer.send_album(2)

    messages = [update.message for update in await news() if update.message]
    assert [message.caption for message in messages] == ["Hội nghị", None, None, None, None]
    assert len({message.media_group_id for message in messages[:3]}) == 1
    assert len({message.media_group_id for message in messages}) == 2


@pytest.mark.parametrize("count", [1, 11])
async def test_album_has_two_to_ten_pictures(officer: Phone, count: int) -> None:
    with pytest.raises(ImpossibleError):
        await officer.send_album(count)


async def test_document_with_name_kind_and_size(officer: Phone, news: News) -> None:
    await officer.send_document("Báo cáo quý.docx", 123_456, "application/msword", "Quý 4")

    (update,) = await news()
    assert update.message is not None
    document = update.message.document
    assert document is not None
    assert (document.file_name, document.mime_type, document.file_size, update.message.caption) == (
        "Báo cáo quý.docx",
        "application/msword",
        123_456,
        "Quý 4",
    )


async def test_sticker_voice_and_place(officer: Phone, news: News) -> None:
    await officer.send_sticker()
    await officer.send_voice()
    await officer.send_location()

    sticker, voice, place = [update.message for update in await news()]
    assert sticker is not None
    assert sticker.sticker is not None
    assert sticker.sticker.emoji == "👍"
    assert voice is not None
    assert voice.voice is not None
    assert voice.voice.mime_type == "audio/ogg"
    assert place is not None
    assert place.location is not None
    assert place.location.latitude == 20.8449
    assert {message.api_kwargs == {} for message in (sticker, voice, place)} == {True}
    assert [message.media for message in officer.messages] == ["sticker", "voice", "location"]


async def test_blocking_and_letting_in_again_are_told(officer: Phone, news: News) -> None:
    await officer.start()
    await news()

    await officer.block()
    await officer.unblock()

    blocked, opened = [update.my_chat_member for update in await news()]
    assert blocked is not None
    assert opened is not None
    assert isinstance(blocked.new_chat_member, ChatMemberBanned)
    assert isinstance(opened.old_chat_member, ChatMemberBanned)
    assert isinstance(opened.new_chat_member, ChatMemberMember)
    assert (blocked.chat.id, blocked.from_user.id) == (officer.id, officer.id)


async def test_start_lets_a_blocked_bot_in_again(officer: Phone, news: News) -> None:
    await officer.start()
    await officer.block()
    await news()

    await officer.start()

    opened, started = await news()
    assert opened.my_chat_member is not None
    assert text_of(started) == "/start"


async def test_nobody_writes_to_a_bot_that_they_blocked(officer: Phone) -> None:
    await officer.start()
    await officer.block()

    with pytest.raises(ImpossibleError):
        await officer.send("chào")


async def test_deleted_account_does_nothing_any_more(officer: Phone, news: News) -> None:
    await officer.start()
    await news()

    await officer.deactivate()

    with pytest.raises(ImpossibleError):
        await officer.send("chào")
    assert await news() == []


async def test_messages_are_looked_at_one_after_the_other(officer: Phone, bot: Bot) -> None:
    await officer.start()
    await bot.send_message(officer.id, "một")
    await bot.send_message(officer.id, "hai")

    assert [(await officer.next_message()).text for _ in range(2)] == ["một", "hai"]
    with pytest.raises(TimeoutError) as late:
        await officer.next_message(timeout=0.01)
    assert str(late.value) == (
        "no message from the bot within 0.01 s; the chat shows '/start'; bot: 'một'; bot: 'hai'"
    )


async def test_waiting_ends_when_the_message_comes(officer: Phone, bot: Bot) -> None:
    await officer.start()
    waiting = asyncio.create_task(officer.next_message(timeout=5))

    await bot.send_message(officer.id, "chào")

    assert (await waiting).text == "chào"


async def test_waiting_for_what_does_not_come_says_what_came(officer: Phone, bot: Bot) -> None:
    await officer.start()
    await bot.send_message(officer.id, "khác")

    with pytest.raises(TimeoutError) as late:
        await officer.wait_until(lambda screen: screen.texts == ["chào"], timeout=0.01)

    assert str(late.value) == "not so within 0.01 s; the chat shows '/start'; bot: 'khác'"


async def test_repeat_needs_something_to_repeat(pretend: PretendTelegram, officer: Phone) -> None:
    with pytest.raises(ImpossibleError):
        officer.resend_last_update()
    with pytest.raises(ImpossibleError):
        pretend.resend_last_update()


async def test_group_needs_a_founder(pretend: PretendTelegram) -> None:
    with pytest.raises(ImpossibleError):
        pretend.group("Không người")
