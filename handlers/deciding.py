"""A bare "đồng ý", "không" to a request for more time: understood while that request is what was shown last, and asked
back wherever something else may be meant. Nothing is granted by a word in passing."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.core.buttons import Verb, button, read_button
from bot.core.extending import Extension
from bot.core.folding import natural
from bot.core.forms.said import Word
from bot.core.messages import Choice, Reply
from bot.core.people import Act
from bot.db.extensions import load_extension
from bot.db.last_shown import Shown, shown_last
from handlers import form, granting, practice, review
from handlers.choices import leaves
from handlers.granting import LIST
from handlers.turn import Turn
from locales.chat_words import read_form_word
from locales.phrases import granting as phrases
from locales.plain_answers import PlainAnswer, read_plain_answer

LEADS_ON = frozenset(
    (
        *(Verb.REVIEW, Verb.CORRECTION, Verb.REQUEST, Verb.EXTENSION, Verb.UNIT, Verb.TARGET, Verb.DIGEST),
        *(Verb.OPEN, Verb.SHOW, Verb.EVIDENCE, Verb.CALLED, Verb.UNDO, Verb.HAND_OVER),
    )
)
"""Choices that answer no question: to leave them unanswered is nothing."""


def heard(turn: Turn, text: str, *, awaited: bool) -> Sequence[Reply] | None:
    """What a word of consent or refusal does to the request that was shown last. None where none was, or where the
    words are no such word. `awaited`: other words were asked for, which these may be."""
    focus: Mapping[str, Any] = turn.chat.focus or {}
    offered = [data for _, data in (*focus.get("choices", ()), *focus.get("offers", ()))]
    if not any(_decides(data) is not None for data in offered) or not turn.may(Act.REVIEW):
        return None
    answer = read_plain_answer(text)
    row = turn.chat.filling
    if row is not None and read_form_word(text) is Word.RESUME and LIST in offered:
        return form.open_form(turn, row.key)
    if answer is None and not leaves(text):
        return None
    shown = shown_last(turn.connection, turn.chat.address)
    last = next(iter(_requests(turn, shown[:1])), None)
    opened = next(iter(_requests(turn, [one for one in shown if one.answer])), None)
    if answer is None:  # what was opened waits still
        return granting.keep(turn) if opened is not None else None
    busy = awaited or row is not None or practice.is_open(turn)
    waiting = {one.id: one for one in _requests(turn, shown)}
    if not waiting or (busy and (last is None or answer is PlainAnswer.UNSURE)):
        return None
    if len(waiting) > 1:
        first, *more = review.queue(turn)
        return [first.below(phrases.several_asked(words=turn.words)), *more]
    (request,) = waiting.values()
    plain = answer in (PlainAnswer.YES, PlainAnswer.NO)
    fresh = opened is None or "choices" in turn.focus
    if plain and last is not None and fresh and (opened is not None or not (busy or _asks_else(turn))):
        return granting.pressed(turn, [str(request.id), "no" if answer is PlainAnswer.NO else "yes"])
    return _ask_back(turn, request)


def _ask_back(turn: Turn, request: Extension) -> Sequence[Reply]:
    """A word that may mean this request or something else: which?"""
    request_or_reply = granting.waiting_request(turn, str(request.id))
    if isinstance(request_or_reply, Reply):
        return [request_or_reply]
    return [
        phrases.decide_or_list(
            granting.title_of(turn, request, turn.words),
            request,
            yes=button(Verb.EXTENSION, request.id, "yes"),
            no=button(Verb.EXTENSION, request.id, "no"),
            list_=LIST,
            form_open=turn.chat.filling is not None,
            words=turn.words,
        )
    ]


def _requests(turn: Turn, shown: Sequence[Shown]) -> Iterator[Extension]:
    """The requests that these messages asked to decide and that wait still, each once."""
    found = {one: None for message in shown for choice in message.choices if (one := _decides(choice.data))}
    for extension_id in found:
        request = load_extension(turn.connection, extension_id)
        if request is not None and request.state == "open":
            yield request


def _decides(data: str) -> int | None:
    """The request that a choice decides; None for any other choice."""
    read = read_button(data)
    if read is None or read[0] is not Verb.EXTENSION or list(read[1][1:]) not in (["yes"], ["no"]):
        return None
    return natural(read[1][0])


def _asks_else(turn: Turn) -> bool:
    """Whether the last answer asked something that a yes or no may be meant for."""
    choices = [Choice(label, data) for label, data in turn.focus.get("choices", ())]
    read = [read_button(choice.data) for choice in choices]
    return any(one is not None and (one[0] not in LEADS_ON or one[1][-1:] == ["yes"]) for one in read)
