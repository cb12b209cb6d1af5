"""`nhắc sau`: a reminder comes at another time, inside the send windows and never behind the last day."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from bot.core.buttons import Key, Verb, button, read_key
from bot.core.later import MOST, Fitting, Unfit, fit, later_times, may_come
from bot.core.later_words import Says, When, read_when, sounds_like_a_time, wants_no_more
from bot.core.messages import Choice, Reply
from bot.core.quiet import Notice
from bot.db import audit
from bot.db.assignments import Owed, find_owed, owed_by
from bot.db.outbox import Kind, last_kind
from bot.db.reminders import last_reminder
from bot.db.snoozes import put_off
from bot.gather.hearing_days import hearing_days
from handlers.open_form import still_waiting
from handlers.turn import Turn
from locales.phrases import later as phrases
from locales.phrases import periods

AS_MINUTES = "%Y%m%d%H%M"

LONGEST = timedelta(days=14)
"""So far may what is overdue already be put off by a named time; all else until its last day."""


def later(turn: Turn, rest: str = "") -> Sequence[Reply]:
    """The next send windows to choose from; `nhắc sau sáng mai` chooses at once."""
    if not rest.strip():
        return _offer(turn)
    return named(turn, rest) or _offer(turn, phrases.not_a_time(words=turn.words))


def heard(turn: Turn, text: str) -> Sequence[Reply]:
    """What was typed while the times stand to choose from. Nothing where it is an answer to the form that is open."""
    if wants_no_more(text):
        return no_more(turn)
    if said := named(turn, text):
        return said
    if turn.chat.filling is not None and not sounds_like_a_time(text):
        return ()
    return _offer(turn, phrases.not_a_time(words=turn.words))


def is_asked(turn: Turn, text: str) -> bool:
    """Whether a message without the command says that it is about reminders, whatever stands open: "mai nhắc lại"."""
    when = read_when(text, today=turn.today)
    return turn.person is not None and (
        wants_no_more(text) or (when is not None and when.says is Says.REMIND)
    )


def is_meant(turn: Turn, text: str) -> bool:
    """The same, where it need not say so: while nothing stands open, a day in words is enough if something waits, and
    behind a reminder any time is."""
    if turn.person is None:
        return False
    if is_asked(turn, text):
        return True
    when = read_when(text, today=turn.today)
    if when is None or turn.chat.filling is not None or not _waiting(turn):
        return False
    return when.says > Says.BARE or last_kind(turn.connection, turn.incoming.address) == Kind.REMINDER


def spoken(turn: Turn, text: str) -> Sequence[Reply]:
    """Do what such a message asks for."""
    if wants_no_more(text):
        return no_more(turn)
    return named(turn, text) or _offer(turn)


def no_more(turn: Turn) -> Sequence[Reply]:
    """`đừng nhắc nữa`: what ends reminders, and what puts them off."""
    if not _waiting(turn):
        return [phrases.nothing_to_put_off(words=turn.words)]
    return still_waiting(turn, [phrases.what_ends_them(words=turn.words)])


def leave(turn: Turn) -> Sequence[Reply]:
    """`thôi`: the reminder comes when it would have come."""
    return [phrases.not_put_off(words=turn.words)]


def pressed(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """The button under the reminder, or one of the times."""
    at = _at(turn, parts[0])
    waiting = _waiting(turn)
    if at is None or not waiting:
        return _offer(turn)
    until, hears = _bounds(turn, waiting)
    if not may_come(turn.office.windows, at, turn.now, until=until, hears=hears):
        return _offer(turn)
    return _put_off(turn, waiting, Fitting(at))


def named(turn: Turn, text: str) -> Sequence[Reply]:
    """Put off to the time that these words name, or say why not; nothing where they name none."""
    when = read_when(text, today=turn.today)
    if when is None:
        return ()
    waiting = _waiting(turn)
    if not waiting:
        return [phrases.nothing_to_put_off(words=turn.words)]
    until, hears = _bounds(turn, waiting)
    until = until if until < date.max else turn.today + LONGEST
    match fit(when, turn.office.windows, turn.now, until=until, hears=hears):
        case Fitting() as found:
            return _put_off(turn, waiting, found)
        case Unfit.EVENING:
            next_day = When(day=(when.day or turn.today) + timedelta(days=1))
            after = fit(next_day, turn.office.windows, turn.now, until=until, hears=hears)
            also = after.at if isinstance(after, Fitting) else None
            return _offer(turn, phrases.no_evening(words=turn.words), also=also)
        case Unfit.GONE:
            return _offer(turn, phrases.gone(words=turn.words))
        case Unfit.FAR:
            return _offer(turn, phrases.too_far(until, words=turn.words))


def _put_off(turn: Turn, waiting: Sequence[Owed], found: Fitting) -> Sequence[Reply]:
    assert turn.person is not None
    put_off(turn.connection, turn.person.id, [one.key for one in waiting], until=found.at, now=turn.now)
    audit.note_act(
        turn.connection,
        "put_off",
        person_id=turn.person.id,
        now=turn.now,
        forms=len(waiting),
        until=found.at.isoformat(),
    )
    at = found.at.astimezone(turn.zone)
    when = phrases.label(at, today=turn.today, words=turn.words)
    if found.by_the_clock:
        when = phrases.by_the_clock(at, when, words=turn.words)
    reply = phrases.put_off(when, [_title(turn, one) for one in waiting], words=turn.words)
    moved = phrases.moved(found.not_on, other_hour=found.other_hour, words=turn.words)
    return still_waiting(turn, [Reply(f"{moved} {reply.text}") if moved else reply])


def _offer(turn: Turn, above: str = "", *, also: datetime | None = None) -> Sequence[Reply]:
    """The next times to choose from; the last of them is `also`, if that is later."""
    waiting = _waiting(turn)
    if not waiting:
        return [phrases.nothing_to_put_off(words=turn.words)]
    until, hears = _bounds(turn, waiting)
    times = later_times(turn.office.windows, turn.now, until=until, hears=hears)
    if not times:
        reply = phrases.no_later_time(words=turn.words)
        return [reply.below(above) if above else reply]
    if also is not None and also > times[-1]:
        times = (*times[: MOST - 1], also)
    choices = [
        Choice(
            phrases.label(at.astimezone(turn.zone), today=turn.today, words=turn.words),
            button(Verb.LATER, at.astimezone(turn.zone).strftime(AS_MINUTES)),
        )
        for at in times
    ]
    reply = phrases.when(choices, words=turn.words)
    return [reply.below(above) if above else reply]


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
