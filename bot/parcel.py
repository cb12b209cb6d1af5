"""A message on its way out, taken apart into what is sent at once."""

from collections import deque
from dataclasses import replace

from bot.core.attachments import Enclosure
from bot.core.messages import Choice, Reply, in_parts
from bot.db.outbox import Message


class Parcel:
    """A message under way: how often it was tried, and once something of it was sent, the parts that are left, what may
    be chosen, and what is said in place of files that cannot be sent."""

    __slots__ = ("attempts", "begun", "choices", "message", "missing", "parts", "tries")

    def __init__(self, message: Message) -> None:
        self.message = message
        self.attempts = message.attempts
        self.begun = False
        self.choices: tuple[Choice, ...] = ()
        self.parts: deque[Reply | Enclosure] = deque()
        self.missing: list[str] = []
        self.tries = 0

    def split(self, reply: Reply, *, longest: int) -> None:
        """The words first, then what goes with them."""
        self.choices = reply.choices
        self.parts = deque((*in_parts(replace(reply, files=()), longest=longest), *reply.files))

    def done(self) -> None:
        """The first part was sent, or is replaced by a line; behind the last file come those lines."""
        self.begun = True
        self.tries = 0
        self.parts.popleft()
        if not self.parts and self.missing:
            self.parts.append(Reply("\n".join(self.missing)))
            self.missing = []

    def leave_out(self, instead: str) -> None:
        """The first part, a file, cannot be sent."""
        self.missing.append(instead)
        self.done()
