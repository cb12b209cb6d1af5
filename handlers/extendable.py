"""For which reports a person may ask for more time, what each is called, and until when at most."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.core.asked_time import Asked, read_asked
from bot.core.buttons import Key
from bot.core.extending import NotThat, Wanted, last_working, latest, read_until, suggested
from bot.core.folding import fold, natural
from bot.core.forms.answers.outcome import Understood
from bot.core.units_by_name import find
from bot.core.until_when import until_when
from bot.core.workdays import WorkCalendar
from bot.db import extensions
from bot.db.assignments import Owed, find_owed, owed_by
from bot.gather.calendars import office_of
from handlers.turn import Turn
from locales.phrases import periods

AS_DAY = "%Y%m%d"
"""A day in the data of a button."""

_BEFORE_A_REPORT = ("cho ", "bao cao ", "cua ", "so ", "for ", "the ", "report ")
_BEFORE_A_NUMBER = ("chon ", "so ", "muc ", "phuong an ", "no ", "option ", "number ")
_FEWEST_LETTERS = 3
"""Of a title: shorter words are in too many."""


def reports_of(turn: Turn) -> list[Owed]:
    """What the person's units owe under plans that still run, in the order in which it is listed."""
    assert turn.person is not None
    owed = owed_by(turn.connection, turn.person.units, opened_by=turn.today)
    return [
        one for one in owed if not turn.shelf.plan(turn.connection, one.plan_version_id).is_over(turn.today)
    ]


def report_of(turn: Turn, key: Key | None) -> Owed | None:
    """What the person's own unit owes, under that key."""
    assert turn.person is not None
    if key is None or key[1] not in turn.person.units:
        return None
    return find_owed(turn.connection, key)


def read_line(turn: Turn, text: str, owed: Sequence[Owed]) -> Asked:
    """Report, day and reason in what was typed, if these reports are owed."""
    due_on = min((one.due_on for one in owed), default=turn.today)
    return read_asked(
        text,
        is_day=lambda said: (
            until_when(said, today=turn.today, due_on=due_on, calendar=turn.office.calendar) is not None
        ),
        is_report=lambda said: bool(meant(turn, said, owed)),
    )


def meant(turn: Turn, said: str, owed: Sequence[Owed]) -> Sequence[Owed]:
    """Those of the reports that are meant by a number of the list, a part of the title, a unit's code or name."""
    folded = fold(said).strip(" .,;")
    for courtesy in _BEFORE_A_REPORT:
        bare = folded.removeprefix(courtesy)
        number = natural(bare, digits=2)
        if number is not None:
            return [owed[number - 1]] if 1 <= number <= len(owed) else ()
    found = [one for one in owed if len(folded) >= _FEWEST_LETTERS and folded in fold(title(turn, one))]
    for courtesy in _BEFORE_A_REPORT:
        if found or not folded.startswith(courtesy):
            continue
        found = [one for one in owed if folded.removeprefix(courtesy) in fold(title(turn, one))]
    if found:
        return found
    bare = folded
    for courtesy in _BEFORE_A_REPORT:
        bare = bare.removeprefix(courtesy)
    match find(bare, {one.unit_code: (one.unit_code, one.unit_name) for one in owed}):
        case Understood(code):
            return [one for one in owed if one.unit_code == code]
    return ()


def read_day(turn: Turn, owed: Owed, text: str) -> Wanted | NotThat:
    """The day that these words name for that report."""
    office = office_of(turn.connection, turn.office, owed.unit_id)
    return read_until(
        text,
        today=turn.today,
        due_on=owed.due_on,
        original_on=original(turn, owed.key) or owed.due_on,
        most_days=_most_days(turn, owed),
        calendar=office.calendar,
        when_day_off=office.when_day_off,
    )


def days_offered(turn: Turn, owed: Owed) -> Sequence[date]:
    """Days to choose from."""
    return suggested(turn.today, owed.due_on, last=_latest(turn, owed), calendar=_calendar(turn, owed))


def last_day(turn: Turn, owed: Owed) -> date:
    """The latest day that may be asked for."""
    return last_working(_latest(turn, owed), _calendar(turn, owed))


def original(turn: Turn, key: Key) -> date | None:
    """The last day before anybody gave more time; None if nobody did."""
    return extensions.original_day(turn.connection, key)


def title(turn: Turn, owed: Owed) -> str:
    """Its title, with the period."""
    planned = turn.shelf.form(turn.connection, owed.plan_version_id, owed.form)
    return periods.title(planned.form, owed.period, words=turn.words) if planned else owed.form


def called(turn: Turn, owed: Owed) -> str:
    """Its title; with its unit, where the person has several."""
    assert turn.person is not None
    name = title(turn, owed)
    return f"{name} – {owed.unit_name}" if len(turn.person.units) > 1 else name


def number_of_choice(text: str) -> int | None:
    """The number of a choice: "2", "số 2"."""
    folded = fold(text).strip(" .)")
    for said in _BEFORE_A_NUMBER:
        folded = folded.removeprefix(said)
    return natural(folded, digits=2)


def day_of(text: str) -> date | None:
    """The day of a button; None if it is none of ours."""
    try:
        return datetime.strptime(text, AS_DAY).replace(tzinfo=None).date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


def _calendar(turn: Turn, owed: Owed) -> WorkCalendar:
    return office_of(turn.connection, turn.office, owed.unit_id).calendar


def _most_days(turn: Turn, owed: Owed) -> int:
    return turn.shelf.plan(turn.connection, owed.plan_version_id).manners.extension_days


def _latest(turn: Turn, owed: Owed) -> date:
    first = original(turn, owed.key) or owed.due_on
    return latest(first, most_days=_most_days(turn, owed), today=turn.today)
