"""In what capacity forms and reports are filled in."""

from dataclasses import replace

from bot.core.behalf import Behalf, Why
from bot.db import reports
from bot.db.behalfs import behalf_of, behalfs_of, put_behalf
from bot.db.session import Connection
from tests.db.cast import NOW, Cast, begin, send


def told(cast: Cast) -> Behalf:
    return Behalf(Why.ABOVE, cast.commune.unit_id, "Xã Đông Khê Hạ", told_by="cô Nga, hiệu trưởng")


def test_capacity_is_kept_with_the_form_and_replaced(connection: Connection, cast: Cast) -> None:
    filling = begin(connection, cast, cast.commune, cast.owes(cast.officer))
    own = begin(connection, cast, cast.officer, cast.owes(cast.officer))

    put_behalf(connection, filling, told(cast))

    assert behalfs_of(connection, [filling, own]) == {filling: told(cast)}
    leave = replace(
        told(cast), why=Why.LEAVE, absent_id=cast.officer.person_id, absent=cast.officer.name, told_by=""
    )
    put_behalf(connection, filling, leave)
    assert behalf_of(connection, filling) == leave
    put_behalf(connection, filling, None)
    assert behalf_of(connection, filling) is None
    assert behalfs_of(connection, []) == {}


def test_report_says_who_typed_it_and_for_whom(connection: Connection, cast: Cast) -> None:
    report_id, _ = send(connection, cast, cast.commune, cast.owes(cast.officer))
    other_id, _ = send(connection, cast, cast.other, cast.owes(cast.other))
    typed = reports.load_report(connection, report_id)
    assert typed is not None
    filling = next(row for row in range(1, 9) if reports.of_filling(connection, row) == typed)
    put_behalf(connection, filling, told(cast))

    found, other = (reports.load_report(connection, row) for row in (report_id, other_id))

    assert found is not None
    assert (found.author, found.behalf) == (cast.commune.name, told(cast))
    assert other is not None
    assert other.behalf is None


def test_author_finds_what_they_sent_for_others(connection: Connection, cast: Cast) -> None:
    report_id, _ = send(connection, cast, cast.commune, cast.owes(cast.officer), at=NOW)
    units = [cast.commune.unit_id]

    assert reports.sent_by_units(connection, units, most=9) == []
    (found,) = reports.sent_by_units(connection, units, most=9, author_id=cast.commune.person_id)
    assert found.id == report_id
