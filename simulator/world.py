"""The world of the pretend Telegram: who and what there is, and how a message comes into it."""

from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import Any

from simulator.chats import Chat, Kind, Standing
from simulator.files import Files
from simulator.floods import Floods
from simulator.limits import Limits
from simulator.log import Entry
from simulator.messages import Message
from simulator.presses import Press, Presses
from simulator.updates import Update, Updates
from simulator.users import User
from simulator.webhook import Target, Webhook

FIRST_PERSON = 1001
FIRST_GROUP = -5001
FIRST_SUPERGROUP = -1_001_000_000_001
MEMBER_LANE = 5 << 33  # my_chat_member and presses go to a webhook beside the chat's messages, not after them
PRESS_LANE = 3 << 33


class World:
    """All state. Ids come from counters, so that the same steps give the same ids.

    `now` is the calendar (dates of messages), `pace` real seconds (how fast, how long ago). `keep`
    bounds the messages remembered per chat, `keep_log` the entries of the log; None: all.
    """

    def __init__(
        self,
        *,
        bot: User,
        limits: Limits,
        now: Callable[[], datetime],
        pace: Callable[[], float],
        keep: int | None,
        keep_log: int | None,
    ) -> None:
        self.bot = bot
        self.limits = limits
        self.keep = keep
        self.people: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.files = Files()
        self.updates = Updates(limits, seconds=self.seconds, pace=pace)
        self.presses = Presses(limits, pace)
        self.floods = Floods(limits, pace)
        self.commands: dict[tuple[str, int, int, str], list[dict[str, str]]] = {}
        self.webhook: Webhook | None = None
        self.log: deque[Entry] = deque(maxlen=keep_log)
        self._now = now
        self._logged = 0
        self._messages = 0
        self._groups = 0
        self._supergroups = 0
        self._in_supergroup: dict[int, int] = {}
        self._albums = 0

    def seconds(self) -> float:
        """The calendar as Unix time."""
        return self._now().timestamp()

    # people and chats

    def add_person(self, first_name: str, last_name: str, *, language: str) -> User:
        person = User(FIRST_PERSON + len(self.people), first_name, last_name, language=language)
        self.people[person.id] = person
        self.chats[person.id] = Chat(person.id, Kind.PRIVATE, person=person, keep=self.keep)
        return person

    def add_group(
        self, title: str, members: dict[int, User], *, supergroup: bool = False, topics: dict[int, str] | None
    ) -> Chat:
        """A group without the bot. A forum is a supergroup."""
        if supergroup or topics is not None:
            chat_id = FIRST_SUPERGROUP - self._supergroups
            self._supergroups += 1
            kind = Kind.SUPERGROUP
        else:
            chat_id = FIRST_GROUP - self._groups
            self._groups += 1
            kind = Kind.GROUP
        chat = Chat(
            chat_id,
            kind,
            title=title,
            members=members,
            standing=Standing.LEFT,
            opened=True,
            topics=topics,
            keep=self.keep,
        )
        self.chats[chat_id] = chat
        return chat

    def private_chat(self, person: User) -> Chat:
        return self.chats[person.id]

    # messages

    def next_message_id(self, chat: Chat) -> int:
        """Supergroups count for themselves, all other chats of an account together."""
        if chat.kind is Kind.SUPERGROUP:
            number = self._in_supergroup.get(chat.id, 0) + 1
            self._in_supergroup[chat.id] = number
            return number
        self._messages += 1
        return self._messages

    def next_album(self) -> int:
        self._albums += 1
        return 13_000_000_000_000_000 + self._albums

    def post(
        self,
        chat: Chat,
        sender: User,
        content: dict[str, Any],
        *,
        markup: dict[str, Any] | None = None,
        reply_to: Message | None = None,
        topic: int | None = None,
        album: str | None = None,
        anonymous: bool = False,
        forwarded: str | None = None,
    ) -> Message:
        """A new message, shown in its chat. Whether the bot is told is the caller's business."""
        message = Message(
            id=self.next_message_id(chat),
            chat=chat,
            sender=sender,
            date=int(self.seconds()),
            content=content,
            from_bot=sender is self.bot,
            markup=markup,
            reply_to=reply_to,
            topic=topic,
            album=album,
            anonymous=anonymous,
            forwarded=forwarded,
        )
        chat.add(message)
        self.write_down("sent", message)
        return message

    def edit(
        self, message: Message, *, content: dict[str, Any] | None, markup: dict[str, Any] | None
    ) -> None:
        """Change what a message shows; `content` None leaves it, `markup` None takes the buttons away."""
        if content is not None:
            message.content = content
        message.markup = markup
        message.edited = int(self.seconds())
        message.chat.touch(message)
        self.write_down("edited", message)

    def delete(self, message: Message) -> None:
        del message.chat.messages[message.id]
        message.chat.touch()
        self.write_down("deleted", message)

    def write_down(self, what: str, message: Message) -> None:
        self._logged += 1
        self.log.append(
            Entry(
                self._logged,
                what,
                message.chat.id,
                message.id,
                message.sender.id,
                message.from_bot,
                message.text,
                message.labels if message.markup is not None else (),
                int(self.seconds()),
            )
        )

    # what the bot is told

    def tell_message(self, message: Message, *, edited: bool = False) -> Update | None:
        """The bot sees a message; from then on it knows the people in it."""
        chat = message.chat
        chat.known = True
        if chat.is_group and message.sender.id in self.chats:
            self.chats[message.sender.id].known = True
        kind = "edited_message" if edited else "message"
        return self.updates.put(kind, message.to_json(), lane=chat.id)

    def tell_standing(self, chat: Chat, actor: User, new: Standing) -> Update | None:
        """The bot was added, removed, blocked or let in again."""
        old, chat.standing = chat.standing, new
        chat.known = True
        body = {
            "chat": chat.shown,
            "from": actor.shown,
            "date": int(self.seconds()),
            "old_chat_member": _membership(self.bot, old),
            "new_chat_member": _membership(self.bot, new),
        }
        return self.updates.put("my_chat_member", body, lane=chat.id + MEMBER_LANE)

    def tell_press(self, press: Press) -> Update | None:
        """A button was pressed; the bot knows who pressed it from then on."""
        self.private_chat(press.person).known = True
        return self.updates.put(
            "callback_query", press.to_json(), lane=press.person.id + PRESS_LANE, press=True
        )

    def tell_poison(self, chat: Chat) -> Update | None:
        """An update of a shape that no client library of today reads: its sender has no name and is neither
        a person nor a bot."""
        body = {
            "message_id": self.next_message_id(chat),
            "from": {"id": chat.id},
            "chat": chat.shown,
            "date": int(self.seconds()),
            "text": "?",
        }
        return self.updates.put("message", body, lane=chat.id)

    async def set_webhook(self, target: Target | None) -> None:
        """Post updates there from now on; None: keep them for getUpdates."""
        if self.webhook is not None:
            await self.webhook.stop()
            self.webhook = None
        if target is not None:
            self.webhook = Webhook(target, self.updates, self.limits, seconds=self.seconds)
            self.webhook.start()


def _membership(user: User, standing: Standing) -> dict[str, Any]:
    value: dict[str, Any] = {"user": user.shown, "status": standing.value}
    if standing is Standing.KICKED:
        value["until_date"] = 0
    return value
