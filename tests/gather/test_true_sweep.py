"""What was not said was not given: forms that wait for others, and days off that are a unit's own."""

from collections.abc import Iterable
from datetime import date

from bot.core.own_days import of_unit
from bot.core.workdays import DayKind
from bot.db import outbox
from bot.db.outbox import Kind, Settled
from bot.db.session import Connection
from bot.gather.calendar_edits import set_days
from bot.gather.shelf import Shelf
from scheduler.reminders import remind, reminder_maker
from tests.db.cast import cast_of, join
from tests.gather.desk import send
from tests.gather.test_waiting import ALL_WAIT, let_wait
from tests.house import office_time, the_office

REPORTED = {"directive_studied": "yes", "plan_issued": "yes"}


def heard(connection: Connection, chat: str, at: Iterable[str]) -> list[str]:
    """When the bell rings at these instants, on which of them that chat gets a reminder."""
    shelf = Shelf()
    make, found = reminder_maker(shelf), []
    for moment in at:
        now = office_time(moment)
        remind(connection, the_office(connection), shelf, now=now, most=1000)
        for one in outbox.claim_due(connection, ("telegram",), now=now, most=99):
            said = one.kind is Kind.REMINDER and make(connection, one, now) is not None
            state = "sent" if said else "dropped"
            outbox.settle(connection, [Settled(one.id, state, now, now, "1", attempts=1)])
            if said and one.address.chat == chat:
                found.append(moment)
    return found


def test_form_that_waited_is_reminded_of_as_soon_as_the_other_has_reported(connection: Connection) -> None:
    let_wait(connection, *ALL_WAIT)
    join(connection, cast_of(connection).officer, "officer")
    waiting = [f"2026-12-{day:02} 08:00" for day in range(1, 15)]

    assert heard(connection, "officer", waiting) == []
    send(connection, "UBND", "G1", REPORTED, now=office_time("2026-12-14 10:00"))

    assert heard(connection, "officer", ["2026-12-14 10:01", "2026-12-15 08:00"]) == ["2026-12-14 10:01"]


def test_form_that_waits_no_longer_for_another_reason_is_reminded_of_on_the_next_day(
    connection: Connection,
) -> None:
    join(connection, cast_of(connection).officer, "officer")
    let_wait(connection, *ALL_WAIT)
    assert heard(connection, "officer", ["2026-12-03 08:00"]) == []

    let_wait(connection)

    assert heard(connection, "officer", ["2026-12-04 08:00"]) == ["2026-12-04 08:00"]


def test_grace_of_a_silent_officer_is_counted_in_the_days_that_the_unit_works(connection: Connection) -> None:
    cast = cast_of(connection)
    join(connection, cast.officer, "officer")
    join(connection, cast.colleague, "head")
    off = [date(2026, 12, 3)]
    set_days(connection, cast.committee, off, DayKind.OFF, name="", scope=of_unit("T14"))
    days = ("11-25", "11-27", "12-02", "12-03", "12-04", "12-07", "12-08")

    told = heard(connection, "head", [f"2026-{day} 08:00" for day in days])

    assert told[0] == "2026-12-07 08:00"
