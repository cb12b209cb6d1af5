"""What is typed alone, while no form is open, to look deeper: a name behind "which unit?", a number of the list of
targets, a unit behind a word that needs none."""

from collections.abc import Sequence

from bot.core.messages import Reply
from bot.core.people import Act
from handlers import calling, progress, targets, which_unit
from handlers.seeing import parts
from handlers.turn import Turn
from locales.chat_words import Command, read_command


def hear(turn: Turn, text: str) -> Sequence[Reply] | None:
    """None where nothing of the kind was meant."""
    if turn.incoming.group or turn.person is None or not parts(turn):
        return None
    if said := _behind_a_command(turn, text):
        return said
    behind = str(turn.focus.get("behind", ""))
    match turn.focus.get("deeper"):
        case which_unit.UNIT:
            return progress.unit(turn, which_unit.narrowed(turn, text))
        case targets.DEEPER if behind:
            return targets.targets(turn, f"{behind} {which_unit.narrowed(turn, text)}")
        case targets.DEEPER if targets.is_one(turn, text):
            return targets.targets(turn, text)
    return None


def is_numbered(turn: Turn) -> bool:
    """Whether the last message was a list with numbers that no form knows."""
    return turn.focus.get("deeper") == targets.DEEPER


def _behind_a_command(turn: Turn, text: str) -> Sequence[Reply] | None:
    """`quá hạn X02`, `gọi điện T01`: without a slash these words stand alone, but before a unit."""
    called = read_command(f"/{text}")
    if called is None or not called.rest or not which_unit.fits(turn, called.rest):
        return None
    if called.command is Command.OVERDUE:
        return progress.overdue(turn, called.rest)
    if called.command is Command.CALLS and turn.may(Act.CHASE):
        return calling.calls(turn, called.rest)
    return None
