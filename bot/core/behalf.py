"""Reporting on behalf of somebody: for a colleague who is on leave, for a unit below, by the Committee's staff."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.core.people import REPORTERS, Act, Person, Role, may
from bot.core.units import Unit, UnitKind


class Why(StrEnum):
    LEAVE = "leave"  # the substitute of somebody who is away
    ABOVE = "above"  # an officer or head of a unit above
    STAFF = "staff"  # the Committee's staff, mostly told by telephone


@dataclass(frozen=True, slots=True)
class Behalf:
    """In what capacity somebody types a report that is not their own unit's. `unit_id` and `unit_name` are the sender's
    own unit. `absent_id` and `absent` are the colleague on leave. `told_by` says who gave the figures."""

    why: Why
    unit_id: int
    unit_name: str
    absent_id: int | None = None
    absent: str = ""
    told_by: str = ""

    @property
    def needs_teller(self) -> bool:
        """Whether it must be said who gave the figures: a substitute knows them, others were told."""
        return self.why is not Why.LEAVE


def on_behalf(person: Person, unit_id: int, *, above: Collection[int]) -> Behalf | None:
    """In what capacity the person reports for that unit. None where it is their own, and where they may not.

    An officer reports in their own right. A head who stands in for the officer does it on the officer's behalf.
    """
    own = {post.role for post in person.posts if post.unit_id == unit_id}
    if Role.OFFICER in own:
        return None
    for lent in person.lent:
        if lent.post.unit_id == unit_id and lent.post.role in REPORTERS and lent.post.role not in own:
            mine = next((post for post in person.posts if post.role in REPORTERS), lent.post)
            return Behalf(Why.LEAVE, mine.unit_id, mine.unit_name, lent.absent_id, lent.absent)
    if own.intersection(REPORTERS) or not may(person, Act.REPORT_FOR, unit_id=unit_id, above=above):
        return None
    for post in person.posts:
        if post.role in REPORTERS and post.unit_id in above:
            return Behalf(Why.ABOVE, post.unit_id, post.unit_name)
    staff = next(post for post in person.posts if post.role is Role.STAFF)
    return Behalf(Why.STAFF, staff.unit_id, staff.unit_name)


def units_above(
    unit: Unit, line: Sequence[tuple[int, Unit]], *, kinds: Mapping[str, UnitKind]
) -> tuple[int, ...]:
    """Which units of the line above it (id, unit; the nearest first) may report for the unit, by their kinds."""
    return tuple(
        unit_id for unit_id, one in line if one.kind in kinds and unit.kind in kinds[one.kind].reports_for
    )
