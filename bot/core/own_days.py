"""Days that some units have for themselves: a province's or a school's break at Tết, an office that works when others
rest. What is nearest to a unit wins: its own days, its superiors' from the nearest up, its kind's, everybody's."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.core.workdays import SpecialDay, WorkCalendar


def of_unit(code: str) -> str:
    """The scope of a unit and all below it."""
    return f"unit:{code}"


def of_kind(code: str) -> str:
    """The scope of every unit of a kind."""
    return f"kind:{code}"


@dataclass(frozen=True, slots=True)
class Calendars:
    """The committee's calendar and, by scope, what differs. Each combination is built once."""

    common: WorkCalendar
    own: Mapping[str, tuple[SpecialDay, ...]] = field(default_factory=dict)
    _built: dict[tuple[str, ...], WorkCalendar] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def along(self, scopes: Iterable[str]) -> WorkCalendar:
        """The calendar of a unit with these scopes, the nearest first. The common one, itself, if none has own days."""
        chain = tuple(scope for scope in scopes if scope in self.own)
        if chain not in self._built:
            calendar = self.common
            for scope in reversed(chain):
                calendar = calendar.overlaid(self.own[scope])
            self._built[chain] = calendar
        return self._built[chain]


def scopes_of(code: str, kind: str, superiors: Iterable[str]) -> tuple[str, ...]:
    """The scopes in which a unit is, the nearest first. `superiors` from the nearest up."""
    return (of_unit(code), *map(of_unit, superiors), of_kind(kind))
