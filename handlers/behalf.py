"""Reporting on behalf of a colleague or another unit: who may, in what capacity, and who is told of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.core.behalf import Behalf, Why, on_behalf, units_above
from bot.core.buttons import Key, Verb, button
from bot.core.forms.model import Form
from bot.core.hearing import heard_by
from bot.core.messages import Choice, Reply
from bot.core.people import REPORTERS, Act
from bot.db import assignments, contacts, fillings, outbox
from bot.db.behalfs import behalf_of, put_behalf
from bot.db.leaves import leaves_of
from bot.db.outbox import Kind
from bot.db.people import language_of, posts_of_units
from bot.db.unit_lines import lines_above
from bot.db.units import load_unit
from handlers import occasions
from handlers.turn import Turn
from locales.phrases import behalf as phrases
from locales.phrases import periods
from locales.words import in_language


def capacity(turn: Turn, unit_id: int) -> Behalf | None:
    """In what capacity whoever acts reports for that unit; None where it is their own, and where they may not."""
    person = turn.person
    if person is None:
        return None
    lent = any(one.post.unit_id == unit_id for one in person.lent)
    if not lent and any(post.unit_id == unit_id and post.role in REPORTERS for post in person.posts):
        return None  # as nearly always
    lines = lines_above(turn.connection, turn.committee_id, [unit_id])
    if unit_id not in lines:
        return None  # a forged button
    above = units_above(load_unit(turn.connection, unit_id), lines[unit_id], kinds=turn.kinds)
    return on_behalf(person, unit_id, above=above)


def may_report(turn: Turn, unit_id: int) -> bool:
    """Whether whoever acts reports for that unit: as its own, or on its behalf."""
    return turn.may(Act.REPORT, unit_id=unit_id) or capacity(turn, unit_id) is not None


def ask_teller(turn: Turn, key: Key, *, corrected: bool = False) -> Sequence[Reply]:
    """Before a form of another unit is begun, or a report of it `corrected`: who gave the figures? Nothing, where that
    need not be asked."""
    if turn.told_by or turn.person is None or turn.may(Act.REPORT, unit_id=key[1]):
        return ()
    one = capacity(turn, key[1])
    if one is None or not one.needs_teller:
        return ()
    if any(begun.key == key for begun in fillings.begun_by(turn.connection, turn.person.id)):
        return ()
    if not (corrected or occasions.is_another(key) or _is_asked(turn, key)):
        return ()
    unit = load_unit(turn.connection, key[1])
    people = {
        post.person_id: post.name
        for post in posts_of_units(turn.connection, [key[1]])
        if post.role in REPORTERS
    }
    choices = [Choice(name, button(Verb.TOLD, *key, person_id)) for person_id, name in people.items()]
    turn.expects = {"told_for": list(key), "at": turn.now.isoformat()}
    return [phrases.who_told(unit.short or unit.name, choices, words=turn.words)]


def _is_asked(turn: Turn, key: Key) -> bool:
    owed = assignments.find_owed(turn.connection, key)
    return owed is not None or assignments.find_promised(turn.connection, key) is not None


def note(turn: Turn, filling_id: int, key: Key) -> None:
    """The form is begun: in what capacity, and who gave the figures, is kept with it."""
    one = capacity(turn, key[1])
    if one is not None:
        put_behalf(turn.connection, filling_id, replace(one, told_by=turn.told_by))


def settle(turn: Turn, filling_id: int, key: Key) -> Behalf | None:
    """The form is sent: in what capacity it counts. Whoever has become the unit's own officer meanwhile sends it in
    their own right."""
    now = capacity(turn, key[1])
    then = behalf_of(turn.connection, filling_id)
    one = replace(now, told_by=then.told_by) if now is not None and then is not None else now
    if one != then:
        put_behalf(turn.connection, filling_id, one)
    return one


def named(turn: Turn, form: Form, unit_id: int) -> Form:
    """The form with its unit in the title, for whoever reports for several units: it is always clear for whom."""
    assert turn.person is not None
    if turn.person.units == (unit_id,):
        return form
    unit = load_unit(turn.connection, unit_id)
    name = unit.short or unit.name
    return replace(form, title={language: f"{title} – {name}" for language, title in form.title.items()})


def above(turn: Turn, unit_id: int) -> str:
    """What stands under the title of a form that is filled in on behalf of somebody; with a line break, or nothing."""
    one = capacity(turn, unit_id)
    return "\n" + phrases.above(one, told_by=turn.told_by, words=turn.words) if one is not None else ""


def tell_unit(turn: Turn, one: Behalf, form: Form, key: Key, *, report_id: int, code: str) -> None:
    """Tell the unit's own officers and head that it was reported for them, in the send windows. Somebody on leave reads
    it when they are back."""
    assert turn.person is not None
    unit = load_unit(turn.connection, key[1])
    people = {post.person_id: post.name for post in posts_of_units(turn.connection, [key[1]])}
    for person_id, name in people.items():
        addresses = contacts.addresses_of(turn.connection, person_id)
        if person_id == turn.person.id or not addresses:
            continue
        words = in_language(language_of(turn.connection, person_id) or turn.office.language)
        reply = phrases.reported_for_you(
            name,
            periods.title(form, key[3], words=words),
            unit=unit.short or unit.name,
            by=phrases.by(one, turn.person.name, words=words),
            code=code,
            words=words,
        )
        outbox.put_once(
            turn.connection,
            addresses[-1],
            {**reply.to_json(), **heard_by(person_id, units=[key[1]])},
            kind=Kind.NOTICE,
            key=f"behalf:{report_id}:{person_id}",
            now=turn.now,
            not_before=turn.office.windows.next_opening(_back(turn, one, person_id)),
        )


def _back(turn: Turn, one: Behalf, person_id: int) -> datetime:
    """From when on the person reads: now, or the day after the leave."""
    if one.why is not Why.LEAVE or person_id != one.absent_id:
        return turn.now
    days = [
        leave.ends_on
        for leave in leaves_of(turn.connection, person_id, since=turn.today)
        if leave.person_id == person_id and leave.covers(turn.today)
    ]
    if not days:
        return turn.now
    return datetime.combine(max(days) + timedelta(days=1), time(), tzinfo=turn.zone)
