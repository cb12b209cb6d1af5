"""Reports that are made each time that something happens: offered in the list of work, begun as often as needed."""

from collections.abc import Sequence

from bot.core import occasions as rules
from bot.core import periods
from bot.core.buttons import Key, open_button
from bot.core.folding import fold
from bot.core.forms.filling import Filling
from bot.core.periods import PeriodKind
from bot.db import fillings, occasions
from bot.db.units import load_unit
from bot.gather.calendars import office_of
from handlers.turn import Turn
from locales.phrases.tasks import Item


def offered(turn: Turn, units: Sequence[int] | None = None) -> list[Item]:
    """What the person may report whenever it happens, as lines of the list of work: for their own units, or those."""
    assert turn.person is not None
    several = units is not None or len(turn.person.units) > 1
    items = []
    for stored, plan in turn.shelf.running(turn.connection, turn.office.id, today=turn.today):
        if not rules.still_asked(plan):
            continue
        for unit_id in turn.person.units if units is None else units:
            unit = load_unit(turn.connection, unit_id)
            items += [
                Item(
                    title=turn.words.of(planned.form.title),
                    unit=(unit.short or unit.name) if several else "",
                    due_on=turn.today,
                    data=open_button(another((stored.id, unit_id, planned.form.code, ""))),
                    each=True,
                )
                for planned in rules.forms_for(plan, unit, turn.office, today=turn.today)
            ]
    return items


def named(items: list[Item], text: str) -> Item | None:
    """The one line whose title holds these words, accents or not."""
    wanted = fold(text)
    found = [item for item in items if wanted in fold(item.title)]
    return found[0] if wanted and len(found) == 1 else None


def is_one(key: Key) -> bool:
    """Whether a report is about an occasion, and begun by the officer."""
    return periods.number_of(key[3]) is not None


def is_another(key: Key) -> bool:
    """Whether a button begins another report, and opens none that is there."""
    return key[3] == PeriodKind.EACH


def another(key: Key) -> Key:
    """What begins another report of that form and unit."""
    return key[0], key[1], key[2], PeriodKind.EACH.value


def begin(turn: Turn, key: Key) -> Key | None:
    """Make room for another report: the key under which it is filled in. None where the person may not.

    Whoever presses the button twice gets one report: an empty one that they began is opened again.
    """
    assert turn.person is not None
    for one in fillings.begun_by(turn.connection, turn.person.id):
        if another(one.key) == key and not Filling.from_json(one.state).answers:
            return one.key
    plan_id, unit_id, form, _ = key
    unit = load_unit(turn.connection, unit_id)
    for stored, plan in turn.shelf.running(turn.connection, turn.office.id, today=turn.today):
        for planned in rules.forms_for(plan, unit, turn.office, today=turn.today):
            if (stored.id, planned.form.code) == (plan_id, form):
                number = occasions.next_number(turn.connection, plan_id, unit_id, form)
                office = office_of(turn.connection, turn.office, unit_id)
                begun = rules.begun(plan, planned, unit, office, number=number, today=turn.today)
                occasions.put_begun(turn.connection, plan_id, unit_id, begun, now=turn.now)
                return plan_id, unit_id, form, begun[0].period
    return None


def give_up(turn: Turn, key: Key) -> Key:
    """A form was left. What was begun by the officer alone is owed no more. Returns the key under which the form can be
    filled in from the start."""
    if is_one(key) and occasions.withdraw(turn.connection, key):
        return another(key)
    return key
