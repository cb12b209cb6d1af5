"""Reminders are owed: one message a day for each person, and the steps of the ladder that it takes."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from bot.core.messages import Address
from bot.db import outbox
from bot.db.outbox import Kind
from bot.db.reminders import put_steps
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
    """Owe the messages: one a day for each person, whoever wants it said. What waits unsent for the same person
    takes the new items in. Returns who will hear something new."""
    heard: set[int] = set()
    for one in merged:
        address = Address(one.recipient.channel, one.recipient.chat)
        items = [_stored(due) for due in one.due]
        chased = {due.owed.key for due in one.due if due.step == CHASE}
        waiting = outbox.waiting_for(connection, address, kind=Kind.REMINDER)
        if waiting is not None:
            known = {tuple(map(str, item["key"])) for item in waiting.body["items"]}
            chased = {key for key in chased if tuple(map(str, key)) not in known}
            new = [item for item in items if tuple(map(str, item["key"])) not in known]
            body = {**waiting.body, "items": waiting.body["items"] + new}
            outbox.rewrite(connection, waiting.id, body)
            row = waiting.id
        else:
            body = {"person": one.recipient.person_id, "name": one.recipient.name, "items": items}
            put = outbox.put_once(
                connection,
                address,
                body,
                kind=Kind.REMINDER,
                key=f"{key}:{one.recipient.person_id}:{today}" + _again(one, now),
                now=now,
                not_before=not_before,
            )
            if put is None:
                continue
            row = put
        heard.add(one.recipient.person_id)
        put_steps(
            connection,
            one.recipient.person_id,
            [(due.owed, _step(due, today)) for due in one.due if due.step != CHASE or due.owed.key in chased],
            outbox_id=row,
            now=now,
        )
        end_snoozes(connection, [due.snooze.id for due in one.due if due.snooze], now=now)
    return frozenset(heard)


def _again(merged: Merged, now: datetime) -> str:
    """A second message on one day is for those only who asked for it on that day."""
    asked = [due.snooze for due in merged.due if due.snooze is not None]
    return ":later" if any(now - one.at < A_DAY and one.at.date() == now.date() for one in asked) else ""


def _step(due: Due, today: date) -> str:
    """As it is kept: staff may chase every day."""
    return f"{CHASED}{today:%y%m%d}" if due.step == CHASE else due.step


def _stored(due: Due) -> dict[str, Any]:
    stored: dict[str, Any] = {"key": list(due.owed.key), "step": due.step, "role": due.role}
    return {
        **stored,
        **({"absent": due.absent} if due.absent else {}),
        **({"below": True} if due.below else {}),
    }
