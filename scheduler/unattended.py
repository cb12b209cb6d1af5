"""Units whose work nobody receives: the Committee's staff are told, once, until somebody receives it again."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from bot.core.buttons import Verb, button
from bot.core.hearing import heard_by
from bot.core.messages import Address
from bot.core.office import Office
from bot.core.people import Role
from bot.db.assignments import Owed
from bot.db.outbox import Kind, put_once
from bot.db.reminders import people_with
from bot.db.session import Connection
from bot.db.unattended import NOBODY, SILENT, calls_to_make, note_told, note_unattended, untold
from bot.gather.reminders import Gathered, gather_due
from bot.gather.shelf import Shelf
from bot.gather.telephone_list import gather_telephone_list
from bot.gather.waiting import is_held_up
from locales.phrases import calls as call_phrases
from locales.phrases import hats as phrases
from locales.phrases import periods
from locales.words import Words, in_language

MOST = 200
"""Of so many units staff are told what is due there, the most urgent first; of any others how many there are."""


def note_nobody_hears(
    connection: Connection,
    office: Office,
    shelf: Shelf,
    due: Gathered,
    units: Collection[int],
    *,
    now: datetime,
) -> None:
    """Among these units, that were looked at: which have nobody who receives their work, or nobody who answers."""
    today = office.today(now)

    def running(owed: Sequence[Owed]) -> set[int]:
        return {one.unit_id for one in owed if not shelf.plan(connection, one.plan_version_id).is_over(today)}

    note_unattended(
        connection,
        office.id,
        running(due.unattended),
        silent=running(due.silent),
        among=units,
        now=now,
    )


def tell_of_unattended(connection: Connection, office: Office, shelf: Shelf, *, now: datetime) -> None:
    """Owe staff one message about the units that are newly without a recipient, with what is due there, and one about
    those in which newly nobody answers: whom to telephone. As long as no member of staff can be reached, it waits."""
    staff = list(people_with(connection, office.id, Role.STAFF))
    if not staff:
        return
    today = office.today(now)
    new = untold(connection, office.id, today=today)
    if quiet := new.get(SILENT):
        tell_whom_to_call(connection, office, quiet, now=now)
        note_told(connection, quiet, now=now)
    nobody = new.get(NOBODY, ())
    if not nobody:
        return
    shown = nobody[:MOST]
    reached = gather_due(connection, office, shelf, units=shown, now=now).unattended
    due = [one for one in reached if not _waits(connection, shelf, one)]
    told = {one.unit_id for one in due} | set(nobody[MOST:])
    if not due:
        return
    calls = {
        one.unit_code: button(Verb.CALLED, one.id)
        for one in calls_to_make(connection, office.id)
        if one.unit_id in told
    }
    for to in staff:
        words = in_language(to.language or office.language)
        units: dict[str, tuple[str, list[tuple[str, date]]]] = {}
        for one in due:
            forms = units.setdefault(one.unit_code, (one.unit_name, []))[1]
            forms.append((_title(connection, shelf, one, words), one.due_on))
        reply = phrases.unattended(
            to.name, units, count=len(told), calls=calls, issuer=words.of(office.name), words=words
        )
        put_once(
            connection,
            Address(to.channel, to.chat),
            {**reply.to_json(), **heard_by(to.person_id, role=Role.STAFF)},
            kind=Kind.NOTICE,
            key=f"unattended:{to.person_id}:{now.isoformat()}",
            now=now,
        )
    note_told(connection, told, now=now)


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
            {**reply.to_json(), **heard_by(to.person_id, role=Role.STAFF)},
            kind=Kind.NOTICE,
            key=f"call:{to.person_id}:{now.isoformat()}",
            now=now,
        )


def _waits(connection: Connection, shelf: Shelf, owed: Owed) -> bool:
    return is_held_up(connection, shelf.plan(connection, owed.plan_version_id), owed)


def _title(connection: Connection, shelf: Shelf, owed: Owed, words: Words) -> str:
    planned = shelf.form(connection, owed.plan_version_id, owed.form)
    return periods.title(planned.form, owed.period, words=words) if planned else owed.form
