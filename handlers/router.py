"""From one thing that somebody did to its answers, in the one transaction of an update.

In a private chat, what is typed is looked for in this order: the label of a button under a reminder or notice that came
since; a reason that was asked for; a command with a slash; what the last message offered; the form that is open; a
command without a slash; an invitation code.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.core.asked_period import read_period
from bot.core.buttons import Verb, read_button
from bot.core.codes import find_invitation, read_receipt
from bot.core.forms.said import Word
from bot.core.messages import Choice, Incoming, Kind, Reply
from bot.db import contacts, outbox
from bot.db.outbox import Message
from bot.db.session import Connection
from bot.db.silence import note_heard
from bot.gather.shelf import Shelf
from handlers import (
    corrections,
    data_requests,
    evidence,
    extending,
    form,
    general,
    granting,
    group,
    handover,
    helping,
    joining,
    leave,
    markings,
    my_data,
    on_behalf,
    practice,
    report,
    review,
)
from handlers.choices import find_choice, next_form
from handlers.commands import ANYBODY, COMMITTEE, IN_FORM, MEMBERS, MEMBERS_MAY_PRESS, STRANGERS_MAY_PRESS
from handlers.turn import NoCommittee, Turn
from locales.chat_words import Called, Command, read_command, read_form_word, read_number_behind
from locales.phrases import general as general_phrases
from locales.phrases import joining as joining_phrases
from locales.phrases import reports as report_phrases
from locales.words import in_language

REASONS: Mapping[
    str, tuple[Callable[[Turn, Any, str], Sequence[Reply]], Callable[[Turn], Sequence[Reply]]]
] = {
    "reason_for": (review.return_, review.keep),
    "declines": (corrections.decline, corrections.keep),
    "asks": (my_data.take_words, my_data.keep),
    "answers": (data_requests.answer, data_requests.keep),
    "told_for": (on_behalf.told, on_behalf.keep),
    "leave_days": (leave.hear_days, leave.keep),
    "leave_confirmed": (leave.hear_confirmation, leave.keep),
    "new_officer": (handover.hear_name, handover.keep),
    "extends_until": (extending.hear_day, extending.keep),
    "extends_why": (extending.hear_reason, extending.keep),
    "refuses_extension": (granting.refuse, granting.keep),
}
"""What is done with a reason that was asked for, and what where it is not given after all."""


class Router:
    """Answers one incoming at a time, each in the transaction that it is given."""

    def __init__(self, shelf: Shelf, *, language: str) -> None:
        self._shelf = shelf
        self._language = language

    def handle(self, connection: Connection, incoming: Incoming, now: datetime) -> Sequence[Message]:
        """Do what was asked, owe the answers."""
        turn = self._turn(connection, incoming, now)
        try:
            replies = group.hear(turn) if incoming.group else _hear(turn)
        except NoCommittee:
            replies = () if incoming.group else [joining_phrases.no_committee(words=turn.words)]
        if not incoming.group:
            _keep_focus(turn, replies)
            replies = markings.minded(turn, replies)
        return self._owe(turn, replies)

    def apologize(self, connection: Connection, incoming: Incoming, now: datetime) -> Sequence[Message]:
        """The turn failed for good: say so, in a private chat."""
        if incoming.group:
            return ()
        turn = self._turn(connection, incoming, now)
        return self._owe(turn, [general_phrases.apology(words=turn.words)])

    def _turn(self, connection: Connection, incoming: Incoming, now: datetime) -> Turn:
        contact = acting = None
        if incoming.group:
            private = type(incoming.address)(incoming.address.channel, incoming.sender)
            acting = contacts.load_contact(connection, private)
        else:
            contact = contacts.load_contact(connection, incoming.address)
            if contact is None:
                contacts.put_contact(connection, incoming.address, language=None, now=now)
                contact = contacts.load_contact(connection, incoming.address)
        speaker = contact or acting
        language = (speaker.language if speaker and not incoming.group else None) or self._language
        return Turn(connection, incoming, now, self._shelf, in_language(language), contact, acting)

    def _owe(self, turn: Turn, replies: Sequence[Reply]) -> Sequence[Message]:
        """Answers in the outbox. The first one stops a pressed button's spinning."""
        press = turn.incoming.press
        messages = []
        for number, reply in enumerate(replies):
            messages.append(
                outbox.put_answer(
                    turn.connection,
                    turn.incoming.address,
                    reply.to_json(),
                    now=turn.now,
                    press=press if number == 0 else None,
                )
            )
        return messages


def _hear(turn: Turn) -> Sequence[Reply]:
    """One thing that somebody did in a private chat."""
    incoming = turn.incoming
    if incoming.kind is Kind.BLOCKED:
        contacts.mark_lost(turn.connection, incoming.address, "blocked by the person", turn.now)
        return ()
    if turn.chat.lost:
        contacts.mark_found(turn.connection, incoming.address)
    note_heard(turn.connection, turn.chat.id, now=turn.now)
    match incoming.kind:
        case Kind.TEXT:
            return _typed(turn)
        case Kind.PRESS:
            return _pressed(turn, incoming.text)
        case Kind.EDITED:
            return _edited(turn)
        case Kind.FILE | Kind.UNREADABLE:
            if turn.person is None:
                return joining.greet(turn)
            if practice.is_open(turn):
                return practice.hear(turn)
            if turn.chat.filling is not None:
                return form.hear(turn, turn.chat.filling)
            if incoming.kind is Kind.FILE:
                return evidence.unasked(turn)
            return [general_phrases.no_form_open(words=turn.words)]
    return ()


def _edited(turn: Turn) -> Sequence[Reply]:
    if turn.person is None:
        return ()
    return [general_phrases.edited(form_open=turn.chat.filling is not None, words=turn.words)]


def _typed(turn: Turn) -> Sequence[Reply]:
    """Words: a button's label, a reason that was asked for, a command, a choice of the last message, an answer, in this
    order."""
    text = turn.incoming.text
    came = [Choice(label, data) for label, data in (turn.chat.focus or {}).get("offers", ())]
    choice = find_choice(text, came, numbered=False)  # numbers mean what was asked
    if choice is not None:
        return _pressed(turn, choice.data)
    called = read_command(text)
    slash = text.lstrip().startswith("/")
    focus = turn.focus
    if called is not None and called.command is Command.HELP and helping.is_meant(turn, called.rest):
        return helping.help_(turn, called.rest)
    for name, (give, keep) in REASONS.items():
        if name not in focus:
            continue
        if called is not None and called.command is Command.CANCEL:
            return keep(turn)
        if not slash and (called is None or called.rest):
            return give(turn, focus[name], text)
    if slash:
        return _command(turn, called) if called is not None else _unknown(turn)
    offered = [Choice(label, data) for label, data in (turn.chat.focus or {}).get("choices", ())]
    choice = find_choice(text, offered, numbered="choices" in focus)
    if choice is None and turn.chat.filling is None:
        choice = next_form(text, offered)
    if choice is not None:
        return _pressed(turn, choice.data)
    row = turn.chat.filling
    if practice.is_open(turn):
        if called is None or not _means_command(turn, called, practice.expects_words(turn)):
            return practice.hear(turn)
    elif row is not None and (
        called is None or not _means_command(turn, called, form.expects_words(turn, row))
    ):
        return form.hear(turn, row)
    if called is None and turn.person is not None and read_form_word(text) is Word.RESUME:
        return report.following(turn)
    return _command(turn, called) if called is not None else _unknown(turn)


def _means_command(turn: Turn, called: Called, expects_words: bool) -> bool:
    """Whether words without a slash mean a command though a form is open: "báo cáo" and "báo cáo 2" do, "Báo cáo số
    87-BC/BTG" is an answer."""
    if called.command in IN_FORM:
        return False
    if called.command is Command.EVIDENCE:
        return read_receipt(called.rest) is not None  # "ảnh gửi sau" is something to be said
    if called.rest and called.command is Command.LEAVE:
        return False
    if called.rest and called.command is Command.REPORT:
        if read_number_behind(called.rest) is not None:
            return True
        other = on_behalf.read(called.rest) or read_period(called.rest, today=turn.today)
        return bool(other) and not expects_words
    return not called.rest or not expects_words


def _unknown(turn: Turn) -> Sequence[Reply]:
    """Words that are no command: of a stranger perhaps a code, or an answer to the privacy notice."""
    if turn.person is None:
        return joining.hear(turn, turn.incoming.text)
    code = find_invitation(turn.incoming.text)
    return joining.start(turn, code) if code is not None else general.unknown(turn)


def _command(turn: Turn, called: Called) -> Sequence[Reply]:
    command, rest = called.command, called.rest
    if command in ANYBODY:
        return ANYBODY[command](turn, rest)
    if turn.person is None:
        return joining.greet(turn)
    row = turn.chat.filling
    if practice.is_open(turn) and command in IN_FORM:
        return practice.say_word(turn, IN_FORM[command])
    if row is not None and command in IN_FORM:
        return form.say_word(turn, row, IN_FORM[command])
    if command in MEMBERS:
        return MEMBERS[command](turn, rest)
    act, handler = COMMITTEE[command]
    return handler(turn, rest) if turn.may(act) else [general_phrases.not_allowed(words=turn.words)]


def _pressed(turn: Turn, data: str) -> Sequence[Reply]:
    read = read_button(data)
    if read is None:
        return [report_phrases.button_unknown(words=turn.words)]
    verb, parts = read
    if verb in STRANGERS_MAY_PRESS:
        return STRANGERS_MAY_PRESS[verb](turn, parts)
    if turn.person is None:
        return joining.greet(turn)
    if verb not in MEMBERS_MAY_PRESS:
        return [report_phrases.button_unknown(words=turn.words)]
    if verb is Verb.FORM:
        practice.set_aside(turn)
    return MEMBERS_MAY_PRESS[verb](turn, parts)


def _keep_focus(turn: Turn, replies: Sequence[Reply]) -> None:
    """Remember what the last message offers, so that its numbers and labels can be typed, and nothing of earlier ones:
    a "1" must never mean what stood in the message before. A form knows its own."""
    if not replies:
        return
    choices = replies[-1].choices
    of_form = any(choice.data.startswith((f"{Verb.FORM}:", f"{Verb.PRACTICE}:")) for choice in choices)
    focus = turn.expects
    if choices and not of_form:
        offered = [[choice.label, choice.data] for choice in choices]
        focus = {**(focus or {}), "choices": offered, "at": turn.now.isoformat()}
    elif turn.person is None and focus is None:
        return  # the privacy notice stays good until it is answered
    if focus != turn.chat.focus:
        contacts.save_focus(turn.connection, turn.chat.id, focus)
