"""Texts of private chats are read directly: exactly as python-telegram-bot reads them."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram import Bot

from bot.channels.telegram_reading import TelegramReader, is_plain
from bot.core.messages import Incoming
from tests.wire.telegram.listening import TOKEN


class Ours(Bot):
    """A bot that knows its name without asking."""

    @property
    def username(self) -> str:
        return "nhacviec_bot"


READER = TelegramReader(Ours(TOKEN))

OFFICER = {"id": 1001, "is_bot": False, "first_name": "Hồ Thu", "last_name": "Khuyên", "language_code": "vi"}
CHAT = {"id": 1001, "type": "private", "first_name": "Hồ Thu"}
PLAIN: dict[str, Any] = {
    "update_id": 7,
    "message": {"message_id": 3, "from": OFFICER, "chat": CHAT, "date": 1795000000, "text": "việc"},
}


def changed(where: tuple[str, ...], value: object) -> dict[str, Any]:
    """The plain update with something in that place; with `...` with nothing there."""
    update: dict[str, Any] = {**PLAIN, "message": {**PLAIN["message"], "from": {**OFFICER}, "chat": {**CHAT}}}
    inner = update
    for name in where[:-1]:
        inner = inner[name]
    inner.pop(where[-1], None)
    if value is not ...:
        inner[where[-1]] = value
    return update


def read(how: Any, update: dict[str, Any]) -> Incoming | str | None:
    try:
        found: Incoming | None = how(update)
    except Exception:
        return "unreadable"
    return found


def test_what_is_typed_in_a_private_chat_is_plain() -> None:
    assert is_plain(PLAIN)


words = st.text(max_size=20) | st.sampled_from(
    ["/start ABC", "/viec@nhacviec_bot", "/viec@NhacViec_bot  x", "/viec@other_bot", "a@b", "/", "/@"]
)
names = st.text(max_size=20)
persons = st.fixed_dictionaries(
    {"id": st.integers(1, 2**52), "is_bot": st.booleans(), "first_name": names},
    optional={"last_name": names, "language_code": names, "username": names, "is_premium": st.booleans()},
)


@given(
    key=st.integers(0, 2**40),
    number=st.integers(0, 2**40),
    person=persons,
    chat=st.integers(1, 2**52),
    text=words,
)
@settings(max_examples=300)
def test_plain_text_is_read_as_python_telegram_bot_reads_it(
    key: int, number: int, person: dict[str, Any], chat: int, text: str
) -> None:
    place = {"id": chat, "type": "private", "first_name": person["first_name"]}
    message = {"message_id": number, "from": person, "chat": place, "date": 1795000000, "text": text}
    update = {"update_id": key, "message": message}

    assert is_plain(update) == (person["first_name"] != "")
    assert READER.read(update) == READER.read_all(update)


Odd = tuple[tuple[str, ...], object]


def each(within: tuple[str, ...], names: Sequence[str], values: Sequence[object]) -> list[Odd]:
    """Each of the values in each of the places; `...` is nothing there."""
    return [((*within, name), value) for name in names for value in values]


ODD: list[Odd] = [
    *each(("message", "from"), ("last_name", "language_code"), (None, 5, "")),
    *each(("message", "from"), ("id", "is_bot", "first_name"), (..., None, "x", "")),
    *each(("message", "chat"), ("id", "type"), (..., None, "group", -5)),
    *each(("message",), ("message_id", "from", "chat", "date"), (..., None, [])),
    *each(("message",), ("text",), (..., None, "")),
    (("message",), None),
    (("message",), []),
    (("message", "caption"), "x"),
    (("message", "message_thread_id"), 5),
    (("message", "is_topic_message"), True),
    (("message", "sender_chat"), {"id": -5, "type": "channel", "title": "Kênh"}),
    (("message", "migrate_to_chat_id"), -100),
    (("message", "entities"), [{"type": "bold", "offset": 0, "length": 4}]),
    (("message", "something_new"), {"of": "2030"}),
    (("edited_message",), {**PLAIN["message"], "text": "sửa"}),
    (("something_new",), {"of": "2030"}),
]


@pytest.mark.parametrize(("where", "value"), ODD)
def test_anything_out_of_the_way_is_left_to_python_telegram_bot(
    where: tuple[str, ...], value: object
) -> None:
    update = changed(where, value)

    assert read(READER.read, update) == read(READER.read_all, update)
