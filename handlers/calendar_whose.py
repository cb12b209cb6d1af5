"""Whom a change of the calendar concerns: everybody, some units, a kind of unit. Asked where words leave it open."""

from collections.abc import Mapping
from dataclasses import replace

from bot.core.buttons import Verb, button
from bot.core.calendar_orders import Order
from bot.core.calendar_whose import Concerns, Which, read_whose
from bot.core.messages import Choice, Reply
from bot.core.own_days import of_unit
from bot.core.units import Unit
from bot.db.units import load_units
from handlers.turn import Turn
from locales.phrases import calendar_whose as phrases

MOST_CANDIDATES = 6
EVERYBODY = "all"


def settle(turn: Turn, order: Order) -> Order | Reply:
    """The order with those whom it concerns; a question where that is not clear."""
    if order.certain or not order.name:
        return order
    units = _units(turn)
    match read_whose(order.name, units.values(), turn.kinds):
        case Concerns(scopes, name):
            return replace(order, scopes=scopes, name=name)
        case Which(text, codes, named):
            if not codes:
                return phrases.no_such_unit(text, words=turn.words)
            turn.expects = {"order": order.to_json()}
            choices = [
                Choice(
                    phrases.only(units[code].short or units[code].name, code, words=turn.words),
                    button(Verb.CALENDAR, "whose", code),
                )
                for code in codes[:MOST_CANDIDATES]
            ]
            if named:
                everybody = phrases.everybody(text, words=turn.words)
                choices.append(Choice(everybody, button(Verb.CALENDAR, "whose", EVERYBODY)))
            choices.append(Choice(phrases.keep(words=turn.words), button(Verb.CALENDAR, order.stamp, "no")))
            return phrases.which(text, choices, words=turn.words)


def chosen(turn: Turn, order: Order, code: str) -> Order | None:
    """The order for the unit that was chosen, or for everybody. None: there is no such unit."""
    if code == EVERYBODY:
        return order
    return replace(order, scopes=(of_unit(code),), name="") if code in _units(turn) else None


def scope_names(turn: Turn, order: Order) -> Mapping[str, str]:
    """What each scope of an order is called: `Riêng Trường Tiểu học Lê Lợi (T14)`."""
    if not order.scopes:
        return {}
    return names_of(turn, order.scopes)


def names_of(turn: Turn, scopes: tuple[str, ...]) -> Mapping[str, str]:
    """The same of scopes."""
    units = _units(turn)
    above = {superior for unit in units.values() for superior in (unit.parent, unit.party_parent)}
    found = {}
    for scope in scopes:
        what, _, code = scope.partition(":")
        if what == "unit" and code in units:
            name = units[code].short or units[code].name
            found[scope] = phrases.only_unit(name, code, below=code in above, words=turn.words)
        elif what == "kind" and code in turn.kinds:
            found[scope] = phrases.only_kind(turn.words.of(turn.kinds[code].name), words=turn.words)
    return found


def _units(turn: Turn) -> dict[str, Unit]:
    loaded = load_units(turn.connection, turn.office.id)
    return {unit.code: unit for unit in loaded.values() if unit.exists_on(turn.today)}
