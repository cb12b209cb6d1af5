"""Days and hours as they are typed at the command line."""

import re
from datetime import date, time

import click

from bot.cli.context import settings_or_end, words_of
from bot.core.monthday import MonthDay
from bot.core.windows import Window
from bot.papers.calendar_csv import read_day
from locales.phrases import calendar_command as phrases

LONGEST_STRETCH = 100
"""Days that one command may set: a summer. A slip in a year or a month would else set years, or quiet one."""

_OF_YEAR = re.compile(r"(\d\d?)/(\d\d?)")
_HOURS = re.compile(r"(\d\d?)[:h](\d\d)? ?[-–] ?(\d\d?)[:h](\d\d)?")


class Day(click.ParamType[date]):
    """A date, as 2026-11-24 or 24/11/2026."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        found = value if isinstance(value, date) else read_day(str(value).strip())
        return found or self.fail(
            phrases.no_such_day(str(value), words=words_of(settings_or_end())), param, ctx
        )


class DayOfYear(click.ParamType[MonthDay]):
    """A day of every year, as 15/4."""

    name = "day/month"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> MonthDay:
        found = _OF_YEAR.fullmatch(str(value).strip())
        day = MonthDay(int(found[2]), int(found[1])) if found else None
        if day is None or not day.exists:
            self.fail(phrases.no_day_of_year(str(value), words=words_of(settings_or_end())), param, ctx)
        return day


class DayOrDayOfYear(DayOfYear):
    """A day of every year, as 20/11, or one date, as 11/6/2027."""

    def convert(  # type: ignore[override] # one more kind of day than above
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> MonthDay | date:
        return read_day(str(value).strip()) or super().convert(value, param, ctx)


class Hours(click.ParamType[Window]):
    """A stretch of a day, as 08:00-11:00 or 8h-11h30."""

    name = "hours"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Window:
        found = _HOURS.fullmatch(str(value).strip())
        try:
            assert found is not None
            opens = time(int(found[1]), int(found[2] or 0))
            return Window(opens, time(int(found[3]), int(found[4] or 0)))
        except (AssertionError, ValueError):
            self.fail(phrases.no_hours(str(value), words=words_of(settings_or_end())), param, ctx)
