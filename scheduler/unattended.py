"""Units whose work nobody receives: the Committee's staff are told, once, until somebody receives it again."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from bot.core.buttons import Verb, button
from bot.core.messages import Address
from bot.core.office import Office
from bot.core.people import Role
from bot.db.assignments import Owed
from bot.db.outbox import Kind, put_once
from bot.db.reminders import people_with
from bot.db.session import Connection
from bot.db.unattended import calls_to_make, note_unattended
from bot.gather.shelf import Shelf
from bot.gather.telephone_list import gather_telephone_list
from bot.gather.waiting import is_held_up
from locales.phrases import calls as call_phrases
from locales.phrases import hats as phrases
from locales.phrases import periods
from locales.words import Words, in_language


def tell_of_unattended(
    connection: Connection,
    office: Office,
    shelf: Shelf,
    owed: Sequence[Owed],
    *,
    silent: Sequence[Owed] = (),
    now: datetime,
) -> None:
    """Owe staff one message about the units that are newly without a recipient, with what is due there, and one about
    those in which newly nobody answers: whom to telephone. As long as no member of staff can be reached nothing is
    noted, so that it is said later."""
    today = office.today(now)
    staff = list(people_with(connection, office.id, Role.STAFF))
    if not staff:
        return
    running = [one for one in owed if not shelf.plan(connection, one.plan_version_id).is_over(today)]
    quiet = [one for one in silent if not shelf.plan(connection, one.plan_version_id).is_over(today)]
    new = note_unattended(
        connection,
        office.id,
        {one.unit_id for one in running},
        silent={one.unit_id for one in quiet},
        now=now,
    )
    if any(one.unit_id in new for one in quiet):
        tell_whom_to_call(connection, office, {one.unit_id for one in quiet} & new, now=now)
    due = [one for one in running if one.unit_id in new and not _waits(connection, shelf, one)]
    if not due:
        return
    for to in staff:
        words = in_language(to.language or office.language)
        units: dict[str, tuple[str, list[tuple[str, date]]]] = {}
        for one in due:
            forms = units.setdefault(one.unit_code, (one.unit_name, []))[1]
            forms.append((_title(connection, shelf, one, words), one.due_on))
        calls = {
            one.unit_code: button(Verb.CALLED, one.id)
            for one in calls_to_make(connection, office.id)
            if one.unit_id in new
        }
        reply = phrases.unattended(to.name, units, calls=calls, issuer=words.of(office.name), words=words)
        put_once(
            connection,
            Address(to.channel, to.chat),
            {**reply.to_json(), "person": to.person_id},
            kind=Kind.NOTICE,
            key=f"unattended:{to.person_id}:{now.isoformat()}",
            now=now,
        )


def tell_whom_to_call(
    connection: Connection, office: Office, unit_ids: Collection[int], *, now: datetime
) -> None:
    """Owe each member of staff the telephone list of these units, in which nobody answers."""
    calls = [one for one in calls_to_make(connection, office.id) if one.unit_id in unit_ids]
    people = gather_telephone_list(connection, unit_ids)
    for to in people_with(connection, office.id, Role.STAFF):
        words = in_language(to.language or office.language)
        reply = call_phrases.to_call(calls, people, words=words)
        put_once(
            connection,
            Address(to.channel, to.chat),
            {**reply.to_json(), "person": to.person_id},
            kind=Kind.NOTICE,
            key=f"call:{to.person_id}:{now.isoformat()}",
            now=now,
        )


def _waits(connection: Connection, shelf: Shelf, owed: Owed) -> bool:
    return is_held_up(connection, shelf.plan(connection, owed.plan_version_id), owed)


def _title(connection: Connection, shelf: Shelf, owed: Owed, words: Words) -> str:
    planned = shelf.form(connection, owed.plan_version_id, owed.form)
    return periods.title(planned.form, owed.period, words=words) if planned else owed.form
