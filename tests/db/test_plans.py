"""Plans: every version is kept as the file that was loaded, one is in force."""

from datetime import date, timedelta

import pytest
from sqlalchemy.exc import NoResultFound

from bot.db import plans
from bot.db.plans import StoredPlan
from bot.db.session import Connection
from bot.gather.plans import load_plan
from tests.db.cast import NOW, Cast
from tests.house import plan_source, read_hp_plan, the_office

LATER = NOW + timedelta(days=30)


def put(connection: Connection, cast: Cast, source: str, *, today: date, code: str = "SMALL") -> StoredPlan:
    return plans.put_version(
        connection,
        cast.committee,
        code,
        file="nhỏ.yaml",
        source=source,
        sha256="0" * 64,
        by="Phạm Xuân Dũng",
        today=today,
        now=NOW,
    )


def test_version_comes_back_as_the_file_that_was_loaded(connection: Connection, cast: Cast) -> None:
    stored = put(connection, cast, "tên: “Kế hoạch” 👍\n", today=date(2026, 11, 23))

    assert plans.load_source(connection, stored.version_id) == ("nhỏ.yaml", "tên: “Kế hoạch” 👍\n")


def test_newer_version_comes_into_force_and_the_older_one_is_kept(connection: Connection, cast: Cast) -> None:
    first = put(connection, cast, "một", today=date(2026, 11, 23))
    second = put(connection, cast, "hai", today=date(2026, 12, 1))

    assert (first.number, second.number) == (1, 2)
    assert second.id == first.id
    assert second.loaded_on == date(2026, 11, 23)  # deadlines count from the first import
    assert plans.plans_in_force(connection, cast.committee) == (cast.plan, second)
    assert plans.load_source(connection, first.version_id)[1] == "một"


def test_plans_have_versions_of_their_own(connection: Connection, cast: Cast) -> None:
    assert put(connection, cast, "a", today=date(2026, 11, 23), code="A").number == 1
    assert put(connection, cast, "b", today=date(2026, 11, 23), code="B").number == 1
    assert plans.plans_in_force(connection, cast.committee + 1) == ()


def test_version_that_never_was_is_not_found(connection: Connection) -> None:
    with pytest.raises(NoResultFound):
        plans.load_source(connection, 10_000)


def test_real_plan_twice_changes_nothing_the_second_time(connection: Connection, cast: Cast) -> None:
    office = the_office(connection)

    again = load_plan(
        connection,
        office,
        read_hp_plan(office),
        file="plan.yaml",
        source=plan_source(),
        by="test",
        now=NOW,
    )

    assert (again.newer, again.number) == (False, 1)
    assert (again.changes.moved, again.changes.dropped) == (0, 0)
    assert plans.plans_in_force(connection, cast.committee) == (cast.plan,)
