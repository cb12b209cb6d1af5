"""Presses: honest, late, doubled, forged."""

import asyncio

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import BadRequest

from simulator.phone import Phone
from simulator.screen import ImpossibleError
from simulator.server import PretendTelegram
from tests.simulator.stage import Call, Clock, News

YES_NO = InlineKeyboardMarkup.from_row(
    [InlineKeyboardButton("Có", callback_data="yes"), InlineKeyboardButton("Chưa", callback_data="no")]
)
TOO_OLD = "Query is too old and response timeout expired or query id is invalid"


async def test_press_reaches_the_bot_with_its_message(officer: Phone, bot: Bot, news: News) -> None:
    await officer.start()
    sent = await bot.send_message(officer.id, "Đã họp chưa?", reply_markup=YES_NO)
    await news()

    press = await officer.press("Chưa")

    (update,) = await news()
    query = update.callback_query
    assert query is not None
    assert (query.id, query.data, query.from_user.id) == (press.id, "no", officer.id)
    assert query.message == sent
    assert isinstance(query.message, Message)
    assert query.message.reply_markup == YES_NO
    assert (query.api_kwargs, update.api_kwargs) == ({}, {})


async def test_chat_instance_is_the_same_for_a_chat(
    officer: Phone, colleague: Phone, bot: Bot, news: News
) -> None:
    for phone in (officer, colleague):
        await phone.start()
        await bot.send_message(phone.id, "Đã họp chưa?", reply_markup=YES_NO)
    await news()
    for phone in (officer, officer, colleague):
        await phone.press("Có")

    first, second, other = [u.callback_query.chat_instance for u in await news() if u.callback_query]

    assert first == second
    assert first != other


async def test_button_is_found_by_its_number(officer: Phone, bot: Bot) -> None:
    await officer.start()
    await bot.send_message(officer.id, "Đã họp chưa?", reply_markup=YES_NO)

    assert (await officer.press(2)).data == "no"


async def test_label_means_the_newest_message_that_has_it(officer: Phone, bot: Bot) -> None:
    await officer.start()
    older = await bot.send_message(officer.id, "Câu 1", reply_markup=YES_NO)
    newer = await bot.send_message(officer.id, "Câu 2", reply_markup=YES_NO)
    await bot.send_message(officer.id, "Không có nút")

    assert (await officer.press("Có")).message.id == newer.message_id
    shown = officer.chat.messages[older.message_id]
    assert (await officer.press("Có", message=shown)).message.id == older.message_id


@pytest.mark.parametrize("button", ["Không", 3, 0])
async def test_button_that_is_not_there_cannot_be_pressed(
    officer: Phone, bot: Bot, button: str | int
) -> None:
    await officer.start()
    await bot.send_message(officer.id, "Đã họp chưa?", reply_markup=YES_NO)

    with pytest.raises(ImpossibleError):
        await officer.press(button)


async def test_answer_stops_the_button_spinning(officer: Phone, bot: Bot) -> None:
    await officer.start()
    await bot.send_message(officer.id, "Đã họp chưa?", reply_markup=YES_NO)
    press = await officer.press("Có")
    waiting = asyncio.create_task(press.answer())
    assert press.answered is False

    assert await bot.answer_callback_query(press.id, text="Đã ghi nhận.", show_alert=True)

    assert await waiting == "Đã ghi nhận."
    assert (press.answered, press.alert) == (True, True)


async def test_press_that_nobody_answers_times_out(officer: Phone, bot: Bot) -> None:
    await officer.start()
    await bot.send_message(officer.id, "Đã họp chưa?", reply_markup=YES_NO)
    press = await officer.press("Có")

    with pytest.raises(TimeoutError):
        await press.answer(seconds=0.01)


async def test_late_answer_is_refused(officer: Phone, bot: Bot, clock: Clock) -> None:
    await officer.start()
    await bot.send_message(officer.id, "Đã họp chưa?", reply_markup=YES_NO)
    press = await officer.press("Có")
    clock.forward(16)

    with pytest.raises(BadRequest) as refused:
        await bot.answer_callback_query(press.id)

    assert refused.value.message == TOO_OLD
    assert press.answered is False


async def test_second_answer_is_refused(officer: Phone, bot: Bot) -> None:
    await officer.start()
    await bot.send_message(officer.id, "Đã họp chưa?", reply_markup=YES_NO)
    press = await officer.press("Có")
    await bot.answer_callback_query(press.id)

    with pytest.raises(BadRequest) as refused:
        await bot.answer_callback_query(press.id)

    assert refused.value.message == TOO_OLD


async def test_refusal_of_an_answer_is_in_telegrams_words(officer: Phone, bot: Bot, call: Call) -> None:
    await officer.start()
    await bot.send_message(officer.id, "Đã họp chưa?", reply_markup=YES_NO)
    press = await officer.press("Có")

    unknown = await call("answerCallbackQuery", callback_query_id="1")
    too_long = await call("answerCallbackQuery", callback_query_id=press.id, text="x" * 201)
    longest = await call("answerCallbackQuery", callback_query_id=press.id, text="x" * 200)

    assert [unknown.get("description"), too_long.get("description"), longest["ok"]] == [
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
        "Bad Request: MESSAGE_TOO_LONG",
        True,
    ]


async def test_double_press_is_two_updates(officer: Phone, bot: Bot, news: News) -> None:
    await officer.start()
    await bot.send_message(officer.id, "Đã họp chưa?", reply_markup=YES_NO)
    await news()

    await officer.press("Có")
    await officer.press("Có")

    first, second = await news()
    assert first.callback_query is not None
    assert second.callback_query is not None
    assert first.callback_query.id != second.callback_query.id


async def test_press_with_data_that_the_message_never_had(officer: Phone, bot: Bot, news: News) -> None:
    await officer.start()
    await bot.send_message(officer.id, "Đã họp chưa?", reply_markup=YES_NO)
    await news()

    await officer.press_as("approve:17", message=officer.messages[-1])

    (update,) = await news()
    assert update.callback_query is not None
    assert (update.callback_query.data, update.callback_query.from_user.id) == ("approve:17", officer.id)


async def test_press_in_anothers_name(officer: Phone, stranger: Phone, bot: Bot, news: News) -> None:
    """The stranger presses a button of the officer's private chat."""
    await officer.start()
    await bot.send_message(officer.id, "Đã họp chưa?", reply_markup=YES_NO)
    await news()

    await stranger.press_as("yes", message=officer.messages[-1])
    await stranger.press_as("yes", message=officer.messages[-1], person=officer)

    own, forged = [update.callback_query for update in await news()]
    assert own is not None
    assert forged is not None
    assert own.message is not None
    assert (own.from_user.id, own.message.chat.id) == (stranger.id, officer.id)
    assert forged.from_user.id == officer.id


async def test_press_on_a_message_that_is_gone_tells_only_where_it_was(
    officer: Phone, bot: Bot, news: News
) -> None:
    await officer.start()
    sent = await bot.send_message(officer.id, "Đã họp chưa?", reply_markup=YES_NO)
    shown = officer.messages[-1]
    await bot.delete_message(officer.id, sent.message_id)
    await news()

    await officer.press_as("yes", message=shown)

    (update,) = await news()
    assert update.callback_query is not None
    assert update.callback_query.message is not None
    assert update.callback_query.message.is_accessible is False
    assert update.callback_query.message.message_id == sent.message_id


async def test_same_press_delivered_twice_has_one_id(
    pretend: PretendTelegram, officer: Phone, bot: Bot, news: News
) -> None:
    await officer.start()
    await bot.send_message(officer.id, "Đã họp chưa?", reply_markup=YES_NO)
    await news()
    await officer.press("Có")
    (first,) = await news()

    officer.resend_last_update()

    (again,) = await news()
    assert again.to_dict() == first.to_dict()


async def test_button_with_a_link_does_not_go_to_the_bot(officer: Phone, bot: Bot) -> None:
    await officer.start()
    link = InlineKeyboardButton("Văn bản", url="https://haiphong.gov.vn")
    await bot.send_message(officer.id, "Chỉ thị 32", reply_markup=InlineKeyboardMarkup([[link]]))

    with pytest.raises(ImpossibleError):
        await officer.press("Văn bản")
