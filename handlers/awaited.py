"""Words that were asked for: what is done with them, and what where they are not given after all."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.core.forms.said import Word
from bot.core.messages import Choice, Reply
from handlers import (
    calendar,
    corrections,
    data_requests,
    extending,
    granting,
    handover,
    later,
    leave,
    mending,
    my_data,
    on_behalf,
    review,
    whole_commands,
)
from handlers.choices import find_choice, leaves, slipped
from handlers.open_form import still_waiting
from handlers.turn import Turn
from locales.chat_words import SPELLINGS, Called, Command, read_form_word
from locales.phrases import asked as phrases

KEY_PARTS = 4
"""Parts of a form's key, before the day that is asked for."""

AWAITED: Mapping[
    str, tuple[Callable[[Turn, Any, str], Sequence[Reply]], Callable[[Turn], Sequence[Reply]]]
] = {
    "reason_for": (review.return_, review.keep),
    "declines": (corrections.decline, corrections.keep),
    "explains": (mending.explain, mending.keep),
    "asks": (my_data.take_words, my_data.keep),
    "answers": (data_requests.answer, data_requests.keep),
    "told_for": (on_behalf.told, on_behalf.keep),
    "leave_days": (leave.hear_days, leave.keep),
    "leave_confirmed": (leave.hear_confirmation, leave.keep),
    "extends_until": (extending.hear_day, extending.keep),
    "extends_why": (extending.hear_reason, extending.keep),
    "refuses_extension": (granting.refuse, granting.keep),
    "names_day": (calendar.hear_name, calendar.keep),
    "new_officer": (handover.hear_name, handover.keep),
}
"""By what the chat waits for (`Turn.expects`): what takes the words, and what takes a refusal."""

SLIPS_ARE_REASONS = "explains"
"""Why was the report corrected? "Gõ nhầm" is an answer there."""

SAY_NO_MORE = frozenset(("explains", "told_for", "leave_confirmed"))
"""Questions with which a form goes on, or whose choices say the same when pressed: no word about the open form."""

SAYS_WHEN_LEFT = frozenset(AWAITED) - {"explains", "new_officer"}
"""Questions that a command puts an end to, and that say so. The form of a correction stays open, a code good."""

SAME: Mapping[str, tuple[Command, ...]] = {
    "extends_until": (Command.EXTEND,),
    "extends_why": (Command.EXTEND,),
    "leave_days": (Command.LEAVE,),
    "leave_confirmed": (Command.LEAVE,),
}
"""Commands that ask the same once more: nothing is left by them."""

AGAIN: Mapping[str, Command] = {
    "reason_for": Command.REVIEW,
    "declines": Command.REVIEW,
    "answers": Command.REVIEW,
    "refuses_extension": Command.REVIEW,
    "extends_until": Command.EXTEND,
    "extends_why": Command.EXTEND,
    "leave_days": Command.LEAVE,
    "leave_confirmed": Command.LEAVE,
    "names_day": Command.CALENDAR,
    "asks": Command.MY_DATA,
    "told_for": Command.REPORT,
}
"""How to come back to a question that lapsed."""


def waiting(turn: Turn) -> str | None:
    """What the chat waits for now."""
    return next((name for name in AWAITED if name in turn.focus), None)


def hear(turn: Turn, called: Called | None, text: str) -> Sequence[Reply] | None:
    """What is said to an answer; None where nothing is waited for, or the words are a command of their own."""
    name = waiting(turn)
    said = _hear(turn, called, text)
    return said if said is None or name in SAY_NO_MORE else still_waiting(turn, said)


def _hear(turn: Turn, called: Called | None, text: str) -> Sequence[Reply] | None:
    name = waiting(turn)
    if name is None:
        is_command = called is not None and whole_commands.is_whole(turn, called)
        return None if is_command else _lapsed(turn)
    give, keep = AWAITED[name]
    if (called is not None and called.command is Command.CANCEL) or read_form_word(text) is Word.BACK:
        return keep(turn)
    if text.lstrip().startswith("/") or (called is not None and not (called.rest or called.loose)):
        return None
    if leaves(text) or (slipped(text) and name != SLIPS_ARE_REASONS):
        return keep(turn)
    if read_form_word(text) is Word.RESUME and turn.chat.filling is not None:
        return None
    if later.is_asked(turn, text) or _means_the_calendar(name, called):
        return None
    asked = turn.focus[name]
    if called is not None and whole_commands.is_whole(turn, called):
        if called.command not in SAME.get(name, ()):
            return None
        if name == "extends_why":
            return extending.hear_day(turn, asked[:KEY_PARTS], text)
    if name == "leave_confirmed" and called is not None and called.command is Command.LEAVE:
        return None
    return give(turn, asked, text)


def _means_the_calendar(name: str, called: Called | None) -> bool:
    """ "lịch nghỉ 30/11 Hội thao" is no leave of one's own."""
    return (
        name in ("leave_days", "extends_until") and called is not None and called.command is Command.CALENDAR
    )


def said_left(
    turn: Turn, name: str | None, called: Called | None, replies: Sequence[Reply]
) -> Sequence[Reply]:
    """The answers to a command, under what became of the question that stood there."""
    if name not in SAYS_WHEN_LEFT or not replies or name in (turn.expects or {}):
        return replies
    if called is not None and called.command in SAME.get(name, ()):
        return replies
    offered = [Choice(label, data) for label, data in (turn.chat.focus or {}).get("choices", ())]
    if (
        find_choice(turn.incoming.text, offered, numbered=True) is not None
    ):  # "Correct" says yes, and is a command
        return replies
    first, *more = replies
    left, *_ = AWAITED[name][1](turn)
    return replies if first.text.startswith(left.text) else [first.below(left.text), *more]


def _lapsed(turn: Turn) -> Sequence[Reply] | None:
    """Words for a question that was asked too long ago: what became of it, and how to go on."""
    kept = turn.chat.focus or {}
    name = next((name for name in AWAITED if name in kept), None)
    if name is None or name not in AGAIN or turn.person is None:
        return None
    left = AWAITED[name][1](turn)[0].text if name in SAYS_WHEN_LEFT else ""
    asked_at = turn.words.moment(datetime.fromisoformat(kept["at"]), turn.zone)
    turn.expects = None
    return [phrases.lapsed(asked_at, left, SPELLINGS[AGAIN[name]], words=turn.words)]
