"""The period that somebody names behind "báo cáo": "tháng 10", "quý III/2026", "học kỳ I", "kỳ trước"."""

import re
from dataclasses import dataclass
from datetime import date

from bot.core import periods
from bot.core.folding import fold, strip_courtesy
from bot.core.periods import PeriodKind


@dataclass(frozen=True, slots=True)
class AskedPeriod:
    """The keys of the periods that may be meant, the likeliest first. `before`: any that was over before that day."""

    keys: tuple[str, ...] = ()
    before: date | None = None

    def rank(self, key: str) -> int | None:
        """How likely that period is meant, 0 the likeliest; None where it is not."""
        if self.before is None:
            return self.keys.index(key) if key in self.keys else None
        period = periods.parse(key)
        dated = period is not None and period.kind not in (PeriodKind.ONCE, PeriodKind.EACH)
        return 0 if dated and period is not None and period.ends_on < self.before else None


_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PREVIOUS = re.compile(r"(?:cua )?(?:ky (?:truoc|vua roi|vua qua|qua)|(?:the )?(?:last|previous) period)")
_YEAR = r"(?:(?: nam|/|-| nam hoc| year)? ?(?P<year>[12]\d{3})(?: ?- ?[12]\d{3})?)?"
_SLICES = tuple(
    (re.compile(rf"(?:cua )?(?:{pattern}){_YEAR}"), shapes)
    for pattern, shapes in (
        (r"(?:thang|month) ?(?P<number>\d{1,2})", ("{y}-{n:02}", "{y}-R{n:02}")),
        (r"(?:quy|quarter|q) ?(?P<number>\d|iv|i{1,3})", ("{y}-Q{n}", "{y}-RQ{n}")),
        (r"(?:hoc ky|hk|semester) ?(?P<number>\d|i{1,2})", ("{y}-{z}-HK{n}",)),
        (r"(?:tuan|week) ?(?P<number>\d{1,2})", ("{y}-W{n:02}",)),
        (r"(?:6 thang dau nam|first half)", ("{y}-H1", "{y}-RH1")),
        (r"(?:6 thang cuoi nam|second half)", ("{y}-H2", "{y}-RH2")),
        (r"(?:9 thang(?: dau nam)?|nine months)", ("{y}-9M", "{y}-R9M")),
        (r"(?:nam hoc|school year)", ("{y}-{z}",)),
        (r"(?:(?:mua )?he|summer)(?= ?[12]\d{3}| nam)", ("{y}-summer",)),
        (r"(?:nam|year)(?= ?[12]\d{3})", ("{y}", "{y}-RY")),
    )
)
_LAST = {
    "thang truoc": (PeriodKind.MONTH, PeriodKind.REPORTING_MONTH),
    "last month": (PeriodKind.MONTH, PeriodKind.REPORTING_MONTH),
    "quy truoc": (PeriodKind.QUARTER, PeriodKind.REPORTING_QUARTER),
    "last quarter": (PeriodKind.QUARTER, PeriodKind.REPORTING_QUARTER),
    "tuan truoc": (PeriodKind.WEEK,),
    "last week": (PeriodKind.WEEK,),
    "hoc ky truoc": (PeriodKind.SEMESTER,),
    "last semester": (PeriodKind.SEMESTER,),
    "nam ngoai": (PeriodKind.YEAR, PeriodKind.REPORTING_YEAR),
    "nam truoc": (PeriodKind.YEAR, PeriodKind.REPORTING_YEAR),
    "last year": (PeriodKind.YEAR, PeriodKind.REPORTING_YEAR),
    "nam hoc truoc": (PeriodKind.SCHOOL_YEAR,),
    "last school year": (PeriodKind.SCHOOL_YEAR,),
}


def read_period(text: str, *, today: date) -> AskedPeriod | None:
    """The period that a text names and nothing else; None for anything else. Without a year it is this year's, or
    last year's."""
    folded = fold(strip_courtesy(text)).strip(" .,")
    if _PREVIOUS.fullmatch(folded):
        return AskedPeriod(before=today)
    if folded in _LAST:
        found = (periods.period_of(kind, today) for kind in _LAST[folded])
        before = (periods.previous(one) for one in found if one is not None)
        return AskedPeriod(tuple(one.key for one in before if one is not None))
    for pattern, shapes in _SLICES:
        match = pattern.fullmatch(folded)
        if match is None:
            continue
        said = match.groupdict().get("number") or "1"
        number = _NUMBERS.get(said) or int(said)
        years = [int(match["year"])] if match["year"] else [today.year, today.year - 1]
        keys = [shape.format(y=year, z=year + 1, n=number) for year in years for shape in shapes]
        return AskedPeriod(tuple(key for key in keys if periods.parse(key) is not None))
    return None
