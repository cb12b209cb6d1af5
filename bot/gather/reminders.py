"""Who is to be reminded of what, gathered and owed: one merged message for all that is due for a person."""

from collections.abc import Callable, Collection, Container, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.core.looks import NextLooks
from bot.core.office import Office
from bot.core.people import Role
from bot.core.quiet import Notice
from bot.core.recipients import Receives
from bot.core.reminders import Manners, next_step_on, reaches_to, rung_due
from bot.core.silence import Step
from bot.db.assignments import Owed, owed_in, owed_until
from bot.db.looks import turns_of_leave
from bot.db.reminders import Reached, taken_steps
from bot.db.session import Connection
from bot.db.silence import PUT_OFF
from bot.db.snoozes import Key, Snooze, put_off_now
from bot.gather.hearing_days import HearingDays, hearing_days, nobody_hears
from bot.gather.recipients import Received, gather_recipients
from bot.gather.shelf import Shelf
from bot.gather.silences import Silences, gather_silences
from bot.gather.waiting import held_up

CHASE = "chase"
"""The step that staff take by hand."""

A_DAY = timedelta(days=1)

SILENCE = "S1"
"""The step that tells the head of a unit that its officers do not answer."""


@dataclass(frozen=True, slots=True)
class Due:
    """A rung that is due for one form, to one person in one role."""

    owed: Owed
    step: str
    role: Role
    absent: str = ""
    """The colleague on leave, for whom the person stands in."""
    below: bool = False
    """The unit is below the person's own, and has nobody itself."""
    snooze: Snooze | None = None
    """The person had asked to hear of it now, and not before."""


@dataclass(frozen=True, slots=True)
class Merged:
    """All that is due for one person: one message."""

    recipient: Reached
    due: tuple[Due, ...]

    @property
    def unit_ids(self) -> frozenset[int]:
        return frozenset(one.owed.unit_id for one in self.due)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What is due, and what of it belongs to units that have nobody of their own to receive it, or of whom nobody has
    answered for so long that staff are to telephone."""

    merged: tuple[Merged, ...]
    unattended: tuple[Owed, ...] = ()
    silent: tuple[Owed, ...] = ()
    looks: NextLooks = field(default_factory=lambda: NextLooks((), today=date.min))
    """When those units are looked at next, of which it was asked."""


def gather_due(
    connection: Connection,
    office: Office,
    shelf: Shelf,
    *,
    units: Collection[int] | None = None,
    now: datetime,
) -> Gathered:
    """What is due today by the ladders of the plans and was not said before, in these units or in all. Of units that
    have nobody: all that was reached. Whoever does not answer, or had this week's reminders, hears nothing more. A form
    that waits for others is not spoken of, and none of its rungs is taken."""
    today = office.today(now)
    owed = _owed_by_all(connection, office, shelf, today) if units is None else owed_in(connection, units)
    days = hearing_days(connection, office, owed)
    looks = NextLooks(units or (), today=today)

    def manners(one: Owed) -> Manners:
        return shelf.plan(connection, one.plan_version_id).manners

    owed = [one for one in owed if not shelf.plan(connection, one.plan_version_id).is_over(today)]
    reached = [
        one
        for one in owed
        if one.opens_on <= today
        and any(rung.day(one.due_on, days.of(one)) <= today for rung in manners(one).ladder)
    ]
    put_off = put_off_now(connection, unit_ids=units)
    asked_for = {key for (_, key), one in put_off.items() if one.until <= now} - {one.key for one in reached}
    spoken_of = [*reached, *(one for one in owed if one.key in asked_for and one.opens_on <= today)]
    waits = held_up(connection, shelf, spoken_of)
    for _, unit_id, _, _ in waits:
        looks.tomorrow(unit_id)  # a report says that it is over, other things may not
    reached = [one for one in reached if one.key not in waits]
    spoken_of = [one for one in spoken_of if one.key not in waits]
    taken = taken_steps(connection, {one.unit_id for one in spoken_of})
    received = gather_recipients(connection, office.id, {one.unit_id for one in spoken_of}, today=today)
    silences = gather_silences(connection, office, received.people.keys(), now=now)

    def due(one: Owed, to: Receives) -> Due | None:
        own = manners(one)
        snooze = put_off.get((to.person_id, one.key))
        is_silent = silences.is_silent(to.person_id, own)
        if is_silent or to.absent:
            looks.tomorrow(one.unit_id)
        if is_silent or (snooze is not None and snooze.until > now):
            return None
        steps = taken.get((to.person_id, one.key, one.due_on), frozenset())
        rung = rung_due(one.due_on, today=today, taken=steps, calendar=days.of(one), ladder=own.ladder)
        if rung is not None and to.role not in rung.to:
            rung = None
        if rung is not None and not days.hears(one, today, rung.notice):
            looks.tomorrow(one.unit_id)
            rung = None
        if rung is not None:
            return Due(one, rung.step, to.role, to.absent, to.below, snooze)
        if snooze is not None and days.hears(one, today, _notice(one, today)):
            return Due(one, f"{PUT_OFF}{now:%m%d%H}", to.role, to.absent, to.below, snooze)
        if one.key in asked_for:  # of nothing else anybody would hear yet
            return None
        if to.role is Role.HEAD and SILENCE not in steps and days.hears(one, today, _notice(one, today)):
            people = received.by_unit[one.unit_id]
            calendar = days.worked(one.unit_id)
            if silences.step(people, own, today=today, calendar=calendar) >= Step.HEAD:
                return Due(one, SILENCE, to.role, to.absent)
        return None

    merged = merge(received, spoken_of, due)
    said = tuple(one for one in merged if _may_be_said(one, manners, silences, today))
    if units is not None:
        _look_on(looks, owed, manners, days, today=today)
        for unit_id in [unit_id for one in merged if one not in said for unit_id in one.unit_ids]:
            looks.tomorrow(unit_id)
        for unit_id in received.unattended:
            looks.tomorrow(unit_id)
        for unit_id, turns in turns_of_leave(connection, units, today=today).items():
            # On leave already: whoever stands in may join, go or come back tomorrow, and need not work here.
            for starts_on, _ in turns:
                looks.on(unit_id, starts_on)
    return Gathered(
        said,
        tuple(one for one in reached if one.unit_id in received.unattended),
        tuple(
            one
            for one in reached
            if one.unit_id not in received.unattended
            and silences.step(
                received.by_unit[one.unit_id], manners(one), today=today, calendar=days.worked(one.unit_id)
            )
            is Step.STAFF
        ),
        looks,
    )


def _owed_by_all(connection: Connection, office: Office, shelf: Shelf, today: date) -> Sequence[Owed]:
    """All of which a rung may be reached today."""
    ladders = [plan.manners.ladder for _, plan in shelf.all(connection, office.id)]
    furthest = reaches_to(ladders, today=today, calendar=nobody_hears(connection, office, today))
    return owed_until(connection, office.id, due_by=furthest)


def _look_on(
    looks: NextLooks,
    owed: Sequence[Owed],
    manners: Callable[[Owed], Manners],
    days: HearingDays,
    *,
    today: date,
) -> None:
    """When the next rung of any of these is reached; worked out once for all that are due on the same day."""
    known: dict[tuple[date, date, int, int], date | None] = {}
    for one in owed:
        calendar, ladder = days.of(one), manners(one).ladder
        same = (one.opens_on, one.due_on, id(calendar), id(ladder))
        if same not in known:
            known[same] = next_step_on(
                one.opens_on, one.due_on, today=today, calendar=calendar, ladder=ladder
            )
        day = known[same]
        if day is not None:
            looks.on(one.unit_id, day)


def _may_be_said(merged: Merged, manners: Callable[[Owed], Manners], silences: Silences, today: date) -> bool:
    """Within the week's limit, or about what is due today, overdue or asked for: then all is said in one."""
    return any(
        due.owed.due_on <= today
        or due.snooze is not None
        or not silences.is_tired(merged.recipient.person_id, manners(due.owed))
        for due in merged.due
    )


def gather_overdue(
    connection: Connection, office: Office, *, plans: Collection[int], but: Container[Key] = (), now: datetime
) -> tuple[Merged, ...]:
    """Every overdue form of these plans `but` some, to its unit's officers: what staff chase by hand."""
    today = office.today(now)
    overdue = [
        one
        for one in owed_until(connection, office.id, due_by=today)
        if one.due_on < today and one.plan_id in plans and one.key not in but
    ]

    def chased(one: Owed, to: Receives) -> Due | None:
        return Due(one, CHASE, to.role, to.absent, to.below) if to.role is Role.OFFICER else None

    received = gather_recipients(connection, office.id, {one.unit_id for one in overdue}, today=today)
    return merge(received, overdue, chased)


def merge(
    received: Received, owed: Sequence[Owed], due: Callable[[Owed, Receives], Due | None]
) -> tuple[Merged, ...]:
    """One message for each person, across units and roles."""
    by_unit: dict[int, list[Owed]] = {}
    for one in owed:
        by_unit.setdefault(one.unit_id, []).append(one)
    pairs = [(unit_id, to) for unit_id, everybody in received.by_unit.items() for to in everybody]
    by_person: dict[int, list[Due]] = {}
    for unit_id, to in sorted(
        pairs, key=lambda pair: (pair[1].person_id, pair[0], pair[1].role is Role.HEAD)
    ):
        found = [item for one in by_unit[unit_id] if (item := due(one, to)) is not None]
        if not found:
            continue
        merged = by_person.setdefault(to.person_id, [])
        # Officer and head of a small school may be the same person, who hears of a form once.
        known = {item.owed.key for item in merged}
        merged.extend(item for item in found if item.owed.key not in known)
    return tuple(Merged(received.people[person_id], tuple(items)) for person_id, items in by_person.items())


def _notice(one: Owed, today: date) -> Notice:
    return Notice.OVERDUE if one.due_on < today else Notice.REMINDER
