"""A rehearsal as a whole: a throwaway house, a year, its papers."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.channels.telegram import Telegram
from bot.db.rehearsed import count_calls, count_decisions, count_reports, count_steps
from bot.db.throwaway import throwaway
from bot.rehearsal.figures import Figures, figures_of
from bot.rehearsal.habits import Officers
from bot.rehearsal.house import Given, furnish
from bot.rehearsal.papers import papers
from bot.rehearsal.script import Record
from bot.rehearsal.year import Year
from locales.phrases import rehearsal as phrases
from locales.words import in_language

BEGINS_AT = time(8, 5)
"""On the first day: somebody is there to hand out the codes."""


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What came of it. `files` are {name: content}."""

    record: Record
    figures: Figures
    files: Mapping[str, bytes]


def rehearse(
    given: Given,
    *,
    first: date,
    last: date,
    officers: Officers,
    seed: int,
    language: str,
    timezone: str,
) -> Rehearsed:
    """Play the plan from the first day to the last. The same seed gives the same year."""
    zone = ZoneInfo(timezone)
    utc = ZoneInfo("UTC")
    starts = datetime.combine(first, BEGINS_AT, tzinfo=zone).astimezone(utc)
    until = datetime.combine(last + timedelta(days=1), time(), tzinfo=zone).astimezone(utc)
    until -= timedelta(seconds=1)
    words = in_language(language)
    with (
        tempfile.TemporaryDirectory(prefix="nhacviec-") as folder,
        throwaway(Path(folder) / "rehearsal.db") as there,
    ):
        house = furnish(there.connection, given, language=language, timezone=timezone, now=starts)
        year = Year(
            there,
            house,
            starts=starts,
            limits=Telegram.limits,
            officers=officers,
            seed=seed,
            language=language,
        )
        record = year.play(until)
        figures = figures_of(
            record,
            house.office,
            steps=count_steps(there.connection),
            reports=count_reports(there.connection),
            calls=count_calls(there.connection),
            decisions=count_decisions(there.connection),
        )
    about = phrases.about(first, last, len(given.entries), officers.value, seed, words=words)
    files = papers(record, figures, house.office, plan=given.plan, about=about, words=words)
    return Rehearsed(record, figures, files)
