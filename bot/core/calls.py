"""Units that are to be telephoned, and whom to ask for there."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.people import Role


@dataclass(frozen=True, slots=True)
class Call:
    """A unit that no message of ours reaches. `why`: nobody (receives its work) | silent. `phone` is its office's,
    empty where the roster does not say."""

    id: int
    unit_id: int
    unit_code: str
    unit_name: str
    why: str
    since: datetime
    called_at: datetime | None
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Callee:
    """An officer or head of a unit. `why` no message helps: never (joined), lost (blocked us), silent."""

    name: str
    role: Role
    why: str
