"""`/nhac`: staff remind all overdue units in one action."""

from collections.abc import Sequence

from bot.core.messages import Reply
from bot.core.people import Act
from bot.db import audit
from bot.db.assignments import owed_until
from bot.gather.owing import owe_reminders
from bot.gather.reminders import gather_overdue
from bot.gather.waiting import held_up
from handlers import chase_unit
from handlers.turn import Turn
from locales.answer_words import means_all
from locales.phrases import committee as phrases
from locales.phrases import general


def chase(turn: Turn, rest: str = "") -> Sequence[Reply]:
    """Once a day for each person, in the send windows; after hours it is said with all else that is due at the next
    opening. Whoever waits for another unit's report is left in peace. Behind it one unit may be named."""
    if rest.strip() and not means_all(rest):
        return chase_unit.named(turn, rest.strip())
    if not turn.may(Act.CHASE):
        return [general.not_allowed(words=turn.words)]
    running = {
        stored.id for stored, _ in turn.shelf.running(turn.connection, turn.office.id, today=turn.today)
    }
    overdue = [
        one
        for one in owed_until(turn.connection, turn.office.id, due_by=turn.today)
        if one.due_on < turn.today and one.plan_id in running
    ]
    waits = held_up(turn.connection, turn.shelf, overdue)
    units = len({one.unit_id for one in overdue if one.key not in waits})
    opening = turn.office.windows.next_opening(turn.now)
    merged = gather_overdue(turn.connection, turn.office, plans=running, but=waits, now=turn.now)
    people = owe_reminders(
        turn.connection,
        merged,
        key="reminder",
        today=turn.office.today(opening),
        not_before=opening,
        now=turn.now,
    )
    heard = len(people)
    person = turn.person
    audit.note_act(
        turn.connection, "chase", person_id=person.id if person else None, now=turn.now, people=heard
    )
    later = turn.words.moment(opening, turn.zone) if opening > turn.now else None
    return [phrases.chased(heard, units, later=later, words=turn.words)]
