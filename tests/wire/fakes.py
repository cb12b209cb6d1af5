"""A messenger made for tests: it takes what it is given, or fails as it was told to."""

import asyncio
import contextlib
import json
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from bot.core.attachments import Attachment, Written
from bot.core.channel import Accept, DeliveryError, Limits, Menus, Raw
from bot.core.messages import Address, Incoming, Kind, Reply
from tests.wire.pretend_time import seconds

LIMITS = Limits(
    text_length=100,
    overall_rate=10.0,
    chat_rate=1.0,
    chat_burst=3,
    group_rate=1 / 3,
    group_burst=2,
    file_size=1000,
)


@dataclass(frozen=True, slots=True)
class Delivered:
    """A message that got through. `at` is in seconds since the test began."""

    at: float
    chat: str
    text: str
    labels: tuple[str, ...] = ()
    press: str | None = None
    thread: str | None = None
    file: str | None = None


class FakeChannel:
    """A channel without a network. `takes` is how long it is until a message is there, `answer_takes` how long until
    we are told so, in seconds of the loop's clock."""

    def __init__(self, name: str = "fake", *, limits: Limits = LIMITS) -> None:
        self.name = name
        self.limits = limits
        self.webhook_secret: str | None = None
        self.takes = 0.0
        self.answer_takes = 0.0
        self.delivered: list[Delivered] = []
        self.tried: list[tuple[float, str, str]] = []
        """(when, chat, text) of every attempt, those that failed included."""
        self.files: dict[str, bytes] = {}
        self.erased: list[tuple[str, str]] = []
        self.amended: list[tuple[str, str, str]] = []
        self.most_at_once = 0
        self._at_once = 0
        self._troubles: dict[str, deque[Exception]] = {}
        self._moves: dict[str, str] = {}

    def trouble(self, about: str, *errors: Exception) -> None:
        """The next attempts to deliver to this chat, or this very text, fail so."""
        self._troubles.setdefault(about, deque()).extend(errors)

    def move(self, old: str, new: str) -> None:
        """A group gets a new id; the old one is refused from now on."""
        self._moves[old] = new

    @property
    def texts(self) -> list[str]:
        return [one.text for one in self.delivered]

    @property
    def times(self) -> list[float]:
        return [one.at for one in self.delivered]

    def to(self, chat: str) -> list[tuple[float, str]]:
        """(when, text) of what a chat got."""
        return [(one.at, one.text) for one in self.delivered if one.chat == chat]

    # the protocol

    def is_group(self, address: Address) -> bool:
        return address.chat.startswith("-")

    async def open(self) -> str:
        return "fake_bot"

    async def close(self) -> None:
        return

    async def listen(self, accept: Accept) -> None:  # noqa: ARG002 - a test brings the updates itself
        await asyncio.Event().wait()

    async def offer(self, menus: Menus) -> None:  # noqa: ARG002 - there is no menu to look at
        return

    async def call_back(self, url: str, *, secret: str) -> None:  # noqa: ARG002 - nobody calls
        return

    def raw(self, body: bytes) -> Raw:
        value = json.loads(body)
        if not isinstance(value, dict) or "key" not in value:
            raise ValueError("not an update")
        return Raw(value["key"], value["chat"], body.decode())

    def read(self, body: str) -> Incoming | None:
        """Raises ValueError for the text `poison`; the text `nobody` concerns nobody."""
        value: dict[str, Any] = json.loads(body)
        if value["text"] == "poison":
            raise ValueError("an update that cannot be parsed")
        if value["text"] == "nobody":
            return None
        address = Address(self.name, value["chat"])
        said = Incoming(value["key"], address, value["chat"], "Ai đó", Kind.TEXT, value["text"])
        if "album" not in value:
            return said
        photo = Attachment(f"id-{value['key']}", f"unique-{value['key']}", "image/jpeg")
        return replace(
            said, kind=Kind.FILE, attachment=photo, album=value["album"], message=f"m{value['key']}"
        )

    async def deliver(self, address: Address, reply: Reply, *, press: str | None) -> str:
        self._at_once += 1
        self.most_at_once = max(self.most_at_once, self._at_once)
        try:
            await self._carry(address, reply, press)
        finally:
            self._at_once -= 1
        return str(len(self.delivered))

    async def enclose(self, address: Address, file: Written) -> str:
        await self._carry(address, Reply(file.caption), None, file=file.name)
        return str(len(self.delivered))

    async def amend(self, address: Address, message: str, reply: Reply) -> None:
        if self._troubles.get(f"amend {message}"):
            raise self._troubles[f"amend {message}"].popleft()
        self.amended.append((address.chat, message, reply.text))

    async def erase(self, address: Address, message: str) -> None:
        if self._troubles.get(f"erase {message}"):
            raise self._troubles[f"erase {message}"].popleft()
        self.erased.append((address.chat, message))

    async def fetch(self, attachment: Attachment, *, most: int) -> bytes:
        """What a test put into `files`; anything else is gone."""
        content = self.files.get(attachment.file_id)
        if self._troubles.get(attachment.file_id):
            raise self._troubles[attachment.file_id].popleft()
        if content is None or len(content) > most:
            raise DeliveryError("Bad Request: wrong file_id", permanent=True)
        return content

    async def _carry(
        self, address: Address, reply: Reply, press: str | None, *, file: str | None = None
    ) -> None:
        self.tried.append((seconds(), address.chat, reply.text))
        await asyncio.sleep(self.takes)
        if address.chat in self._moves:
            raise DeliveryError("Group migrated to supergroup", moved_to=self._moves[address.chat])
        for about in (address.chat, reply.text):
            if self._troubles.get(about):
                raise self._troubles[about].popleft()
        labels = tuple(choice.label for choice in reply.choices)
        self.delivered.append(
            Delivered(seconds(), address.chat, reply.text, labels, press, thread=address.thread, file=file)
        )
        await asyncio.sleep(self.answer_takes)


def no_network() -> DeliveryError:
    return DeliveryError("cannot reach the messenger")


def told(key: int, chat: str, text: str) -> Raw:
    """An update of the fake messenger."""
    return Raw(str(key), chat, json.dumps({"key": str(key), "chat": chat, "text": text}))


def photographed(key: int, chat: str, album: str, caption: str = "") -> Raw:
    """One part of an album of the fake messenger."""
    body = {"key": str(key), "chat": chat, "text": caption, "album": album}
    return Raw(str(key), chat, json.dumps(body))


@contextlib.contextmanager
def database_out_of_order(*, after: int = 0) -> Iterator[None]:
    """Meanwhile every statement fails but the first so many, as on a full disk or while a server restarts."""
    left = after

    def fail(*_: Any) -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise OperationalError("the database is out of order", None, Exception("no space left on device"))

    event.listen(Engine, "before_cursor_execute", fail)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", fail)
