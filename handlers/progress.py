"""`/tiendo`, `/quahan`, `/donvi`: how far the units are. For staff and leaders, in the Committee's group, and of
those below a unit for its head."""

from collections.abc import Sequence
from functools import partial

from bot.core import periods as periods_
from bot.core.buttons import Verb, button
from bot.core.digest import Line, late_units, progress
from bot.core.messages import Reply
from bot.core.people import Act
from bot.core.periods import PeriodKind
from bot.core.subtree import below
from bot.core.units import Unit
from bot.db import assignments, audit, extensions, reports
from bot.db import progress as lines_
from bot.db.people import list_people
from bot.db.units import load_units
from bot.gather.recipients import gather_recipients
from bot.gather.waiting import all_waiting
from handlers import which_unit
from handlers.seeing import may_see_unit, units_seen
from handlers.turn import Turn
from locales.phrases import committee as phrases
from locales.phrases import extending, general, hats, periods
from locales.phrases.overdue_of import overdue_of


def progress_(turn: Turn, _rest: str = "") -> Sequence[Reply]:
    """`/tiendo`: each open form, how many have reported; what waits for what."""
    lines = _lines(turn)
    grouped: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        period = line.period if periods_.number_of(line.period) is None else PeriodKind.EACH.value
        grouped.setdefault((line.form, period), []).append(line)
    forms = [
        (_title(turn, form, period), progress(group, at=turn.now, today=turn.today))
        for (form, period), group in grouped.items()
    ]
    total = progress(lines, at=turn.now, today=turn.today)
    late = len(late_units(lines, at=turn.now, today=turn.today))
    held_up = (
        []
        if units_seen(turn) is not None
        else [
            (plan.task(one.task).title, plan.task(one.awaited).title, one.units, one.missing)
            for stored, plan in turn.shelf.running(turn.connection, turn.office.id, today=turn.today)
            for one in all_waiting(turn.connection, plan, stored.id, turn.office.id, opened_by=turn.today)
        ]
    )
    return [phrases.progress(forms, total, late=late, held_up=held_up, words=turn.words)]


def overdue(turn: Turn, rest: str = "") -> Sequence[Reply]:
    """`/quahan`: the units that are late; behind a unit's name that one with all below it. Outside groups also the
    people whom no message reaches."""
    place = _place(turn, rest.strip()) if rest.strip() else None
    if isinstance(place, Reply):
        return [place]
    lines = [one for one in _lines(turn) if place is None or one.unit in place]
    units = late_units(lines, at=turn.now, today=turn.today)
    if place is not None:
        name, alone = next(iter(place.values())).short, len(place) == 1
        told = overdue_of(units, name, alone=alone, words=turn.words)
    elif turn.incoming.group:
        told = phrases.overdue_in_group(units, words=turn.words)
    else:
        lost = [
            (name, unit)
            for name, unit, _ in lines_.unreachable_people(turn.connection, turn.office.id)
            if turn.may(Act.SEE_ALL)
        ]
        told = phrases.overdue(units, unreachable=lost, may_chase=turn.may(Act.CHASE), words=turn.words)
    unattended = [] if turn.incoming.group else _unattended(turn, [one.unit for one in units])
    if not unattended:
        return [told]
    return [Reply(f"{told.text}\n\n{hats.without_recipient(unattended, words=turn.words)}")]


def _place(turn: Turn, text: str) -> dict[str, Unit] | Reply:
    """The unit that is meant, before all below it; or what is said where it is not clear which."""
    units = {one.code: one for one in _units(turn)}
    data = partial(button, Verb.DIGEST, "late")
    meant = which_unit.meant(turn, text, units.values(), button=data, said="/quahan")
    if isinstance(meant, Reply):
        return meant
    within = below(meant, units.values())
    return {meant: units[meant], **{code: one for code, one in units.items() if code in within}}


def _units(turn: Turn) -> list[Unit]:
    """The units that the person may see."""
    seen = units_seen(turn)
    loaded = load_units(turn.connection, turn.office.id)
    return [one for row, one in loaded.items() if seen is None or row in seen]


def unit(turn: Turn, rest: str) -> Sequence[Reply]:
    """`/donvi NAME`: one unit, found by its code or by any part of its name; the name alone, once it was asked for."""
    text = rest.strip()
    if not text:
        which_unit.expect(turn, which_unit.UNIT)
        return [phrases.unit_needed(words=turn.words)]
    data = partial(button, Verb.UNIT)
    meant = which_unit.meant(turn, text, _units(turn), button=data, said="/donvi")
    if isinstance(meant, Reply):
        which_unit.expect(turn, which_unit.UNIT, among=text)
        return [meant]
    return _card(turn, meant)


def unit_pressed(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """A unit was chosen from several."""
    if not may_see_unit(turn, parts[0]):
        return [general.not_allowed(words=turn.words)]
    return _card(turn, parts[0])


def _card(turn: Turn, code: str) -> Sequence[Reply]:
    loaded = load_units(turn.connection, turn.office.id)
    rows = {one.code: row for row, one in loaded.items()}
    units = {one.code: one for one in loaded.values()}
    if code not in units:
        return [phrases.no_such_unit(code, words=turn.words)]
    promised = {
        (one.form, one.period): (len(one.tasks), one.expected_on)
        for one in assignments.promised_by(turn.connection, [rows[code]])
    }
    codes = reports.codes_of_unit(turn.connection, units[code].code, turn.office.id)
    lines = [
        (line, _title(turn, line.form, line.period), codes.get((line.form, line.period), ""))
        for line in _lines(turn)
        if line.unit == code
    ]
    people: list[tuple[str, str, bool]] = []
    if not turn.incoming.group:
        people = [
            (one.name, general.role(one.role, words=turn.words), one.joined)
            for one in list_people(turn.connection, turn.office.id)
            if one.unit_code == code
        ]
        audit.note_act(
            turn.connection,
            "see_unit",
            person_id=turn.person.id if turn.person else None,
            now=turn.now,
            unit=code,
        )
    said = phrases.unit(
        units[code].short,
        lines,
        people,
        promised=promised,
        more_time=_more_time(turn, rows[code]),
        today=turn.today,
        words=turn.words,
    )
    owes = any(line.reported_at is None or line.returned for line, _, _ in lines)
    alone = _unattended(turn, [code]) if owes and not turn.incoming.group else []
    return [Reply(f"{said.text}\n\n{hats.without_recipient(alone, words=turn.words)}") if alone else said]


def _more_time(turn: Turn, unit_id: int) -> dict[tuple[str, str], list[str]]:
    """What is said of more time, by form and period: that it was given, that it is asked for."""
    said: dict[tuple[str, str], list[str]] = {}
    for (_, _, form, period), day in extensions.original_days(turn.connection, [unit_id]).items():
        said.setdefault((form, period), []).append(extending.extended(day, words=turn.words))
    for (_, _, form, period), asked in extensions.extensions_asked(turn.connection, [unit_id]).items():
        said.setdefault((form, period), []).append(
            extending.noted(asked.wanted_on, today=turn.today, words=turn.words)
        )
    return said


def _unattended(turn: Turn, codes: Sequence[str]) -> list[str]:
    """Those of these units that have nobody of their own to receive their work, by name."""
    units = {
        row: one for row, one in load_units(turn.connection, turn.office.id).items() if one.code in codes
    }
    received = gather_recipients(turn.connection, turn.office.id, units.keys(), today=turn.today)
    return [one.short or one.name for row, one in units.items() if row in received.unattended]


def _lines(turn: Turn) -> list[Line]:
    seen = units_seen(turn)
    return [
        line
        for stored, _ in turn.shelf.running(turn.connection, turn.office.id, today=turn.today)
        for line in lines_.lines(turn.connection, stored.id, opened_by=turn.today, units=seen)
    ]


def _title(turn: Turn, form: str, period: str) -> str:
    """A form's title with its period, whichever plan it belongs to."""
    for stored, _ in turn.shelf.all(turn.connection, turn.office.id):
        planned = turn.shelf.form(turn.connection, stored.version_id, form)
        if planned is not None:
            return periods.title(planned.form, period, words=turn.words)
    return form
