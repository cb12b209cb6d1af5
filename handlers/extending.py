"""`/giahan`: a unit asks for more time for a report: which, until when, why. Staff decide (granting.py)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from bot.core.buttons import Key, Verb, button, read_key
from bot.core.extending import NotThat, latest, read_until, suggested
from bot.core.folding import clean, natural
from bot.core.messages import Choice, Reply
from bot.core.reasons import FEWEST_WORDS, LONGEST
from bot.db import audit, extensions
from bot.db.assignments import Owed, find_owed, owed_by
from handlers import granting
from handlers.choices import leaves
from handlers.reasons import unfit
from handlers.turn import Turn
from locales.chat_words import Command, read_command
from locales.phrases import extending as phrases
from locales.phrases import periods
from locales.phrases import tasks as task_phrases

MOST = 12
AS_DAY = "%Y%m%d"


def extend(turn: Turn, rest: str = "") -> Sequence[Reply]:
    """Which report, of those that are owed; the only one is meant without being asked. `gia hạn 2`: the second one,
    `gia hạn 9/12` the day."""
    assert turn.person is not None
    owed = [
        one for one in owed_by(turn.connection, turn.person.units, opened_by=turn.today) if _runs(turn, one)
    ]
    if not owed:
        return [phrases.nothing_to_extend(words=turn.words)]
    if len(owed) == 1:
        return hear_day(turn, list(owed[0].key), rest) if rest.strip() else _ask_day(turn, owed[0])
    number = natural(rest.strip(), digits=2)
    if number is not None and 1 <= number <= len(owed):
        return _ask_day(turn, owed[number - 1])
    shown = owed[:MOST]
    several = len({one.unit_id for one in shown}) > 1
    reports = [
        (
            _title(turn, one),
            one.unit_name if several else "",
            task_phrases.due(one.due_on, today=turn.today, words=turn.words),
        )
        for one in shown
    ]
    return [phrases.which(reports, [button(Verb.EXTEND, *one.key) for one in shown], words=turn.words)]


def pressed(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """A report, or one of the days that were offered."""
    if len(parts) == 1:
        asked = turn.focus.get("extends_until")
        day = _day(parts[0])
        if asked is None or day is None:
            return extend(turn)
        return hear_day(turn, asked, turn.words.day(day))
    key = read_key(parts)
    owed = _owed(turn, key)
    return _ask_day(turn, owed) if owed is not None else [task_phrases.not_yours(words=turn.words)]


def hear_day(turn: Turn, asked: Sequence[Any], text: str) -> Sequence[Reply]:
    """The day was typed, or its number among those that were offered."""
    if leaves(text):
        return keep(turn)
    owed = _owed(turn, read_key([str(part) for part in asked]))
    if owed is None:
        return [task_phrases.not_yours(words=turn.words)]
    called = read_command(text)
    if called is not None and called.command is Command.EXTEND:  # "gia hạn 9/12" once more
        text = called.rest
    offered = suggested(turn.today, owed.due_on, last=_latest(turn, owed), calendar=turn.office.calendar)
    number = natural(text.strip(), digits=1)
    if number is not None and 1 <= number <= len(offered):
        text = turn.words.day(offered[number - 1])
    wanted = read_until(
        text,
        today=turn.today,
        due_on=owed.due_on,
        original_on=_original(turn, owed),
        most_days=_most_days(turn, owed),
        calendar=turn.office.calendar,
    )
    if isinstance(wanted, NotThat):
        return _ask_day(turn, owed, above=phrases.not_that(wanted, words=turn.words))
    turn.expects = {"extends_why": [*asked, wanted.day.isoformat()], "at": turn.now.isoformat()}
    return [phrases.why(wanted.day, moved=wanted.moved, words=turn.words)]


def hear_reason(turn: Turn, asked: Sequence[Any], text: str) -> Sequence[Reply]:
    """The reason was typed: staff are asked."""
    assert turn.person is not None
    if leaves(text):
        return keep(turn)
    owed = _owed(turn, read_key([str(part) for part in asked[:4]]))
    if owed is None:
        return [task_phrases.not_yours(words=turn.words)]
    wanted = date.fromisoformat(asked[4])
    reason = clean(text)[:LONGEST]
    not_kept = (
        unfit(turn, reason) if len(reason.split()) >= FEWEST_WORDS else phrases.why_again(words=turn.words)
    )
    if not_kept is not None:
        turn.expects = {"extends_why": list(asked), "at": turn.now.isoformat()}
        return [not_kept]
    extension_id = extensions.ask_extension(
        turn.connection,
        owed.key,
        before_on=owed.due_on,
        wanted_on=wanted,
        reason=reason,
        by_id=turn.person.id,
        now=turn.now,
    )
    audit.note_act(
        turn.connection, "ask_extension", person_id=turn.person.id, now=turn.now, extension=extension_id
    )
    request = extensions.load_extension(turn.connection, extension_id)
    assert request is not None, "it was just put down"
    granting.tell_staff(turn, request)
    return [phrases.asked(_title(turn, owed), owed.due_on, wanted, words=turn.words)]


def keep(turn: Turn) -> Sequence[Reply]:
    """`huỷ`: nothing was asked for."""
    return [phrases.not_asked(words=turn.words)]


def _ask_day(turn: Turn, owed: Owed, *, above: str = "") -> Sequence[Reply]:
    turn.expects = {"extends_until": list(owed.key), "at": turn.now.isoformat()}
    last = _latest(turn, owed)
    days = suggested(turn.today, owed.due_on, last=last, calendar=turn.office.calendar)
    choices = [Choice(turn.words.full_day(day), button(Verb.EXTEND, day.strftime(AS_DAY))) for day in days]
    reply = phrases.until_when(_title(turn, owed), owed.due_on, choices, last=last, words=turn.words)
    return [reply.below(above) if above else reply]


def _owed(turn: Turn, key: Key | None) -> Owed | None:
    """What the person's own unit owes, under that key."""
    assert turn.person is not None
    if key is None or key[1] not in turn.person.units:
        return None
    return find_owed(turn.connection, key)


def _runs(turn: Turn, owed: Owed) -> bool:
    return not turn.shelf.plan(turn.connection, owed.plan_version_id).is_over(turn.today)


def _most_days(turn: Turn, owed: Owed) -> int:
    return turn.shelf.plan(turn.connection, owed.plan_version_id).manners.extension_days


def _original(turn: Turn, owed: Owed) -> date:
    return extensions.original_day(turn.connection, owed.key) or owed.due_on


def _latest(turn: Turn, owed: Owed) -> date:
    return latest(_original(turn, owed), most_days=_most_days(turn, owed), today=turn.today)


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text, AS_DAY).replace(tzinfo=None).date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


def _title(turn: Turn, owed: Owed) -> str:
    planned = turn.shelf.form(turn.connection, owed.plan_version_id, owed.form)
    return periods.title(planned.form, owed.period, words=turn.words) if planned else owed.form
