"""`/giahan`: a unit asks for more time for a report: which, until when, why. All may stand in one line; only what is
missing is asked for. Staff decide (granting.py)."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.core.asked_time import Asked
from bot.core.buttons import Verb, button, read_key
from bot.core.extending import NotThat
from bot.core.folding import clean
from bot.core.messages import Choice, Reply
from bot.core.reasons import FEWEST_WORDS, LONGEST, with_capital
from bot.db import audit, extensions
from bot.db.assignments import Owed
from handlers import granting
from handlers.choices import leaves
from handlers.extendable import (
    AS_DAY,
    called,
    day_of,
    days_offered,
    last_day,
    meant,
    number_of_choice,
    read_day,
    read_line,
    report_of,
    reports_of,
    title,
)
from handlers.reasons import unfit
from handlers.turn import Turn
from locales.chat_words import Command, read_command
from locales.phrases import extending as phrases
from locales.phrases import tasks as task_phrases

MOST = 12
SEND = "send"


def extend(turn: Turn, rest: str = "") -> Sequence[Reply]:
    """Which report, of those that are owed; the only one is meant without being asked. `gia hạn 2`: the second one,
    `gia hạn báo cáo năm đến 20/12 vì chờ số liệu`: all at once."""
    owed = reports_of(turn)
    if not owed:
        return [phrases.nothing_to_extend(words=turn.words)]
    asked = read_line(turn, rest, owed)
    named = meant(turn, asked.report, owed) if asked.report else owed
    if len(named) == 1:
        return _go_on(turn, named[0], asked)
    return _which(turn, named[:MOST], asked)


def pressed(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """A report, one of the days that were offered, or that the request may go."""
    if parts[0] == SEND:
        return _confirmed(turn, yes=parts[-1] == "yes")
    if len(parts) == 1:
        key = turn.focus.get("extends_until")
        day = day_of(parts[0])
        owed = report_of(turn, read_key([str(part) for part in key])) if key is not None else None
        if owed is None or day is None:
            return extend(turn)
        return _go_on(turn, owed, Asked(until=turn.words.day(day), reason=_kept_reason(turn)))
    owed = report_of(turn, read_key(parts))
    if owed is None:
        return [task_phrases.not_yours(words=turn.words)]
    return _go_on(turn, owed, _kept_line(turn))


def chosen(turn: Turn, text: str) -> Sequence[Reply] | None:
    """Which report was asked, and a part of its title or its unit was typed. None where that names no single one."""
    command = read_command(text)
    if (command is not None and not command.rest) or number_of_choice(text.rpartition(" ")[2]) is not None:
        return None
    named = meant(turn, text, reports_of(turn))
    return _go_on(turn, named[0], _kept_line(turn)) if len(named) == 1 else None


def hear_day(turn: Turn, asked: Sequence[Any], text: str) -> Sequence[Reply]:
    """The day was typed, perhaps with a reason, or its number among those that were offered."""
    if leaves(text):
        return keep(turn)
    owed = report_of(turn, read_key([str(part) for part in asked]))
    if owed is None:
        return [task_phrases.not_yours(words=turn.words)]
    command = read_command(text)
    if (
        command is not None and command.command is Command.EXTEND
    ):  # "gia hạn 9/12" once more, perhaps for another
        others = reports_of(turn)
        line = read_line(turn, command.rest, others)
        if line.report and number_of_choice(command.rest) is None:
            return extend(turn, command.rest)
        text = command.rest
    offered = days_offered(turn, owed)
    number = number_of_choice(text)
    if number is not None and 1 <= number <= len(offered):
        return _go_on(turn, owed, Asked(until=turn.words.day(offered[number - 1]), reason=_kept_reason(turn)))
    line = read_line(turn, text, [owed])
    if line.report and number is not None:
        line = Asked(unread=True)
    return _go_on(turn, owed, line if line.reason else _because(line, _kept_reason(turn)))


def hear_reason(turn: Turn, asked: Sequence[Any], text: str) -> Sequence[Reply]:
    """The reason was typed: staff are asked."""
    if leaves(text):
        return keep(turn)
    owed = report_of(turn, read_key([str(part) for part in asked[:4]]))
    if owed is None:
        return [task_phrases.not_yours(words=turn.words)]
    if (anew := another_day(turn, asked, text)) is not None:
        return anew
    reason = clean(text)[:LONGEST]
    not_kept = _refused(turn, reason)
    if not_kept is not None:
        turn.expects = {"extends_why": list(asked), "at": turn.now.isoformat()}
        return [not_kept]
    return [_send(turn, owed, date.fromisoformat(asked[4]), reason)]


def another_day(turn: Turn, asked: Sequence[Any], text: str) -> Sequence[Reply] | None:
    """Another day was typed than the one that was just noted, alone or behind `gia hạn`. None for all other words."""
    owed = report_of(turn, read_key([str(part) for part in asked[:4]]))
    command = read_command(text)
    again = command is not None and command.command is Command.EXTEND
    line = read_line(turn, command.rest if command is not None and again else text, [owed] if owed else ())
    if owed is None or not line.until or line.guessed or (not again and (line.report or line.reason)):
        return None
    return _go_on(turn, owed, line if line.reason else _because(line, "".join(asked[5:])))


def keep(turn: Turn) -> Sequence[Reply]:
    """`huỷ`: nothing was asked for."""
    return [phrases.not_asked(words=turn.words)]


def _go_on(turn: Turn, owed: Owed, asked: Asked) -> Sequence[Reply]:
    """Ask for what is missing: the day, the reason; what was not said for certain is shown before it goes."""
    reason = with_capital(clean(asked.reason)[:LONGEST])
    not_kept = _refused(turn, reason) if reason else None
    kept = "" if not_kept is not None else reason
    if not asked.until:
        unclear = phrases.not_that(NotThat("unclear", turn.today), words=turn.words)
        return _ask_day(turn, owed, above=unclear if asked.unread and not reason else "", reason=kept)
    wanted = read_day(turn, owed, asked.until)
    if isinstance(wanted, NotThat):
        return _ask_day(turn, owed, above=phrases.not_that(wanted, words=turn.words), reason=kept)
    if not kept:
        turn.expects = {"extends_why": [*owed.key, wanted.day.isoformat()], "at": turn.now.isoformat()}
        question = phrases.why(wanted, words=turn.words)
        return [question.below(not_kept.text) if not_kept is not None else question]
    if wanted.sure and not wanted.moved and not asked.guessed:
        return [_send(turn, owed, wanted.day, kept, above=phrases.noted_day(wanted, words=turn.words))]
    turn.expects = {"extends_send": [*owed.key, wanted.day.isoformat(), kept], "at": turn.now.isoformat()}
    send, leave = button(Verb.EXTEND, SEND, "yes"), button(Verb.EXTEND, SEND, "no")
    return [phrases.sure(called(turn, owed), wanted, kept, send=send, leave=leave, words=turn.words)]


def _confirmed(turn: Turn, *, yes: bool) -> Sequence[Reply]:
    """The request was shown whole: may it go?"""
    asked = turn.focus.get("extends_send")
    if asked is None:
        return extend(turn)
    owed = report_of(turn, read_key([str(part) for part in asked[:4]]))
    if owed is None:
        return [task_phrases.not_yours(words=turn.words)]
    return [_send(turn, owed, date.fromisoformat(asked[4]), asked[5])] if yes else keep(turn)


def _send(turn: Turn, owed: Owed, wanted: date, reason: str, *, above: str = "") -> Reply:
    """The request is put down, and staff are asked. What was asked before and nobody decided, it replaces."""
    assert turn.person is not None
    before = extensions.extensions_asked(turn.connection, [owed.unit_id]).get(owed.key)
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
    return phrases.asked(
        called(turn, owed),
        owed.due_on,
        wanted,
        instead_of=before.wanted_on if before is not None else None,
        above=above,
        words=turn.words,
    )


def _which(turn: Turn, shown: Sequence[Owed], asked: Asked) -> Sequence[Reply]:
    """Several are owed, or meant: one is to be chosen. Day and reason are kept until then."""
    reason = "" if asked.reason and _refused(turn, asked.reason) is not None else asked.reason
    turn.expects = {"extends_which": [asked.until, reason, asked.guessed], "at": turn.now.isoformat()}
    several = len({one.unit_id for one in shown}) > 1
    reports = [
        (
            title(turn, one),
            one.unit_name if several else "",
            task_phrases.due(one.due_on, today=turn.today, words=turn.words),
        )
        for one in shown
    ]
    return [phrases.which(reports, [button(Verb.EXTEND, *one.key) for one in shown], words=turn.words)]


def _ask_day(turn: Turn, owed: Owed, *, above: str = "", reason: str = "") -> Sequence[Reply]:
    turn.expects = {"extends_until": list(owed.key), "at": turn.now.isoformat()}
    if reason:
        turn.expects["extends_because"] = reason
    choices = [
        Choice(turn.words.full_day(day), button(Verb.EXTEND, day.strftime(AS_DAY)))
        for day in days_offered(turn, owed)
    ]
    last = last_day(turn, owed)
    reply = phrases.until_when(called(turn, owed), owed.due_on, choices, last=last, words=turn.words)
    return [reply.below(above) if above else reply]


def _refused(turn: Turn, reason: str) -> Reply | None:
    """What is said to a reason that says nothing, or must not be passed on."""
    if len(reason.split()) < FEWEST_WORDS:
        return phrases.why_again(words=turn.words)
    return unfit(turn, reason)


def _kept_reason(turn: Turn) -> str:
    """The reason that was given before the day."""
    return str(turn.focus.get("extends_because", ""))


def _kept_line(turn: Turn) -> Asked:
    """The day and the reason that were given before the report was chosen."""
    until, reason, guessed = turn.focus.get("extends_which", ("", "", False))
    return Asked(until=until, reason=reason, guessed=guessed)


def _because(line: Asked, reason: str) -> Asked:
    return Asked(line.report, line.until, reason, guessed=line.guessed, unread=line.unread)
