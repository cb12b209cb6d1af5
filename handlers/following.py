"""What is offered after a receipt: the same form of the next unit first, so that several are done in one sitting."""

from collections.abc import Sequence

from bot.core.behalf import Behalf, Why, units_above
from bot.core.buttons import Key, read_button, read_key
from bot.db import assignments
from bot.db.unit_lines import lines_above
from bot.db.units import load_units
from bot.gather.recipients import gather_recipients
from handlers import tasks
from handlers.turn import Turn
from locales.phrases.tasks import Item


def in_order(turn: Turn, key: Key, sent_for: Behalf | None) -> list[Item]:
    """What is owed still, the form that was just sent first. After a report for a unit below also that form of the
    other units below which have nobody of their own."""
    owed = tasks.owed_items(turn)
    if sent_for is not None and sent_for.why is Why.ABOVE:
        known = {item.data for item in owed}
        owed += [item for item in _below(turn, key, sent_for) if item.data not in known]
    return sorted(owed, key=lambda item: not _is_same(item, key))


def _is_same(item: Item, key: Key) -> bool:
    read = read_button(item.data)
    other = read_key(read[1]) if read is not None else None
    return other is not None and (other[0], *other[2:]) == (key[0], *key[2:])


def _below(turn: Turn, key: Key, sent_for: Behalf) -> Sequence[Item]:
    units = load_units(turn.connection, turn.committee_id)
    lines = lines_above(turn.connection, turn.committee_id, units.keys())
    below = [
        unit_id
        for unit_id, line in lines.items()
        if sent_for.unit_id in units_above(units[unit_id], line, kinds=turn.kinds)
    ]
    owed = [
        one
        for one in assignments.owed_by(turn.connection, below, opened_by=turn.today)
        if (one.plan_id, one.form, one.period) == (key[0], *key[2:])
    ]
    waiting = gather_recipients(
        turn.connection, turn.committee_id, {one.unit_id for one in owed}, today=turn.today
    ).unattended
    return tasks.items_of(turn, [one for one in owed if one.unit_id in waiting])
