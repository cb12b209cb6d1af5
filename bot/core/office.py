"""A committee's own ways: its name, language, calendar and hours. All of it is data that the committee may change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.deadlines import WhenDayOff
from bot.core.digest_ways import USUAL_DIGEST, DigestWays
from bot.core.forms.model import Text
from bot.core.schoolyear import USUAL_SCHOOL_YEAR, SchoolYear
from bot.core.units import UnitKind
from bot.core.windows import SendWindows
from bot.core.workdays import WorkCalendar


@dataclass(frozen=True, slots=True)
class Office:
    """`digest` is when the weekly digest comes.
    `when_day_off` is where a last day goes that is not worked; `school_year` has the bounds that the province decided.
    `keep_messages`: how long raw chat is kept; `keep_consents`: how long a consent, from when it ended (domain 6.2)."""

    id: int
    code: str
    name: Text
    language: str
    zone: ZoneInfo
    kinds: Mapping[str, UnitKind]
    calendar: WorkCalendar
    windows: SendWindows
    digest: DigestWays = USUAL_DIGEST
    when_day_off: WhenDayOff = "next"
    school_year: SchoolYear = USUAL_SCHOOL_YEAR
    keep_messages: timedelta = timedelta(days=90)
    keep_consents: timedelta = timedelta(days=5 * 365 + 2)

    def today(self, now: datetime) -> date:
        """The day at the office."""
        return now.astimezone(self.zone).date()
