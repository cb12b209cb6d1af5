"""editMessageText, editMessageReplyMarkup, deleteMessage."""

from typing import Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message

from simulator.phone import Phone
from simulator.server import PretendTelegram
from tests.simulator.stage import Call, Clock

MARKUP = {"inline_keyboard": [[{"text": "Có", "callback_data": "yes"}]]}
NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


async def test_edited_message_shows_its_new_text_and_when(officer: Phone, bot: Bot, clock: Clock) -> None:
    await officer.start()
    sent = await bot.send_message(officer.id, "Câu 1", reply_markup=buttons("Có"))
    clock.forward(60)

    edited = await bot.edit_message_text("Câu 1: Có", officer.id, sent.message_id)

    assert isinstance(edited, Message)
    assert (edited.text, edited.edit_date, edited.reply_markup) == ("Câu 1: Có", clock.now(), None)
    shown = officer.messages[-1]
    assert (shown.text, shown.edited_at, shown.labels) == ("Câu 1: Có", clock.now(), ())


async def test_buttons_are_taken_away_and_put_back(officer: Phone, bot: Bot) -> None:
    await officer.start()
    sent = await bot.send_message(officer.id, "Câu 1", reply_markup=buttons("Có"))

    await bot.edit_message_reply_markup(officer.id, sent.message_id)
    assert officer.messages[-1].labels == ()

    await bot.edit_message_reply_markup(officer.id, sent.message_id, reply_markup=buttons("Có", "Chưa"))
    shown = officer.messages[-1]
    assert (shown.labels, shown.text) == (("Có", "Chưa"), "Câu 1")


async def test_edit_is_seen_by_whoever_waits(officer: Phone, bot: Bot) -> None:
    await officer.start()
    sent = await bot.send_message(officer.id, "Đang làm…")

    await bot.edit_message_text("Xong.", officer.id, sent.message_id)

    await officer.wait_until(lambda screen: screen.texts != ["Đang làm…"])
    assert officer.messages[-1].text == "Xong."


@pytest.mark.parametrize(
    ("method", "params", "description"),
    [
        ("editMessageText", {"text": "Câu 1", "reply_markup": MARKUP}, NOT_MODIFIED),
        ("editMessageText", {"text": " Câu 1\n", "reply_markup": MARKUP}, NOT_MODIFIED),
        ("editMessageReplyMarkup", {"reply_markup": MARKUP}, NOT_MODIFIED),
        ("editMessageText", {"text": ""}, "Bad Request: message text is empty"),
        ("editMessageText", {"text": "x" * 4097}, "Bad Request: message is too long"),
        ("editMessageText", {"text": "x", "message_id": 999}, "Bad Request: message to edit not found"),
        ("editMessageText", {"text": "x", "message_id": 1}, "Bad Request: message can't be edited"),
        ("editMessageReplyMarkup", {"message_id": 0}, "Bad Request: message to edit not found"),
        (
            "editMessageText",
            {"text": "x", "reply_markup": {"keyboard": [["Có"]]}},
            "Bad Request: inline keyboard expected",
        ),
        ("editMessageText", {"text": "x", "chat_id": ""}, "Bad Request: chat_id is empty"),
        ("deleteMessage", {"message_id": 999}, "Bad Request: message to delete not found"),
        ("deleteMessage", {"chat_id": ""}, "Bad Request: chat identifier is not specified"),
        ("deleteMessage", {"message_id": ""}, "Bad Request: message identifier is not specified"),
    ],
)
async def test_edit_is_refused(
    officer: Phone, call: Call, method: str, params: dict[str, Any], description: str
) -> None:
    await officer.start()
    sent = (await call("sendMessage", chat_id=officer.id, text="Câu 1", reply_markup=MARKUP))["result"]

    answer = await call(method, **{"chat_id": officer.id, "message_id": sent["message_id"], **params})

    assert (answer["error_code"], answer["description"]) == (400, description)
    assert (officer.texts, officer.messages[-1].edited_at) == (["Câu 1"], None)


async def test_document_has_no_text_to_edit(officer: Phone, bot: Bot, call: Call) -> None:
    await officer.start()
    sent = await bot.send_document(officer.id, b"x", filename="a.txt")

    answer = await call("editMessageText", chat_id=officer.id, message_id=sent.message_id, text="x")

    assert answer["description"] == "Bad Request: there is no text in the message to edit"


async def test_deleted_message_is_gone(officer: Phone, bot: Bot) -> None:
    asked = await officer.send("/viec")
    sent = await bot.send_message(officer.id, "Nhầm")

    assert await bot.delete_message(officer.id, sent.message_id)
    assert await bot.delete_message(officer.id, asked.id)

    assert officer.messages == []


async def test_messages_of_others_in_a_group_are_not_the_bots_to_delete(
    pretend: PretendTelegram, officer: Phone, call: Call
) -> None:
    group = pretend.group("Ban Tuyên giáo", members=[officer])
    said = await officer.send("/tiendo", to=group)

    answer = await call("deleteMessage", chat_id=group.id, message_id=said.id)

    assert answer["description"] == "Bad Request: message can't be deleted"
    assert group.messages[-1] is said


def buttons(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup.from_row(
        [InlineKeyboardButton(label, callback_data=label) for label in labels]
    )
