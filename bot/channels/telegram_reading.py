"""Telegram's updates as ours."""

import json
from typing import Any

from telegram import Animation, Audio, Bot, CallbackQuery, ChatMemberUpdated, Message, Update, Video
from telegram.constants import ChatMemberStatus, ChatType

from bot.core.attachments import Attachment
from bot.core.channel import Raw
from bot.core.messages import Address, Incoming, Kind

NAME = "telegram"
GONE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


PLAIN = {"message_id", "from", "chat", "date", "text"}


def is_plain(update: dict[str, Any]) -> bool:
    """Whether it is a text that somebody typed in a private chat, with nothing else about it: nine updates of ten.
    They are worth a way of their own, since python-telegram-bot's objects cost ten times as much as what we read."""
    match update:
        case {
            "update_id": int(),
            "message": {
                "message_id": int(),
                "from": {"id": int(), "is_bot": bool(), "first_name": str(first)},
                "chat": {"id": int(), "type": ChatType.PRIVATE},
                "date": int(),
                "text": str(),
            },
        }:
            return first != "" and len(update) == 2 and update["message"].keys() == PLAIN
    return False


def raw_of(update: dict[str, Any]) -> Raw:
    """An update to be stored: its key and chat are found without parsing all of it. An update of an unknown
    kind belongs to the chat "?"."""
    chat: Any = None
    for part in update.values():
        if isinstance(part, dict):
            holder = part.get("message") or part
            chat = holder.get("chat") if isinstance(holder, dict) else None
            break
    number = chat.get("id", "?") if isinstance(chat, dict) else "?"
    # JSON may hold half of a pair of UTF-16 units, which no database takes.
    body = json.dumps(update, ensure_ascii=False).encode(errors="replace").decode()
    return Raw(str(update["update_id"]), str(number)[:64], body)


class TelegramReader:
    """Reads updates for one bot."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    def read(self, data: dict[str, Any]) -> Incoming | None:
        """What a person did, or None if it concerns nobody. Raises ValueError if it cannot be parsed."""
        if is_plain(data):
            return self._plain(data)
        return self.read_all(data)

    def read_all(self, data: dict[str, Any]) -> Incoming | None:
        """The same by python-telegram-bot, which knows everything that there can be in an update."""
        try:
            update = Update.de_json(data, self._bot)
        except (TypeError, KeyError, AttributeError) as error:
            raise ValueError(f"an update that cannot be parsed: {error!r}") from error
        key = str(update.update_id)
        if update.message is not None:
            return self._message(key, update.message)
        if update.edited_message is not None:
            return _incoming(key, update.edited_message, Kind.EDITED, text=_words(update.edited_message))
        if update.callback_query is not None:
            return _press(key, update.callback_query)
        if update.my_chat_member is not None:
            return _membership(key, update.my_chat_member)
        return None

    def _plain(self, data: dict[str, Any]) -> Incoming | None:
        message = data["message"]
        user = message["from"]
        text = self._addressed(message["text"])
        if text is None:
            return None
        first, last = user["first_name"], user.get("last_name")
        return Incoming(
            key=str(data["update_id"]),
            address=Address(NAME, str(message["chat"]["id"])),
            sender=str(user["id"]),
            sender_name=f"{first} {last}" if last else first,
            kind=Kind.TEXT,
            text=text,
            message=str(message["message_id"]),
            language=user.get("language_code"),
        )

    def _message(self, key: str, message: Message) -> Incoming | None:
        if message.migrate_to_chat_id is not None:
            return _incoming(key, message, Kind.MIGRATED, text=str(message.migrate_to_chat_id))
        if message.text is not None:
            text = self._addressed(message.text)
            return None if text is None else _incoming(key, message, Kind.TEXT, text=text)
        if message.photo:
            largest = message.photo[-1]
            photo = Attachment(largest.file_id, largest.file_unique_id, "image/jpeg", largest.file_size)
            return _incoming(key, message, Kind.FILE, text=message.caption or "", attachment=photo)
        if message.document is not None:
            document = message.document
            file = Attachment(
                document.file_id,
                document.file_unique_id,
                document.mime_type or "application/octet-stream",
                document.file_size,
                document.file_name,
            )
            return _incoming(key, message, Kind.FILE, text=message.caption or "", attachment=file)
        if message.media_group_id is not None and isinstance(
            message.effective_attachment, Video | Audio | Animation
        ):
            # Part of an album: it is refused by its kind, beside the photos that are taken.
            moving = message.effective_attachment
            media = moving.mime_type or "video/mp4"
            other = Attachment(
                moving.file_id, moving.file_unique_id, media, moving.file_size, moving.file_name
            )
            return _incoming(key, message, Kind.FILE, text=message.caption or "", attachment=other)
        if message.effective_attachment is not None:
            return _incoming(key, message, Kind.UNREADABLE)
        return None  # a service message: somebody joined, a title changed

    def _addressed(self, text: str) -> str | None:
        """The text without our name in a group's `/command@our_name`; None if another bot is meant."""
        command, space, rest = text.partition(" ")
        if not command.startswith("/") or "@" not in command:
            return text
        word, _, name = command.partition("@")
        return f"{word}{space}{rest}" if name.lower() == self._bot.username.lower() else None


def _words(message: Message) -> str:
    return message.text or message.caption or ""


def _incoming(
    key: str, message: Message, kind: Kind, *, text: str = "", attachment: Attachment | None = None
) -> Incoming:
    user = message.from_user
    return Incoming(
        key=key,
        address=_address(message),
        # An anonymous administrator or a channel has no user: the chat itself speaks.
        sender=str(user.id if user else message.chat_id),
        sender_name=user.full_name if user else message.chat.effective_name or "",
        kind=kind,
        text=text,
        group=message.chat.type != ChatType.PRIVATE,
        attachment=attachment,
        album=message.media_group_id,
        message=str(message.message_id),
        language=user.language_code if user else None,
    )


def _address(message: Message) -> Address:
    topic = message.message_thread_id if message.is_topic_message else None
    return Address(NAME, str(message.chat_id), None if topic is None else str(topic))


def _press(key: str, query: CallbackQuery) -> Incoming | None:
    if query.message is None or query.data is None:
        return None  # a button of an inline message or a game: we make none
    chat = query.message.chat
    address = _address(query.message) if isinstance(query.message, Message) else Address(NAME, str(chat.id))
    return Incoming(
        key=key,
        address=address,
        sender=str(query.from_user.id),
        sender_name=query.from_user.full_name,
        kind=Kind.PRESS,
        text=query.data,
        group=chat.type != ChatType.PRIVATE,
        message=str(query.message.message_id),
        press=query.id,
        language=query.from_user.language_code,
    )


def _membership(key: str, change: ChatMemberUpdated) -> Incoming:
    return Incoming(
        key=key,
        address=Address(NAME, str(change.chat.id)),
        sender=str(change.from_user.id),
        sender_name=change.from_user.full_name,
        kind=Kind.BLOCKED if change.new_chat_member.status in GONE else Kind.UNBLOCKED,
        group=change.chat.type != ChatType.PRIVATE,
        language=change.from_user.language_code,
    )
