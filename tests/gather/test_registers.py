"""The register shows more time that was granted by its instant."""

from datetime import date, timedelta

from bot.core.register import Entry
from bot.db.extensions import ask_extension, decide_extension, extend
from bot.db.session import Connection
from bot.gather.registers import gather_register
from bot.gather.shelf import Shelf
from locales.phrases.register import headings, rows
from locales.words import in_language
from tests.gather.desk import NOW, stored_plan
from tests.house import member, the_office

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
    assert (told["Hạn (hết ngày)"], told["Gia hạn đến"]) == ("09/12/2026", "09/12/2026")


def test_register_as_of_an_instant_knows_nothing_of_what_was_granted_later(connection: Connection) -> None:
    grant(connection)

    assert extended(connection, after=HOUR / 2) == {}
