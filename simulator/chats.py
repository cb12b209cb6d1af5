"""A chat: private, group or supergroup; who is in it and what it shows."""

from collections import OrderedDict, deque
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from simulator.bell import Bell
from simulator.users import User

if TYPE_CHECKING:
    from simulator.messages import Message


class Kind(StrEnum):
    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"


class Standing(StrEnum):
    """The bot's place in a chat. `KICKED` from a private chat means: blocked by the person."""

    MEMBER = "member"
    LEFT = "left"
    KICKED = "kicked"


@dataclass(slots=True, eq=False)
class Chat:
    """One chat with the bot.

    `known`: the bot may address it (it has seen the person). `opened`: the person has written first,
    without which a bot may not write. `topics` is None unless the chat is a forum. `keep` bounds
    how many messages are remembered, the newest staying. `unread` are the bot's messages that
    nobody has looked at yet; `changes` counts whatever changed what the chat shows.
    """

    id: int
    kind: Kind
    title: str = ""
    person: User | None = None
    members: dict[int, User] = field(default_factory=dict)
    standing: Standing = Standing.MEMBER
    known: bool = False
    opened: bool = False
    migrated_to: int | None = None
    topics: dict[int, str] | None = None
    keyboard: tuple[str, ...] = ()
    keep: int | None = None
    messages: "OrderedDict[int, Message]" = field(default_factory=OrderedDict)
    unread: "deque[Message]" = field(default_factory=deque)
    changes: int = 0
    bell: Bell = field(default_factory=Bell)
    shown: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        self.unread = deque(maxlen=self.keep)
        self.shown = {"id": self.id, "type": self.kind.value}
        if self.person is not None:
            names = ("first_name", "last_name", "username")
            self.shown.update({name: self.person.shown[name] for name in names if name in self.person.shown})
        else:
            self.shown["title"] = self.title
        if self.kind is Kind.GROUP:
            self.shown["all_members_are_administrators"] = True
        if self.topics is not None:
            self.shown["is_forum"] = True

    @property
    def is_group(self) -> bool:
        return self.kind is not Kind.PRIVATE

    def add(self, message: "Message") -> None:
        """Show a new message; forget the oldest beyond `keep`."""
        self.messages[message.id] = message
        if self.keep is not None and len(self.messages) > self.keep:
            self.messages.popitem(last=False)
        if message.from_bot:
            self.unread.append(message)
        self.touch(message)

    def touch(self, message: "Message | None" = None) -> None:
        """Say that something changed: those who look at this chat look again."""
        self.changes += 1
        if message is not None:
            message.change = self.changes
        self.bell.ring()
