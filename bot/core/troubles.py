"""What an operator must hear of: a messenger out of reach, a bell that did not ring, something that waits too long."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

LONGEST_WAIT = timedelta(minutes=5)
"""An update or message that waits longer, a messenger that is away longer, a bell that is so much late."""


@dataclass(frozen=True, slots=True)
class Pulse:
    """How things stand at `now`. `rings` are {bell: (when last, every so many seconds)}; `away` are messengers that
    have not been reached since then."""

    now: datetime
    oldest_unhandled: datetime | None
    oldest_unsent: datetime | None
    rings: Mapping[str, tuple[datetime, int]]
    away: Mapping[str, datetime]


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
    """Everything that is out of order. A bell may be late by its own pause and the longest wait."""
    found = [
        Trouble("channel_away", name, since)
        for name, since in sorted(pulse.away.items())
        if pulse.now - since > LONGEST_WAIT
    ]
    found += [
        Trouble("bell_silent", name, at)
        for name, (at, seconds) in sorted(pulse.rings.items())
        if pulse.now - at > LONGEST_WAIT + timedelta(seconds=seconds)
    ]
    for what, waits in (("update_waits", pulse.oldest_unhandled), ("message_waits", pulse.oldest_unsent)):
        if waits is not None and pulse.now - waits > LONGEST_WAIT:
            found.append(Trouble(what, "", waits))
    return tuple(found)
