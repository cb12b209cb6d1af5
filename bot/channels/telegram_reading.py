"""Telegram's updates as ours."""

import json
from typing import Any

from telegram import Bot, CallbackQuery, ChatMemberUpdated, Message, Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.core.channel import Raw
from bot.core.messages import Address, Attachment, Incoming, Kind

NAME = "telegram"
GONE = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)


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
        try:
            update = Update.de_json(data, self._bot)
        except (TypeError, KeyError, AttributeError) as error:
            raise ValueError(f"an update that cannot be parsed: {error!r}") from error
        key = str(update.update_id)
        if update.message is not None:
            return self._message(key, update.message)
        if update.edited_message is not None:
            return _incoming(key, update.edited_message, Kind.EDITED, text=update.edited_message.text or "")
        if update.callback_query is not None:
            return _press(key, update.callback_query)
        if update.my_chat_member is not None:
            return _membership(key, update.my_chat_member)
        return None

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
