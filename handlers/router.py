"""Who answers what: the ordered tables, and the one transaction of an update.

In a private chat, what is typed is looked for in this order: a command with a slash; what the last message offered;
the form that is open; a command without a slash; an invitation code.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from bot.core.buttons import Verb, read_button
from bot.core.codes import read_invitation
from bot.core.forms.said import Word
from bot.core.messages import Choice, Incoming, Kind, Reply
from bot.core.people import Act
from bot.db import contacts, outbox
from bot.db.outbox import Message
from bot.db.session import Connection
from bot.gather.shelf import Shelf
from handlers import (
    chase,
    corrections,
    digest,
    form,
    general,
    group,
    history,
    invite,
    joining,
    progress,
    report,
    review,
    targets,
    tasks,
)
from handlers.turn import Handler, NoCommittee, Turn
from locales.chat_words import Called, Command, read_command
from locales.phrases import general as general_phrases
from locales.phrases import joining as joining_phrases
from locales.phrases import reports as report_phrases
from locales.words import in_language

ANYBODY: Mapping[Command, Handler] = {
    Command.START: joining.start,
    Command.LANGUAGE: general.language,
    Command.LINK: lambda turn, _rest: [joining_phrases.only_in_group(words=turn.words)],
}
MEMBERS: Mapping[Command, Handler] = {
    Command.HELP: general.help_,
    Command.TASKS: tasks.show,
    Command.REPORT: report.report,
    Command.HISTORY: history.history,
    Command.MY_DATA: general.my_data,
    Command.CANCEL: lambda turn, _rest: [general_phrases.no_form_open(words=turn.words)],
    Command.SOURCE: history.source,
}
COMMITTEE: Mapping[Command, tuple[Act, Handler]] = {
    Command.PROGRESS: (Act.SEE_ALL, progress.progress_),
    Command.OVERDUE: (Act.SEE_ALL, progress.overdue),
    Command.UNIT: (Act.SEE_ALL, progress.unit),
    Command.DIGEST: (Act.SEE_ALL, digest.digest),
    Command.TARGETS: (Act.SEE_ALL, targets.targets),
    Command.REVIEW: (Act.REVIEW, review.queue),
    Command.CHASE: (Act.CHASE, chase.chase),
    Command.INVITE: (Act.INVITE, invite.invite),
}

Pressed = Callable[[Turn, Sequence[str]], Sequence[Reply]]

STRANGERS_MAY_PRESS: Mapping[Verb, Pressed] = {
    Verb.AGREE: joining.agree,
    Verb.DECLINE: joining.decline,
    Verb.LANGUAGE: general.set_language,
}
MEMBERS_MAY_PRESS: Mapping[Verb, Pressed] = {
    Verb.FORM: form.press,
    Verb.OPEN: report.open_pressed,
    Verb.UNIT: progress.unit_pressed,
    Verb.TARGET: targets.pressed,
    Verb.REVIEW: review.show,
    Verb.ACCEPT: review.accept,
    Verb.RETURN: review.ask_reason,
    Verb.CORRECTION: corrections.show,
    Verb.CORRECT: corrections.accept,
    Verb.DECLINE_CORRECTION: corrections.ask_reason,
    Verb.WITHDRAW: general.withdraw,
}

IN_FORM: Mapping[Command, Word] = {Command.HELP: Word.HELP, Command.CANCEL: Word.CANCEL}
"""Commands that mean the form while one is open."""


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
    match incoming.kind:
        case Kind.TEXT:
            return _typed(turn)
        case Kind.PRESS:
            return _pressed(turn, incoming.text)
        case Kind.EDITED:
            return [general_phrases.edited(words=turn.words)] if turn.person else ()
        case Kind.FILE | Kind.UNREADABLE:
            if turn.person is None:
                return joining.greet(turn)
            if turn.chat.filling is not None:
                return form.hear(turn, turn.chat.filling)
            return [general_phrases.no_form_open(words=turn.words)]
    return ()


def _typed(turn: Turn) -> Sequence[Reply]:
    text = turn.incoming.text
    called = read_command(text)
    if text.lstrip().startswith("/"):
        return _command(turn, called) if called is not None else general.unknown(turn)
    focus = turn.chat.focus or {}
    if "reason_for" in focus and called is None:
        return review.return_(turn, focus["reason_for"], text)
    if "declines" in focus and called is None:
        return corrections.decline(turn, focus["declines"], text)
    offered = [Choice(label, data) for label, data in focus.get("choices", ())]
    choice = form.find_choice(text, offered, numbered=True)
    if choice is not None:
        return _pressed(turn, choice.data)
    row = turn.chat.filling
    if row is not None and (called is None or called.command in IN_FORM or form.expects_text(turn, row)):
        return form.hear(turn, row)
    if called is not None:
        return _command(turn, called)
    if turn.person is None:
        return joining.start(turn, text) if read_invitation(text) else joining.greet(turn)
    return general.unknown(turn)


def _command(turn: Turn, called: Called) -> Sequence[Reply]:
    command, rest = called.command, called.rest
    if command in ANYBODY:
        return ANYBODY[command](turn, rest)
    if turn.person is None:
        return joining.greet(turn)
    row = turn.chat.filling
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
    return MEMBERS_MAY_PRESS[verb](turn, parts)


def _keep_focus(turn: Turn, replies: Sequence[Reply]) -> None:
    """Remember what the last message offers, so that its numbers and labels can be typed. A form knows its own."""
    if not replies:
        return
    choices = replies[-1].choices
    of_form = any(choice.data.startswith(f"{Verb.FORM}:") for choice in choices)
    if choices and not of_form:
        focus = {"choices": [[choice.label, choice.data] for choice in choices]}
        contacts.save_focus(turn.connection, turn.chat.id, focus)
