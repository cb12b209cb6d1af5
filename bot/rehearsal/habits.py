"""How officers are: who hurries, who waits, who never answers. Figures of a rehearsal, to be read with its result."""

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
    `joins_within` counts days (None: never)."""

    heeds: float
    hours: float
    breaks_off: float
    not_yet: float
    joins_within: int | None


PROMPT = Habit(heeds=1.0, hours=3, breaks_off=0.01, not_yet=0.05, joins_within=1)
LATE = Habit(heeds=0.4, hours=7, breaks_off=0.05, not_yet=0.15, joins_within=5)
RELUCTANT = Habit(heeds=0.15, hours=9, breaks_off=0.1, not_yet=0.3, joins_within=14)
SILENT = Habit(heeds=0.0, hours=0, breaks_off=0.0, not_yet=0.0, joins_within=1)
AWAY = Habit(heeds=0.0, hours=0, breaks_off=0.0, not_yet=0.0, joins_within=None)

_MIX = {PROMPT: 45, LATE: 30, RELUCTANT: 12, SILENT: 8, AWAY: 5}


def habit_of(officers: Officers, dice: Random) -> Habit:
    """One officer's habit."""
    if officers is Officers.DILIGENT:
        return PROMPT
    if officers is Officers.SILENT:
        return SILENT
    return dice.choices(list(_MIX), list(_MIX.values()))[0]
