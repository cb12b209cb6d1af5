"""`/viec`: what a person owes, in one message."""

from collections.abc import Collection, Sequence, Set
from dataclasses import replace
from datetime import date, timedelta

from bot.core.buttons import Key, open_button
from bot.core.extending import Extension
from bot.core.forms.filling import Filling
from bot.core.forms.outcomes import Why
from bot.core.forms.sitting import Sitting
from bot.core.messages import Reply
from bot.core.people import Role
from bot.db import assignments, extensions, fillings, reports, snoozes
from bot.db.assignments import Owed
from bot.db.fillings import Begun
from bot.db.units import load_unit
from bot.gather.scenes import scene_of
from handlers import behalf, occasions
from handlers.turn import Turn
from locales.phrases import extending, later, periods
from locales.phrases import tasks as phrases
from locales.phrases.tasks import Item

FAR = timedelta(days=400)


def show(turn: Turn, _rest: str = "") -> Sequence[Reply]:
    """The list of a person's work. For a number behind it, see `handlers.report`."""
    assert turn.person is not None
    items = open_items(turn)
    if any(not item.each for item in items):
        return [phrases.listed(items, today=turn.today, words=turn.words)]
    waiting = [
        one
        for one in assignments.owed_by(turn.connection, turn.person.units, opened_by=turn.today + FAR)
        if one.opens_on > turn.today
    ]
    later = (len(waiting), min(owed.due_on for owed in waiting)) if waiting else None
    return [phrases.nothing(items, later=later, today=turn.today, words=turn.words)]


def show_if_any(turn: Turn) -> Sequence[Reply]:
    """The list, unless it is empty: for people of the Committee, who mostly owe nothing."""
    return show(turn) if owed_items(turn) else ()


def open_items(turn: Turn) -> list[Item]:
    """All that can be reported now, in the order of the list: what is owed, then what was reported as not done yet, as
    much as the list shows; what is reported whenever it happens; the rest."""
    owed = _owed(turn)
    items = [
        *_owed_items(turn, owed),
        *_items_for_others(turn, besides={one.key for one in owed}),
        *_mending_items(turn, besides={one.key for one in owed}),
        *_promised_items(turn, besides={one.key for one in owed}),
    ]
    offered = occasions.offered(turn)
    shown = max(phrases.MOST - len(offered), 0)
    return [*items[:shown], *offered, *items[shown:]]


def owed_items(turn: Turn) -> list[Item]:
    """What is owed now, as lines of the list: overdue first, then returned, then by last day."""
    return _owed_items(turn, _owed(turn))


def _owed(turn: Turn) -> Sequence[Owed]:
    assert turn.person is not None
    return assignments.owed_by(turn.connection, turn.person.units, opened_by=turn.today)


def _owed_items(turn: Turn, owed: Sequence[Owed], *, named: bool = False) -> list[Item]:
    assert turn.person is not None
    begun = {one.key: one for one in fillings.begun_by(turn.connection, turn.person.id)}
    several = named or len(turn.person.units) > 1 or bool(turn.person.lent)
    put_off = snoozes.put_off_now(turn.connection, turn.person.id) if owed else {}
    asked = extensions.extensions_asked(turn.connection, [one.unit_id for one in owed]) if owed else {}
    extended = extensions.original_days(turn.connection, [one.unit_id for one in owed]) if owed else {}
    items = []
    for one in _in_order(owed, turn.today):
        if turn.shelf.plan(turn.connection, one.plan_version_id).is_over(turn.today):
            continue
        note = ""
        if one.returned:
            report = reports.latest(turn.connection, one.key)
            note = report.note if report else ""
        items.append(
            Item(
                title=_title(turn, one),
                unit=_unit(turn, one) if several else "",
                due_on=one.due_on,
                data=open_button(one.key),
                returned=one.returned,
                note=note,
                minutes=_minutes(turn, one),
                begun=_place(turn, begun[one.key]) if one.key in begun else None,
                remarks=_remarks(
                    turn, put_off.get((turn.person.id, one.key)), asked.get(one.key), extended.get(one.key)
                ),
            )
        )
    return items


def _place(turn: Turn, begun: Begun) -> tuple[int, int]:
    """Where the person left off: (3, 7). (0, 7) where all is answered and nothing is sent."""
    form = turn.shelf.plan(turn.connection, begun.plan_version_id).form(begun.key[2]).form
    scene = scene_of(begun.scene, begun.key[3], today=turn.today, language=turn.words.language)
    sitting = Sitting(Filling.from_json(begun.state), form, scene)
    sitting = sitting.after(sitting.standing(Why.RESUMED)[0])
    if sitting.question is None:
        return 0, len(sitting.course.questions)
    return sitting.course.place(sitting.question)


def _remarks(
    turn: Turn, snooze: snoozes.Snooze | None, asked: Extension | None, original: date | None
) -> tuple[str, ...]:
    """That it has more time than at first, that it was put off, and that more time was asked for."""
    put_off = snooze is not None and snooze.until > turn.now
    return (
        *([extending.extended(original, words=turn.words)] if original else []),
        *([later.noted(snooze.until.astimezone(turn.zone), words=turn.words)] if snooze and put_off else []),
        *([extending.noted(asked.wanted_on, today=turn.today, words=turn.words)] if asked else []),
    )


def items_of_unit(turn: Turn, unit_id: int) -> list[Item]:
    """What one unit owes now, as lines of the list: for whoever reports on its behalf."""
    owed = assignments.owed_by(turn.connection, [unit_id], opened_by=turn.today)
    return [*_owed_items(turn, owed, named=True), *occasions.offered(turn, [unit_id])]


def items_of(turn: Turn, owed: Sequence[Owed]) -> list[Item]:
    """These forms as lines of the list, each with its unit."""
    return _owed_items(turn, owed, named=True)


def _items_for_others(turn: Turn, *, besides: Collection[Key]) -> list[Item]:
    """Forms that the person has begun on behalf of units for which they owe nothing themselves."""
    assert turn.person is not None
    begun = [
        assignments.find_owed(turn.connection, one.key)
        for one in fillings.begun_by(turn.connection, turn.person.id)
        if one.base_id is None and one.key not in besides and behalf.may_report(turn, one.key[1])
    ]
    items = _owed_items(turn, [one for one in begun if one is not None], named=True)
    return [replace(one, unit=phrases.for_unit(one.unit, words=turn.words)) for one in items]


def _mending_items(turn: Turn, *, besides: Collection[Key]) -> list[Item]:
    """Reports that the person has begun to correct: they are owed by nobody, and found here still."""
    assert turn.person is not None
    items = []
    for one in fillings.begun_by(turn.connection, turn.person.id):
        if one.base_id is None or one.key in besides or not behalf.may_report(turn, one.key[1]):
            continue
        planned = turn.shelf.form(turn.connection, one.plan_version_id, one.key[2])
        unit = load_unit(turn.connection, one.key[1])
        items.append(
            Item(
                title=periods.title(planned.form, one.key[3], words=turn.words) if planned else one.key[2],
                unit=(unit.short or unit.name) if turn.person.units != (one.key[1],) else "",
                due_on=turn.today,
                data=open_button(one.key),
                mending=True,
            )
        )
    return items


def _promised_items(turn: Turn, *, besides: Set[Key]) -> list[Item]:
    assert turn.person is not None
    several = len(turn.person.units) > 1
    mending = {
        one.key for one in fillings.begun_by(turn.connection, turn.person.id) if one.base_id is not None
    }
    return [
        Item(
            title=_title(turn, one),
            unit=one.unit_name if several else "",
            due_on=one.due_on,
            expected_on=one.expected_on,
            data=open_button(one.key),
            promised=len(one.tasks),
        )
        for one in assignments.promised_by(turn.connection, turn.person.units)
        if one.key not in besides | mending and _asks(turn, one)
    ]


def _unit(turn: Turn, owed: Owed) -> str:
    """The unit's name; with the absent colleague, for whom the person stands in there."""
    assert turn.person is not None
    if any(post.unit_id == owed.unit_id and post.role is Role.OFFICER for post in turn.person.posts):
        return owed.unit_name
    absent = [one.absent for one in turn.person.lent if one.post.unit_id == owed.unit_id]
    return phrases.instead_of(owed.unit_name, absent[0], words=turn.words) if absent else owed.unit_name


def _asks(turn: Turn, owed: Owed) -> bool:
    """Whether the plan has that form still: what was sent under an older version is waited for no longer."""
    plan = turn.shelf.plan(turn.connection, owed.plan_version_id)
    return not plan.is_over(turn.today) and any(planned.form.code == owed.form for planned in plan.forms)


def _title(turn: Turn, owed: Owed) -> str:
    planned = turn.shelf.form(turn.connection, owed.plan_version_id, owed.form)
    return periods.title(planned.form, owed.period, words=turn.words) if planned else owed.form


def _minutes(turn: Turn, owed: Owed) -> int:
    planned = turn.shelf.form(turn.connection, owed.plan_version_id, owed.form)
    return planned.form.minutes if planned else 0


def _in_order(owed: Sequence[Owed], today: date) -> list[Owed]:
    """The order in which the list shows them, so that numbers and lines agree."""
    return sorted(
        owed, key=lambda one: 0 if one.due_on < today and not one.returned else 1 if one.returned else 2
    )
