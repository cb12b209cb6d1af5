"""Presses of buttons, and the bot's answers to them."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from simulator import refusals
from simulator.bell import Bell
from simulator.limits import Limits
from simulator.messages import Message
from simulator.refusals import RefusedError
from simulator.users import User


@dataclass(slots=True, eq=False)
class Press:
    """A press on a button. Until it is answered the button spins; `toast` is what the answer shows."""

    id: str
    person: User
    message: Message
    data: str
    pressed_at: float
    answered: bool = False
    toast: str = ""
    alert: bool = False
    bell: Bell = field(default_factory=Bell)

    async def answer(self, *, seconds: float = 5.0) -> str:
        """The toast of the answer, once it is there. Raises TimeoutError."""
        if not await self.bell.until(lambda: self.answered, seconds=seconds):
            raise TimeoutError(f"the press on {self.data!r} was not answered within {seconds} s")
        return self.toast

    def to_json(self) -> dict[str, Any]:
        """The Bot API's CallbackQuery; a message that is gone is told as inaccessible."""
        chat, message = self.message.chat, self.message
        told: dict[str, Any]
        if chat.messages.get(message.id) is message:
            told = message.to_json()
        else:
            told = {"message_id": message.id, "chat": chat.shown, "date": 0}
        return {
            "id": self.id,
            "from": self.person.shown,
            "message": told,
            "chat_instance": str(abs(chat.id) * 7919 + 1),
            "data": self.data,
        }


class Presses:
    """The presses that may still be answered, oldest first.

    Telegram does not document how long a press may wait nor what a second answer gets. Bot authors
    report 10 to 20 seconds, and that an answered one is refused like an old one.
    """

    def __init__(self, limits: Limits, pace: Callable[[], float]) -> None:
        self._limits = limits
        self._pace = pace
        self._open: OrderedDict[str, Press] = OrderedDict()
        self._count = 0

    def add(self, person: User, message: Message, data: str) -> Press:
        self._drop_old()
        self._count += 1
        press = Press(str((person.id << 32) + self._count), person, message, data, self._pace())
        self._open[press.id] = press
        return press

    def answer(self, press_id: str, *, toast: str, alert: bool) -> Press:
        """Settle a press. Raises `RefusedError` for one that is too old, unknown or answered."""
        self._drop_old()
        if len(toast) > self._limits.toast_characters:
            raise RefusedError(refusals.TOAST_TOO_LONG)
        press = self._open.pop(press_id, None)
        if press is None:
            raise RefusedError(refusals.PRESS_TOO_OLD)
        press.answered, press.toast, press.alert = True, toast, alert
        press.bell.ring()
        return press

    def _drop_old(self) -> None:
        oldest = self._pace() - self._limits.press_answer_seconds
        while self._open and next(iter(self._open.values())).pressed_at < oldest:
            self._open.popitem(last=False)
