"""Public holidays of years that no table covers yet, as the `holidays` library expects them.

It knows the lunar calendar of Vietnam and the compensation for weekends. It does not know the yearly notice of the
Ministry: which neighbour of 2/9 is off, which Saturday is worked for which Monday, how long the break at Tết is for the
public sector. So every day of it is `projected`, and a table always wins.
"""

from collections.abc import Iterable
from importlib.metadata import version

from bot.core.workdays import DayKind, DayStatus, SpecialDay
from locales.phrases.calendar import default_name
from locales.words import in_language


def public_holidays(years: Iterable[int]) -> tuple[SpecialDay, ...]:
    """The days off of these years, and the Saturdays worked for them, in order."""
    # Imported here: it takes a tenth of a second, and only a new or imported calendar needs it.
    from holidays.countries.vietnam import Vietnam  # noqa: PLC0415 - see above

    wanted = frozenset(years)
    known = Vietnam(years=wanted, language="vi")  # type: ignore[no-untyped-call] # typed but for its making
    source = f"holidays {version('holidays')}"
    worked = default_name(DayKind.WORKED, words=in_language("vi"))
    days = [
        SpecialDay(day, DayKind.OFF, name, DayStatus.PROJECTED, source)
        for day, name in known.items()
        if day.year in wanted
    ]
    days += [
        SpecialDay(day, DayKind.WORKED, worked, DayStatus.PROJECTED, source)
        for day in known.weekend_workdays
        if day.year in wanted
    ]
    return tuple(sorted(days, key=lambda one: one.day))
