"""Who is on the pretend Telegram: people, and the one bot."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True, eq=False)
class User:
    """A person or the bot. `shown` is what the Bot API says of them, made once."""

    id: int
    first_name: str
    last_name: str = ""
    username: str = ""
    language: str = ""
    is_bot: bool = False
    deactivated: bool = False
    shown: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        self.shown = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        for key, value in (
            ("last_name", self.last_name),
            ("username", self.username),
            ("language_code", self.language),
        ):
            if value:
                self.shown[key] = value

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()


# In whose name Telegram writes what nobody in a supergroup wrote, such as its first line after an upgrade.
GROUP_ANONYMOUS = User(1087968824, "Group", username="GroupAnonymousBot", is_bot=True)
