"""What the bot asked of the Bot API, counted."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class BotCalls:
    """`calls` by method as Telegram spells it (in lower case where Telegram knows no such method);
    `refused` by method and description, 429 and faults on request included; `flooded` by method: every 429."""

    calls: Counter[str] = field(default_factory=Counter)
    refused: Counter[tuple[str, str]] = field(default_factory=Counter)
    flooded: Counter[str] = field(default_factory=Counter)

    @property
    def floods(self) -> int:
        """How many times the bot was told to slow down."""
        return self.flooded.total()

    def clear(self) -> None:
        self.calls.clear()
        self.refused.clear()
        self.flooded.clear()
