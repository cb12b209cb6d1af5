"""What a person saw last in a chat: the newest messages there, down to the last answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from bot.core.messages import Address, Choice
from bot.db.outbox import Kind
from bot.db.tables import outbox

MOST = 40
"""Messages that nobody asked for, behind one answer, that are looked through."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A message in a chat. `answer`: somebody had said something before it."""

    choices: tuple[Choice, ...]
    answer: bool


def shown_last(connection: Connection, address: Address) -> Sequence[Shown]:
    """What came to that chat, the newest first, the last answer being the last of them. What is on its way counts as
    shown. Messages whose words are made late have no choices here."""
    came_at = func.coalesce(outbox.c.sent_at, outbox.c.not_before)
    rows = connection.execute(
        select(outbox.c.kind, outbox.c.body)
        .where(
            outbox.c.channel == address.channel,
            outbox.c.chat == address.chat,
            outbox.c.state.in_(("sent", "sending")),
            outbox.c.kind != Kind.AMEND,
        )
        .order_by(came_at.desc(), outbox.c.id.desc())
        .limit(MOST)
    )
    found: list[Shown] = []
    for row in rows:
        found.append(Shown(_choices(row.body), row.kind == Kind.ANSWER))
        if found[-1].answer:
            break
    return found


def _choices(body: dict[str, Any] | None) -> tuple[Choice, ...]:
    return tuple(Choice(label, data) for label, data in (body or {}).get("choices", ()))
