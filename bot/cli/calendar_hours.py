"""`nhacviec calendar quiet|hours|rule|school`: when notices go out, where a last day goes that is not worked, and the
bounds of the school year."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from typing import Any, TypeVar

import click

from bot.cli.calendar_changing import change
from bot.cli.calendar_types import LONGEST_STRETCH, DayOfYear, DayOrDayOfYear, Hours
from bot.cli.context import FAULTS, WRONG_USE, end, in_office, say, settings_or_end, words_of
from bot.core.monthday import MonthDay
from bot.core.office import Office
from bot.core.periods import PeriodKind
from bot.core.quiet import ALL_NOTICES, Notice, QuietDays
from bot.core.windows import Season, Window, at_rest
from bot.db.office_settings import quiet_to_json, school_year_to_json, season_to_json, windows_to_json
from bot.db.offices import load_settings, save_settings
from bot.db.session import Connection
from locales.phrases import calendar_command as phrases
from locales.words import Words

T = TypeVar("T")

DRY_RUN = click.option("--dry-run", is_flag=True, help="Show what would change and change nothing.")
YES = click.option("--yes", is_flag=True, help="Do not ask, even if a last day comes earlier.")


@click.group()
def quiet() -> None:
    """Days on which schools (or others) do not hear reminders or overdue notices."""


@quiet.command("list")
def list_quiet() -> None:
    """List them with their numbers."""
    _list(lambda office, words: phrases.quiet(office.windows.quiet, words=words))


@quiet.command("add")
@click.argument("first", type=DayOrDayOfYear())
@click.argument("last", type=DayOrDayOfYear())
@click.option("--kind", "kinds", multiple=True, required=True, help="Units of this kind, such as SCHOOL.")
@click.option("--only", type=click.Choice([one.value for one in Notice]), help="Only these notices.")
@click.option(
    "--but",
    "but",
    multiple=True,
    type=click.Choice([one.value for one in PeriodKind]),
    help="Not for reports about such a period, as summer.",
)
@click.option("--name", required=True, help="What the days are.")
@click.option("--source", default="", help="The document that says so.")
@DRY_RUN
def add_quiet(
    *,
    first: MonthDay | date,
    last: MonthDay | date,
    kinds: tuple[str, ...],
    only: str | None,
    but: tuple[str, ...],
    name: str,
    source: str,
    dry_run: bool,
) -> None:
    """Add days from FIRST to LAST: 20/11 20/11 comes every year, 11/6/2027 12/6/2027 once."""
    settings = settings_or_end()
    words = words_of(settings)
    try:
        added = QuietDays(
            first,
            last,
            frozenset(kinds),
            frozenset({Notice(only)}) if only else ALL_NOTICES,
            frozenset(but),
            name,
            source,
        )
    except ValueError:
        end(phrases.wrong_stretch(words=words), code=WRONG_USE)
    if _days_between(first, last) >= LONGEST_STRETCH:
        end(phrases.long_stretch(LONGEST_STRETCH, words=words), code=WRONG_USE)

    def edit(connection: Connection, office: Office) -> None:
        unknown = added.unit_kinds - office.kinds.keys()
        if unknown:
            end(phrases.no_such_kind(min(unknown), office.kinds, words=words))
        _save(connection, office, quiet=[quiet_to_json(one) for one in (*office.windows.quiet, added)])

    say(phrases.quiet_line(added, words=words))
    change(settings, edit, what="quiet", dry_run=dry_run, yes=True, lines=False)


@quiet.command("remove")
@click.argument("number", type=int)
@DRY_RUN
def remove_quiet(*, number: int, dry_run: bool) -> None:
    """Remove the one of that NUMBER in the list."""
    settings = settings_or_end()

    def edit(connection: Connection, office: Office) -> None:
        kept = _without(office.windows.quiet, number)
        _save(connection, office, quiet=[quiet_to_json(one) for one in kept])

    change(settings, edit, what="quiet", dry_run=dry_run, yes=True, lines=False)


@click.group()
def hours() -> None:
    """The hours in which notices go out, usually and by season."""


@hours.command("list")
def list_hours() -> None:
    """List them; seasons with their numbers."""
    _list(lambda office, words: phrases.hours(office.windows.windows, office.windows.seasons, words=words))


@hours.command("set")
@click.argument("windows", type=Hours(), nargs=-1, required=True)
@click.option("--from", "first", type=DayOfYear(), help="The first day of a season, every year.")
@click.option("--to", "last", type=DayOfYear(), help="Its last day.")
@click.option("--name", default="", help="What the season is called.")
@click.option("--source", default="", help="The document that says so.")
@DRY_RUN
def set_hours(
    *,
    windows: tuple[Window, ...],
    first: MonthDay | None,
    last: MonthDay | None,
    name: str,
    source: str,
    dry_run: bool,
) -> None:
    """Set the WINDOWS (08:00-11:00 14:00-16:30): the usual ones, or with --from and --to those of a season."""
    settings = settings_or_end()
    words = words_of(settings)
    if (first is None) != (last is None):
        end(phrases.wrong_stretch(words=words), code=WRONG_USE)
    windows = tuple(sorted(windows, key=lambda one: one.opens))
    if any(one.closes > after.opens for one, after in pairwise(windows)):
        end(phrases.windows_meet(words=words), code=WRONG_USE)
    resting = at_rest(windows)
    if resting is not None:
        end(phrases.at_rest(resting, words=words))

    def edit(connection: Connection, office: Office) -> None:
        if first is None or last is None:
            _save(connection, office, windows=windows_to_json(windows))
            return
        added = Season(first, last, windows, name, source)
        met = next((one for one in office.windows.seasons if one.meets(added)), None)
        if met is not None:
            end(phrases.seasons_meet(met, words=words), code=FAULTS)
        _save(connection, office, seasons=[season_to_json(one) for one in (*office.windows.seasons, added)])

    change(settings, edit, what="hours", dry_run=dry_run, yes=True, lines=False)


@hours.command("remove")
@click.argument("number", type=int)
@DRY_RUN
def remove_hours(*, number: int, dry_run: bool) -> None:
    """Remove the season of that NUMBER in the list."""
    settings = settings_or_end()

    def edit(connection: Connection, office: Office) -> None:
        kept = _without(office.windows.seasons, number)
        _save(connection, office, seasons=[season_to_json(one) for one in kept])

    change(settings, edit, what="hours", dry_run=dry_run, yes=True, lines=False)


@click.command()
@click.argument("where", type=click.Choice(["next", "stay", "previous"]))
@DRY_RUN
@YES
def rule(*, where: str, dry_run: bool, yes: bool) -> None:
    """Where a last day goes that is not worked: to the NEXT working day, the PREVIOUS one, or nowhere (STAY)."""

    def edit(connection: Connection, office: Office) -> None:
        _save(connection, office, when_day_off=where)

    change(settings_or_end(), edit, what="rule", dry_run=dry_run, yes=yes, lines=False)


@click.command()
@click.option("--opens", type=DayOfYear(), help="The first day of school, as 5/9.")
@click.option("--first-semester-ends", type=DayOfYear(), help="As 17/1.")
@click.option("--ends", type=DayOfYear(), help="The last day of the school year, as 30/5.")
@DRY_RUN
@YES
def school(*, dry_run: bool, yes: bool, **bounds: MonthDay | None) -> None:
    """Show the bounds of the school year, or set what the province decided."""
    given: Mapping[str, Any] = {name: day for name, day in bounds.items() if day is not None}
    if not given:
        _list(lambda office, words: [phrases.school_year(office.school_year, words=words)])
        return
    settings = settings_or_end()
    words = words_of(settings)

    def edit(connection: Connection, office: Office) -> None:
        year = replace(office.school_year, **given)
        if not year.in_order:
            end(phrases.school_year_in_disorder(year, words=words))
        _save(connection, office, school_year=school_year_to_json(year))

    change(settings, edit, what="school year", dry_run=dry_run, yes=yes, lines=False)


def _list(lines: Callable[[Office, Words], Iterable[str]]) -> None:
    settings = settings_or_end()
    words = words_of(settings)

    def look(_connection: Connection, office: Office, _now: datetime) -> list[str]:
        return list(lines(office, words))

    for line in in_office(settings, look, keep=False):
        say(line)


def _days_between(first: MonthDay | date, last: MonthDay | date) -> int:
    starts = first if isinstance(first, date) else first.in_year(2027)
    ends = last if isinstance(last, date) else last.on_or_after(starts)
    return (ends - starts).days


def _without(listed: Sequence[T], number: int) -> list[T]:
    if not 1 <= number <= len(listed):
        end(phrases.no_such_number(number, words=words_of(settings_or_end())))
    return [one for at, one in enumerate(listed, start=1) if at != number]


def _save(connection: Connection, office: Office, **values: Any) -> None:
    save_settings(connection, office.id, {**load_settings(connection, office.id), **values})
