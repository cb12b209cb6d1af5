"""What changed for people: forms as they are owed before and after something happened to the plan."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Owing:
    """One task that a unit owes, by which form, until when."""

    unit_id: int
    form: str
    period: str
    task: str
    due_on: date


Key = tuple[int, str, str]
"""A form of a unit for a period: (unit, form, period)."""


@dataclass(frozen=True, slots=True)
class OwedChange:
    """What became of one form of one unit. `before` and `after` are its last days; None: it was, or is, not owed.
    `more` and `less` are the tasks that it asks for now and no longer."""

    unit_id: int
    form: str
    period: str
    before: date | None
    after: date | None
    more: tuple[str, ...] = ()
    less: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        return self.unit_id, self.form, self.period

    @property
    def nothing(self) -> bool:
        return self.before == self.after and not self.more and not self.less

    def to_json(self) -> dict[str, Any]:
        return {
            "key": list(self.key),
            "before": self.before.isoformat() if self.before else None,
            "after": self.after.isoformat() if self.after else None,
            "more": list(self.more),
            "less": list(self.less),
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Self:
        unit_id, form, period = value["key"]
        return cls(
            int(unit_id),
            str(form),
            str(period),
            date.fromisoformat(value["before"]) if value["before"] else None,
            date.fromisoformat(value["after"]) if value["after"] else None,
            tuple(value["more"]),
            tuple(value["less"]),
        )


def owed_changes(before: Iterable[Owing], after: Iterable[Owing]) -> tuple[OwedChange, ...]:
    """What differs, in the order of the new last days; what is dropped comes last."""
    was, now = _by_form(before), _by_form(after)
    found = []
    for key in {**was, **now}:
        old, new = was.get(key, {}), now.get(key, {})
        both = old and new
        change = OwedChange(
            *key,
            before=min(old.values(), default=None),
            after=min(new.values(), default=None),
            more=tuple(task for task in new if task not in old) if both else (),
            less=tuple(task for task in old if task not in new) if both else (),
        )
        if not change.nothing:
            found.append(change)
    return tuple(sorted(found, key=_order))


def one_after_another(first: Sequence[OwedChange], then: Sequence[OwedChange]) -> tuple[OwedChange, ...]:
    """Two steps as one: what went and came back is no change."""
    merged = {change.key: change for change in first}
    for change in then:
        earlier = merged.get(change.key)
        if earlier is None:
            merged[change.key] = change
            continue
        merged[change.key] = replace(
            change,
            before=earlier.before,
            more=_net(earlier.more, change.more, gone=(*earlier.less, *change.less)),
            less=_net(earlier.less, change.less, gone=(*earlier.more, *change.more)),
        )
    return tuple(sorted((change for change in merged.values() if not change.nothing), key=_order))


def _net(first: Sequence[str], then: Sequence[str], *, gone: Sequence[str]) -> tuple[str, ...]:
    return tuple(task for task in dict.fromkeys((*first, *then)) if task not in gone)


def _by_form(owings: Iterable[Owing]) -> dict[Key, dict[str, date]]:
    found: dict[Key, dict[str, date]] = {}
    for one in owings:
        found.setdefault((one.unit_id, one.form, one.period), {})[one.task] = one.due_on
    return found


def _order(change: OwedChange) -> tuple[bool, date, Key]:
    day = change.after or change.before
    assert day is not None, "a change has a day before or after"
    return change.after is None, day, change.key
