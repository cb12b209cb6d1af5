"""`nhắc T25`, `nhắc xã Tây Lãng`: staff remind one unit, or the overdue units of one commune, in one action."""

from collections.abc import Mapping, Sequence

from bot.core.buttons import Verb, button
from bot.core.forms.answers.outcome import Doubtful, Understood
from bot.core.messages import Choice, Reply
from bot.core.people import Act
from bot.core.units import Unit
from bot.core.units_by_name import find, names_of, places_of
from bot.db import audit
from bot.db.units import load_units
from bot.gather.chasing import Chase, gather_chase
from bot.gather.owing import owe_reminders
from handlers import general, later
from handlers.turn import Turn
from locales.phrases import chasing as phrases
from locales.phrases import committee
from locales.phrases import general as general_phrases
from locales.phrases import reports as report_phrases

MOST_CANDIDATES = 10


def named(turn: Turn, text: str) -> Sequence[Reply]:
    """The unit of that code or name is reminded. A name that is only guessed is asked first: nobody is reminded by
    mistake. Of those who may not chase, "nhắc mai" is `nhắc sau mai`."""
    if not turn.may(Act.CHASE):
        if turn.may(Act.SEE_ALL):
            return [general_phrases.not_allowed(words=turn.words)]
        return later.named(turn, text) or general.unknown(turn)
    units = load_units(turn.connection, turn.office.id)
    match find(text, names_of(units.values()), places_of(units.values())):
        case Understood(code):
            by_code = code.upper() == text.strip().upper()
            return _chase(turn, code, units, whole_commune=not by_code)
        case Doubtful(code):
            return later.named(turn, text) or [_which(turn, [code], units)]
        case other:
            candidates = other.why.values.get("candidates", ())[:MOST_CANDIDATES]
            if candidates:
                return [_which(turn, candidates, units)]
            return later.named(turn, text) or [committee.no_such_unit(text, words=turn.words)]


def pressed(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """A unit was chosen: `chase:T25`."""
    if not turn.may(Act.CHASE):
        return [general_phrases.not_allowed(words=turn.words)]
    units = load_units(turn.connection, turn.office.id)
    if parts[0] not in {one.code for one in units.values()}:
        return [report_phrases.button_unknown(words=turn.words)]
    return _chase(turn, parts[0], units, whole_commune=True)


def _which(turn: Turn, codes: Sequence[str], units: Mapping[int, Unit]) -> Reply:
    shorts = {one.code: one.short for one in units.values()}
    return phrases.which([Choice(shorts[code], button(Verb.CHASE, code)) for code in codes], words=turn.words)


def _chase(turn: Turn, code: str, units: Mapping[int, Unit], *, whole_commune: bool) -> Sequence[Reply]:
    """A commune that is called by its name is chased with the units below it, as `quá hạn` counts them."""
    own = next(row for row, one in units.items() if one.code == code)
    below = [row for row, one in units.items() if one.parent == code] if whole_commune else []
    running = {
        stored.id for stored, _ in turn.shelf.running(turn.connection, turn.office.id, today=turn.today)
    }
    chase = gather_chase(
        turn.connection, turn.office, [own, *below], plans=running, shelf=turn.shelf, now=turn.now
    )
    opening = turn.office.windows.next_opening(turn.now)
    heard = owe_reminders(
        turn.connection,
        chase.merged,
        key="reminder",
        today=turn.office.today(opening),
        not_before=opening,
        now=turn.now,
    )
    person = turn.person
    audit.note_act(
        turn.connection,
        "chase",
        person_id=person.id if person else None,
        now=turn.now,
        people=len(heard),
        unit=code,
    )
    later_ = turn.words.moment(opening, turn.zone) if opening > turn.now else None
    if {one.unit_id for one in chase.owed} - {own}:
        return [_commune(turn, units, own, chase, heard=heard, later_=later_)]
    return [_alone(turn, units[own], chase, heard=heard, later_=later_)]


def _alone(turn: Turn, unit: Unit, chase: Chase, *, heard: frozenset[int], later_: str | None) -> Reply:
    if not chase.owed:
        return phrases.owes_nothing(unit.short, chase.next_due, words=turn.words)
    if chase.unattended:
        return phrases.nobody_joined(
            unit.short, unit.code, phone=unit.phone or "", above=len(heard & chase.above), words=turn.words
        )
    if not heard:
        return phrases.reminded_today(unit.short, words=turn.words)
    return phrases.reminded(unit.short, len(chase.owed), people=len(heard), later=later_, words=turn.words)


def _commune(
    turn: Turn,
    units: Mapping[int, Unit],
    own: int,
    chase: Chase,
    *,
    heard: frozenset[int],
    later_: str | None,
) -> Reply:
    return phrases.commune_reminded(
        units[own].short,
        len({one.unit_id for one in chase.owed}),
        people=len(heard),
        later=later_,
        alone=[(units[row].short, units[row].code) for row in sorted(chase.unattended)],
        words=turn.words,
    )
