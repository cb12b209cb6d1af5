"""The bell of the reminders: owes what the ladder says is due, and makes its words just before they go out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.core.buttons import Key, Verb, button, open_button, read_key
from bot.core.messages import Made, Postponed, Reply
from bot.core.office import Office
from bot.core.people import Role
from bot.db.assignments import find_owed
from bot.db.extensions import extensions_asked
from bot.db.looks import look_again_at, look_next, units_to_look_at
from bot.db.offices import load_office
from bot.db.outbox import HELD, Message, release_held
from bot.db.people import language_of
from bot.db.reports import latest
from bot.db.session import Connection
from bot.db.snoozes import end_idle_snoozes
from bot.gather.answering import answers_for
from bot.gather.hearers import still_theirs
from bot.gather.owing import owe_reminders
from bot.gather.questions_asked import questions_asked
from bot.gather.reminders import SILENCE, Merged, gather_due
from bot.gather.shelf import Shelf
from bot.gather.waiting import is_held_up
from locales.phrases import periods
from locales.phrases import reminders as phrases
from locales.phrases.reminders import Reminded
from locales.words import in_language
from scheduler.amendments import amend_reported
from scheduler.unattended import note_nobody_hears, tell_of_unattended


@dataclass(frozen=True, slots=True)
class Said:
    """One form in a reminder, as it was owed (bot.gather.reminders.Due)."""

    key: Key
    role: Role
    absent: str = ""
    below: bool = False
    silent: bool = False
    """Its officers do not answer, and the head hears of it."""


LOOKS = 20
"""So many units are looked at in one transaction, beside which others get their turn."""


RELEASES = 500
"""So many reminders are let go in one transaction."""


@dataclass(frozen=True, slots=True)
class Looked:
    """How many people will hear a reminder; and whether there is more to look at, at once."""

    heard: int = 0
    more: bool = False


def remind(
    connection: Connection, office: Office, shelf: Shelf, *, now: datetime, most: int = LOOKS
) -> Looked:
    """Look at some of the units in which something may be due, and owe every reminder that is due there and was not
    given. Once there are no more such units all that was owed may go, so that each person gets one message; and staff
    are told of units that have nobody.

    Reminders whose forms were reported are edited at any hour: nobody hears that.
    Outside the send windows nothing is decided: what is due then is due at the next opening as well, and what was
    reported meanwhile is not.
    """
    if not office.windows.is_open(now):
        amend_reported(connection, now=now)
        return Looked()
    today = office.today(now)
    units, more = units_to_look_at(connection, office.id, today=today, now=now, most=most)
    heard: frozenset[int] = frozenset()
    if units:
        amend_reported(connection, unit_ids=units, now=now)
        due = gather_due(connection, office, shelf, units=units, now=now)
        note_nobody_hears(connection, office, shelf, due, units, now=now)
        heard = owe_reminders(connection, due.merged, key="reminder", today=today, not_before=HELD, now=now)
        for merged in due.merged:
            if merged.recipient.person_id not in heard:
                for unit_id in merged.unit_ids:
                    due.looks.tomorrow(unit_id)
        end_idle_snoozes(connection, units, now=now)
        look_next(connection, due.looks.days)
        # Whoever heard something may have left that unanswered too often, wherever they work.
        look_again_at(connection, heard, on=today + timedelta(days=1))
    if not more:
        tell_of_unattended(connection, office, shelf, now=now)
        more = release_held(connection, now=now, most=RELEASES) == RELEASES
    return Looked(len(heard), more)


def reminder_maker(shelf: Shelf) -> Callable[[Connection, Message, datetime], Made]:
    """Makes the words of a reminder from what is owed at that very moment: a report that came in meanwhile is not
    mentioned, nor a unit for which the person answers no longer, and a reminder of nothing is not sent. At rest time it
    is held back for the sweep of the next opening, which adds what is due then."""

    def make(connection: Connection, message: Message, now: datetime) -> Made:
        office = load_office(connection)
        if office is None:
            return None
        if not office.windows.is_open(now):
            return Postponed(HELD)
        person_id, name = message.body["person"], message.body["name"]
        items = _theirs(connection, office, message, person_id, said_in(message.body), now=now)
        return _words(connection, office, shelf, person_id, name, items, now=now)

    return make


def _theirs(
    connection: Connection,
    office: Office,
    message: Message,
    person_id: int,
    items: Sequence[Said],
    *,
    now: datetime,
) -> list[Said]:
    """What the person answers for still. Whoever is only the head now hears no more of what is said to officers."""
    units = {item.key[1] for item in items}
    own = answers_for(connection, office, person_id, message.address, units, today=office.today(now))
    found = []
    for item in items:
        roles = {one.role: one for one in own.get(item.key[1], ())}
        as_now = roles.get(item.role) or roles.get(Role.OFFICER)
        if as_now is not None:
            found.append(replace(item, role=as_now.role, absent=as_now.absent, below=as_now.below))
    return found


def said_in(body: Mapping[str, Any]) -> list[Said]:
    """The forms of a reminder as it was owed."""
    return [
        Said(
            key, Role(item["role"]), item.get("absent", ""), item.get("below", False), item["step"] == SILENCE
        )
        for item in body["items"]
        if (key := read_key([str(part) for part in item["key"]])) is not None
    ]


def amendment_maker(shelf: Shelf) -> Callable[[Connection, Message, datetime], Made]:
    """Makes what a reminder in the chat is edited to: what was reported of it, and what is left."""

    def make(connection: Connection, message: Message, now: datetime) -> Made:
        office = load_office(connection)
        if office is None or not still_theirs(connection, message.address, message.body["person"]):
            return None
        body = message.body
        words = in_language(language_of(connection, body["person"]) or office.language)
        items = said_in(body)
        done = []
        for item in items:
            report = latest(connection, item.key)
            if report is None or find_owed(connection, item.key) is not None:
                continue
            planned = shelf.form(connection, report.plan_version_id, report.form)
            title = periods.title(planned.form, report.period, words=words) if planned else report.form
            done.append((title, report.unit_name, report.code))
        if not done:
            return None
        left = _words(connection, office, shelf, body["person"], body["name"], items, now=now)
        return phrases.reported(done, left, words=words)

    return make


def remind_of(
    connection: Connection, office: Office, shelf: Shelf, merged: Merged, *, now: datetime
) -> Reply | None:
    """The words of what is due for one person, as they would be at that time."""
    items = [Said(due.owed.key, due.role, due.absent, due.below, due.step == SILENCE) for due in merged.due]
    return _words(
        connection, office, shelf, merged.recipient.person_id, merged.recipient.name, items, now=now
    )


def _words(
    connection: Connection,
    office: Office,
    shelf: Shelf,
    person_id: int,
    name: str,
    items: Sequence[Said],
    *,
    now: datetime,
) -> Reply | None:
    words = in_language(language_of(connection, person_id) or office.language)
    reminded = []
    found = [(item, owed) for item in items if (owed := find_owed(connection, item.key)) is not None]
    late = {owed.unit_id for _, owed in found if owed.due_on <= office.today(now)}
    asked = extensions_asked(connection, sorted(late)) if late else {}
    for item, owed in found:
        plan = shelf.plan(connection, owed.plan_version_id)
        planned = shelf.form(connection, owed.plan_version_id, owed.form)
        if planned is None or plan.is_over(office.today(now)) or is_held_up(connection, plan, owed):
            continue
        form = planned.form
        period = periods.name(owed.period, words=words)
        title = words.of(form.title)
        reminded.append(
            Reminded(
                title=f"{title} ({period})" if period else title,
                unit=owed.unit_name,
                due_on=owed.due_on,
                data=open_button(item.key),
                minutes=form.minutes,
                for_head=item.role is Role.HEAD,
                absent=item.absent,
                below=item.below,
                unit_code=owed.unit_code,
                silent=item.silent,
                returned=owed.returned,
                asked_until=asked[owed.key].wanted_on if owed.key in asked else None,
                questions=questions_asked(connection, office, plan, planned, owed, today=office.today(now)),
            )
        )
    if not reminded:
        return None
    return phrases.reminder(
        name,
        reminded,
        issuer=words.of(office.name),
        today=office.today(now),
        until=max((window.closes for window in office.windows.on(office.today(now))), default=None),
        later=button(Verb.LATER),
        words=words,
    )
