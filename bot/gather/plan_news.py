"""Telling people what a newer version of a plan changes for them: one message each, over all their units."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.core.hearing import heard_by
from bot.core.messages import Address, Reply
from bot.core.office import Office
from bot.core.owed_changes import OwedChange, one_after_another
from bot.core.plan.model import Plan
from bot.core.units import Unit
from bot.db import outbox
from bot.db.outbox import Kind
from bot.db.plans import StoredPlan
from bot.db.reminders import Recipient, recipients
from bot.db.session import Connection
from locales.phrases import plan_news as phrases
from locales.words import in_language

BATCH = 5000


def tell(
    connection: Connection,
    office: Office,
    stored: StoredPlan,
    changes: Iterable[OwedChange],
    *,
    plan: Plan,
    older: Plan,
    units: Mapping[int, Unit],
    now: datetime,
) -> int:
    """Owe each person concerned one message about all that changes for them. What was owed about an earlier version and
    is unsent yet is said together with it. Returns how many people will hear something."""
    by_unit: dict[int, list[OwedChange]] = {}
    for change in changes:
        by_unit.setdefault(change.unit_id, []).append(change)
    earlier = _take_back(connection, stored)
    concerned: dict[int, tuple[Recipient, list[OwedChange]]] = {}
    asked = {*by_unit, *(one.unit_id for told in earlier.values() for one in told)}
    for to in _recipients(connection, sorted(asked)):
        mine = concerned.setdefault(to.person_id, (to, []))[1]
        mine.extend(one for one in by_unit.get(to.unit_id, ()) if one not in mine)
    heard = 0
    for person_id, (to, mine) in concerned.items():
        net = one_after_another(earlier.get(person_id, ()), mine)
        if net:
            heard += _owe(connection, office, stored, to, net, plan=plan, older=older, units=units, now=now)
    return heard


def _recipients(connection: Connection, unit_ids: Sequence[int]) -> Iterator[Recipient]:
    """In batches: a country has more units than a statement takes values."""
    for start in range(0, len(unit_ids), BATCH):
        yield from recipients(connection, unit_ids[start : start + BATCH])


def _owe(
    connection: Connection,
    office: Office,
    stored: StoredPlan,
    to: Recipient,
    changes: Sequence[OwedChange],
    *,
    plan: Plan,
    older: Plan,
    units: Mapping[int, Unit],
    now: datetime,
) -> bool:
    reply = _words(office, to, changes, plan=plan, older=older, units=units)
    body: dict[str, Any] = {
        **reply.to_json(),
        **heard_by(to.person_id, units={change.unit_id for change in changes}),
        "changes": [change.to_json() for change in changes],
    }
    put = outbox.put_once(
        connection,
        Address(to.channel, to.chat),
        body,
        kind=Kind.NOTICE,
        key=f"plan:{stored.id}:{stored.number}:{to.person_id}",
        now=now,
        not_before=office.windows.next_opening(now),
    )
    return put is not None


def _words(
    office: Office,
    to: Recipient,
    changes: Sequence[OwedChange],
    *,
    plan: Plan,
    older: Plan,
    units: Mapping[int, Unit],
) -> Reply:
    words = in_language(to.language or office.language)
    titles = {planned.form.code: planned.form.title for one in (older, plan) for planned in one.forms}
    tasks = {task.code: task.title for one in (older, plan) for task in one.tasks}
    return phrases.plan_changed(
        to.name,
        changes,
        plan=plan.name,
        titles=titles,
        tasks=tasks,
        units={row: unit.short or unit.name for row, unit in units.items()},
        issuer=words.of(office.name),
        words=words,
    )


def _take_back(connection: Connection, stored: StoredPlan) -> dict[int, tuple[OwedChange, ...]]:
    """What people were to hear of earlier versions of this plan and have not heard: {person: changes}."""
    bodies = outbox.take_back(connection, kind=Kind.NOTICE, prefix=f"plan:{stored.id}:")
    found: dict[int, tuple[OwedChange, ...]] = {}
    for body in bodies:
        changes = tuple(OwedChange.from_json(value) for value in body["changes"])
        found[body["person"]] = one_after_another(found.get(body["person"], ()), changes)
    return found
