"""A week as figures and differences. The words are made in `locales/phrases/digest.py`."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.core.behalf import Behalf
from bot.core.forms.differences import Difference
from bot.core.forms.model import Text
from bot.core.indicators import Total

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Line:
    """One form that one unit was asked for. `reported_at` is when its first version came. `kind` is the unit's kind,
    `area` and `area_name` its superior in State management (a commune), or itself where it has none. `in_full` is its
    whole name: a commune is called by its place, its Party committee by what it is."""

    unit: str
    unit_name: str
    form: str
    period: str
    opens_on: date
    due_on: date
    reported_at: datetime | None
    returned: bool
    kind: str = ""
    area: str = ""
    area_name: str = ""
    in_full: str = ""


@dataclass(frozen=True, slots=True)
class Late:
    """A unit with overdue reports. `days` are calendar days since the oldest last day. `in_full`: its whole name,
    of one that is called as its area is."""

    unit: str
    unit_name: str
    reports: int
    days: int
    area: str = ""
    area_name: str = ""
    in_full: str = ""


@dataclass(frozen=True, slots=True)
class LateArea:
    """Overdue units of one commune, the longest overdue first; `reports` and `days` are those of all of them."""

    area: str
    name: str
    units: tuple[Late, ...]
    reports: int
    days: int


@dataclass(frozen=True, slots=True)
class Extended:
    """A unit that was given more time for a form, until the end of `until`."""

    unit_name: str
    form: Text
    period: str
    until: date


@dataclass(frozen=True, slots=True)
class Progress:
    """`asked` reports were open by then, `reported` of them had come."""

    asked: int
    reported: int


@dataclass(frozen=True, slots=True)
class Amended:
    """A report that was corrected after it was sent: what changed of the version before, and why; `behalf` where the
    correction was typed by somebody who is not the unit's own."""

    unit_name: str
    form: Text
    period: str
    reason: str
    changes: tuple[Difference, ...]
    behalf: Behalf | None = None


@dataclass(frozen=True, slots=True)
class Covered:
    """What happened after `since`, an instant on the office's day `since_day`. `due_at` is when a digest that is sent
    should have come; None for one that somebody asked for."""

    since: datetime
    since_day: date
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Digest:
    """`week` is an ISO week such as 2026-W48. `before` is how far it was at `since`; after it `newly` reports came,
    `extended` were given more time and `amended` were corrected. `unreachable` and `not_joined` count people, `silent`
    units in which nobody answers. `due_at` is when a digest should have been sent; digests that were kept before
    either was known are of the last seven days."""

    week: str
    as_of: datetime
    now: Progress
    before: Progress
    newly: int
    late: tuple[Late, ...]
    returned: int
    to_review: int
    totals: tuple[Total, ...]
    unreachable: int
    not_joined: int
    extended: tuple[Extended, ...] = ()
    amended: tuple[Amended, ...] = ()
    silent: int = 0
    since: datetime | None = None
    due_at: datetime | None = None

    @property
    def says_nothing(self) -> bool:
        """Whether nothing happened and nothing is to be done: nobody would miss it."""
        return not (
            self.newly or self.late or self.returned or self.to_review or self.extended or self.amended
        )


def progress(lines: Iterable[Line], *, at: datetime, today: date) -> Progress:
    """How far the reports were at an instant."""
    asked = [line for line in lines if line.opens_on <= today]
    return Progress(
        len(asked), sum(line.reported_at is not None and line.reported_at <= at for line in asked)
    )


def late_units(lines: Iterable[Line], *, at: datetime, today: date) -> tuple[Late, ...]:
    """Units with overdue reports: most days first, then the most reports, then as the roster has them."""
    overdue = [
        line
        for line in lines
        if line.due_on < today and (line.reported_at is None or line.reported_at > at or line.returned)
    ]
    counts = Counter(line.unit for line in overdue)
    oldest = {line.unit: line for line in sorted(overdue, key=lambda line: line.due_on, reverse=True)}
    units = [
        Late(
            unit,
            oldest[unit].unit_name,
            count,
            (today - oldest[unit].due_on).days,
            oldest[unit].area,
            oldest[unit].area_name,
            oldest[unit].in_full if unit == oldest[unit].area else "",
        )
        for unit, count in counts.items()
    ]
    return tuple(sorted(units, key=lambda unit: (-unit.days, -unit.reports)))


def late_areas(units: Iterable[Late]) -> tuple[LateArea, ...]:
    """The same by commune: most days first, then the most units, then as the units come."""
    areas: dict[str, list[Late]] = {}
    for unit in units:
        areas.setdefault(unit.area or unit.unit, []).append(unit)
    found = [
        LateArea(
            area,
            of_it[0].area_name or of_it[0].unit_name,
            tuple(of_it),
            sum(unit.reports for unit in of_it),
            max(unit.days for unit in of_it),
        )
        for area, of_it in areas.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.days, -len(one.units))))


def make_digest(
    lines: Sequence[Line],
    *,
    as_of: datetime,
    today: date,
    week_of: date,
    totals: Sequence[Total],
    to_review: int,
    unreachable: int,
    not_joined: int,
    silent: int = 0,
    amended: Sequence[Amended] = (),
    extended: Sequence[Extended] = (),
    covered: Covered | None = None,
) -> Digest:
    """The digest of the week in which `week_of` lies, with what is known at `as_of`. `covered`: since when it tells
    what is new; None: the last seven days."""
    covered = covered or Covered(as_of - WEEK, today - WEEK)
    since = covered.since
    return Digest(
        week=week_name(week_of),
        as_of=as_of,
        now=progress(lines, at=as_of, today=today),
        before=progress(lines, at=since, today=covered.since_day),
        newly=sum(line.reported_at is not None and since < line.reported_at <= as_of for line in lines),
        late=late_units(lines, at=as_of, today=today),
        returned=sum(line.returned for line in lines),
        to_review=to_review,
        totals=tuple(totals),
        unreachable=unreachable,
        not_joined=not_joined,
        silent=silent,
        amended=tuple(amended),
        extended=tuple(extended),
        since=since,
        due_at=covered.due_at,
    )


def week_name(day: date) -> str:
    """The ISO week of a day: 2026-W48."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"
