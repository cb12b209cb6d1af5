"""What a committee has set about its hours, quiet days and school year, as JSON in its row. What is not there is as a
new committee has it."""

from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.digest_ways import USUAL_DIGEST, DigestWays
from bot.core.monthday import MonthDay
from bot.core.quiet import USUAL_QUIET, Notice, QuietDays
from bot.core.schoolyear import USUAL_SCHOOL_YEAR, SchoolYear
from bot.core.windows import OFFICE_WINDOWS, Season, SendWindows, Window
from bot.core.workdays import WorkCalendar


def windows_of(settings: Mapping[str, Any], calendar: WorkCalendar, zone: ZoneInfo) -> SendWindows:
    quiet = settings.get("quiet")
    windows = settings.get("windows")
    return SendWindows(
        calendar,
        zone,
        windows=OFFICE_WINDOWS if windows is None else _windows(windows),
        quiet=USUAL_QUIET if quiet is None else tuple(_quiet(one) for one in quiet),
        seasons=tuple(_season(one) for one in settings.get("seasons", ())),
    )


def school_year_of(settings: Mapping[str, Any]) -> SchoolYear:
    stored = settings.get("school_year")
    if stored is None:
        return USUAL_SCHOOL_YEAR
    return SchoolYear(**{name: _month_day(value) for name, value in stored.items()})


def digest_ways_of(settings: Mapping[str, Any]) -> DigestWays:
    return DigestWays(
        weekday=settings.get("digest_weekday", USUAL_DIGEST.weekday),
        at=settings.get("digest_at", USUAL_DIGEST.at),
        only_news=settings.get("digest_only_news", USUAL_DIGEST.only_news),
        preview_at=settings.get("digest_preview_at", USUAL_DIGEST.preview_at),
    )


def digest_ways_to_json(ways: DigestWays) -> dict[str, Any]:
    return {
        "digest_weekday": ways.weekday,
        "digest_at": ways.at,
        "digest_only_news": ways.only_news,
        "digest_preview_at": ways.preview_at,
    }


def windows_to_json(windows: Iterable[Window]) -> list[list[str]]:
    return [[f"{one.opens:%H:%M}", f"{one.closes:%H:%M}"] for one in windows]


def season_to_json(season: Season) -> dict[str, Any]:
    return {
        "starts": _text(season.starts),
        "ends": _text(season.ends),
        "windows": windows_to_json(season.windows),
        "name": season.name,
        "source": season.source,
    }


def quiet_to_json(quiet: QuietDays) -> dict[str, Any]:
    return {
        "starts": _text(quiet.starts),
        "ends": _text(quiet.ends),
        "unit_kinds": sorted(quiet.unit_kinds),
        "notices": sorted(quiet.notices),
        "but_periods": sorted(quiet.but_periods),
        "name": quiet.name,
        "source": quiet.source,
    }


def school_year_to_json(year: SchoolYear) -> dict[str, str]:
    return {
        "opens": _text(year.opens),
        "first_semester_ends": _text(year.first_semester_ends),
        "ends": _text(year.ends),
        "summer_starts": _text(year.summer_starts),
        "summer_ends": _text(year.summer_ends),
    }


def _season(value: Mapping[str, Any]) -> Season:
    return Season(
        _month_day(value["starts"]),
        _month_day(value["ends"]),
        _windows(value["windows"]),
        value["name"],
        value["source"],
    )


def _quiet(value: Mapping[str, Any]) -> QuietDays:
    return QuietDays(
        _bound(value["starts"]),
        _bound(value["ends"]),
        frozenset(value["unit_kinds"]),
        frozenset(Notice(one) for one in value["notices"]),
        frozenset(value["but_periods"]),
        value["name"],
        value["source"],
    )


def _windows(value: Iterable[Iterable[str]]) -> tuple[Window, ...]:
    return tuple(Window(*(time.fromisoformat(at) for at in pair)) for pair in value)


def _text(bound: MonthDay | date) -> str:
    return bound.isoformat() if isinstance(bound, date) else f"{bound.month:02}-{bound.day:02}"


def _bound(text: str) -> MonthDay | date:
    return date.fromisoformat(text) if len(text) > len("09-05") else _month_day(text)


def _month_day(text: str) -> MonthDay:
    month, day = text.split("-")
    return MonthDay(int(month), int(day))
