"""What is typed alone, while no form is open, to look deeper: a name behind "which unit?", a number of the list of
targets, a unit behind a word that needs none."""

from collections.abc import Collection, Sequence

from bot.core.messages import Reply
from bot.core.people import Act
from bot.core.units import Unit
from bot.db.units import load_units
from handlers import calling, progress, targets, which_unit
from handlers.seeing import parts, units_seen
from handlers.turn import Turn
from locales.chat_words import Command, read_command


def hear(turn: Turn, text: str) -> Sequence[Reply] | None:
    """None where nothing of the kind was meant."""
    if turn.incoming.group or turn.person is None or not parts(turn):
        return None
    behind = str(turn.focus.get("behind", ""))
    match turn.focus.get("deeper"):
        case which_unit.UNIT:
            return _behind_a_command(turn, text) or progress.unit(turn, text)
        case targets.DEEPER if behind or targets.is_one(turn, text):
            return targets.targets(turn, f"{behind} {text}".strip())
    return _behind_a_command(turn, text)


def is_numbered(turn: Turn) -> bool:
    """Whether the last message was a list with numbers that no form knows."""
    return turn.focus.get("deeper") == targets.DEEPER


def _behind_a_command(turn: Turn, text: str) -> Sequence[Reply] | None:
    """`quá hạn X02`, `gọi điện T01`: without a slash these words stand alone, but before a unit."""
    called = read_command(f"/{text}")
    if called is None or not called.rest or not which_unit.fits(called.rest, _seen(turn)):
        return None
    if called.command is Command.OVERDUE:
        return progress.overdue(turn, called.rest)
    if called.command is Command.CALLS and turn.may(Act.CHASE):
        return calling.calls(turn, called.rest)
    return None


def _seen(turn: Turn) -> Collection[Unit]:
    seen = units_seen(turn)
    units = load_units(turn.connection, turn.office.id)
    return [unit for row, unit in units.items() if seen is None or row in seen]
