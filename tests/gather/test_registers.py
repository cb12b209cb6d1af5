"""The register shows more time that was granted by its instant."""

from datetime import date, datetime, timedelta

from bot.core.register import Entry, Standing
from bot.db.extensions import ask_extension, decide_extension, extend
from bot.db.session import Connection
from bot.gather.registers import gather_register
from bot.gather.shelf import Shelf
from locales.phrases.register import headings, rows
from locales.words import in_language
from tests.gather.desk import NOW, send, stored_plan
from tests.house import member, office_time, the_office

DUE, LATER = date(2026, 12, 2), date(2026, 12, 9)
HOUR = timedelta(hours=1)


def grant(connection: Connection) -> None:
    """F1 of T14 has time until 9 December, granted an hour after it was asked."""
    who, staff = member(connection, "T14", "officer"), member(connection, "BTG", "staff")
    key = (stored_plan(connection).id, who.unit_id, "F1", "once")
    asked = ask_extension(
        connection, key, before_on=DUE, wanted_on=LATER, reason="Chờ thi", by_id=who.person_id, now=NOW
    )
    decide_extension(connection, asked, state="granted", by_id=staff.person_id, now=NOW + HOUR)
    assert extend(connection, key, until=LATER)


def extended(connection: Connection, *, after: timedelta) -> dict[str, Entry]:
    office, stored = the_office(connection), stored_plan(connection)
    plan = Shelf().plan(connection, stored.version_id)
    entries = gather_register(connection, office, stored.id, plan, as_of=NOW + after)
    return {one.unit: one for one in entries if one.extended_until is not None}


def test_granted_day_stands_in_its_column_and_in_no_other_row(connection: Connection) -> None:
    grant(connection)

    found = extended(connection, after=2 * HOUR)

    assert {unit: one.extended_until for unit, one in found.items()} == {"T14": LATER}
    words = in_language("vi")
    (row,) = rows(list(found.values()), named=False, zone=the_office(connection).zone, words=words)
    told = dict(zip(headings(named=False, words=words), row, strict=True))
    assert (told["Hạn (hết ngày)"], told["Gia hạn đến"]) == (LATER, LATER)


def test_register_as_of_an_instant_knows_nothing_of_what_was_granted_later(connection: Connection) -> None:
    grant(connection)

    assert extended(connection, after=HOUR / 2) == {}


def test_register_as_of_an_instant_knows_nothing_of_a_report_that_came_later(connection: Connection) -> None:
    """As it stood in the week of a digest: a report that was late afterwards is not late yet."""
    due, came = office_time("2026-12-02 20:00"), office_time("2026-12-04 09:00")
    send(connection, "T14", "F1", {"directive_studied": "yes", "plan_issued": "yes"}, now=came)
    office, stored = the_office(connection), stored_plan(connection)
    plan = Shelf().plan(connection, stored.version_id)

    def standing(as_of: datetime) -> tuple[Standing, bool, bool]:
        entries = gather_register(connection, office, stored.id, plan, as_of=as_of)
        (one,) = (one for one in entries if (one.unit, one.due_on) == ("T14", DUE))
        return one.standing, one.late, one.sent_at is not None

    assert standing(due) == (Standing.OPEN, False, False)
    assert standing(came + HOUR) == (Standing.SUBMITTED, True, True)
