"""What the tests of the pretend Telegram share beside their fixtures."""

from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any

from telegram import Update

TOKEN = "42:PRETEND"
Call = Callable[..., Coroutine[Any, Any, dict[str, Any]]]
Arrived = Callable[..., Coroutine[Any, Any, None]]
News = Callable[[], Coroutine[Any, Any, list[Update]]]


class Clock:
    """Calendar and real seconds, both moved by hand."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 20, 1, 30, tzinfo=UTC)
        self.seconds = 1000.0

    def now(self) -> datetime:
        return self.moment

    def pace(self) -> float:
        return self.seconds

    def forward(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)
        self.seconds += seconds


def text_of(told: Any) -> str | None:
    """The text of an update's message, as python-telegram-bot reads it."""
    update = told if isinstance(told, Update) else Update.de_json(told)
    return update.message.text if update.message is not None else None
