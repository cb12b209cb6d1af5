"""A unit that is merged hands its open work to its successor: nobody is asked twice, and no total changes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from bot.core.forms.filling import Filling
from bot.core.indicators import Figure
from bot.core.people import Role
from bot.core.roster import Entry
from bot.db import assignments, figures, fillings, people, reports
from bot.db.assignments import find_owed, mark_reported, mark_reviewed
from bot.db.people import load_person
from bot.db.plans import plans_in_force
from bot.db.session import Connection
from bot.db.tables import assignment
from bot.db.tables import outbox as outbox_table
from bot.gather.merged_figures import unit_for
from bot.gather.rosters import load_roster
from bot.gather.shelf import Shelf
from bot.gather.succession import HandedOver
from bot.gather.targets import gather_targets
from bot.gather.totals import kept_true, recount
from scheduler.periods import open_periods
from tests.db.cast import Cast, Key, join, send
from tests.db.test_changing_plans import LATER, load
from tests.house import Member, member, office_time, read_hp_plan, read_roster_files, the_office

BEFORE = office_time("2026-12-29 08:05")
AFTER = office_time("2027-01-04 08:05")
END = date(2026, 12, 31)
INFORMED = {"F1": "HP-31.2", "F2": "HP-05.1"}
"""The indicator about pupils in each form: its denominators are the pupils of the roster."""


@pytest.fixture
def old(connection: Connection) -> Member:
    return member(connection, "T33", "officer")


@pytest.fixture
def new(connection: Connection) -> Member:
    return member(connection, "T34", "officer")


def roster(connection: Connection, cast: Cast, *, now: datetime, **units: Mapping[str, Any]) -> None:
    """The roster is loaded again with these units changed."""
    office = the_office(connection)
    entries: list[Entry] = [
        replace(entry, unit=replace(entry.unit, **units.get(entry.unit.code, {})))
        for entry in read_roster_files(office)
    ]
    load_roster(connection, cast.committee, entries, now=now, today=office.today(now))


def day(connection: Connection, *, now: datetime) -> tuple[HandedOver, ...]:
    """What happens every day."""
    return open_periods(connection, the_office(connection), Shelf(), now=now).handed


def merge(connection: Connection, cast: Cast, *, now: datetime = AFTER) -> tuple[HandedOver, ...]:
    """T33 ends with the year, into T34: announced before, and the days go by."""
    roster(connection, cast, now=BEFORE, T33={"valid_to": END, "successor": "T34"})
    assert day(connection, now=BEFORE) == ()
    return day(connection, now=now)


def totals(connection: Connection, *, now: datetime) -> dict[str, tuple[Decimal, Decimal | None]]:
    """(numerator, denominator) of every indicator."""
    office = the_office(connection)
    (stored,) = plans_in_force(connection, office.id)
    plan = read_hp_plan(office)
    assert recount(connection, stored.id, plan, committee_id=office.id) == 0, "the kept totals are true"
    found = gather_targets(connection, stored.id, plan, today=office.today(now))
    return {one.indicator.code: (one.total.numerator, one.total.denominator) for one in found}


def key(cast: Cast, who: Member, form: str = "F2", period: str = "2026-2027") -> Key:
    return cast.owes(who, form=form, period=period)


def report(connection: Connection, cast: Cast, who: Member, what: Key, *, pupils: tuple[int, int]) -> int:
    """The unit sends that form, with a figure for the pupils who were informed."""
    report_id, _ = send(connection, cast, who, what, at=BEFORE)
    done, total = map(Decimal, pupils)
    said = {INFORMED[what[2]]: Figure(done, total)}
    plan = read_hp_plan(the_office(connection))
    with kept_true(
        connection, what[0], plan, committee_id=cast.committee, units=[what[1]], of=(what[2], what[3])
    ):
        mark_reported(connection, what, report_id, results={}, now=BEFORE)
        figures.save_figures(connection, what, report_id, said, roster_version=None, now=BEFORE)
    return report_id


def states(connection: Connection, what: Key) -> set[str]:
    rows = connection.execute(
        select(assignment.c.state).where(
            assignment.c.unit_id == what[1], assignment.c.form == what[2], assignment.c.period == what[3]
        )
    )
    return set(rows.scalars())


def pupils(connection: Connection, what: Key) -> int:
    """The total that a report of that unit is about."""
    office = the_office(connection)
    planned = read_hp_plan(office).form(what[2])
    return unit_for(connection, office.id, what, planned, kinds=office.kinds).figures["pupils"]


def test_nothing_passes_before_the_last_day_is_over(
    connection: Connection, cast: Cast, old: Member, new: Member
) -> None:
    merge(connection, cast, now=office_time("2026-12-31 16:00"))

    assert find_owed(connection, key(cast, old)) is not None
    assert pupils(connection, key(cast, new)) == 746


def test_form_that_both_owe_becomes_one_with_the_sum_of_their_figures(
    connection: Connection, cast: Cast, old: Member, new: Member
) -> None:
    (handed,) = merge(connection, cast)

    assert (handed.unit.code, handed.heir.code) == ("T33", "T34")
    assert key(cast, old) in handed.merged
    assert find_owed(connection, key(cast, old)) is None
    assert find_owed(connection, key(cast, new)) is not None
    assert pupils(connection, key(cast, new)) == 746 + 540


def test_no_total_of_pupils_or_staff_changes_at_the_merger(
    connection: Connection, cast: Cast, old: Member, new: Member
) -> None:
    now = office_time("2027-01-04 08:05")
    before = totals(connection, now=now)

    merge(connection, cast)

    after = totals(connection, now=now)
    persons = [
        code for code, (_, whole) in before.items() if whole is not None and whole > 100
    ]  # units are counted in tens, people in hundreds
    assert len(persons) > 3
    assert {code: after[code] for code in persons} == {code: before[code] for code in persons}


def test_units_are_counted_as_they_are_on_the_day_of_the_report(connection: Connection, cast: Cast) -> None:
    """One school is one answer: of what both owed still, one is to come. What fell due before keeps both."""
    before = totals(connection, now=AFTER)

    merge(connection, cast)

    after = totals(connection, now=AFTER)
    fewer = {code: before[code][1] for code in before if before[code] != after[code]}
    assert fewer
    assert {code: after[code][1] for code in fewer} == {
        code: whole - 1 for code, whole in fewer.items() if whole is not None
    }


def test_report_that_was_sent_stays_with_the_old_unit_and_counts_once(
    connection: Connection, cast: Cast, old: Member, new: Member
) -> None:
    sent = report(connection, cast, old, key(cast, old), pupils=(500, 540))
    before = totals(connection, now=AFTER)
    assert before["HP-05.1"][0] == 500

    (handed,) = merge(connection, cast)

    assert key(cast, old) not in handed.merged
    assert states(connection, key(cast, old)) == {"reported"}
    assert pupils(connection, key(cast, new)) == 746  # T33 has answered for its own
    assert totals(connection, now=AFTER) == before
    stored = reports.load_report(connection, sent)
    assert stored is not None
    assert stored.unit_id == old.unit_id


def test_successor_that_has_sent_its_own_owes_the_rest_in_the_old_units_name(
    connection: Connection, cast: Cast, old: Member, new: Member
) -> None:
    report(connection, cast, new, key(cast, new), pupils=(700, 746))
    before = totals(connection, now=AFTER)

    (handed,) = merge(connection, cast)

    assert key(cast, old) in handed.left
    assert find_owed(connection, key(cast, old)) is not None
    assert states(connection, key(cast, new)) == {"reported"}
    assert totals(connection, now=AFTER) == before
    heir = load_person(connection, new.person_id, new.name)
    assert heir.units == (new.unit_id, old.unit_id)  # may report for both


def test_what_the_successor_is_not_asked_stays_under_the_old_name(
    connection: Connection, cast: Cast, old: Member, new: Member
) -> None:
    load(connection, "without F2 for T34", now=BEFORE)

    (handed,) = merge(connection, cast)

    assert key(cast, old) in handed.left
    assert find_owed(connection, key(cast, old)) is not None
    assert find_owed(connection, key(cast, new)) is None
    assert pupils(connection, key(cast, old)) == 540
    day(connection, now=AFTER + timedelta(days=1))
    assert find_owed(connection, key(cast, old)) is not None  # and is not taken for something forgotten


def test_returned_report_is_mended_under_the_name_in_which_it_was_sent(
    connection: Connection, cast: Cast, old: Member, new: Member
) -> None:
    sent = report(connection, cast, old, key(cast, old), pupils=(500, 540))
    mark_reviewed(connection, sent, state="returned", due_on=date(2027, 1, 6))

    (handed,) = merge(connection, cast)

    assert key(cast, old) in handed.left
    owed = find_owed(connection, key(cast, old))
    assert owed is not None
    assert owed.returned
    assert pupils(connection, key(cast, new)) == 746


def test_what_fell_due_before_the_end_stays_under_the_old_name(
    connection: Connection, cast: Cast, old: Member, new: Member
) -> None:
    (handed,) = merge(connection, cast)

    overdue = key(cast, old, "F1", "once")
    assert overdue in handed.left
    assert find_owed(connection, overdue) is not None
    assert pupils(connection, key(cast, new, "F1", "once")) == 746


def test_handing_over_is_done_once_and_stays_done(
    connection: Connection, cast: Cast, old: Member, new: Member
) -> None:
    merge(connection, cast)
    before = assignments.count_assignments(connection, cast.plan.id)

    assert day(connection, now=AFTER + timedelta(days=1)) == ()
    assert find_owed(connection, key(cast, old)) is None
    assert assignments.count_assignments(connection, cast.plan.id) == before


def test_merger_that_is_called_off_gives_everything_back(
    connection: Connection, cast: Cast, old: Member, new: Member
) -> None:
    merge(connection, cast)

    roster(connection, cast, now=AFTER)
    day(connection, now=AFTER)

    assert find_owed(connection, key(cast, old)) is not None
    assert pupils(connection, key(cast, new)) == 746
    assert load_person(connection, new.person_id, new.name).units == (new.unit_id,)


def test_roster_with_figures_of_the_merged_unit_counts_nobody_twice(
    connection: Connection, cast: Cast, old: Member, new: Member
) -> None:
    figures_ = {"pupils": 1286, "teachers": 71, "managers": 5, "staff": 10}
    report(connection, cast, old, key(cast, old, "F1", "once"), pupils=(500, 540))
    before = totals(connection, now=AFTER)
    merge(connection, cast)

    roster(
        connection,
        cast,
        now=AFTER,
        T33={"valid_to": END, "successor": "T34"},
        T34={"figures": figures_},
    )

    assert pupils(connection, key(cast, new)) == 1286
    assert pupils(connection, key(cast, new, "F1", "once")) == 1286 - 540
    assert totals(connection, now=AFTER)["HP-31.2"] == before["HP-31.2"]


def test_renamed_unit_keeps_its_work_and_its_id(connection: Connection, cast: Cast, old: Member) -> None:
    roster(connection, cast, now=BEFORE, T33={"name": "Trường THCS Quang Vinh 1", "short": ""})
    day(connection, now=BEFORE)

    owed = find_owed(connection, key(cast, old))
    assert owed is not None
    assert (owed.unit_id, owed.unit_name) == (old.unit_id, "Trường THCS Quang Vinh 1")


def test_newer_plan_moves_what_the_old_unit_owes_until_its_end(
    connection: Connection, cast: Cast, old: Member
) -> None:
    roster(connection, cast, now=BEFORE, T33={"valid_to": END, "successor": "T34"})
    load(connection, LATER, now=BEFORE)

    owed = find_owed(connection, key(cast, old))
    assert owed is not None
    assert owed.due_on == date(2027, 1, 25)


def test_half_filled_forms_of_both_units_are_marked(
    connection: Connection, cast: Cast, old: Member, new: Member
) -> None:
    for who in (old, new):
        fillings.put_filling(
            connection,
            person_id=who.person_id,
            key=key(cast, who),
            plan_version_id=cast.plan.version_id,
            scene={"unit": {}, "tasks": []},
            state=Filling({}).to_json(),
            now=BEFORE,
        )

    merge(connection, cast)

    assert [one.news for one in fillings.open_of_plan(connection, cast.plan.id)] == ["merged", "merged"]


def test_everybody_concerned_hears_once_and_staff_see_who_is_left_without_a_unit(
    connection: Connection, cast: Cast, old: Member, new: Member
) -> None:
    for chat, who in (("33", old), ("34", new), ("1", cast.staff), ("14", cast.officer)):
        join(connection, who, chat)

    (handed,) = merge(connection, cast)
    day(connection, now=AFTER + timedelta(days=1))

    rows = connection.execute(
        select(outbox_table.c.chat, outbox_table.c.body).where(outbox_table.c.key.startswith("merger:"))
    ).all()
    told = {row.chat: row.body["text"] for row in rows}
    assert sorted(told) == ["1", "33", "34"]
    assert len(rows) == 3
    assert [name for _, name in handed.alone] == ["Nguyễn Hữu Thắng", "Đặng Minh Lâm"]
    assert "Đồng chí không còn phụ trách" in told["33"]
    assert "Đồng chí không còn phụ trách" not in told["34"]
    assert "Nguyễn Hữu Thắng và Đặng Minh Lâm" in told["1"]


def test_posts_in_the_old_unit_follow_those_in_the_successor(
    connection: Connection, cast: Cast, old: Member, new: Member
) -> None:
    merge(connection, cast)
    (held,) = [
        post
        for post in people.posts_of_units(connection, [new.unit_id])
        if post.role is Role.OFFICER and post.person_id == new.person_id
    ]

    people.end_post(connection, held.id, now=AFTER)
    day(connection, now=AFTER + timedelta(days=1))

    assert load_person(connection, new.person_id, new.name).units == ()
    assert load_person(connection, old.person_id, old.name).units == (old.unit_id,)
