"""A plan whose year is over asks nobody, chases nobody, and is summed up only where nothing else is."""

from pathlib import Path

import pytest

from bot.core.assigning import Changes
from bot.core.messages import Address
from bot.db.assignments import count_assignments
from bot.db.digests import link_chat
from bot.db.plans import plans_in_force
from bot.db.session import Connection, Database
from bot.gather.plans import Loaded, load_plan
from bot.gather.shelf import Shelf
from scheduler.digests import send_digests
from tests.house import HOANG_MAI, make_house, office_time, read_plan_of, the_office

TODAY = office_time("2026-11-23 08:05")


def load(connection: Connection) -> Loaded:
    office = the_office(connection)
    return load_plan(
        connection,
        office,
        read_plan_of(HOANG_MAI, office),
        file="plan.yaml",
        source=HOANG_MAI.plan.read_bytes(),
        by="test",
        now=TODAY,
    )


def test_plan_of_2020_that_is_loaded_today_asks_nobody(connection: Connection) -> None:
    loaded = load(connection)

    assert (loaded.changes, loaded.late_starts) == (Changes(0, 0, 0), 0)
    assert loaded.ended_on is not None
    assert loaded.ended_on.isoformat() == "2020-12-31"
    stored = next(one for one in plans_in_force(connection, the_office(connection).id) if one.code == "HM")
    assert count_assignments(connection, stored.id) == 0


def test_monday_s_digest_is_about_the_running_plan_alone(connection: Connection) -> None:
    load(connection)
    link_chat(
        connection,
        the_office(connection).id,
        Address("telegram", "-1"),
        by="test",
        now=office_time("2026-11-02 09:00"),
    )

    assert send_digests(connection, the_office(connection), Shelf(), now=TODAY) == 1


@pytest.mark.parametrize(("now", "digests"), [("2021-01-25 07:35", 1), ("2021-02-08 07:35", 0)])
def test_digests_end_with_the_plan(tmp_path: Path, now: str, digests: int) -> None:
    """The last one comes in the month in which its last days are still reported."""
    database = Database(f"sqlite:///{make_house(tmp_path, furniture=HOANG_MAI)}")
    with database.engine.begin() as connection:
        office = the_office(connection)
        link_chat(connection, office.id, Address("telegram", "-1"), by="test", now=HOANG_MAI.loaded_at)

        assert send_digests(connection, office, Shelf(), now=office_time(now)) == digests
    database.close()
