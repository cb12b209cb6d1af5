"""What an officer says to the last message, knowing the form on paper: a sensible answer, and another where that one
was not taken."""

import re
from datetime import date, timedelta
from random import Random

from bot.core.forms.filling import Stand
from bot.core.forms.model import Question, Type
from bot.core.messages import Choice, Reply
from bot.core.messages import Kind as Did
from locales.phrases import rehearsed_people as phrases
from locales.words import Words

MOST_TRIES = 8
"""So often the same question is answered; then the officer gives up."""

_LINE = re.compile(r"(\d+)\. ")
_ENDS = (".summary.send", ".done")

Said = tuple[Did, str]


def said_to(
    reply: Reply,
    question: Question | None,
    *,
    stand: Stand,
    tries: int,
    not_yet: float,
    writes: bool = False,
    today: date,
    dice: Random,
    words: Words,
) -> Said | None:
    """What the officer does now. `tries` counts earlier answers to the same question; `writes`: rather in words than by
    a button. None: nothing occurs to them."""
    if tries >= MOST_TRIES:
        return None
    for end in _ENDS:
        for choice in reply.choices:
            if choice.data.endswith(end):
                return Did.PRESS, choice.data
    if question is not None and question.type is Type.EVIDENCE and question.required:
        return Did.FILE, ""
    if stand is Stand.REASON:
        return Did.TEXT, phrases.reason(words=words)
    typed = [] if question is None else _typed(question, today, dice, words)
    taps = [(Did.PRESS, choice.data) for choice in _in_order(reply.choices, question, not_yet, dice)]
    # A tap first, then what is typed, then the other taps: whatever the form asks for, one of them is it.
    if writes and question is not None and question.type is Type.TEXT:
        typed = [phrases.mended(words=words), *typed]
    written = [(Did.TEXT, text) for text in typed]
    ways = [*written, *taps] if writes else [*taps[:1], *written, *taps[1:]]
    return ways[tries] if tries < len(ways) else None


def mended(reply: Reply, *, words: Words) -> Said:
    """The last line of a summary is to be corrected."""
    lines = [found[1] for line in reply.text.splitlines() if (found := _LINE.match(line))]
    return Did.TEXT, phrases.mend(lines[-1] if lines else "1", words=words)


def _in_order(
    choices: tuple[Choice, ...], question: Question | None, not_yet: float, dice: Random
) -> list[Choice]:
    taps = list(choices)
    if question is not None and question.type is Type.YES_NO and len(taps) > 1 and dice.random() < not_yet:
        taps[0], taps[1] = taps[1], taps[0]
    if question is not None and question.type is Type.SELECT_ONE and len(taps) > 1:
        dice.shuffle(taps)
    return taps


def _typed(question: Question, today: date, dice: Random, words: Words) -> list[str]:
    match question.type:
        case Type.INTEGER:
            return [str(dice.randint(2, 30)), "1", "0", phrases.skip(words=words)]
        case Type.DECIMAL | Type.MONEY_MILLION:
            return [str(dice.randint(2, 30)), "0", phrases.skip(words=words)]
        case Type.RATIO:
            return [str(dice.randint(2, 12)), "1", "12/12", phrases.skip(words=words)]
        case Type.DATE:
            ahead = [words.day(today + timedelta(days=10)), words.day(today + timedelta(days=3))]
            behind = [words.day(today - timedelta(days=1)), words.day(today)]
            days = ahead + behind if question.future else behind + ahead
            return [*days, phrases.skip(words=words)]
        case Type.DOCUMENT:
            return [phrases.document(today, words=words), phrases.skip(words=words)]
        case Type.TEXT:
            return [phrases.done_fully(words=words), phrases.skip(words=words)]
        case _:
            return [phrases.skip(words=words)]
