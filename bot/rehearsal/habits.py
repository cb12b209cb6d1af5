"""How people are: who hurries, who waits, who never answers; how staff decide. Figures, to be read with the result."""

from dataclasses import dataclass
from enum import StrEnum
from random import Random


class Officers(StrEnum):
    """A whole roster of them."""

    DILIGENT = "diligent"
    MIXED = "mixed"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Habit:
    """`heeds` is how likely one message is acted on, `hours` after how long at most, in hours of the day; `breaks_off`
    how likely a form is left half filled until the next working day; `not_yet` how likely a "có hay chưa" is a "chưa".
    `joins_within` counts days (None: never). `puts_off` is how likely a reminder is answered by “nhắc sau” instead,
    `needs_time` by asking for more time."""

    heeds: float
    hours: float
    breaks_off: float
    not_yet: float
    joins_within: int | None
    puts_off: float = 0.0
    needs_time: float = 0.0


PROMPT = Habit(heeds=1.0, hours=3, breaks_off=0.01, not_yet=0.05, joins_within=1)
LATE = Habit(
    heeds=0.4, hours=7, breaks_off=0.05, not_yet=0.15, joins_within=5, puts_off=0.12, needs_time=0.06
)
RELUCTANT = Habit(
    heeds=0.15, hours=9, breaks_off=0.1, not_yet=0.3, joins_within=14, puts_off=0.1, needs_time=0.08
)
SILENT = Habit(heeds=0.0, hours=0, breaks_off=0.0, not_yet=0.0, joins_within=1)
AWAY = Habit(heeds=0.0, hours=0, breaks_off=0.0, not_yet=0.0, joins_within=None)


@dataclass(frozen=True, slots=True)
class Reviewing:
    """How the Committee's staff are: how often a report is returned, and a request for more time refused. They look
    once on each working day on which something waits, at an hour of the day between those two."""

    returns: float = 0.08
    refuses: float = 0.2
    from_hour: float = 9.5
    to_hour: float = 11


STAFF = Reviewing()

_MIX = {PROMPT: 45, LATE: 30, RELUCTANT: 12, SILENT: 8, AWAY: 5}


def habit_of(officers: Officers, dice: Random) -> Habit:
    """One officer's habit."""
    if officers is Officers.DILIGENT:
        return PROMPT
    if officers is Officers.SILENT:
        return SILENT
    return dice.choices(list(_MIX), list(_MIX.values()))[0]
