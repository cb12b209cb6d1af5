"""Decisions are kept with the version in which they held."""

from dataclasses import replace
from datetime import date

from bot.core.plan.document import Decision
from bot.db.decisions import load_decisions, save_decisions
from bot.db.session import Connection
from tests.db.cast import Cast
from tests.db.test_plans import put

ONE = Decision(
    "sum_wrong", "LỚP-BD", "stated=39; sum=45", "45", "48 = 2 + 1 + 45", "Lê Thị Hoa", date(2026, 11, 2)
)
OTHER = Decision("number_missing", "", "", "", "Nguồn không ghi", "Lê Thị Hoa", date(2026, 11, 3))


def test_decisions_of_a_version_come_back_as_they_were_taken(connection: Connection, cast: Cast) -> None:
    first = put(connection, cast, "một", today=date(2026, 11, 23))
    second = put(connection, cast, "hai", today=date(2026, 12, 1))

    save_decisions(connection, first.version_id, (ONE, OTHER))

    assert load_decisions(connection, first.version_id) == (ONE, OTHER)
    assert load_decisions(connection, second.version_id) == ()


def test_of_two_about_one_thing_the_last_holds(connection: Connection, cast: Cast) -> None:
    stored = put(connection, cast, "một", today=date(2026, 11, 23))
    later = replace(ONE, value="39", why="Đã hỏi cơ quan ban hành")

    save_decisions(connection, stored.version_id, (ONE, later))

    assert load_decisions(connection, stored.version_id) == (later,)


def test_gaps_of_the_real_plan_are_kept_as_decided(connection: Connection, cast: Cast) -> None:
    kept = load_decisions(connection, cast.plan.version_id)

    assert [one.finding for one in kept] == [
        "number_missing",
        "issued_on_assumed",
        "deadlines_unstated",
        "owners_unstated",
        "text_head_incomplete",
    ]
