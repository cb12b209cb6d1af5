"""Who receives the work of a unit: its living officers, those who stand in for them, its head; else who is above."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.core.leave import stand_in
from bot.core.people import Role


@dataclass(frozen=True, slots=True)
class Receives:
    """Somebody who receives a unit's work, in that role. `absent` is the colleague on leave for whom they stand in.
    `below`: the unit is under theirs, and has nobody itself."""

    person_id: int
    role: Role
    absent: str = ""
    below: bool = False


@dataclass(frozen=True, slots=True)
class Holds:
    """Somebody holds a post of the unit: officer or head."""

    person_id: int
    name: str
    role: Role


def attendants(
    holders: Iterable[Holds], *, away: Mapping[int, int | None], living: Collection[int]
) -> tuple[Receives, ...]:
    """Who receives the work within the unit. `living` are those whom a message reaches, `away` those on leave with
    their substitutes. Where no officer is left the head receives it as the officer would."""
    by_role: dict[Role, dict[int, Receives]] = {Role.OFFICER: {}, Role.HEAD: {}}
    for one in holders:
        stands = stand_in(one.person_id, away)
        if one.role in by_role and stands is not None and stands in living:
            absent = one.name if stands != one.person_id else ""
            by_role[one.role].setdefault(stands, Receives(stands, one.role, absent))
    officers, heads = by_role[Role.OFFICER], by_role[Role.HEAD]
    if not officers:
        return tuple(Receives(one.person_id, Role.OFFICER, one.absent) for one in heads.values())
    return (*officers.values(), *heads.values())


def fallen_up(line: Sequence[tuple[Receives, ...]]) -> tuple[Receives, ...]:
    """Who hears of the work of a unit that has nobody: the officers of the nearest unit above it that has somebody.
    `line` are the attendants of the units above, the nearest first."""
    nearest: tuple[Receives, ...] = next((people for people in line if people), ())
    return tuple(
        Receives(one.person_id, Role.OFFICER, one.absent, below=True)
        for one in nearest
        if one.role is Role.OFFICER
    )
