"""`/goidien`: the units that staff should telephone, and that they did."""

from collections.abc import Sequence

from bot.core.folding import natural
from bot.core.forms.answers.outcome import Doubtful, Understood
from bot.core.messages import Reply
from bot.core.people import Act
from bot.core.subtree import below
from bot.core.units_by_name import find
from bot.db import audit
from bot.db.unattended import calls_to_make, load_call, note_called
from bot.db.units import load_units
from bot.gather.telephone_list import gather_telephone_list
from handlers import which_unit
from handlers.turn import Turn
from locales.chat_words import read_number_behind
from locales.phrases import calls as phrases
from locales.phrases import general


def calls(turn: Turn, rest: str = "") -> Sequence[Reply]:
    """The telephone list; `gọi điện 2` is its second page, `gọi điện X02` that unit with all below it."""
    listed = calls_to_make(turn.connection, turn.committee_id)
    if not listed:
        return [phrases.nobody_to_call(words=turn.words)]
    if rest.strip() and read_number_behind(rest) is None:
        units = load_units(turn.connection, turn.committee_id).values()
        meant = which_unit.meant(turn, rest.strip(), units, button=None, said=phrases.typed(words=turn.words))
        if isinstance(meant, Reply):
            return [meant]
        within = below(meant, units)
        listed = [one for one in listed if one.unit_code in within]
        if not listed:
            return [Reply(phrases.not_listed(words=turn.words)), *calls(turn)]
    people = gather_telephone_list(turn.connection, [one.unit_id for one in listed])
    return [phrases.to_call(listed, people, page=read_number_behind(rest) or 1, words=turn.words)]


def called_typed(turn: Turn, rest: str) -> Sequence[Reply]:
    """`đã gọi CCB`: the unit of the list that is named by its code or any part of its name."""
    listed = calls_to_make(turn.connection, turn.committee_id)
    match find(rest, {one.unit_code: (one.unit_code, one.unit_name) for one in listed}):
        case Understood(code) | Doubtful(code):
            (meant,) = (one.id for one in listed if one.unit_code == code)
            return pressed(turn, [str(meant)])
    return calls(turn) if not rest.strip() else [Reply(phrases.not_listed(words=turn.words)), *calls(turn)]


def pressed(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """*Đã gọi*: the unit is off the list until there is news."""
    if not turn.may(Act.CHASE):
        return [general.not_allowed(words=turn.words)]
    assert turn.person is not None
    call_id = natural(parts[0])
    call = load_call(turn.connection, call_id) if call_id is not None else None
    if call is None or not note_called(turn.connection, call.id, by_id=turn.person.id, now=turn.now):
        return [Reply(phrases.called_before(words=turn.words)), *calls(turn)]
    audit.note_act(turn.connection, "called", person_id=turn.person.id, now=turn.now, unit=call.unit_id)
    return [Reply(phrases.called(call.unit_name, words=turn.words)), *calls(turn)]
