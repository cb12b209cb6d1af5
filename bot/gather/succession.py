"""Units that ended and hand over: their open work passes to the successor, and no total changes (decision 0011).

A form that the successor owes as well becomes one with its own, which then asks about both. What the successor does not
owe, or has sent already, stays under the old unit's name and is owed by the successor's people. What was sent stays.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.core.messages import Address
from bot.core.office import Office
from bot.core.people import REPORTERS, Role
from bot.core.plan.audience import concerns
from bot.core.plan.model import PlannedForm
from bot.core.succession import Part, answers_for, ended, heir_of, part_of
from bot.core.units import Unit
from bot.db import audit, fillings, people
from bot.db.live_assignments import asked_from_to, asked_units, states_of, withdraw
from bot.db.outbox import Kind, put_once
from bot.db.plans import plans_in_force
from bot.db.reminders import Recipient, people_with, recipients
from bot.db.session import Connection
from bot.db.units import (
    figures_given_on,
    handed_over,
    has_successors,
    load_unit,
    load_units,
    note_handed_over,
)
from bot.gather.shelf import Shelf
from locales.phrases import periods
from locales.phrases import plan_news as phrases
from locales.words import Words, in_language

HEIR = "heir"
"""The source of a post that the successor's people hold in the old unit."""

Key = tuple[int, int, str, str]


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What passed from a unit to its successor: forms that became one with the successor's, and forms that it owes in
    the old unit's name. `alone` are the people (id, name) who report for no other unit."""

    unit: Unit
    heir: Unit
    merged: tuple[Key, ...]
    left: tuple[Key, ...]
    alone: tuple[tuple[int, str], ...]


def hand_over(
    connection: Connection, office: Office, shelf: Shelf, *, now: datetime
) -> tuple[HandedOver, ...]:
    """Pass on the open work of every unit that has ended since. Doing it again changes nothing."""
    if not has_successors(connection, office.id):
        return ()
    today = office.today(now)
    units = load_units(connection, office.id)
    by_code = {unit.code: unit for unit in units.values()}
    rows = {unit.code: row for row, unit in units.items()}
    done = handed_over(connection, office.id)
    found = []
    for unit in ended(units.values(), today=today):
        heir = heir_of(unit, by_code, today=today)
        if heir is None:
            continue
        _share_posts(connection, rows[unit.code], rows[heir.code], now=now)
        if rows[unit.code] not in done:
            found.append(_pass_on(connection, office, unit, heir, rows, now=now))
            note_handed_over(connection, rows[unit.code], today=today)
    if found:
        _tell(connection, office, shelf, found, rows, now=now)
    return tuple(found)


def unit_for(connection: Connection, office: Office, key: Key, planned: PlannedForm) -> Unit:
    """The unit with the figures that its report is about: with those of units that it took in."""
    plan_id, unit_id, _, period = key
    unit = load_unit(connection, unit_id)
    if not has_successors(connection, office.id):
        return unit
    units = {one.code: one for one in load_units(connection, office.id).values()}
    return whole_units(connection, office, plan_id, planned, period, units=units)[unit.code]


def whole_units(
    connection: Connection,
    office: Office,
    plan_id: int,
    planned: PlannedForm,
    period: str,
    *,
    units: Mapping[str, Unit],
) -> Mapping[str, Unit]:
    """All units with the figures that their reports of that form and period are about."""
    followed = {code: unit for code, unit in units.items() if unit.successor and unit.valid_to}
    days = asked_from_to(connection, plan_id, planned.form.code, period) if followed else None
    if days is None:
        return units
    rows = {unit.code: row for row, unit in load_units(connection, office.id).items()}
    asked = asked_units(connection, plan_id, planned.form.code, period, [rows[code] for code in followed])
    parts: dict[str, Part] = {
        code: part_of(
            unit,
            asked=rows[code] in asked,
            concerned=concerns(planned.audience, unit, kinds=office.kinds),
            opens_on=days[0],
            due_on=days[1],
        )
        for code, unit in followed.items()
    }
    given_on = figures_given_on(connection, office.id)
    heirs = {unit.successor for unit in followed.values()}
    return {
        code: answers_for(unit, units, given_on=given_on, parts=parts) if code in heirs else unit
        for code, unit in units.items()
    }


def merged_into(connection: Connection, office: Office, key: Key) -> tuple[tuple[Key, Unit], ...]:
    """The same form and period of units that ended into this one: (key, unit)."""
    plan_id, unit_id, form, period = key
    if not has_successors(connection, office.id):
        return ()
    units = load_units(connection, office.id)
    code = units[unit_id].code
    return tuple(
        ((plan_id, row, form, period), unit) for row, unit in units.items() if unit.successor == code
    )


def _pass_on(
    connection: Connection, office: Office, unit: Unit, heir: Unit, rows: Mapping[str, int], *, now: datetime
) -> HandedOver:
    old, new = rows[unit.code], rows[heir.code]
    assert unit.valid_to is not None
    merged: list[Key] = []
    left: list[Key] = []
    for stored in plans_in_force(connection, office.id):
        forms = states_of(connection, stored.id, {old, new})
        for (unit_id, form, period), tasks in forms.items():
            live = {task: row for task, (row, state, _) in tasks.items() if state in ("open", "returned")}
            due_on = max(due for _, _, due in tasks.values())
            if unit_id != old or not live or due_on <= unit.valid_to:
                continue
            own = forms.get((new, form, period), {})
            is_one = all(state == "open" for _, state, _ in (*tasks.values(), *own.values()))
            if own and is_one and tasks.keys() <= own.keys():
                withdraw(connection, live.values())
                both = [(old, form, period), (new, form, period)]
                fillings.mark_news(connection, stored.id, "merged", forms=both)
                merged.append((stored.id, old, form, period))
            else:
                left.append((stored.id, old, form, period))
    audit.note_act(
        connection,
        "hand_over",
        person_id=None,
        now=now,
        unit=unit.code,
        heir=heir.code,
        merged=len(merged),
        left=len(left),
    )
    alone = people.without_other_unit(connection, old)
    return HandedOver(unit, heir, tuple(merged), tuple(left), alone)


def _share_posts(connection: Connection, old: int, new: int, *, now: datetime) -> None:
    """The successor's people act for the old unit: what is owed in its name, what it sent."""
    held = people.posts_of_units(connection, [old])
    wanted = {
        (post.person_id, post.role): post
        for post in people.posts_of_units(connection, [new])
        if post.role in REPORTERS and post.source != HEIR
    }
    known = {(post.person_id, post.role) for post in held}
    for (person_id, role), post in wanted.items():
        if (person_id, role) not in known:
            people.put_post(connection, person_id, old, role, title=post.title, source=HEIR, now=now)
    for post in held:
        if post.source == HEIR and (post.person_id, post.role) not in wanted:
            people.end_post(connection, post.id, now=now)


def _tell(
    connection: Connection,
    office: Office,
    shelf: Shelf,
    handed: Sequence[HandedOver],
    rows: Mapping[str, int],
    *,
    now: datetime,
) -> None:
    """One message for each person of the units concerned, and for the Committee's staff."""
    paragraphs: dict[int, tuple[Recipient, list[str]]] = {}
    for one in handed:
        for to in recipients(connection, {rows[one.unit.code], rows[one.heir.code]}):
            words = in_language(to.language or office.language)
            said = _said(connection, office, shelf, one, words)
            if to.person_id in dict(one.alone):
                said += "\n\n" + phrases.without_unit(words=words)
            _add(paragraphs, to, said)
        for to in people_with(connection, office.id, Role.STAFF):
            words = in_language(to.language or office.language)
            _add(
                paragraphs,
                to,
                phrases.merger_for_staff(
                    one.unit.short,
                    one.heir.short,
                    merged=len(one.merged),
                    left=len(one.left),
                    people=[name for _, name in one.alone],
                    words=words,
                ),
            )
    for to, said_to in paragraphs.values():
        words = in_language(to.language or office.language)
        reply = phrases.merger(to.name, said_to, issuer=words.of(office.name), words=words)
        put_once(
            connection,
            Address(to.channel, to.chat),
            {**reply.to_json(), "person": to.person_id},
            kind=Kind.NOTICE,
            key=f"merger:{office.today(now)}:{to.person_id}:{'.'.join(one.unit.code for one in handed)[:60]}",
            now=now,
            not_before=office.windows.next_opening(now),
        )


def _add(paragraphs: dict[int, tuple[Recipient, list[str]]], to: Recipient, said: str) -> None:
    known = paragraphs.setdefault(to.person_id, (to, []))[1]
    if said not in known:
        known.append(said)


def _said(connection: Connection, office: Office, shelf: Shelf, one: HandedOver, words: Words) -> str:
    assert one.unit.valid_to is not None
    versions = {stored.id: stored.version_id for stored in plans_in_force(connection, office.id)}

    def title(key: Key) -> str:
        form = shelf.plan(connection, versions[key[0]]).form(key[2]).form
        period = periods.name(key[3], words=words)
        return f"{words.of(form.title)} ({period})" if period else words.of(form.title)

    since: date = one.unit.valid_to + timedelta(days=1)
    return phrases.unit_ended(
        one.unit.short,
        one.heir.short,
        words.day(since),
        merged=[title(key) for key in one.merged],
        left=[title(key) for key in one.left],
        words=words,
    )
