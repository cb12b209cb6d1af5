"""Telling people that a change of the calendar moved the last day of what they may report already: one message each.

It waits a while, since whoever edits a calendar edits it several times. What was to be said of an earlier change and
waits still is said together with it; what went and came back is not said. The words are made just before they go out,
from what holds then.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.core.forms.model import Text
from bot.core.hearing import heard_by
from bot.core.messages import Address, Reply
from bot.core.moved_days import Move
from bot.core.office import Office
from bot.core.owed_changes import OwedChange, one_after_another
from bot.db import outbox
from bot.db.assignments import find_owed
from bot.db.outbox import Kind
from bot.db.people import language_of
from bot.db.reminders import Recipient, recipients
from bot.db.session import Connection
from locales.phrases import calendar_news as phrases
from locales.words import in_language

BATCH = 5000
SETTLES = timedelta(minutes=10)
"""So long nothing is told of a change: what is edited meanwhile is told with it."""


@dataclass(frozen=True, slots=True)
class News:
    """The last day of a form moved for these units. `form` names it apart from the forms of other plans."""

    form: str
    move: Move
    units: tuple[int, ...]

    def of(self, unit_id: int) -> OwedChange:
        return OwedChange(unit_id, self.form, self.move.period, self.move.before, self.move.after)


def tell_moved(
    connection: Connection, office: Office, news: Sequence[News], *, titles: Mapping[str, Text], now: datetime
) -> int:
    """Owe the messages, in the send window that is open once the change has settled. Returns how many people will
    hear it."""
    by_unit: dict[int, list[OwedChange]] = {}
    for one in news:
        for unit_id in one.units:
            by_unit.setdefault(unit_id, []).append(one.of(unit_id))
    concerned: dict[int, tuple[Recipient, list[OwedChange]]] = {}
    unit_ids = sorted(by_unit)
    for start in range(0, len(unit_ids), BATCH):
        for to in recipients(connection, unit_ids[start : start + BATCH]):
            mine = concerned.setdefault(to.person_id, (to, []))[1]
            mine.extend(one for one in by_unit[to.unit_id] if one not in mine)
    return sum(_owe(connection, office, to, mine, titles, now) for to, mine in concerned.values())


def _owe(
    connection: Connection,
    office: Office,
    to: Recipient,
    changes: Sequence[OwedChange],
    titles: Mapping[str, Text],
    now: datetime,
) -> bool:
    waiting = outbox.take_back(connection, kind=Kind.NOTICE, prefix=f"calendar:{to.person_id}:")
    names = {**titles, **{form: title for body in waiting for form, title in body["titles"].items()}}
    net = tuple(changes)
    for body in reversed(waiting):
        net = one_after_another(tuple(OwedChange.from_json(value) for value in body["changes"]), net)
    if not net:
        return False
    said = [one.to_json() for one in net]
    what = hashlib.sha256(json.dumps(said).encode()).hexdigest()[:12]
    put = outbox.put_once(
        connection,
        Address(to.channel, to.chat),
        {
            "calendar": True,
            "name": to.name,
            **heard_by(to.person_id, units={one.unit_id for one in net}),
            "changes": said,
            "titles": {one.form: dict(names[one.form]) for one in net},
        },
        kind=Kind.NOTICE,
        key=f"calendar:{to.person_id}:{now.isoformat()}:{what}",
        now=now,
        not_before=office.windows.next_opening(now + SETTLES),
    )
    return put is not None


def words_of_moved(connection: Connection, office: Office, body: Mapping[str, Any]) -> Reply | None:
    """What is to be said by now: the last days as they are, of what is owed still. None if there is nothing to say."""
    moved = []
    for one in (OwedChange.from_json(value) for value in body["changes"]):
        plan_id, _, form = one.form.partition("/")
        owed = find_owed(connection, (int(plan_id), one.unit_id, form, one.period))
        if owed is not None and one.before is not None and owed.due_on != one.before:
            moved.append(replace(one, after=owed.due_on))
    if not moved:
        return None
    words = in_language(language_of(connection, body["person"]) or office.language)
    return phrases.last_days_moved(
        body["name"],
        [
            (body["titles"][one.form], one.period, one.before, one.after)
            for one in moved
            if one.before and one.after
        ],
        issuer=words.of(office.name),
        words=words,
    )
