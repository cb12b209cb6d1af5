"""A message, as the chat shows it and as the Bot API tells it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from simulator.buttons import Button, buttons_of
from simulator.chats import Chat
from simulator.users import User

MEDIA = ("photo", "document", "sticker", "voice", "location")


@dataclass(slots=True, eq=False)
class Message:
    """`content` holds the fields that differ by kind (`text`, `photo` and `caption`, ...), `markup` the
    inline keyboard. `date` and `edited` are Unix seconds. `change` is the chat's count of changes when
    this message last changed."""

    id: int
    chat: Chat
    sender: User
    date: int
    content: dict[str, Any]
    from_bot: bool = False
    markup: dict[str, Any] | None = None
    reply_to: "Message | None" = None
    topic: int | None = None
    album: str | None = None
    anonymous: bool = False
    forwarded: str | None = None
    """The name of who wrote it first."""
    edited: int | None = None
    change: int = field(default=0)

    @property
    def text(self) -> str:
        """What there is to read: the text, or the caption of a picture or file."""
        text: str = self.content.get("text") or self.content.get("caption") or ""
        return text

    @property
    def rows(self) -> tuple[tuple[Button, ...], ...]:
        return buttons_of(self.markup)

    @property
    def buttons(self) -> tuple[Button, ...]:
        return tuple(button for row in self.rows for button in row)

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(button.label for button in self.buttons)

    @property
    def media(self) -> str | None:
        """`photo`, `document`, `sticker`, `voice`, `location`, or None for text."""
        return next((kind for kind in MEDIA if kind in self.content), None)

    @property
    def sent_at(self) -> datetime:
        return datetime.fromtimestamp(self.date, UTC)

    @property
    def edited_at(self) -> datetime | None:
        return None if self.edited is None else datetime.fromtimestamp(self.edited, UTC)

    def to_json(self, *, with_reply: bool = True) -> dict[str, Any]:
        """The Bot API's Message. A message that is replied to is told without what it replied to."""
        value: dict[str, Any] = {"message_id": self.id, "from": self.sender.shown}
        if self.anonymous:
            value["sender_chat"] = self.chat.shown
        value["chat"] = self.chat.shown
        value["date"] = self.date
        if self.edited is not None:
            value["edit_date"] = self.edited
        if self.topic is not None:
            value["message_thread_id"] = self.topic
            value["is_topic_message"] = True
        if with_reply and self.reply_to is not None:
            value["reply_to_message"] = self.reply_to.to_json(with_reply=False)
        if self.forwarded is not None:
            origin = {"type": "hidden_user", "sender_user_name": self.forwarded, "date": self.date}
            value["forward_origin"] = origin
        if self.album is not None:
            value["media_group_id"] = self.album
        value.update(self.content)
        if self.markup is not None:
            value["reply_markup"] = self.markup
        return value
