"""More time goes with the work: a unit that is merged hands it to its successor."""

from datetime import date

from bot.core.extending import Extension
from bot.db.assignments import find_owed
from bot.db.extensions import (
    ask_extension,
    decide_extension,
    extend,
    extensions_asked,
    original_day,
    waiting_extensions,
)
from bot.db.given_time import granted_days
from bot.db.session import Connection
from tests.db.cast import Cast, Key
from tests.db.test_handing_over import BEFORE, key, merge
from tests.house import Member, member

LATER = date(2027, 7, 30)


def ask(connection: Connection, cast: Cast, who: Member, *, wanted: date = LATER) -> int:
    what = key(cast, who)
    owed = find_owed(connection, what)
    assert owed is not None
    return ask_extension(
        connection,
        what,
        before_on=owed.due_on,
        wanted_on=wanted,
        reason="Chờ thi",
        by_id=who.person_id,
        now=BEFORE,
    )


def grant(connection: Connection, cast: Cast, who: Member, *, wanted: date = LATER) -> None:
    asked = ask(connection, cast, who, wanted=wanted)
    decide_extension(connection, asked, state="granted", by_id=cast.staff.person_id, now=BEFORE)
    assert extend(connection, key(cast, who), until=wanted)


def due(connection: Connection, what: Key) -> date:
    owed = find_owed(connection, what)
    assert owed is not None
    return owed.due_on


def waiting(connection: Connection, cast: Cast) -> list[Extension]:
    return list(waiting_extensions(connection, cast.committee, most=9))


def test_successor_has_the_time_that_was_given(connection: Connection, cast: Cast) -> None:
    old, new = member(connection, "T33", "officer"), member(connection, "T34", "officer")
    first_day = due(connection, key(cast, old))
    grant(connection, cast, old)

    merge(connection, cast)

    assert due(connection, key(cast, new)) == LATER
    plan_id, _, form, period = key(cast, new)
    assert granted_days(connection, plan_id, form, period) == {new.unit_id: LATER}
    assert original_day(connection, key(cast, new)) == first_day


def test_longer_time_of_the_successor_stays(connection: Connection, cast: Cast) -> None:
    old, new = member(connection, "T33", "officer"), member(connection, "T34", "officer")
    grant(connection, cast, old, wanted=date(2027, 7, 20))
    grant(connection, cast, new)

    merge(connection, cast)

    assert due(connection, key(cast, new)) == LATER


def test_request_goes_with_the_work_and_stands_behind_the_successors_own(
    connection: Connection, cast: Cast
) -> None:
    old, new = member(connection, "T33", "officer"), member(connection, "T34", "officer")
    ask(connection, cast, old)
    own = ask(connection, cast, new, wanted=date(2027, 7, 20))

    merge(connection, cast)

    assert [one.id for one in waiting(connection, cast)] == [own]
    assert [one.id for one in extensions_asked(connection, [new.unit_id]).values()] == [own]


def test_request_of_the_old_unit_alone_is_asked_by_the_successor(connection: Connection, cast: Cast) -> None:
    old, new = member(connection, "T33", "officer"), member(connection, "T34", "officer")
    asked = ask(connection, cast, old)

    merge(connection, cast)

    assert [(one.id, one.key) for one in waiting(connection, cast)] == [(asked, key(cast, new))]
