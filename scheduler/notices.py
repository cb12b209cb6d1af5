"""Notices, just before they go out: not at rest time, and to nobody who has left meanwhile."""

from datetime import datetime

from bot.core.hearing import may_still_hear
from bot.core.messages import Made, Postponed, Reply
from bot.db.offices import load_office
from bot.db.outbox import Message
from bot.db.session import Connection
from bot.gather.calendar_news import words_of_moved
from bot.gather.hearers import hearer


def make_notice(connection: Connection, message: Message, now: datetime) -> Made:
    """The words of a notice as they were written, or of last days that moved as they are now. It waits for the next
    opening if the window has closed since, and is dropped if the chat is no longer that person's, or the post that it
    is for no longer theirs."""
    office = load_office(connection)
    if office is not None and not office.windows.is_open(now):
        return Postponed(office.windows.next_opening(now))
    person_id = message.body.get("person")
    if person_id is not None:
        person = hearer(connection, message.address, person_id)
        if person is None or not may_still_hear(person, message.body):
            return None
    if "calendar" in message.body:
        return None if office is None else words_of_moved(connection, office, message.body)
    return Reply.from_json(message.body)
