"""More time: asked for, granted once, and counted from the first last day."""

from datetime import date, timedelta

from bot.db.assignments import find_owed
from bot.db.extensions import (
    ask_extension,
    decide_extension,
    extend,
    extensions_asked,
    granted_between,
    load_extension,
    original_day,
    waiting_extensions,
)
from bot.db.given_time import granted_days
from bot.db.session import Connection
from tests.db.cast import NOW, Cast

DUE, LATER, LATEST = date(2026, 12, 2), date(2026, 12, 9), date(2026, 12, 16)


def ask(connection: Connection, cast: Cast, *, before: date = DUE, wanted: date = LATER) -> int:
    return ask_extension(
        connection,
        cast.owes(cast.officer),
        before_on=before,
        wanted_on=wanted,
        reason="Chờ văn bản hướng dẫn",
        by_id=cast.officer.person_id,
        now=NOW,
    )


def grant(connection: Connection, cast: Cast, extension_id: int) -> bool:
    return decide_extension(connection, extension_id, state="granted", by_id=cast.staff.person_id, now=NOW)


def test_newer_request_stands_in_place_of_the_older(connection: Connection, cast: Cast) -> None:
    first, second = ask(connection, cast), ask(connection, cast, wanted=LATEST)

    waiting = waiting_extensions(connection, cast.committee, most=10)
    assert [one.id for one in waiting] == [second]
    older = load_extension(connection, first)
    assert older is not None
    assert older.state == "replaced"
    assert [one.wanted_on for one in extensions_asked(connection, [cast.officer.unit_id]).values()] == [
        LATEST
    ]


def test_request_is_decided_once(connection: Connection, cast: Cast) -> None:
    asked = ask(connection, cast)

    assert grant(connection, cast, asked)
    assert not grant(connection, cast, asked)
    assert waiting_extensions(connection, cast.committee, most=10) == []


def test_last_day_moves_for_the_unit_alone(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)

    assert extend(connection, key, until=LATER)

    owed, others = find_owed(connection, key), find_owed(connection, cast.owes(cast.other))
    assert owed is not None
    assert others is not None
    assert (owed.due_on, others.due_on) == (LATER, DUE)
    assert not extend(connection, (*key[:3], "2030"), until=LATER)


def test_first_last_day_is_kept_over_several_extensions(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)
    assert original_day(connection, key) is None
    grant(connection, cast, ask(connection, cast))
    grant(connection, cast, ask(connection, cast, before=LATER, wanted=LATEST))

    granted = granted_between(connection, key[0], since=NOW - timedelta(days=7), until=NOW)
    assert [(one.original_on, one.before_on, one.wanted_on) for one in granted] == [
        (DUE, DUE, LATER),
        (DUE, LATER, LATEST),
    ]
    assert granted_days(connection, *(key[0], key[2], key[3])) == {cast.officer.unit_id: LATEST}
    assert granted_between(connection, key[0], since=NOW, until=NOW + timedelta(days=1)) == []


def test_day_that_was_given_is_the_one_that_lasts(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)
    asked = ask(connection, cast, wanted=LATEST)

    decide_extension(connection, asked, state="granted", by_id=cast.staff.person_id, given=LATER, now=NOW)

    assert granted_days(connection, *(key[0], key[2], key[3])) == {cast.officer.unit_id: LATER}
