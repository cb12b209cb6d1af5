"""Messages whose words are made just before they leave, by kind."""

from collections.abc import Callable, Mapping
from datetime import datetime

from bot.core.messages import Made
from bot.db.outbox import Kind, Message
from bot.db.session import Connection
from bot.gather.shelf import Shelf
from scheduler.digest_letters import make_letter
from scheduler.notices import make_notice
from scheduler.reminders import amendment_maker, reminder_maker


def makers(shelf: Shelf) -> Mapping[Kind, Callable[[Connection, Message, datetime], Made]]:
    """Of every kind that is not written down word by word."""
    return {
        Kind.REMINDER: reminder_maker(shelf),
        Kind.AMEND: amendment_maker(shelf),
        Kind.NOTICE: make_notice,
        Kind.DIGEST: make_letter,
    }
