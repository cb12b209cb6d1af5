"""A roster as data: units with the people who answer for them, and what a newer one changes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace

from bot.core.folding import fold
from bot.core.people import Role
from bot.core.units import Unit


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody with a role in a unit. `title` is the post on paper: "phó hiệu trưởng"."""

    name: str
    role: Role
    title: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a roster."""

    unit: Unit
    holders: tuple[Holder, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """A unit that is there already, with the names of what differs."""

    before: Unit
    after: Unit
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RosterChanges:
    """What a roster does to the units that are there. Units that it does not name are left alone."""

    added: tuple[Unit, ...]
    changed: tuple[Changed, ...]
    unchanged: int


@dataclass(frozen=True, slots=True)
class PostChange:
    """Somebody takes up or gives up a post. `began` is False for the end of one."""

    unit: str
    holder: Holder
    began: bool


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading a roster did. `left_out`: units (codes) in which it names somebody who was deleted as they asked."""

    units: RosterChanges
    posts: tuple[PostChange, ...]
    left_out: tuple[str, ...] = ()

    @property
    def nothing(self) -> bool:
        return not (self.units.added or self.units.changed or self.posts)


def compare(existing: Mapping[str, Unit], wanted: Sequence[Unit]) -> RosterChanges:
    """What would change if `wanted` were loaded."""
    added = tuple(unit for unit in wanted if unit.code not in existing)
    changed = []
    for unit in wanted:
        before = existing.get(unit.code)
        if before is None or before == unit:
            continue
        what = tuple(
            field.name for field in fields(Unit) if getattr(before, field.name) != getattr(unit, field.name)
        )
        changed.append(Changed(before, unit, what))
    return RosterChanges(added, tuple(changed), len(wanted) - len(added) - len(changed))


def with_known_phones(units: Sequence[Unit], *, known: Mapping[str, Unit]) -> tuple[Unit, ...]:
    """A roster without telephones leaves those that are known."""
    return tuple(
        replace(unit, phone=known[unit.code].phone if unit.code in known else "")
        if unit.phone is None
        else unit
        for unit in units
    )


def with_short_names(units: Sequence[Unit], *, known: Mapping[str, Unit]) -> tuple[Unit, ...]:
    """Every unit with a short name that no other has: two schools of one name get their commune behind it, and their
    code if that is the same too."""
    everybody = {**known, **{unit.code: unit for unit in units}}
    plain = {code: unit.short or unit.name for code, unit in everybody.items()}
    names = Counter(name for code, unit in everybody.items() for name in {fold(plain[code]), fold(unit.name)})

    def placed(unit: Unit) -> str:
        if names[fold(plain[unit.code])] == 1 and names[fold(unit.name)] == 1:
            return plain[unit.code]
        return f"{plain[unit.code]} ({plain.get(unit.parent or '', unit.code)})"

    shorts = {code: placed(unit) for code, unit in everybody.items()}
    taken = Counter(fold(short) for short in shorts.values())
    return tuple(
        replace(
            unit,
            short=shorts[unit.code]
            if taken[fold(shorts[unit.code])] == 1
            else f"{plain[unit.code]} ({unit.code})",
        )
        for unit in units
    )
