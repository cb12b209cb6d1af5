"""What a messenger must be able to do for us, and how it fails."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.core.attachments import Attachment, Written
from bot.core.messages import Address, Incoming, Reply


@dataclass(frozen=True, slots=True)
class Raw:
    """An update as the messenger gave it: its key (unique within the channel), the chat it belongs to, and
    its body as JSON text. It is stored before anybody tries to understand it."""

    key: str
    chat: str
    body: str


Accept = Callable[[Sequence[Raw]], Awaitable[None]]
"""Makes updates durable. When it returns, the messenger may forget them."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the messenger allows. Rates are messages per second; a burst is what it tolerates at once; `file_size` is in
    bytes, 0 where it carries no files.

    Sources for Telegram: facts, section 1; its FAQ applies the overall rate to bulk notifications only.
    """

    text_length: int
    overall_rate: float
    chat_rate: float
    chat_burst: int
    group_rate: float
    group_burst: int
    file_size: int = 0


class DeliveryError(Exception):
    """A message did not get through.

    `permanent`: this message will never be taken; trying again is useless.
    `lost`: nothing reaches this chat any more (blocked, deactivated, unknown), until the person writes again.
    `topic_lost`: nothing reaches this topic of the chat any more (deleted, closed); the chat itself is there.
    `retry_after`: seconds that the messenger asked us to wait, for this chat.
    `moved_to`: the chat has a new id; the message belongs there.
    """

    def __init__(
        self,
        why: str,
        *,
        permanent: bool = False,
        lost: bool = False,
        topic_lost: bool = False,
        retry_after: float | None = None,
        moved_to: str | None = None,
    ) -> None:
        super().__init__(why)
        self.permanent = permanent or lost or topic_lost
        self.lost = lost
        self.topic_lost = topic_lost
        self.retry_after = retry_after
        self.moved_to = moved_to


class ChannelRefused(Exception):  # noqa: N818 - it is an outcome with a name, not a fault of ours
    """The messenger does not accept us at all (a wrong token). Nothing but an operator can mend it."""


@dataclass(frozen=True, slots=True)
class Command:
    """A line of the messenger's command menu."""

    word: str
    description: str


Menus = dict[str, tuple[Command, ...]]
"""The command menu by language; the first language is also the one for everybody else."""


class Channel(Protocol):
    """A messenger. It translates and nothing else."""

    @property
    def name(self) -> str: ...

    @property
    def limits(self) -> Limits: ...

    @property
    def webhook_secret(self) -> str | None:
        """What updates show that come by webhook: known to the messenger and to us alone, the same after a restart.
        None: this channel has no webhooks, it always listens."""

    def is_group(self, address: Address) -> bool:
        """Whether several people read that chat."""

    async def open(self) -> str:
        """Connect and return our own name there. Raises ChannelRefused or DeliveryError."""

    async def close(self) -> None: ...

    async def listen(self, accept: Accept) -> None:
        """Bring updates until cancelled. Survives a lost network."""

    async def offer(self, menus: Menus) -> None:
        """Show these commands in the messenger's menu."""

    async def call_back(self, url: str, *, secret: str) -> None:
        """Ask for updates at `url`, each with the secret, in place of `listen`. Raises DeliveryError."""

    def raw(self, body: bytes) -> Raw:
        """An update as a webhook brings it. Raises ValueError if it is none."""

    def read(self, body: str) -> Incoming | None:
        """Translate one update; None for one that concerns nobody. Raises ValueError where it cannot."""

    async def deliver(self, address: Address, reply: Reply, *, press: str | None) -> str:
        """Send one message and return its id. `press` is the button press that it answers.
        Raises DeliveryError."""

    async def enclose(self, address: Address, file: Written) -> str:
        """Send one file, of at most `limits.file_size`, and return the message's id. Raises DeliveryError."""

    async def amend(self, address: Address, message: str, reply: Reply) -> None:
        """Put other words and buttons into a message of ours, where the messenger allows it. Raises DeliveryError."""

    async def erase(self, address: Address, message: str) -> None:
        """Take somebody's message out of the chat, where the messenger allows it. Raises DeliveryError."""

    async def fetch(self, attachment: Attachment, *, most: int) -> bytes:
        """The bytes of a file that somebody sent, at most so many. Raises DeliveryError, `permanent` if it is there no
        more or too large."""
