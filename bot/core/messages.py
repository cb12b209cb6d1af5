"""What passes between people and us, whichever messenger carries it."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Self

from bot.core.attachments import Attachment, Enclosure, enclosure_from_json


@dataclass(frozen=True, slots=True)
class Address:
    """Where a message comes from or goes to: a chat of a channel, perhaps one topic of it."""

    channel: str
    chat: str
    thread: str | None = None


class Kind(StrEnum):
    """What a person did. Everything the messenger may send us is one of these."""

    TEXT = "text"
    PRESS = "press"
    FILE = "file"
    EDITED = "edited"
    UNREADABLE = "unreadable"  # sticker, voice, location: nothing that a form can take
    BLOCKED = "blocked"  # the person shut us out, or we were removed from the group
    UNBLOCKED = "unblocked"
    MIGRATED = "migrated"  # a group got a new chat id


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing that one person did.

    `key` is the messenger's own id of the update, unique within its channel. `text` is what was
    typed, a file's caption, the data of a pressed button, or a migrated group's new chat id.
    `message` is the messenger's id of the message that was sent, edited, or whose button was
    pressed. `press` is what the messenger wants back so that its button stops spinning. `more` and `others` are
    the other files and messages of an album; `text` are all its captions.
    """

    key: str
    address: Address
    sender: str
    sender_name: str
    kind: Kind
    text: str = ""
    group: bool = False
    attachment: Attachment | None = None
    more: tuple[Attachment, ...] = ()
    others: tuple[str, ...] = ()
    album: str | None = None
    message: str | None = None
    press: str | None = None
    language: str | None = None

    @property
    def files(self) -> tuple[Attachment, ...]:
        """All files, each with the channel that keeps it and the album that it belongs to."""
        kept = () if self.attachment is None else (self.attachment, *self.more)
        return tuple(replace(one, channel=self.address.channel, album=self.album) for one in kept)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several things a person may do next. A messenger with buttons shows one; everybody may
    type the number or the label. `data` is at most 64 bytes (Telegram's limit)."""

    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What we say: plain text (never markup), what may be chosen, and files that go with it.

    `columns` is a hint for messengers with buttons. `erase` are messages of the person's that are taken out of the chat
    where the messenger allows it.
    """

    text: str
    choices: tuple[Choice, ...] = ()
    columns: int = 1
    files: tuple[Enclosure, ...] = ()
    erase: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        value: dict[str, Any] = {"text": self.text}
        if self.choices:
            value["choices"] = [[choice.label, choice.data] for choice in self.choices]
        if self.columns != 1:
            value["columns"] = self.columns
        if self.files:
            value["files"] = [file.to_json() for file in self.files]
        if self.erase:
            value["erase"] = list(self.erase)
        return value

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Self:
        return cls(
            text=value["text"],
            choices=tuple(Choice(label, data) for label, data in value.get("choices", ())),
            columns=value.get("columns", 1),
            files=tuple(map(enclosure_from_json, value.get("files", ()))),
            erase=tuple(value.get("erase", ())),
        )

    def below(self, above: str) -> Self:
        """The same with more said above it."""
        return replace(self, text=f"{above}\n\n{self.text}")


@dataclass(frozen=True, slots=True)
class Postponed:
    """What may stand for a message that is made just before it is delivered: not now (rest time), but from then on."""

    until: datetime


Made = Reply | Postponed | None
"""A message that is made late: its words, a later instant, or None because nothing is left to say."""


def in_parts(reply: Reply, *, longest: int) -> tuple[Reply, ...]:
    """The reply as messages of at most `longest` characters, cut between lines where possible. Choices and
    files go with the last part. Characters are counted in UTF-16 units, as the messengers count them."""
    if _units(reply.text) <= longest:
        return (reply,)
    parts: list[str] = [""]
    for line in reply.text.splitlines(keepends=True):
        while _units(line.rstrip("\n")) > longest:
            head = line[: longest // 2]
            parts.append(head)
            line = line[len(head) :]
        if _units(parts[-1]) + _units(line.rstrip("\n")) > longest:
            parts.append("")
        parts[-1] += line
    texts = [text.strip("\n") for text in parts if text.strip()] or [""]
    return (*(Reply(text) for text in texts[:-1]), replace(reply, text=texts[-1]))


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
