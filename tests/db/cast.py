"""The house's people and plan as the database's rows, and the steps that many tests begin with."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.core.messages import Address
from bot.db import contacts, fillings, reports
from bot.db.plans import StoredPlan, plans_in_force
from bot.db.session import Connection
from tests.house import Member, member, office_time, the_office

Key = tuple[int, int, str, str]
"""Plan, unit, form, period."""

NOW = office_time("2026-11-23 08:05")
"""A Monday morning: forms F1 and C1 are open and due on 2 December."""


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and what there is (see tests/house.py for the cast)."""

    committee: int
    plan: StoredPlan
    officer: Member
    colleague: Member
    other: Member
    commune: Member
    staff: Member
    leader: Member

    def owes(self, who: Member, *, form: str = "F1", period: str = "once") -> Key:
        return self.plan.id, who.unit_id, form, period


def cast_of(connection: Connection) -> Cast:
    committee = the_office(connection).id
    (plan,) = plans_in_force(connection, committee)
    return Cast(
        committee,
        plan,
        officer=member(connection, "T14", "officer"),
        colleague=member(connection, "T14", "head"),
        other=member(connection, "T25", "officer"),
        commune=member(connection, "X02", "officer"),
        staff=member(connection, "BTG", "staff"),
        leader=member(connection, "BTG", "leader"),
    )


def private(chat: str) -> Address:
    return Address("telegram", chat)


def join(connection: Connection, who: Member, chat: str, *, at: datetime = NOW) -> int:
    """Somebody writes from this chat and is linked to it. Returns the contact's id."""
    contacts.put_contact(connection, private(chat), language=None, now=at)
    contact = contacts.load_contact(connection, private(chat))
    assert contact is not None
    contacts.link(connection, contact.id, who.person_id, now=at)
    return contact.id


def begin(
    connection: Connection, cast: Cast, who: Member, key: Key, *, state: Any = None, at: datetime = NOW
) -> int:
    """Somebody opens a form. Returns the filling's id."""
    return fillings.put_filling(
        connection,
        person_id=who.person_id,
        key=key,
        plan_version_id=cast.plan.version_id,
        scene={"tasks": ["HP-31"]},
        state=state or {"v": 1, "answers": {}},
        now=at,
    )


def send(
    connection: Connection, cast: Cast, who: Member, key: Key, *, answers: Any = None, at: datetime = NOW
) -> tuple[int, str]:
    """Somebody fills in a form and sends it. Returns the report's id and its receipt."""
    filling = begin(connection, cast, who, key, at=at)
    assert fillings.end_filling(connection, filling, status="sent", now=at)
    return reports.put_report(
        connection,
        filling_id=filling,
        key=key,
        plan_version_id=cast.plan.version_id,
        answers=answers or {"q1": "yes"},
        author_id=who.person_id,
        channel="telegram",
        now=at,
    )
