"""What somebody looking at a chat sees, and how to wait for it."""

from collections.abc import Callable
from typing import Self

from simulator.chats import Chat
from simulator.messages import Message
from simulator.world import World


class ImpossibleError(Exception):
    """What no client would let a person do: a fault of the test or the demo, not of the bot."""


class Screen:
    """A chat as it is shown. `messages` are from everybody, oldest first."""

    def __init__(self, world: World, chat: Chat) -> None:
        self._world = world
        self.chat = chat

    @property
    def messages(self) -> list[Message]:
        return list(self.chat.messages.values())

    @property
    def texts(self) -> list[str]:
        """What the bot said, oldest first."""
        return [message.text for message in self.messages if message.from_bot]

    @property
    def keyboard(self) -> tuple[str, ...]:
        """The keys that the bot shows in place of the person's keyboard; to press one is to send it."""
        return self.chat.keyboard

    async def next_message(self, timeout: float = 5.0) -> Message:  # noqa: ASYNC109 - reads better in tests
        """The bot's next message that was not looked at yet, within `timeout` seconds.

        Raises TimeoutError with what the chat shows instead.
        """
        unread = self.chat.unread
        if not unread and not await self.chat.bell.until(lambda: bool(unread), seconds=timeout):
            raise TimeoutError(f"no message from the bot within {timeout} s; the chat shows {self._last()}")
        return unread.popleft()

    async def wait_until(
        self,
        predicate: Callable[[Self], bool],
        timeout: float = 5.0,  # noqa: ASYNC109 - reads better in tests
    ) -> None:
        """Until the predicate is true of this screen; it is asked after every change of the chat.

        Raises TimeoutError with what the chat shows instead.
        """
        if not await self.chat.bell.until(lambda: predicate(self), seconds=timeout):
            raise TimeoutError(f"not so within {timeout} s; the chat shows {self._last()}")

    def _last(self) -> str:
        last = [("bot: " if message.from_bot else "") + repr(message.text) for message in self.messages[-3:]]
        return "; ".join(last) or "nothing"
