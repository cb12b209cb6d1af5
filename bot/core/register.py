"""The register: every form that was asked for, and how it stood at an instant."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.core.forms.model import Text


class Standing(StrEnum):
    """How a form stands that a unit was asked for."""

    OPEN = "open"
    OVERDUE = "overdue"
    SUBMITTED = "submitted"  # nobody has looked at it yet
    RETURNED = "returned"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Entry:
    """One form of one unit for one period. `version`, `sent_at`, `receipt` and `author` are those of its latest report;
    `late`: its first version came after the last day. `extended_until` is where staff gave more time."""

    unit: str
    unit_name: str
    kind: Text
    area_name: str
    form: Text
    period: str
    opens_on: date
    due_on: date
    standing: Standing
    version: int = 0
    sent_at: datetime | None = None
    receipt: str = ""
    late: bool = False
    extended_until: date | None = None
    author: str = ""


def standing(report_state: str | None, *, due_on: date, today: date) -> Standing:
    """How a form stands, by what became of its latest report (None: there is none)."""
    match report_state:
        case "returned":
            return Standing.RETURNED
        case "accepted":
            return Standing.ACCEPTED
        case "submitted" | "replaced":
            return Standing.SUBMITTED
    return Standing.OVERDUE if due_on < today else Standing.OPEN
