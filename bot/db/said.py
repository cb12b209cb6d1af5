"""What became of the reminders that were owed: which of them wait, which are on their way, which count as given."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, and_, bindparam, delete, exists, or_, select

from bot.db.assignments import CHUNK
from bot.db.outbox import COLUMNS, Kind, Message, message_of
from bot.db.tables import committee, contact, outbox, person, reminder

A_DAY = timedelta(days=1)

_would_fail_again = (
    exists()
    .where(
        contact.c.channel == outbox.c.channel,
        contact.c.chat == outbox.c.chat,
        contact.c.person_id == reminder.c.person_id,
        contact.c.lost_at.is_(None),
        or_(contact.c.heard_at.is_(None), contact.c.heard_at <= outbox.c.not_before),
        or_(contact.c.linked_at.is_(None), contact.c.linked_at <= outbox.c.not_before),
    )
    .correlate(outbox, reminder)
)
NOT_GIVEN = or_(outbox.c.state == "dropped", and_(outbox.c.state == "failed", ~_would_fail_again))
"""Of a reminder beside its message: nobody heard it. What failed is tried once more when the person was heard again or
has another chat, and else counts: the messenger would say no again."""

_OF_PEOPLE = reminder.c.person_id.in_(bindparam("people", expanding=True))
_VOID = delete(reminder).where(
    _OF_PEOPLE,
    exists().where(outbox.c.id == reminder.c.outbox_id, NOT_GIVEN).correlate(reminder),
)
_theirs = (
    select(reminder.c.person_id, reminder.c.outbox_id)
    .where(_OF_PEOPLE)
    .cte("theirs")
    .prefix_with(
        "MATERIALIZED", dialect="postgresql"
    )  # else it may go through all that waits, reminder by reminder
)
_WAITING = (
    select(_theirs.c.person_id, *COLUMNS)
    .join(outbox, outbox.c.id == _theirs.c.outbox_id)
    .where(outbox.c.state == "new", outbox.c.kind == Kind.REMINDER)
    .order_by(outbox.c.id.desc())  # the first one stays
    .with_for_update(of=outbox)  # PostgreSQL's: nobody claims it meanwhile; SQLite has one writer
)
_TRIED_AT = outbox.c.not_before.label("tried_at")
_LATELY = (
    select(reminder.c.person_id, outbox.c.state, outbox.c.sent_at, _TRIED_AT, committee.c.timezone)
    .join(outbox, outbox.c.id == reminder.c.outbox_id)
    .join(person, person.c.id == reminder.c.person_id)
    .join(committee, committee.c.id == person.c.committee_id)
    .where(
        _OF_PEOPLE,
        outbox.c.kind == Kind.REMINDER,
        or_(
            outbox.c.state.in_(("new", "sending")),
            and_(
                outbox.c.state == "sent", outbox.c.sent_at >= bindparam("since", type_=outbox.c.sent_at.type)
            ),
            and_(
                outbox.c.state == "failed",
                outbox.c.not_before >= bindparam("since", type_=outbox.c.not_before.type),
                _would_fail_again,
            ),
        ),
    )
)


def give_back(connection: Connection, person_ids: Collection[int]) -> None:
    """The steps of these people that nobody heard are not taken: they may be taken again."""
    for some in _chunks(person_ids):
        connection.execute(_VOID, {"people": some})


def waiting_reminders(connection: Connection, person_ids: Collection[int]) -> Mapping[int, Message]:
    """The reminder of each of these people that was owed and not claimed yet, whatever chat it was to go to. Nobody
    claims it before this transaction ends."""
    found: dict[int, Message] = {}
    for some in _chunks(person_ids):
        for row in connection.execute(_WAITING, {"people": some}):
            found[row.person_id] = message_of(row)
    return found


def spoken_to(
    connection: Connection, person_ids: Collection[int], *, today: date
) -> tuple[frozenset[int], frozenset[int]]:
    """Those of these people to whom a reminder is on its way, and those who had one on that day at their office (or
    could not be given it then)."""
    under_way, had = set(), set()
    for some in _chunks(person_ids):
        since = datetime.combine(today, datetime.min.time(), tzinfo=ZoneInfo("UTC")) - A_DAY
        for row in connection.execute(_LATELY, {"people": some, "since": since}):
            at = row.sent_at if row.state == "sent" else row.tried_at
            if row.state in ("new", "sending"):
                under_way.add(row.person_id)
            elif at.astimezone(ZoneInfo(row.timezone)).date() == today:
                had.add(row.person_id)
    return frozenset(under_way), frozenset(had)


def _chunks(person_ids: Collection[int]) -> list[list[int]]:
    wanted = sorted(set(person_ids))
    return [wanted[start : start + CHUNK] for start in range(0, len(wanted), CHUNK)]
