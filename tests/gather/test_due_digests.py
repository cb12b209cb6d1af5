"""Which digest is due when, on the days off of 2026 to 2030: one for each week, and for weeks off one with the next."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest

from bot.core.office import Office
from bot.db.digests import link_chat, load_digest_about
from bot.db.session import Connection
from bot.gather.plans import load_plan
from bot.gather.shelf import Shelf
from bot.papers.plan_files import check_plan
from scheduler.digests import digest_hour, due_digest, iso_week, send_digests
from tests.gather.desk import stored_plan
from tests.gather.test_digest_sending import FRIDAY, TOPIC, set_ways
from tests.gather.test_sent_digests import GROUP
from tests.house import office_time, plan_source, the_office

A_WEEK = timedelta(days=7)
FIRST, LAST = date(2026, 1, 5), date(2030, 12, 23)
"""Mondays."""


def mondays() -> Iterator[date]:
    day = FIRST
    while day <= LAST:
        yield day
        day += A_WEEK


def timetable(office: Office) -> dict[datetime, list[str]]:
    """{hour of a digest: the weeks that end before it and after the hour before}, by the calendar alone."""
    found: dict[datetime, list[str]] = {}
    for monday in mondays():
        noon = datetime(monday.year, monday.month, monday.day, 12, tzinfo=office.zone)
        found.setdefault(digest_hour(office, noon), []).append(iso_week(office, noon - A_WEEK))
    return found


@pytest.mark.parametrize("weekday", range(5))
def test_every_instant_belongs_to_exactly_one_digest(connection: Connection, weekday: int) -> None:
    """What happens after one hour and until the next one is told at the next one: hours only go on, no week is left
    out, and none is in two."""
    office = set_ways(connection, weekday=weekday)
    table = timetable(office)

    assert all(earlier < later for earlier, later in pairwise(table))
    weeks = [week for of_hour in table.values() for week in of_hour]
    assert weeks == sorted(set(weeks))
    assert len(weeks) == len(list(mondays()))
    for hour, of_hour in table.items():
        due_at, about = due_digest(office, hour)
        assert (due_at, iso_week(office, about)) == (hour, of_hour[-1])


@pytest.mark.parametrize("weekday", range(5))
def test_the_one_that_is_due_is_the_last_whose_hour_came(connection: Connection, weekday: int) -> None:
    """Whenever a bell rings; unless that one is of another week, and is made up for no longer."""
    office = set_ways(connection, weekday=weekday)
    table = timetable(office)
    hours = list(table)
    now, until = hours[1], hours[-1]

    while now < until:
        due_at, about = due_digest(office, now)
        last = hours[bisect_right(hours, now) - 1]
        if due_at <= now:
            assert (due_at, iso_week(office, about)) == (last, table[last][-1])
        else:
            assert office.today(last) < office.today(now) - timedelta(days=now.weekday())
        now += timedelta(hours=5)


def test_weeks_off_join_the_digest_after_them(connection: Connection) -> None:
    """Tết of 2026, 2028 and 2029: a whole week is off, and with it the Monday of its digest."""
    joined = [weeks for weeks in timetable(the_office(connection)).values() if len(weeks) > 1]

    assert joined == [["2026-W07", "2026-W08"], ["2028-W03", "2028-W04"], ["2029-W06", "2029-W07"]]


def test_week_off_is_found_in_the_digest_that_told_of_it(connection: Connection) -> None:
    """Nobody who asks for week 6 of 2029 is told that there was none."""
    office = the_office(connection)
    link_chat(connection, office.id, TOPIC, by="test", now=FRIDAY)
    plan_id = stored_plan(connection).id
    for at in ("2029-02-05 07:30", "2029-02-19 07:30", "2029-02-26 07:30"):
        assert send_digests(connection, office, Shelf(), now=office_time(at)) == 1, at

    def told(week: str) -> str | None:
        found = load_digest_about(connection, plan_id, week, committee_id=office.id)
        return None if found is None else found.week

    assert [told(f"2029-W{week:02}") for week in (4, 5, 6, 7, 8, 9)] == [
        None, "2029-W05", "2029-W07", "2029-W07", "2029-W08", None,
    ]  # fmt: skip


def test_first_digest_of_a_plan_is_the_first_after_it_was_loaded(connection: Connection) -> None:
    """Loaded on a Wednesday, it says nothing of the week before, in which it did not exist."""
    office = the_office(connection)
    link_chat(connection, office.id, GROUP, by="test", now=FRIDAY)
    assert send_digests(connection, office, Shelf(), now=office_time("2026-11-30 07:30")) == 1
    source = plan_source().replace(b"  code: HP\n", b"  code: HQ\n", 1)
    plan, _ = check_plan("plan.yaml", source, kinds=office.kinds)
    assert plan is not None
    loaded_at = office_time("2026-12-02 10:00")
    load_plan(connection, office, plan, file="p.yaml", source=source, by="test", now=loaded_at)

    def sent(at: str) -> int:
        return send_digests(connection, office, Shelf(), now=office_time(at))

    assert [sent(f"2026-12-0{day} 10:01") for day in (2, 3, 4)] == [0, 0, 0]
    assert sent("2026-12-07 07:30") == 2
