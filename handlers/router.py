"""From one thing that somebody did to its answers, in the one transaction of an update."""

from collections.abc import Sequence
from datetime import datetime

from bot.core.buttons import Verb
from bot.core.messages import Incoming, Reply
from bot.core.plain import has_numbers
from bot.db import contacts, outbox
from bot.db.outbox import Message
from bot.db.session import Connection
from bot.gather.shelf import Shelf
from handlers import (
    group,
    markings,
    private,
)
from handlers.turn import NoCommittee, Turn
from locales.phrases import general as general_phrases
from locales.phrases import joining as joining_phrases
from locales.words import in_language


class Router:
    """Answers one incoming at a time, each in the transaction that it is given."""

    def __init__(self, shelf: Shelf, *, language: str) -> None:
        self._shelf = shelf
        self._language = language

    def handle(self, connection: Connection, incoming: Incoming, now: datetime) -> Sequence[Message]:
        """Do what was asked, owe the answers."""
        turn = self._turn(connection, incoming, now)
        try:
            replies = group.hear(turn) if incoming.group else private.hear(turn)
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
        if not has_numbers(replies[-1]):
            focus["bare"] = True
    elif turn.person is None and focus is None:
        return  # the privacy notice stays good until it is answered
    if focus != turn.chat.focus:
        contacts.save_focus(turn.connection, turn.chat.id, focus)
