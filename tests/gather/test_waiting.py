"""A form of which everything waits for others is not chased, and is chased once they have reported."""

from datetime import date

import pytest
from sqlalchemy import select

from bot.core.forms.model import Value
from bot.db.assignments import find_owed, mark_reviewed
from bot.db.contacts import link, load_contact, put_contact
from bot.db.session import Connection
from bot.db.tables import report, unit
from bot.gather.plans import load_plan
from bot.gather.reminders import gather_due
from bot.gather.shelf import Shelf
from bot.gather.waiting import Waiting, all_waiting, is_held_up
from bot.papers.plan_files import check_plan
from scheduler.reminders import remind_of
from tests.db.cast import private
from tests.gather.desk import NOW, send, stored_plan
from tests.house import member, office_time, plan_source, the_office

WEEK_BEFORE = office_time("2026-11-25 09:00")
ALL_WAIT = ("HP-31", "HP-08")
"""With these waiting, too, nothing of F1 is left to be done."""


def let_wait(connection: Connection, *tasks: str) -> None:
    """A newer plan, in which these tasks wait for HP-22 as well."""
    office = the_office(connection)
    source = plan_source().decode()
    for task in tasks:
        head = f"  - code: {task}\n"
        assert source.count(head) == 1
        source = source.replace(head, f"{head}    depends_on: [HP-22]\n")
    plan, _ = check_plan("plan.yaml", source.encode(), kinds=office.kinds)
    assert plan is not None
    load_plan(connection, office, plan, file="plan.yaml", source=source.encode(), by="test", now=NOW)


def owes_f1(connection: Connection) -> bool:
    """Whether F1 of T14 is held up."""
    stored = stored_plan(connection)
    unit_id = int(connection.execute(select(unit.c.id).where(unit.c.code == "T14")).scalar_one())
    owed = find_owed(connection, (stored.id, unit_id, "F1", "once"))
    assert owed is not None
    return is_held_up(connection, Shelf().plan(connection, stored.version_id), owed)


def reminded(connection: Connection) -> list[str]:
    """What the officer of T14 would read a week before the last day."""
    who = member(connection, "T14", "officer")
    put_contact(connection, private("7"), language=None, now=NOW)
    contact = load_contact(connection, private("7"))
    assert contact is not None
    link(connection, contact.id, who.person_id, now=NOW)
    office = the_office(connection)
    said = [
        remind_of(connection, office, Shelf(), merged, now=WEEK_BEFORE)
        for merged in gather_due(connection, office, Shelf(), now=WEEK_BEFORE).merged
        if merged.recipient.person_id == who.person_id
    ]
    return [reply.text for reply in said if reply is not None]


def test_form_with_other_work_in_it_is_chased(connection: Connection) -> None:
    assert not owes_f1(connection)
    assert len(reminded(connection)) == 1


def test_form_of_which_everything_waits_is_not_chased(connection: Connection) -> None:
    let_wait(connection, *ALL_WAIT)

    assert owes_f1(connection)
    assert reminded(connection) == []


@pytest.mark.parametrize(("answer", "held_up"), [("yes", False), ("na", False), ("not_yet", True)])
def test_it_is_chased_once_the_other_has_reported(
    connection: Connection, answer: Value, held_up: bool
) -> None:
    let_wait(connection, *ALL_WAIT)

    send(connection, "UBND", "G1", {"directive_studied": "yes", "plan_issued": answer})

    assert owes_f1(connection) is held_up
    assert bool(reminded(connection)) is not held_up


def test_report_that_was_returned_to_the_other_holds_up_again(connection: Connection) -> None:
    let_wait(connection, *ALL_WAIT)
    send(connection, "UBND", "G1", {"directive_studied": "yes", "plan_issued": "yes"})
    report_id = connection.execute(select(report.c.id)).scalar_one()

    mark_reviewed(connection, report_id, state="returned", due_on=date(2026, 12, 2))

    assert owes_f1(connection)


def test_own_report_that_was_returned_is_never_held_up(connection: Connection) -> None:
    let_wait(connection, *ALL_WAIT)
    send(connection, "T14", "F1", {"directive_studied": "yes", "plan_issued": "not_yet"})
    report_id = connection.execute(select(report.c.id)).scalar_one()

    mark_reviewed(connection, report_id, state="returned", due_on=date(2026, 12, 2))

    assert not owes_f1(connection)


def test_committee_sees_what_waits_for_what(connection: Connection) -> None:
    stored, office = stored_plan(connection), the_office(connection)
    plan = Shelf().plan(connection, stored.version_id)

    def seen() -> tuple[Waiting, ...]:
        return all_waiting(connection, plan, stored.id, office.id, opened_by=office.today(NOW))

    assert seen() == (Waiting("HP-32", "HP-22", 40, ("Ủy ban nhân dân huyện Vân Trạch",)),)
    send(connection, "T14", "F1", {"directive_studied": "yes", "plan_issued": "not_yet"})
    assert seen() == (Waiting("HP-32", "HP-22", 39, ("Ủy ban nhân dân huyện Vân Trạch",)),)
    send(connection, "UBND", "G1", {"directive_studied": "yes", "plan_issued": "yes"})
    assert seen() == ()
