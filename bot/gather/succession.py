"""Units that ended and hand over: their open work passes to the successor, and no total changes (decision 0011).

A form that the successor owes as well becomes one with its own, which then asks about both. What the successor does not
owe, or has sent already, stays under the old unit's name and is owed by the successor's people. What was sent stays.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.core.hearing import heard_by
from bot.core.messages import Address
from bot.core.office import Office
from bot.core.people import REPORTERS, Role
from bot.core.succession import ended, heir_of
from bot.core.units import Unit
from bot.db import audit, fillings, people
from bot.db.assignments import OPEN
from bot.db.extensions import extend
from bot.db.given_time import hand_over_given_time
from bot.db.live_assignments import Asked, states_of, withdraw
from bot.db.outbox import Kind, put_once
from bot.db.plans import plans_in_force
from bot.db.reminders import Recipient, people_with, recipients
from bot.db.session import Connection
from bot.db.units import (
    handed_over,
    has_successors,
    load_units,
    note_handed_over,
)
from bot.gather.calendar_given import given_day
from bot.gather.calendars import office_of
from bot.gather.shelf import Shelf
from bot.gather.totals import kept_true
from locales.phrases import periods
from locales.phrases import plan_news as phrases
from locales.words import Words, in_language

HEIR = "heir"
"""The source of a post that the successor's people hold in the old unit."""

Key = tuple[int, int, str, str]


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What passed from a unit to its successor: forms that became one with the successor's, and forms that it owes in
    the old unit's name. Those in `offered` may be reported now. `alone` are the people (id, name) who report for no
    other unit."""

    unit: Unit
    heir: Unit
    merged: tuple[Key, ...]
    left: tuple[Key, ...]
    offered: frozenset[Key]
    alone: tuple[tuple[int, str], ...]


def hand_over(
    connection: Connection, office: Office, shelf: Shelf, *, now: datetime
) -> tuple[HandedOver, ...]:
    """Pass on the open work of every unit that has ended since. Doing it again changes nothing."""
    if not has_successors(connection, office.id):
        people.end_posts_of(connection, office.id, HEIR, but=(), now=now)
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
            found.append(_pass_on(connection, office, shelf, unit, heir, rows, now=now))
            note_handed_over(connection, rows[unit.code], today=today)
    over = {rows[unit.code] for unit in ended(units.values(), today=today)}
    people.end_posts_of(connection, office.id, HEIR, but=over, now=now)
    if found:
        _tell(connection, office, shelf, found, rows, now=now)
    return tuple(found)


def _pass_on(
    connection: Connection,
    office: Office,
    shelf: Shelf,
    unit: Unit,
    heir: Unit,
    rows: Mapping[str, int],
    *,
    now: datetime,
) -> HandedOver:
    old, new = rows[unit.code], rows[heir.code]
    assert unit.valid_to is not None
    merged: list[Key] = []
    left: list[Key] = []
    offered: set[Key] = set()
    today = office.today(now)
    for stored in plans_in_force(connection, office.id):
        forms = states_of(connection, stored.id, {old, new})
        gone: list[int] = []
        for (unit_id, form, period), tasks in forms.items():
            live = [one.row for one in tasks.values() if one.state in OPEN]
            if unit_id != old or not live:
                continue
            own = forms.get((new, form, period), {})
            if _become_one(tasks, own, unit.valid_to):
                gone += live
                both = [(old, form, period), (new, form, period)]
                fillings.mark_news(connection, stored.id, "merged", forms=both)
                merged.append((stored.id, old, form, period))
                until = hand_over_given_time(connection, stored.id, form, period, old=old, new=new)
                if until is not None:
                    until = given_day(until, office_of(connection, office, new))
                    extend(connection, (stored.id, new, form, period), until=until)
            else:
                left.append((stored.id, old, form, period))
            if min(one.opens_on for one in tasks.values()) <= today:
                offered.add((stored.id, old, form, period))
        plan = shelf.plan(connection, stored.version_id)
        with kept_true(connection, stored.id, plan, committee_id=office.id, units=[old, new]):
            withdraw(connection, gone)
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
    return HandedOver(unit, heir, tuple(merged), tuple(left), frozenset(offered), alone)


def _become_one(tasks: Mapping[str, Asked], own: Mapping[str, Asked], ended_on: date) -> bool:
    """Whether a form of the old unit becomes one with the successor's: it fell due after the end, neither has sent
    anything of it, and the successor's asks for all of it."""
    return (
        bool(own)
        and tasks.keys() <= own.keys()
        and max(one.due_on for one in tasks.values()) > ended_on
        and all(one.state == "open" for one in (*tasks.values(), *own.values()))
    )


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
            {**reply.to_json(), **heard_by(to.person_id, post=True)},
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
        planned = shelf.form(connection, versions[key[0]], key[2])
        assert planned is not None, "it was asked, so that some version has it"
        form = planned.form
        period = periods.name(key[3], words=words)
        return f"{words.of(form.title)} ({period})" if period else words.of(form.title)

    since: date = one.unit.valid_to + timedelta(days=1)
    return phrases.unit_ended(
        one.unit.short,
        one.heir.short,
        words.day(since),
        merged=[title(key) for key in one.merged if key in one.offered],
        left=[title(key) for key in one.left if key in one.offered],
        words=words,
    )
