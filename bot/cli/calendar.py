"""`nhacviec calendar`: look at the calendar, bring it up to date from a table, set single days."""

from datetime import date, datetime, timedelta
from pathlib import Path

import click

from bot.cli.calendar_changing import change
from bot.cli.calendar_hours import hours, quiet, rule, school
from bot.cli.calendar_types import LONGEST_STRETCH, Day
from bot.cli.context import (
    FAULTS,
    WRONG_USE,
    end,
    in_office,
    read_bytes,
    say,
    settings_or_end,
    show_findings,
    words_of,
)
from bot.core.day_names import unfit_for_all
from bot.core.office import Office
from bot.core.own_days import of_kind, of_unit
from bot.core.workdays import DayKind, DayStatus
from bot.db.calendar_days import load_own_days
from bot.db.people import names_of_people
from bot.db.session import Connection
from bot.db.units import load_units
from bot.gather.calendar_edits import put_table, set_days
from bot.gather.calendars import own_calendars
from bot.papers.calendar_csv import read_calendar
from locales.phrases import calendar as phrases
from locales.phrases import calendar_command as command_phrases
from locales.phrases import day_names

NORMAL = "normal"


@click.group()
def calendar() -> None:
    """Look at the calendar and change it."""


for command in (quiet, hours, rule, school):
    calendar.add_command(command)


@calendar.command()
@click.option("--year", type=click.IntRange(1900, 2999), help="Default: this year.")
@click.option("--unit", help="As it is for one unit (code).")
def show(*, year: int | None, unit: str | None) -> None:
    """Show the special days of a year, how sure they are, and how many days are worked."""
    settings = settings_or_end()
    words = words_of(settings)

    def look(connection: Connection, office: Office, now: datetime) -> list[str]:
        shown = office.today(now).year if year is None else year
        days = office.calendar
        if unit is not None:
            units = load_units(connection, office.id)
            if unit not in {one.code for one in units.values()}:
                end(command_phrases.no_such_unit(unit, words=words), code=FAULTS)
            days = own_calendars(connection, office, units).get(unit, days)
        lines = list(command_phrases.year(days, shown, words=words))
        if unit is None:
            for scope, own in load_own_days(connection, office.id).items():
                lines += command_phrases.own(
                    scope, [one for one in own if one.day.year == shown], words=words
                )
        return lines

    for line in in_office(settings, look, keep=False):
        say(line)


@calendar.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would change and change nothing.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def import_(file: Path, *, dry_run: bool, yes: bool) -> None:
    """Bring the calendar up to date from a table like plans/holidays.csv. The years of which FILE speaks become as it
    says; other years stay."""
    settings = settings_or_end()
    words = words_of(settings)
    paper = read_calendar(read_bytes(file, settings), file=str(file))
    if show_findings(paper.findings, words=words) or not paper.days:
        end(command_phrases.not_imported(words=words))

    def edit(connection: Connection, office: Office) -> None:
        put_table(connection, office.id, paper.days)

    change(settings, edit, what="table", dry_run=dry_run, yes=yes, ask=True)


@calendar.command("set")
@click.argument("day", type=Day())
@click.argument("kind", type=click.Choice([*(kind.value for kind in DayKind), NORMAL]))
@click.option("--until", type=Day(), help="The last day of a stretch that begins on DAY.")
@click.option("--name", default="", help="What the day is.")
@click.option("--source", default="", help="The document that says so.")
@click.option(
    "--official",
    "sure",
    flag_value=DayStatus.OFFICIAL.value,
    help="It is announced (the default with --source; without either it is the Committee's own entry).",
)
@click.option("--projected", "sure", flag_value=DayStatus.PROJECTED.value, help="It is only expected so far.")
@click.option("--unit", help="Only for this unit (code) and all below it.")
@click.option("--kind", "unit_kind", help="Only for units of this kind, such as SCHOOL.")
@click.option("--dry-run", is_flag=True, help="Show what would change and change nothing.")
@click.option("--yes", is_flag=True, help="Do not ask, even if a last day comes earlier.")
def set_(
    *,
    day: date,
    kind: str,
    until: date | None,
    name: str,
    source: str,
    sure: str | None,
    unit: str | None,
    unit_kind: str | None,
    dry_run: bool,
    yes: bool,
) -> None:
    """Make DAY a day off, one that is worked in exchange, half a day (the morning is worked), or a normal one."""
    settings = settings_or_end()
    words = words_of(settings)
    last = until or day
    if unit and unit_kind:
        end(command_phrases.unit_or_kind(words=words), code=WRONG_USE)
    if last < day:
        end(command_phrases.wrong_stretch(words=words), code=WRONG_USE)
    if (last - day).days >= LONGEST_STRETCH:
        end(command_phrases.long_stretch(LONGEST_STRETCH, words=words), code=WRONG_USE)
    days = [day + timedelta(days=after) for after in range((last - day).days + 1)]
    made = None if kind == NORMAL else DayKind(kind)

    def edit(connection: Connection, office: Office) -> None:
        if unit and unit not in {one.code for one in load_units(connection, office.id).values()}:
            end(command_phrases.no_such_unit(unit, words=words))
        if unit_kind and unit_kind not in office.kinds:
            end(command_phrases.no_such_kind(unit_kind, office.kinds, words=words))
        unfit = unfit_for_all(name, names_of_people(connection, office.id))
        if unfit is not None:
            end(day_names.refused(unfit, words=words))
        set_days(
            connection,
            office.id,
            days,
            made,
            name=name or (phrases.default_name(made, words=words) if made else ""),
            status=DayStatus(sure) if sure else DayStatus.OFFICIAL if source else DayStatus.ENTERED,
            source=source,
            scope=of_unit(unit) if unit else of_kind(unit_kind) if unit_kind else None,
        )

    change(settings, edit, what="days", dry_run=dry_run, yes=yes)
