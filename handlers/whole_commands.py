"""Whether what was typed is a command and nothing else, though any words may be an answer here.

"gia hạn 9/12" at a question of words is the command: what stands behind it is all that such a command takes, to the
last word. "gia hạn hợp đồng thuê máy chưa được duyệt" is a difficulty, and an answer.
"""

import re
from collections.abc import Callable, Mapping

from bot.core.calendar_orders import Order, read_order
from bot.core.codes import find_invitation, read_receipt
from bot.core.digest_ways import read_digest_order
from bot.core.folding import fold
from bot.core.later_days import take_ahead
from bot.core.later_words import read_when
from bot.core.one_day import only_day
from bot.core.people import Act
from bot.db.units import load_units
from handlers.seeing import parts
from handlers.turn import Turn
from locales.answer_words import read_language
from locales.chat_words import ENDS, SPELLINGS, Called, Command, names_one

LONGEST_NAME = 5
"""Words of a day's name in "lịch nghỉ 30/11 Hội thao"; a sentence has more."""

_UNTIL = re.compile(r"^(?:them|(?:cho )?(?:den|toi)(?: het)?|het|until|till|to)(?: ngay)? ")
_COUNTED = re.compile(
    r"(?:for |another )?\d{1,3} (?:ngay|tuan|days?|weeks?)(?: nua| more)?|(?:(?:cuoi |het )?thang (?:nay|\d{1,2}))|"
    r"(?:cuoi|het) thang|(?:the )?end of (?:the|this) month"
)
_NUMBERED = (Command.EXTEND, Command.REPORT)
"""Lists whose lines are called by number, besides those that take nothing else."""

_NAMED_MONTH = re.compile(r"(?:\d{1,2} [a-z]+|[a-z]+ \d{1,2})(?: \d{4})?")


def is_whole(turn: Turn, called: Called) -> bool:
    """Whether that is a command to its last word. One without anything behind it is."""
    fits = _FITS.get(called.command)
    rest = called.rest.strip().rstrip(ENDS)
    if not rest or (
        names_one(rest) and (SPELLINGS[called.command].takes_number or called.command in _NUMBERED)
    ):
        return True
    return fits is not None and fits(turn, rest)


def _is_until(turn: Turn, rest: str) -> bool:
    said = _UNTIL.sub("", fold(rest))
    ahead = take_ahead(said, turn.today)
    if ahead is not None and ahead.day is not None and not ahead.rest.strip():
        return True
    named = _NAMED_MONTH.fullmatch(said) is not None and only_day(said, turn.today) is not None
    return named or _COUNTED.fullmatch(said) is not None


def _is_time(turn: Turn, rest: str) -> bool:
    return read_when(rest, today=turn.today) is not None


def _is_unit(turn: Turn, rest: str) -> bool:
    """The code or a whole name of a unit, for those who may look at units."""
    if not parts(turn):
        return False
    named = fold(rest)
    units = load_units(turn.connection, turn.committee_id).values()
    return any(named in (fold(one.code), fold(one.name), fold(one.short)) for one in units)


def _is_order(turn: Turn, rest: str) -> bool:
    order = read_order(rest, today=turn.today)
    return turn.may(Act.SET_CALENDAR) and isinstance(order, Order) and len(order.name.split()) <= LONGEST_NAME


def _is_digest(turn: Turn, rest: str) -> bool:
    return bool(parts(turn)) and read_digest_order(rest, turn.office.digest) is not None


_FITS: Mapping[Command, Callable[[Turn, str], bool]] = {
    Command.LATER: _is_time,
    Command.EXTEND: _is_until,
    Command.UNIT: _is_unit,
    Command.CHASE: _is_unit,
    Command.INVITE: _is_unit,
    Command.CALLED: _is_unit,
    Command.CALENDAR: _is_order,
    Command.DIGEST: _is_digest,
    Command.LANGUAGE: lambda _turn, rest: read_language(rest) is not None,
    Command.START: lambda _turn, rest: find_invitation(rest) is not None,
    Command.SOURCE: lambda _turn, rest: read_receipt(rest) is not None,
    Command.EVIDENCE: lambda _turn, rest: read_receipt(rest) is not None,
    Command.HELP: lambda _turn, _rest: True,  # only with a thing that we can help with
}
"""What may follow a command. Of the others only the number of a line or a receipt: "báo cáo tháng 10" may be a
document, "nghỉ 2 ngày vì bão" a difficulty."""
