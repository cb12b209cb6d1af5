"""Whose figures somebody may look at: staff and leaders all, the head of a unit those below it."""

from collections.abc import Collection, Sequence
from functools import wraps

from bot.core.digest_text import Reader
from bot.core.messages import Reply
from bot.core.people import Act, may
from bot.core.subtree import above
from bot.db.units import load_units
from bot.gather.digest_parts import parts_seen
from bot.gather.digests import EVERYBODY, Part
from handlers.turn import Handler, Turn
from locales.phrases import general


def parts(turn: Turn) -> list[tuple[Part, Reader]]:
    """What the person may see, and how it is told to them here: in a group small counts are not."""
    if turn.incoming.group:
        return [(EVERYBODY, Reader.GROUP)] if turn.may(Act.SEE_ALL) else []
    return parts_seen(turn.connection, turn.office, turn.person) if turn.person is not None else []


def units_seen(turn: Turn) -> Collection[int] | None:
    """Rows of the units that the person may see; None for all."""
    if turn.may(Act.SEE_ALL):
        return None
    return frozenset(row for part, _ in parts(turn) for row in part.units or ())


def may_see_unit(turn: Turn, code: str) -> bool:
    """Whether the person may look at that unit."""
    if turn.may(Act.SEE_ALL):
        return True
    units = load_units(turn.connection, turn.office.id)
    rows = {unit.code: row for row, unit in units.items()}
    over = {rows[one] for one in above(code, units.values()) if one in rows}
    return may(turn.person, Act.SEE_BELOW, unit_id=rows.get(code), above=over)


def for_who_sees(handler: Handler) -> Handler:
    """The same for those who may see anything at all."""

    @wraps(handler)
    def guarded(turn: Turn, rest: str = "") -> Sequence[Reply]:
        return handler(turn, rest) if parts(turn) else [general.not_allowed(words=turn.words)]

    return guarded
