"""Units: schools, commune Party committees, organs. They are dated data, since bodies merge and are renamed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.core.forms.model import Text


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of the roster.

    `parent` is the superior in State management and `party_parent` the one in the Party: they differ, above
    all for upper secondary schools. `party_org` is what Party organisation it has ("chi bộ", "ghép chi bộ").
    `figures` are its own numbers: pupils, teachers, managers, staff, classes, party_members, cells.
    `phone` is the telephone of its office, never a person's own: for staff alone, in private. None: the roster that was
    read has no such column.
    `valid_to` is the last day on which it exists; its open work then goes to `successor`, a unit's code.
    """

    code: str
    name: str
    kind: str
    short: str = ""
    level: str = ""
    ownership: str = ""
    parent: str | None = None
    party_parent: str | None = None
    party_org: str = ""
    figures: Mapping[str, int] = field(default_factory=dict)
    valid_from: date | None = None
    valid_to: date | None = None
    successor: str | None = None
    phone: str | None = ""

    def exists_on(self, day: date) -> bool:
        """Whether the unit exists on a day, both ends of its life included."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class UnitKind:
    """A kind of unit, or a part that units of another kind play beside their own.

    PARTY_SCHOOL is no unit of its own: it is played by each SCHOOL whose `party_org` is one of those that
    `needs` lists. `needs` maps a unit's attribute to the values of which it must have one.
    `officer_roles` and `head_roles` are the roles that the reporting officer and the approver of such a unit
    get: those of the propaganda committee are the Committee's staff and leaders as well. `reports_for` are the kinds
    of the units below it for which its people may report.
    """

    code: str
    name: Text
    played_by: str | None = None
    needs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    officer_roles: tuple[str, ...] = ("officer",)
    head_roles: tuple[str, ...] = ("head",)
    reports_for: frozenset[str] = frozenset()

    def plays(self, unit: Unit) -> bool:
        """Whether the unit is of this kind or plays its part."""
        if unit.kind != (self.played_by or self.code):
            return False
        return all(getattr(unit, attribute) in allowed for attribute, allowed in self.needs.items())
