"""Reminders are owed: one message a day for each person, and the steps of the ladder that it takes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import count
from typing import Any

from bot.core.messages import Address
from bot.db import outbox
from bot.db.outbox import HELD, Kind
from bot.db.reminders import put_steps
from bot.db.said import give_back, spoken_to, waiting_reminders
from bot.db.session import Connection
from bot.db.silence import CHASED
from bot.db.snoozes import end_snoozes
from bot.gather.reminders import A_DAY, CHASE, Due, Merged


def owe_reminders(
    connection: Connection,
    merged: Sequence[Merged],
    *,
    key: str,
    today: date,
    not_before: datetime,
    now: datetime,
) -> frozenset[int]:
    """Owe the messages: one a day for each person, whoever wants it said. `today` is the day on which they go, at the
    office; what goes later than now is held back until that day's sweep is done. What waits unsent for the same person
    takes the new items in, and goes where the person is reached now. While a message is on its way nothing is owed:
    nobody knows yet whether it will arrive today. Returns who will hear something new."""
    people = {one.recipient.person_id for one in merged}
    give_back(connection, people)
    waiting = waiting_reminders(connection, people)
    under_way, had_one = spoken_to(connection, people, today=today)
    heard: set[int] = set()
    for one in merged:
        person_id = one.recipient.person_id
        address = Address(one.recipient.channel, one.recipient.chat)
        before = waiting.get(person_id)
        known = {} if before is None else _by_key(before.body["items"])
        # What waits says it already, unless it is only what staff chase: then the ladder says more of it.
        items = [_stored(due) for due in one.due if due.step != CHASE or _key(due.owed.key) not in known]
        body = {
            "person": person_id,
            "name": one.recipient.name,
            "items": list((known | _by_key(items)).values()),
        }
        if before is not None:
            outbox.rewrite(connection, before.id, address, body, hold=not_before > now)
            row = before.id
        else:
            again = _again(one, now)
            if person_id in under_way or (person_id in had_one and not again):
                continue
            put = _put(
                connection,
                address,
                body,
                key=f"{key}:{person_id}:{today}{again}",
                not_before=HELD if not_before > now else now,
                now=now,
            )
            if put is None:
                continue
            row = put
        heard.add(person_id)
        put_steps(
            connection,
            person_id,
            [
                (due.owed, _step(due, today))
                for due in one.due
                if due.step != CHASE or _key(due.owed.key) not in known
            ],
            outbox_id=row,
            now=now,
        )
        end_snoozes(connection, [due.snooze.id for due in one.due if due.snooze], now=now)
    return frozenset(heard)


def _put(
    connection: Connection,
    address: Address,
    body: dict[str, Any],
    *,
    key: str,
    not_before: datetime,
    now: datetime,
) -> int | None:
    """Owe it once a day. One that nobody heard (its chat was lost, there was nothing to say) is none."""
    for number in count(1):
        this = key if number == 1 else f"{key}:{number}"
        put = outbox.put_once(
            connection, address, body, kind=Kind.REMINDER, key=this, now=now, not_before=not_before
        )
        if put is not None or not outbox.came_to_nothing(connection, this):
            return put
    raise AssertionError("numbers do not end")


def _again(merged: Merged, now: datetime) -> str:
    """A second message on one day is for those only who asked for it on that day."""
    asked = [due.snooze for due in merged.due if due.snooze is not None]
    return ":later" if any(now - one.at < A_DAY and one.at.date() == now.date() for one in asked) else ""


def _step(due: Due, today: date) -> str:
    """As it is kept: staff may chase every day."""
    return f"{CHASED}{today:%y%m%d}" if due.step == CHASE else due.step


def _key(key: Iterable[object]) -> tuple[str, ...]:
    return tuple(map(str, key))


def _by_key(items: Iterable[Mapping[str, Any]]) -> dict[tuple[str, ...], Mapping[str, Any]]:
    return {_key(item["key"]): item for item in items}


def _stored(due: Due) -> dict[str, Any]:
    stored: dict[str, Any] = {"key": list(due.owed.key), "step": due.step, "role": due.role}
    return {
        **stored,
        **({"absent": due.absent} if due.absent else {}),
        **({"below": True} if due.below else {}),
    }
