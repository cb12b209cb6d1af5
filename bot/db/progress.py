"""How far the reports are: one line for each form that a unit was asked for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Connection, Select, case, func, select

from bot.core.digest import Line
from bot.db.people import REACHABLE
from bot.db.tables import assignment, contact, person, post, report, unit

_area = unit.alias()


def lines(
    connection: Connection, plan_id: int, *, opened_by: date, units: Collection[int] | None = None
) -> tuple[Line, ...]:
    """All forms that were open by that day, with the instant of their first report; those of some units alone."""
    first = (
        select(
            report.c.unit_id,
            report.c.form,
            report.c.period,
            func.min(report.c.submitted_at).label("reported_at"),
        )
        .where(report.c.plan_id == plan_id)
        .group_by(report.c.unit_id, report.c.form, report.c.period)
        .subquery()
    )
    rows = connection.execute(
        select(
            unit.c.code,
            unit.c.short,
            unit.c.name,
            unit.c.kind,
            func.coalesce(_area.c.code, unit.c.code).label("area"),
            func.coalesce(_area.c.short, unit.c.short).label("area_name"),
            assignment.c.form,
            assignment.c.period,
            func.min(assignment.c.opens_on).label("opens_on"),
            func.min(assignment.c.due_on).label("due_on"),
            func.max(case((assignment.c.state == "returned", 1), else_=0)).label("returned"),
            first.c.reported_at,
        )
        .join(unit, unit.c.id == assignment.c.unit_id)
        .outerjoin(_area, (_area.c.committee_id == unit.c.committee_id) & (_area.c.code == unit.c.parent))
        .outerjoin(
            first,
            (first.c.unit_id == assignment.c.unit_id)
            & (first.c.form == assignment.c.form)
            & (first.c.period == assignment.c.period),
        )
        .where(
            assignment.c.plan_id == plan_id,
            assignment.c.opens_on <= opened_by,
            assignment.c.state != "withdrawn",
            *_of(assignment.c.unit_id, units),
        )
        .group_by(
            unit.c.id,
            unit.c.code,
            unit.c.short,
            unit.c.name,
            unit.c.kind,
            _area.c.code,
            _area.c.short,
            assignment.c.form,
            assignment.c.period,
            first.c.reported_at,
        )
        .order_by(unit.c.id, func.min(assignment.c.due_on), assignment.c.form, assignment.c.period)
    )
    return tuple(
        Line(
            unit=row.code,
            unit_name=row.short,
            form=row.form,
            period=row.period,
            opens_on=row.opens_on,
            due_on=row.due_on,
            reported_at=row.reported_at,
            returned=bool(row.returned),
            kind=row.kind,
            area=row.area,
            area_name=row.area_name,
            in_full=row.name,
        )
        for row in rows
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """A task that a unit (its code) was asked for, from when on, and how it stands."""

    task: str
    unit: str
    opens_on: date
    state: str
    result: str | None


def asked_for(connection: Connection, plan_id: int, tasks: Collection[str]) -> tuple[Asked, ...]:
    """Who was asked for these tasks, over all forms and periods."""
    rows = connection.execute(
        select(assignment.c.task, unit.c.code, assignment.c.opens_on, assignment.c.state, assignment.c.result)
        .join(unit, unit.c.id == assignment.c.unit_id)
        .where(
            assignment.c.plan_id == plan_id,
            assignment.c.task.in_(sorted(tasks)),
            assignment.c.state != "withdrawn",
        )
        .order_by(assignment.c.id)
    )
    return tuple(Asked(row.task, row.code, row.opens_on, row.state, row.result) for row in rows)


def count_to_review(connection: Connection, plan_id: int, *, units: Collection[int] | None = None) -> int:
    """Reports that nobody has looked at; those of some units alone."""
    return connection.execute(
        select(func.count())
        .select_from(report)
        .where(report.c.plan_id == plan_id, report.c.state == "submitted", *_of(report.c.unit_id, units))
    ).scalar_one()


def count_unreachable(
    connection: Connection, committee_id: int, *, units: Collection[int] | None = None
) -> int:
    """How many people `unreachable_people` names: each once, whatever posts they hold."""
    return connection.execute(
        select(func.count())
        .select_from(person)
        .where(*_unreachable(committee_id), person.c.id.in_(_holders(units)))
    ).scalar_one()


def count_not_joined(
    connection: Connection, committee_id: int, *, units: Collection[int] | None = None
) -> int:
    """People with a post, anywhere or in some units, who have no chat with us yet."""
    linked = select(contact.c.person_id).where(contact.c.person_id.is_not(None))
    held = _holders(units)
    return connection.execute(
        select(func.count())
        .select_from(person)
        .where(
            person.c.committee_id == committee_id,
            person.c.left_at.is_(None),
            person.c.id.in_(held),
            person.c.id.not_in(linked),
        )
    ).scalar_one()


def unreachable_people(connection: Connection, committee_id: int) -> Sequence[tuple[str, str, datetime]]:
    """(name, unit, since when) of people with a post whose only chats are lost (blocked, deactivated)."""
    rows = connection.execute(
        select(person.c.name, unit.c.short, func.min(contact.c.lost_at))
        .join(contact, contact.c.person_id == person.c.id)
        .join(post, post.c.person_id == person.c.id)
        .join(unit, unit.c.id == post.c.unit_id)
        .where(*_unreachable(committee_id), post.c.until.is_(None))
        .group_by(person.c.id, person.c.name, unit.c.id, unit.c.short)
        .order_by(unit.c.id, person.c.id)
    )
    return [(row[0], row[1], row[2]) for row in rows]


def _unreachable(committee_id: int) -> Sequence[ColumnElement[bool]]:
    """Somebody who joined, has not left, and whom no message reaches; that they hold a post is asked beside it."""
    linked = select(contact.c.person_id).where(contact.c.person_id.is_not(None))
    return (
        person.c.committee_id == committee_id,
        person.c.left_at.is_(None),
        person.c.id.in_(linked),
        ~REACHABLE,
    )


def _holders(units: Collection[int] | None) -> Select[tuple[int]]:
    """Who holds a post in these units."""
    return select(post.c.person_id).where(post.c.until.is_(None), *_of(post.c.unit_id, units))


def _of(column: ColumnElement[int], units: Collection[int] | None) -> Sequence[ColumnElement[bool]]:
    return [] if units is None else [column.in_(sorted(units))]
