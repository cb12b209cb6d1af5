"""`/moi`: who has not joined, and new codes for one unit."""

from collections.abc import Sequence

from bot.core.forms.answers.outcome import Doubtful, Understood
from bot.core.messages import Reply
from bot.core.units_by_name import find, names_of, places_of
from bot.db import audit, invitations
from bot.db.channels import deep_link
from bot.db.people import list_people
from bot.db.units import load_units
from handlers import handover, on_behalf
from handlers.turn import Turn
from locales.phrases import committee as phrases


def invite(turn: Turn, rest: str) -> Sequence[Reply]:
    """`/moi` lists who has not joined; `/moi T05` makes codes for the people of one unit who have not; `/moi thay T05`
    one that hands a post of it over."""
    if (unit := on_behalf.read(rest)) is not None:
        return handover.replace(turn, unit) if unit else [phrases.unit_to_replace_in(words=turn.words)]
    people = list_people(turn.connection, turn.office.id)
    if not rest.strip():
        missing = {one.person_id: (one.name, one.unit_name) for one in people if not one.joined}
        return [phrases.not_joined(list(missing.values()), words=turn.words)]
    units = load_units(turn.connection, turn.office.id)
    found = find(rest, names_of(units.values()), places_of(units.values()))
    if not isinstance(found, Understood | Doubtful):
        candidates = found.why.values.get("candidates", ())
        near = [(one.code, one.short) for one in units.values() if one.code in candidates]
        if near:
            return [phrases.which_unit_to_invite(near, words=turn.words)]
        return [phrases.no_such_unit(rest.strip(), words=turn.words)]
    made: dict[int, tuple[str, str, str]] = {}
    name = next(one.short for one in units.values() if one.code == found.value)
    for one in people:
        if one.unit_code == found.value and not one.joined and one.person_id not in made:
            code = invitations.invite(turn.connection, turn.office.id, one.person_id, now=turn.now)
            made[one.person_id] = (one.name, code, deep_link(turn.connection, code) or "")
    person = turn.person
    audit.note_act(
        turn.connection, "invite", person_id=person.id if person else None, now=turn.now, people=sorted(made)
    )
    return [phrases.invitations(name, list(made.values()), days=invitations.VALID_FOR.days, words=turn.words)]
