"""The bell of the reminders: owes what the ladder says is due, and makes its words just before they go out."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from bot.core.buttons import open_button, read_key
from bot.core.messages import Made, Postponed
from bot.core.office import Office
from bot.core.people import Role
from bot.db.assignments import find_owed
from bot.db.offices import load_office
from bot.db.outbox import Message
from bot.db.people import language_of
from bot.gather.reminders import gather_due, owe_reminders
from bot.gather.shelf import Shelf
from locales.phrases import periods
from locales.phrases import reminders as phrases
from locales.phrases.reminders import Reminded
from locales.words import in_language


def remind(connection: Connection, office: Office, *, now: datetime) -> int:
    """Owe every reminder that is due and was not given. Returns how many people will hear one.

    Outside the send windows nothing is decided: what is due then is due at the next opening as well, and what was
    reported meanwhile is not.
    """
    if not office.windows.is_open(now):
        return 0
    merged = gather_due(connection, office, now=now)
    return owe_reminders(connection, merged, key="reminder", today=office.today(now), not_before=now, now=now)


def reminder_maker(shelf: Shelf) -> Callable[[Connection, Message, datetime], Made]:
    """Makes the words of a reminder from what is owed at that very moment: a report that came in meanwhile is not
    mentioned, and a reminder of nothing is not sent. At rest time it waits."""

    def make(connection: Connection, message: Message, now: datetime) -> Made:
        office = load_office(connection)
        if office is None:
            return None
        if not office.windows.is_open(now):
            return Postponed(office.windows.next_opening(now))
        words = in_language(language_of(connection, message.body["person"]) or office.language)
        items = []
        for item in message.body["items"]:
            key = read_key([str(part) for part in item["key"]])
            owed = find_owed(connection, key) if key else None
            if owed is None or key is None:
                continue
            form = shelf.plan(connection, owed.plan_version_id).form(owed.form).form
            period = periods.name(owed.period, words=words)
            title = words.of(form.title)
            items.append(
                Reminded(
                    title=f"{title} ({period})" if period else title,
                    unit=owed.unit_name,
                    due_on=owed.due_on,
                    data=open_button(key),
                    minutes=form.minutes,
                    for_head=item["role"] == Role.HEAD,
                )
            )
        if not items:
            return None
        return phrases.reminder(
            message.body["name"], items, issuer=words.of(office.name), today=office.today(now), words=words
        )

    return make
