"""Telling people that a change of the calendar moved the last day of what they may report already: one message each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.forms.model import Text
from bot.core.messages import Address
from bot.core.moved_days import Move
from bot.core.office import Office
from bot.db import outbox
from bot.db.outbox import Kind
from bot.db.reminders import Recipient, recipients
from bot.db.session import Connection
from locales.phrases import calendar_news as phrases
from locales.words import in_language

BATCH = 5000


@dataclass(frozen=True, slots=True)
class News:
    """The last day of a form moved for these units."""

    form: Text
    move: Move
    units: tuple[int, ...]


def tell_moved(connection: Connection, office: Office, news: Sequence[News], *, now: datetime) -> int:
    """Owe the messages, in the next send window. Returns how many people will hear it."""
    by_unit: dict[int, list[News]] = {}
    for one in news:
        for unit_id in one.units:
            by_unit.setdefault(unit_id, []).append(one)
    concerned: dict[int, tuple[Recipient, list[News]]] = {}
    unit_ids = sorted(by_unit)
    for start in range(0, len(unit_ids), BATCH):
        for to in recipients(connection, unit_ids[start : start + BATCH]):
            mine = concerned.setdefault(to.person_id, (to, []))[1]
            mine.extend(one for one in by_unit[to.unit_id] if one not in mine)
    return sum(_owe(connection, office, to, mine, now) for to, mine in concerned.values())


def _owe(
    connection: Connection, office: Office, to: Recipient, news: Sequence[News], now: datetime
) -> bool:
    words = in_language(to.language or office.language)
    reply = phrases.last_days_moved(
        to.name,
        [(one.form, one.move) for one in news],
        issuer=words.of(office.name),
        words=words,
    )
    put = outbox.put_once(
        connection,
        Address(to.channel, to.chat),
        {**reply.to_json(), "person": to.person_id},
        kind=Kind.NOTICE,
        key=f"calendar:{now.isoformat()}:{to.person_id}",
        now=now,
        not_before=office.windows.next_opening(now),
    )
    return put is not None
