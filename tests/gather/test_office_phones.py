"""Telephones of offices come with a roster, and stay when a later one has no such column."""

from bot.db.session import Connection
from bot.db.units import load_units
from bot.gather.rosters import load_roster
from bot.papers.roster_files import read_roster
from tests.gather.desk import NOW
from tests.house import the_office

HEAD, ROW = "unit_code,unit_name,unit_kind,commune,reporting_officer", "T14,Trường A,SCHOOL,X02,An"


def load(connection: Connection, head: str, row: str) -> str | None:
    """The telephone of T14 afterwards."""
    office = the_office(connection)
    entries, findings = read_roster(f"{head}\n{row}\n".encode(), file="units.csv", kinds=office.kinds)
    assert findings == ()
    load_roster(connection, office.id, entries, now=NOW, today=office.today(NOW))
    return next(one.phone for one in load_units(connection, office.id).values() if one.code == "T14")


def test_roster_brings_a_telephone_and_takes_it_back(connection: Connection) -> None:
    assert load(connection, HEAD, ROW) == ""
    assert load(connection, f"{HEAD},phone", f"{ROW},024 3822 1234") == "024 3822 1234"
    assert load(connection, HEAD, ROW) == "024 3822 1234"
    assert load(connection, f"{HEAD},phone", f"{ROW},") == ""
