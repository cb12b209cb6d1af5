"""Which unit is meant, and what is looked at next: a name or number that is typed alone behind an invitation to it."""

from collections.abc import Callable, Iterable

from bot.core.forms.answers.outcome import Doubtful, Understood
from bot.core.messages import Choice, Reply
from bot.core.units import Unit
from bot.core.units_by_name import find, holding, names_of, places_of
from bot.db.units import load_units
from handlers.turn import Turn
from locales.phrases import which_unit as phrases

MOST = 10
"""Units of the same name that are shown; how many there are is said."""

UNIT = "unit"
"""A unit is asked for: its name alone means it."""


def expect(turn: Turn, what: str, *, behind: str = "", among: str = "") -> None:
    """The next thing that is typed may be one of these, without the command before it; `behind` is what stands
    before it then. `among`: what was typed of a name that several have."""
    if not turn.incoming.group:  # where everything has a slash before it
        turn.expects = {"deeper": what, "behind": behind, "among": among, "at": turn.now.isoformat()}


def narrowed(turn: Turn, text: str) -> str:
    """What was typed as a name; with what was typed of it before where both together fit: "thcs", then "bắc hòa"."""
    before = str(turn.focus.get("among", ""))
    return f"{before} {text}" if before and fits(turn, f"{before} {text}") else text


def fits(turn: Turn, text: str) -> bool:
    """Whether some unit may be meant."""
    return bool(_candidates(text, [*load_units(turn.connection, turn.committee_id).values()]))


def meant(
    turn: Turn, text: str, units: Iterable[Unit], *, button: Callable[[str], str] | None, said: str
) -> str | Reply:
    """The unit's code; or what is said where several fit or none does. `button` is the data that means one of them;
    where nobody presses, and without it, its code is typed behind `said`."""
    among = list(units)
    codes = _candidates(text, among)
    if len(codes) == 1:
        return codes[0]
    if not codes:
        return phrases.no_such_unit(text, words=turn.words)
    shorts = {one.code: one.short for one in among}
    near, count = [(code, shorts[code]) for code in codes[:MOST]], len(codes)
    if turn.incoming.group or button is None:
        return phrases.by_code(near, count=count, said=said, words=turn.words)
    return phrases.choose([Choice(name, button(code)) for code, name in near], count=count, words=turn.words)


def _candidates(text: str, among: list[Unit]) -> list[str]:
    match find(text, names_of(among), places_of(among)):
        case Understood(code) | Doubtful(code):
            return [code]
        case other:
            return list(other.why.values.get("candidates", ())) or holding(text, names_of(among))
