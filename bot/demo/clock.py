"""A pretend clock: it runs as fast as any other, from an instant of our choice, and can be set forward."""

import time
from datetime import datetime, timedelta


class PretendClock:
    """Give `now` to the bot in place of the system's clock."""

    def __init__(self, starts_at: datetime) -> None:
        self._at = starts_at
        self._since = time.monotonic()

    def now(self) -> datetime:
        """The pretend instant, as aware UTC."""
        return self._at + timedelta(seconds=time.monotonic() - self._since)

    def pace(self) -> float:
        """The same in seconds, for who measures how fast messages follow each other."""
        return self.now().timestamp()

    def set_to(self, at: datetime) -> None:
        """Forward to that instant."""
        self._at, self._since = at, time.monotonic()

    def forward(self, seconds: float) -> None:
        """Forward by so much: what a person takes to read and type."""
        self._at += timedelta(seconds=seconds)
