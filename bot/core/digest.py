"""A week as figures and differences. The words are made in `locales/phrases/digest.py`."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.core.indicators import Total


@dataclass(frozen=True, slots=True)
class Line:
    """One form that one unit was asked for. `reported_at` is when its first version came."""

    unit: str
    unit_name: str
    form: str
    period: str
    opens_on: date
    due_on: date
    reported_at: datetime | None
    returned: bool


@dataclass(frozen=True, slots=True)
class Late:
    """A unit with overdue reports. `days` are calendar days since the oldest last day."""

    unit: str
    unit_name: str
    reports: int
    days: int


@dataclass(frozen=True, slots=True)
class Progress:
    """`asked` reports were open by then, `reported` of them had come."""

    asked: int
    reported: int


@dataclass(frozen=True, slots=True)
class Digest:
    """`week` is an ISO week such as 2026-W48. `newly` reports came in the seven
    days before `as_of`. `unreachable` and `not_joined` count people."""

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
        Late(unit, oldest[unit].unit_name, count, (today - oldest[unit].due_on).days)
        for unit, count in counts.items()
    ]
    return tuple(sorted(units, key=lambda unit: (-unit.days, -unit.reports)))


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
) -> Digest:
    """The digest of the week in which `week_of` lies, with what is known at `as_of`."""
    week_ago = as_of - timedelta(days=7)
    return Digest(
        week=week_name(week_of),
        as_of=as_of,
        now=progress(lines, at=as_of, today=today),
        before=progress(lines, at=week_ago, today=today - timedelta(days=7)),
        newly=sum(line.reported_at is not None and week_ago < line.reported_at <= as_of for line in lines),
        late=late_units(lines, at=as_of, today=today),
        returned=sum(line.returned for line in lines),
        to_review=to_review,
        totals=tuple(totals),
        unreachable=unreachable,
        not_joined=not_joined,
    )


def week_name(day: date) -> str:
    """The ISO week of a day: 2026-W48."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"
