"""`/chitieu`: targets against figures. For staff and leaders, and in the Committee's group."""

from collections.abc import Sequence

from bot.core.buttons import Verb, button
from bot.core.folding import fold, natural
from bot.core.forms.answers.outcome import Doubtful, Understood
from bot.core.masks import for_single_units, masked_card, masked_targets
from bot.core.messages import Reply
from bot.core.people import Act
from bot.core.plan.model import Plan
from bot.core.targets import Target, in_plan_order
from bot.core.units import Unit
from bot.core.units_by_name import find, names_of, places_of
from bot.db.plans import StoredPlan, plans_in_force
from bot.db.units import load_units
from bot.gather.targets import gather_card, gather_said, gather_targets
from handlers.turn import Turn
from locales.phrases import committee as committee_phrases
from locales.phrases import general
from locales.phrases import targets as phrases

Found = tuple[StoredPlan, Plan, Target]


def targets(turn: Turn, rest: str = "") -> Sequence[Reply]:
    """All of them; or one by its number or code, with a unit behind it what that unit (or its schools) said."""
    everything = list(_everything(turn))
    wanted, _, place = rest.strip().partition(" ")
    if not wanted:
        return _listed(turn, everything)
    found = _find(wanted, everything)
    if not found:
        return [phrases.no_such_target(wanted, words=turn.words)]
    if len(found) > 1:
        numbered = [
            (number, target, button(Verb.TARGET, stored.id, target.indicator.code))
            for number, (stored, _, target) in enumerate(found, start=1)
        ]
        return phrases.which_target(numbered, words=turn.words)
    return _of_place(turn, found[0], place.strip()) if place.strip() else _card(turn, found[0])


def pressed(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """One of several was chosen."""
    if not turn.may(Act.SEE_ALL):
        return [general.not_allowed(words=turn.words)]
    code = ".".join(parts[1:])
    for found in _everything(turn):
        if str(found[0].id) == parts[0] and found[2].indicator.code == code:
            return _card(turn, found)
    return [phrases.no_such_target(code, words=turn.words)]


def _everything(turn: Turn) -> Sequence[Found]:
    return [
        (stored, plan, target)
        for stored in plans_in_force(turn.connection, turn.office.id)
        for plan in (turn.shelf.plan(turn.connection, stored.version_id),)
        for found in (gather_targets(turn.connection, stored.id, plan, today=turn.today),)
        for target in in_plan_order(plan, masked_targets(found) if turn.incoming.group else found)
    ]


def _find(wanted: str, everything: Sequence[Found]) -> Sequence[Found]:
    """By number, by an indicator's code, by a task's."""
    number = natural(wanted.rstrip("."), digits=3)
    if number is not None:
        return everything[number - 1 : number] if number else ()
    folded = fold(wanted)
    exact = [one for one in everything if fold(one[2].indicator.code) == folded]
    return exact or [one for one in everything if fold(one[2].task.code) == folded]


def _listed(turn: Turn, everything: Sequence[Found]) -> Sequence[Reply]:
    of_plans: dict[int, tuple[Plan, list[tuple[int, Target]]]] = {}
    for number, (stored, plan, target) in enumerate(everything, start=1):
        of_plans.setdefault(stored.id, (plan, []))[1].append((number, target))
    return phrases.targets(list(of_plans.values()), at=_at(turn), words=turn.words)


def _card(turn: Turn, found: Found) -> Sequence[Reply]:
    stored, plan, target = found
    shown = gather_card(
        turn.connection, turn.office.id, stored.id, plan, target.indicator.code, today=turn.today
    )
    assert shown is not None, "it was just found"
    if turn.incoming.group:
        shown = masked_card(shown)
    return phrases.card(shown, plan, kinds=turn.office.kinds, at=_at(turn), words=turn.words)


def _of_place(turn: Turn, found: Found, text: str) -> Sequence[Reply]:
    stored, _, target = found
    units = {unit.code: unit for unit in load_units(turn.connection, turn.office.id).values()}
    unit = _unit(text, units)
    if unit is None:
        return [committee_phrases.no_such_unit(text, words=turn.words)]
    figures = gather_said(turn.connection, stored.id, target, place=unit.code)
    if turn.incoming.group:
        everything = gather_said(turn.connection, stored.id, target)
        target = for_single_units(target, [one.figure for one in everything])
    return phrases.said(target, unit.short, figures, words=turn.words)


def _unit(text: str, units: dict[str, Unit]) -> Unit | None:
    match find(text, names_of(units.values()), places_of(units.values())):
        case Understood(code) | Doubtful(code):
            return units[code]
    return None


def _at(turn: Turn) -> str:
    return turn.words.moment(turn.now, turn.office.zone)
