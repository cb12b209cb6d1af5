"""What an operator must hear of: a messenger out of reach, a bell that did not ring, something that waits too long."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

LONGEST_WAIT = timedelta(minutes=5)
"""An update or answer that waits longer, a messenger that is away longer, a bell that is so much late."""

LONGEST_WAVE = timedelta(minutes=30)
"""A message that nobody asked for waits its turn: at 30 a second so long a wave reaches 54,000 chats."""


@dataclass(frozen=True, slots=True)
class Pulse:
    """How things stand at `now`. An answer, and a message that nobody asked for (bulk), are owed since then. `rings`
    are {bell: (when last, or since when it should, every so many seconds)}; `away` are messengers that have not been
    reached since then."""

    now: datetime
    oldest_unhandled: datetime | None
    oldest_answer: datetime | None
    oldest_bulk: datetime | None
    rings: Mapping[str, tuple[datetime, int]]
    away: Mapping[str, datetime]

    @property
    def oldest_unsent(self) -> datetime | None:
        """Of both."""
        return min((at for at in (self.oldest_answer, self.oldest_bulk) if at is not None), default=None)


@dataclass(frozen=True, slots=True)
class Trouble:
    """`what` is "channel_away" | "bell_silent" | "update_waits" | "message_waits", `about` the channel or bell. Two
    with the same `what` and `about` are one trouble that goes on."""

    what: str
    about: str
    since: datetime

    @property
    def key(self) -> tuple[str, str]:
        return self.what, self.about


def troubles(pulse: Pulse) -> tuple[Trouble, ...]:
    """Everything that is out of order. A bell may be late by its own pause and the longest wait; one that rang in what
    is still to come has not rung since the clock was set back."""
    found = [
        Trouble("channel_away", name, since)
        for name, since in sorted(pulse.away.items())
        if pulse.now - since > LONGEST_WAIT
    ]
    found += [
        Trouble("bell_silent", name, min(at, pulse.now))
        for name, (at, seconds) in sorted(pulse.rings.items())
        if abs(pulse.now - at) > LONGEST_WAIT + timedelta(seconds=seconds)
    ]
    if _too_long(pulse, pulse.oldest_unhandled, LONGEST_WAIT):
        found.append(Trouble("update_waits", "", pulse.oldest_unhandled or pulse.now))
    if _too_long(pulse, pulse.oldest_answer, LONGEST_WAIT) or _too_long(
        pulse, pulse.oldest_bulk, LONGEST_WAVE
    ):
        found.append(Trouble("message_waits", "", pulse.oldest_unsent or pulse.now))
    return tuple(found)


def _too_long(pulse: Pulse, since: datetime | None, longest: timedelta) -> bool:
    return since is not None and pulse.now - since > longest
