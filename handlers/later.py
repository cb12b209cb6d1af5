"""`nhắc sau`: a reminder comes at the next send window instead, never in the evening and never behind the last day."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from bot.core.buttons import Key, Verb, button, read_key
from bot.core.later import Unheard, is_offered, later_times, named_time
from bot.core.messages import Choice, Reply
from bot.core.quiet import Notice
from bot.db import audit
from bot.db.assignments import Owed, find_owed, owed_by
from bot.db.reminders import last_reminder
from bot.db.snoozes import put_off
from bot.gather.hearing_days import hearing_days
from handlers.turn import Turn
from locales.phrases import later as phrases
from locales.phrases import periods

AS_MINUTES = "%Y%m%d%H%M"


def later(turn: Turn, rest: str = "") -> Sequence[Reply]:
    """The next send windows to choose from; `nhắc sau sáng mai` chooses at once."""
    if rest.strip() and (meant := heard(turn, rest)):
        return meant
    return _offer(turn)


def heard(turn: Turn, text: str) -> Sequence[Reply]:
    """A time in words: "mai", "chiều nay"; nothing where none is meant. In the evening nothing is sent: the times are
    offered once more."""
    waiting = _waiting(turn)
    if not waiting:
        return ()
    match named_time(text, _times(turn, waiting), zone=turn.zone, today=turn.today):
        case Unheard.EVENING:
            first, *more = _offer(turn)
            return [first.below(phrases.no_evening(words=turn.words)), *more]
        case Unheard.UNCLEAR:
            return ()
        case at:
            return pressed(turn, [at.astimezone(turn.zone).strftime(AS_MINUTES)])


def leave(turn: Turn) -> Sequence[Reply]:
    """`thôi`: the reminder comes when it would have come."""
    return [phrases.not_put_off(words=turn.words)]


def _offer(turn: Turn) -> Sequence[Reply]:
    waiting = _waiting(turn)
    if not waiting:
        return [phrases.nothing_to_put_off(words=turn.words)]
    times = _times(turn, waiting)
    if not times:
        return [phrases.no_later_time(words=turn.words)]
    choices = [
        Choice(
            phrases.label(at.astimezone(turn.zone), today=turn.today, words=turn.words),
            button(Verb.LATER, at.astimezone(turn.zone).strftime(AS_MINUTES)),
        )
        for at in times
    ]
    return [phrases.when(choices, words=turn.words)]


def pressed(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """The button under the reminder, or one of the times."""
    at = _at(turn, parts[0])
    waiting = _waiting(turn)
    if at is None or not waiting:
        return later(turn)
    until, hears = _bounds(turn, waiting)
    if not is_offered(turn.office.windows, at, turn.now, until=until, hears=hears):
        return later(turn)
    assert turn.person is not None
    put_off(turn.connection, turn.person.id, [one.key for one in waiting], until=at, now=turn.now)
    audit.note_act(
        turn.connection,
        "put_off",
        person_id=turn.person.id,
        now=turn.now,
        forms=len(waiting),
        until=at.isoformat(),
    )
    when = phrases.label(at.astimezone(turn.zone), today=turn.today, words=turn.words)
    titles = [_title(turn, one) for one in waiting]
    return [phrases.put_off(when, titles, words=turn.words)]


def _waiting(turn: Turn) -> list[Owed]:
    """What the last reminder spoke of and is owed still by the person's own units; where there was none, all that they
    owe now."""
    assert turn.person is not None
    units = turn.person.units
    body = last_reminder(turn.connection, turn.chat.address)
    keys: list[Key] = []
    for item in (body or {}).get("items", ()):
        key = read_key([str(part) for part in item["key"]])
        if key is not None and key[1] in units:
            keys.append(key)
    found = [owed for key in keys if (owed := find_owed(turn.connection, key)) is not None]
    return found or list(owed_by(turn.connection, units, opened_by=turn.today))


def _times(turn: Turn, waiting: Sequence[Owed]) -> Sequence[datetime]:
    until, hears = _bounds(turn, waiting)
    return later_times(turn.office.windows, turn.now, until=until, hears=hears)


def _bounds(turn: Turn, waiting: Sequence[Owed]) -> tuple[date, Callable[[date], bool]]:
    """Until when, and on which days. What is overdue has no last day to come any more."""
    to_come = [one.due_on for one in waiting if one.due_on >= turn.today]
    days = hearing_days(turn.connection, turn.office, waiting)

    def hears(day: date) -> bool:
        return all(
            days.hears(one, day, Notice.OVERDUE if one.due_on < day else Notice.REMINDER) for one in waiting
        )

    return min(to_come, default=date.max), hears


def _at(turn: Turn, text: str) -> datetime | None:
    try:
        return datetime.strptime(text, AS_MINUTES).replace(tzinfo=turn.zone)
    except ValueError:
        return None


def _title(turn: Turn, owed: Owed) -> str:
    planned = turn.shelf.form(turn.connection, owed.plan_version_id, owed.form)
    return periods.title(planned.form, owed.period, words=turn.words) if planned else owed.form
