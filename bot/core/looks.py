"""On which day a unit is looked at next, worked out while it is looked at. Decides; reads nothing."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta


class NextLooks:
    """The first day, of all that speak for one, for each unit that is looked at today; always a later one."""

    def __init__(self, unit_ids: Collection[int], *, today: date) -> None:
        self._days: dict[int, date | None] = dict.fromkeys(unit_ids)
        self._tomorrow = today + timedelta(days=1)

    @property
    def days(self) -> Mapping[int, date | None]:
        """{unit: day}. None: nothing is known that would be due there one day."""
        return self._days

    def on(self, unit_id: int, day: date) -> None:
        """Something will be due there on that day."""
        if unit_id in self._days:
            before = self._days[unit_id]
            self._days[unit_id] = max(self._tomorrow, day if before is None else min(before, day))

    def tomorrow(self, unit_id: int) -> None:
        """Something could not be said there today, or may be otherwise tomorrow."""
        self.on(unit_id, self._tomorrow)
