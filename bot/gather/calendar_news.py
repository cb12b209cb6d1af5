"""Telling people that a change of the calendar moved the last day of what they may report already: one message each.

What was to be said of an earlier change and waits still is said together with it; what went and came back is not said.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.forms.model import Text
from bot.core.hearing import heard_by
from bot.core.messages import Address
from bot.core.moved_days import Move
from bot.core.office import Office
from bot.core.owed_changes import OwedChange, one_after_another
from bot.db import outbox
from bot.db.outbox import Kind
from bot.db.reminders import Recipient, recipients
from bot.db.session import Connection
from locales.phrases import calendar_news as phrases
from locales.words import in_language

BATCH = 5000


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
    """Owe the messages, in the next send window. Returns how many people will hear it."""
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
    words = in_language(to.language or office.language)
    reply = phrases.last_days_moved(
        to.name,
        [(names[one.form], one.period, one.before, one.after) for one in net if one.before and one.after],
        issuer=words.of(office.name),
        words=words,
    )
    said = [one.to_json() for one in net]
    what = hashlib.sha256(json.dumps(said).encode()).hexdigest()[:12]
    put = outbox.put_once(
        connection,
        Address(to.channel, to.chat),
        {
            **reply.to_json(),
            **heard_by(to.person_id, units={one.unit_id for one in net}),
            "changes": said,
            "titles": {one.form: dict(names[one.form]) for one in net},
        },
        kind=Kind.NOTICE,
        key=f"calendar:{to.person_id}:{now.isoformat()}:{what}",
        now=now,
        not_before=office.windows.next_opening(now),
    )
    return put is not None
