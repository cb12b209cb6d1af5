"""Each refusal in Telegram's words, seen raw and as the library understands it."""

import io
import json
import struct
from typing import Any

import aiohttp
import pytest
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken

from simulator.limits import Limits
from simulator.phone import Phone
from simulator.server import PretendTelegram
from tests.simulator.stage import TOKEN, Call, Clock

LIMITS = Limits()


def button(label: str = "Có", data: str = "yes") -> dict[str, str]:
    return {"text": label, "callback_data": data}


def keyboard(*rows: list[Any]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def refused(answer: dict[str, Any]) -> tuple[int, str]:
    assert answer["ok"] is False
    return answer["error_code"], answer["description"]


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({}, "Bad Request: message text is empty"),
        ({"text": ""}, "Bad Request: message text is empty"),
        ({"text": " \n\t "}, "Bad Request: text must be non-empty"),
        ({"text": "x" * 4097}, "Bad Request: message is too long"),
        ({"text": "ữ" * 11_000}, "Bad Request: text is too long"),
        ({"text": "x", "parse_mode": "BBCode"}, "Bad Request: unsupported parse_mode"),
        (
            {"text": "<b>x</b>", "parse_mode": "HTML"},
            "Bad Request: can't parse entities: this pretend Telegram reads plain text only",
        ),
        (
            {"text": "x", "entities": [{"type": "bold", "offset": 0, "length": 1}]},
            "Bad Request: can't parse entities: this pretend Telegram reads plain text only",
        ),
        (
            {"text": "x", "reply_parameters": {"message_id": 999}},
            "Bad Request: message to be replied not found",
        ),
        ({"text": "x", "reply_parameters": "{"}, "Bad Request: can't parse reply parameters JSON object"),
        ({"text": "x", "reply_parameters": "[]"}, "Bad Request: object expected as reply parameters"),
        ({"text": "x", "message_thread_id": 7}, "Bad Request: message thread not found"),
        ({"text": "x", "reply_markup": "{"}, "Bad Request: can't parse reply keyboard markup JSON object"),
        ({"text": "x", "reply_markup": "[]"}, "Bad Request: object expected as reply markup"),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [button()]}},
            'Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        (
            {"text": "x", "reply_markup": {"keyboard": ["Có"]}},
            'Bad Request: field "keyboard" must be an Array of Arrays',
        ),
        (
            {"text": "x", "reply_markup": keyboard([button(data="x" * 65)])},
            "Bad Request: BUTTON_DATA_INVALID",
        ),
        (
            {"text": "x", "reply_markup": keyboard([button(data="ữ" * 22)])},
            "Bad Request: BUTTON_DATA_INVALID",
        ),
        (
            {"text": "x", "reply_markup": keyboard([{"text": "Có"}])},
            "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "x", "reply_markup": keyboard([button(data="")])},
            "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "x", "reply_markup": keyboard([{"callback_data": "yes"}])},
            "Bad Request: can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            {"text": "x", "reply_markup": keyboard(["Có"])},
            "Bad Request: can't parse inline keyboard button: InlineKeyboardButton must be an Object",
        ),
        (
            {"text": "x", "reply_markup": keyboard([button(label=" ")])},
            "Bad Request: inline keyboard button text must be non-empty",
        ),
        (
            {"text": "x", "reply_markup": keyboard(*([button()] for _ in range(101)))},
            "Bad Request: reply markup is too long",
        ),
        ({"text": "x", "reply_markup": keyboard([button()] * 9)}, "Bad Request: reply markup is too long"),
        (
            {
                "text": "x",
                "reply_markup": keyboard(*([button(label="y" * 150, data="z" * 64)] for _ in range(50))),
            },
            "Bad Request: reply markup is too long",
        ),
    ],
)
async def test_message_is_refused(
    pretend: PretendTelegram, officer: Phone, call: Call, params: dict[str, Any], description: str
) -> None:
    await officer.start()

    assert refused(await call("sendMessage", chat_id=officer.id, **params)) == (400, description)

    assert officer.texts == []
    assert pretend.bot_calls.refused == {("sendMessage", description): 1}


@pytest.mark.parametrize(
    "params",
    [
        {"text": "x" * 4096},
        {"text": "😀" * 4096},
        {"text": "ữ" * 4096 + "   \n"},
        {"text": "x", "reply_markup": keyboard([button(data="ữ" * 21 + "x")])},
        {"text": "x", "reply_markup": keyboard(*([button()] * 8 for _ in range(12)), [button()] * 4)},
        {"text": "x", "parse_mode": "None"},
    ],
)
async def test_message_at_the_limit_is_sent(officer: Phone, call: Call, params: dict[str, Any]) -> None:
    await officer.start()

    assert (await call("sendMessage", chat_id=officer.id, **params))["ok"] is True


@pytest.mark.parametrize(
    ("chat_id", "description"),
    [
        ("", "Bad Request: chat_id is empty"),
        (987_654, "Bad Request: chat not found"),
        (-987_654, "Bad Request: chat not found"),
        ("@ban_tuyen_giao", "Bad Request: chat not found"),
        ("mười", "Bad Request: chat not found"),
    ],
)
async def test_unknown_chat_is_refused(call: Call, chat_id: Any, description: str) -> None:
    assert refused(await call("sendMessage", chat_id=chat_id, text="x")) == (400, description)


async def test_bot_may_not_write_to_a_person_it_never_met(stranger: Phone, call: Call) -> None:
    answer = await call("sendMessage", chat_id=stranger.id, text="Chào đồng chí.")

    assert refused(answer) == (400, "Bad Request: chat not found")


async def test_bot_may_not_begin_a_conversation(
    pretend: PretendTelegram, officer: Phone, stranger: Phone, bot: Bot
) -> None:
    """The bot knows the stranger from a group; that opens no private chat."""
    group = pretend.group("Ban Tuyên giáo", members=[officer, stranger])
    await stranger.send("/tiendo", to=group)

    with pytest.raises(Forbidden) as refusal:
        await bot.send_message(stranger.id, "Chào đồng chí.")

    assert refusal.value.message == "Forbidden: bot can't initiate conversation with a user"


async def test_bot_that_is_blocked_is_told(officer: Phone, bot: Bot) -> None:
    await officer.start()
    await officer.block()

    with pytest.raises(Forbidden) as refusal:
        await bot.send_message(officer.id, "Nhắc việc")

    assert refusal.value.message == "Forbidden: bot was blocked by the user"
    await officer.unblock()
    assert (await bot.send_message(officer.id, "Nhắc việc")).text == "Nhắc việc"


async def test_deleted_account_is_told(officer: Phone, bot: Bot) -> None:
    await officer.start()
    await officer.deactivate()

    with pytest.raises(Forbidden) as refusal:
        await bot.send_message(officer.id, "Nhắc việc")

    assert refusal.value.message == "Forbidden: user is deactivated"


async def test_upgraded_group_names_its_successor(pretend: PretendTelegram, officer: Phone, bot: Bot) -> None:
    group = pretend.group("Ban Tuyên giáo", members=[officer])
    old = group.id
    group.upgrade()

    with pytest.raises(ChatMigrated) as refusal:
        await bot.send_message(old, "Tổng hợp tuần")

    assert refusal.value.new_chat_id == group.id
    assert (await bot.send_message(group.id, "Tổng hợp tuần")).chat.type == "supergroup"


async def test_upgraded_group_is_refused_in_telegrams_words(
    pretend: PretendTelegram, officer: Phone, call: Call
) -> None:
    group = pretend.group("Ban Tuyên giáo", members=[officer])
    old = group.id
    group.upgrade()

    assert await call("sendMessage", chat_id=old, text="x") == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": group.id},
    }


@pytest.mark.parametrize(("supergroup", "name"), [(False, "group"), (True, "supergroup")])
async def test_bot_that_was_removed_is_told(
    pretend: PretendTelegram, officer: Phone, bot: Bot, supergroup: bool, name: str
) -> None:
    group = pretend.group("Ban Tuyên giáo", members=[officer], supergroup=supergroup)
    group.remove_bot()

    with pytest.raises(Forbidden) as refusal:
        await bot.send_message(group.id, "Tổng hợp tuần")

    assert refusal.value.message == f"Forbidden: bot was kicked from the {name} chat"


async def test_bot_that_left_is_no_member(pretend: PretendTelegram, officer: Phone, bot: Bot) -> None:
    group = pretend.group("Ban Tuyên giáo", members=[officer])
    assert await bot.leave_chat(group.id)

    with pytest.raises(Forbidden) as refusal:
        await bot.send_message(group.id, "Tổng hợp tuần")

    assert refusal.value.message == "Forbidden: bot is not a member of the group chat"


async def test_private_chat_cannot_be_left(officer: Phone, bot: Bot) -> None:
    await officer.start()

    with pytest.raises(BadRequest, match="Chat member status can't be changed in private chats"):
        await bot.leave_chat(officer.id)


PNG_HEAD = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4s", 13, b"IHDR")


@pytest.mark.parametrize(
    ("method", "content", "code", "description"),
    [
        ("sendPhoto", b"", 400, "Bad Request: file must be non-empty"),
        ("sendPhoto", b"not a picture", 400, "Bad Request: IMAGE_PROCESS_FAILED"),
        ("sendPhoto", b"\xff\xd8\xff", 400, "Bad Request: IMAGE_PROCESS_FAILED"),
        (
            "sendPhoto",
            PNG_HEAD + struct.pack(">II", 9_000, 1_001),
            400,
            "Bad Request: PHOTO_INVALID_DIMENSIONS",
        ),
        (
            "sendPhoto",
            PNG_HEAD + struct.pack(">II", 2_100, 100),
            400,
            "Bad Request: PHOTO_INVALID_DIMENSIONS",
        ),
        (
            "sendPhoto",
            b"x" * 10_000_001,
            400,
            "Bad Request: file of size 10000001 bytes is too big for a photo; the maximum size is 10000000 bytes",
        ),
        ("sendDocument", b"", 400, "Bad Request: file must be non-empty"),
    ],
)
async def test_upload_is_refused(
    officer: Phone, session: aiohttp.ClientSession, method: str, content: bytes, code: int, description: str
) -> None:
    await officer.start()
    form = aiohttp.FormData({"chat_id": str(officer.id)})
    form.add_field(method.removeprefix("send").lower(), io.BytesIO(content), filename="a.png")

    async with session.post(f"/bot{TOKEN}/{method}", data=form) as response:
        assert refused(await response.json()) == (code, description)
        assert response.status == code
    assert officer.texts == []


@pytest.mark.parametrize("surplus", [1, 2_000_000])
async def test_upload_above_the_limit_is_refused(clock: Clock, surplus: int) -> None:
    limits = Limits(upload_bytes=100_000)
    async with (
        PretendTelegram(limits=limits) as telegram,
        aiohttp.ClientSession(telegram.base_url) as session,
    ):
        officer = telegram.phone("Hồ Thu Khuyên")
        await officer.start()
        form = aiohttp.FormData({"chat_id": str(officer.id)})
        form.add_field("document", io.BytesIO(b"x" * (100_000 + surplus)), filename="a.pdf")

        async with session.post(f"/bot{TOKEN}/sendDocument", data=form) as response:
            assert refused(await response.json()) == (413, "Request Entity Too Large")


@pytest.mark.parametrize(
    ("method", "params", "description"),
    [
        ("sendPhoto", {}, "Bad Request: there is no photo in the request"),
        ("sendDocument", {}, "Bad Request: there is no document in the request"),
        ("sendPhoto", {"photo": "AgAC-nothing"}, "Bad Request: wrong file identifier/HTTP URL specified"),
        ("sendDocument", {"document": "nothing"}, "Bad Request: wrong file identifier/HTTP URL specified"),
        ("sendPhoto", {"photo": "https://a.vn/b.png"}, "Bad Request: failed to get HTTP URL content"),
        (
            "sendDocument",
            {"document": "attach://missing"},
            "Bad Request: there is no document in the request",
        ),
        (
            "sendDocument",
            {"document": "x", "caption": "x" * 1025},
            "Bad Request: message caption is too long",
        ),
        (
            "sendDocument",
            {"document": "x", "caption": "x", "parse_mode": "MarkdownV2"},
            "Bad Request: can't parse entities: this pretend Telegram reads plain text only",
        ),
    ],
)
async def test_file_is_refused(
    officer: Phone, call: Call, method: str, params: dict[str, str], description: str
) -> None:
    await officer.start()

    assert refused(await call(method, chat_id=officer.id, **params)) == (400, description)


async def test_document_cannot_be_sent_as_a_photo(officer: Phone, call: Call) -> None:
    message = await officer.send_document("a.pdf")

    answer = await call("sendPhoto", chat_id=officer.id, photo=message.content["document"]["file_id"])

    assert refused(answer) == (400, "Bad Request: wrong file identifier/HTTP URL specified")


async def test_refusal_has_the_status_of_its_code(session: aiohttp.ClientSession) -> None:
    async with session.post(f"/bot{TOKEN}/sendMessage", json={"text": "x"}) as response:
        assert response.status == 400
        assert response.content_type == "application/json"
        assert json.loads(await response.text())["ok"] is False


@pytest.mark.parametrize(
    ("path", "code", "description"),
    [
        ("/bot43:WRONG/getMe", 401, "Unauthorized"),
        ("/bot42:PRETENDER/getMe", 401, "Unauthorized"),
        ("/botnonsense/getMe", 404, "Not Found"),
        ("/bot0:x/getMe", 404, "Not Found"),
        ("/", 404, "Not Found"),
        (f"/bot{TOKEN}", 404, "Not Found"),
        (f"/bot{TOKEN}/sendRumour", 404, "Not Found: method not found"),
        (f"/file/bot{TOKEN}/photos/file_1.jpg", 404, "Not Found"),
        ("/file/bot43:WRONG/photos/file_1.jpg", 401, "Unauthorized"),
    ],
)
async def test_wrong_address_is_refused(
    session: aiohttp.ClientSession, path: str, code: int, description: str
) -> None:
    async with session.get(path) as response:
        assert await response.json() == {"ok": False, "error_code": code, "description": description}
        assert response.status == code


async def test_library_knows_a_wrong_token(pretend: PretendTelegram) -> None:
    with pytest.raises(InvalidToken):
        async with Bot("43:WRONG", base_url=f"{pretend.base_url}/bot"):
            pass


async def test_old_message_cannot_be_deleted(officer: Phone, call: Call, clock: Clock) -> None:
    await officer.start()
    sent = await call("sendMessage", chat_id=officer.id, text="x")
    clock.forward(LIMITS.delete_within_seconds + 1)

    answer = await call("deleteMessage", chat_id=officer.id, message_id=sent["result"]["message_id"])

    assert refused(answer) == (400, "Bad Request: message can't be deleted for everyone")
