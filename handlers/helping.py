"""`/giup`: what helps in the place where it is asked. In a form, and while practising, the engine answers."""

from collections.abc import Callable, Mapping, Sequence

from bot.core.buttons import Verb, read_button
from bot.core.messages import Reply
from bot.db import outbox
from handlers import general, practice
from handlers.turn import Turn
from locales.help_words import Topic, read_topic
from locales.phrases import help as phrases
from locales.phrases import help_commands as commands

Phrase = Callable[..., Reply]

WAITING: Mapping[str, Phrase] = {
    "reason_for": phrases.return_reason,
    "declines": phrases.decline_reason,
    "asks": phrases.own_words,
    "answers": phrases.own_words,
    "extends_until": commands.extension_day,
    "extends_why": commands.extension_reason,
    "refuses_extension": commands.refusal_reason,
    "leave_days": commands.leave_days,
}
"""By what the chat waits for."""

OFFERED: Mapping[Verb, Phrase] = {
    Verb.OPEN: phrases.task_list,
    Verb.REVIEW: phrases.review_queue,
    Verb.CORRECTION: phrases.review_queue,
    Verb.REQUEST: phrases.review_queue,
    Verb.ACCEPT: phrases.review_one,
    Verb.CORRECT: phrases.review_one,
    Verb.AGREE: phrases.consent,
    Verb.LATER: commands.later_times,
    Verb.EXTEND: commands.extension_which,
    Verb.EXTENSION: phrases.review_queue,
}
"""By what the last message offered first."""


def is_meant(turn: Turn, rest: str) -> bool:
    """Whether help is wanted here whatever form is open: about a thing by name, or about what is waited for."""
    return read_topic(rest) is not None or (not rest and any(name in turn.focus for name in WAITING))


def help_(turn: Turn, rest: str = "") -> Sequence[Reply]:
    """Help about a thing, about what is waited for, about the last message; else all that may be typed."""
    turn.expects = turn.chat.focus  # asking for help takes nothing away
    topic = read_topic(rest)
    if topic is Topic.ALL and turn.person is not None:
        return general.help_(turn)
    if topic is not None and topic is not Topic.ALL:
        form_open = turn.chat.filling is not None or practice.is_open(turn)
        return [phrases.topic(topic, form_open=form_open, words=turn.words)]
    said = _waited_for(turn) or _after_reminder(turn) or _offered(turn)
    if said is not None:
        return [said]
    if turn.person is None:
        return [phrases.stranger(turn.words.of(turn.office.name), words=turn.words)]
    return general.help_(turn)


def _waited_for(turn: Turn) -> Reply | None:
    return next((say(words=turn.words) for name, say in WAITING.items() if name in turn.focus), None)


def _after_reminder(turn: Turn) -> Reply | None:
    if (
        turn.person is None
        or outbox.last_kind(turn.connection, turn.incoming.address) != outbox.Kind.REMINDER
    ):
        return None
    return phrases.after_reminder(words=turn.words)


def _offered(turn: Turn) -> Reply | None:
    """Help with the choices of the last message."""
    read = [read_button(data) for _, data in turn.focus.get("choices", ())]
    first = next((one for one in read if one is not None), None)
    if first is None:
        return None
    verb, parts = first
    if verb is Verb.REQUEST and len(parts) > 1:
        return phrases.request(words=turn.words)
    return OFFERED.get(verb, phrases.menu)(words=turn.words)
