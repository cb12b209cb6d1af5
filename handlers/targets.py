"""`/chitieu`: targets against figures. For staff and leaders, in the Committee's group, and of the units below it for
the head of a unit above."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.buttons import Verb, button
from bot.core.folding import fold, natural
from bot.core.masks import for_single_units, masked_card, masked_target, masked_targets
from bot.core.messages import Reply
from bot.core.people import Act
from bot.core.plan.model import Plan
from bot.core.targets import Target, in_plan_order
from bot.core.units import Unit
from bot.db.plans import StoredPlan, plans_in_force
from bot.db.units import load_units
from bot.gather.digests import EVERYBODY, Part
from bot.gather.targets import gather_card, gather_targets, gather_targets_of
from bot.gather.targets_below import gather_card_below, gather_said_below
from handlers import which_unit
from handlers.seeing import parts
from handlers.turn import Turn
from locales.phrases import general
from locales.phrases import target_said as said_phrases
from locales.phrases import targets as phrases

DEEPER = "targets"
"""After the list, a number or code alone means one of it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A target of a plan over all units, or over a unit with all below it."""

    stored: StoredPlan
    plan: Plan
    target: Target
    part: Part

    def button(self, unit: str = "") -> str:
        """What shows it whole, or what one unit said of it: behind an empty part, since codes have dots."""
        about = (self.stored.id, self.target.indicator.code)
        return button(Verb.TARGET, *about, "", unit) if unit else button(Verb.TARGET, *about)


def targets(turn: Turn, rest: str = "") -> Sequence[Reply]:
    """All of them; or one by its number or code, with a unit behind it what that unit (or its schools) said."""
    everything = list(_everything(turn))
    wanted, _, place = rest.strip().partition(" ")
    if not wanted:
        return _listed(turn, everything)
    found = _find(wanted, everything)
    if not found:
        which_unit.expect(turn, DEEPER)
        return [phrases.no_such_target(wanted, words=turn.words)]
    if len(found) > 1:
        numbered = [(number, one.target, one.button()) for number, one in enumerate(found, start=1)]
        return phrases.which_target(numbered, words=turn.words)
    return _of_place(turn, found[0], place.strip(), said=wanted) if place.strip() else _card(turn, found[0])


def is_one(turn: Turn, text: str) -> bool:
    """Whether that begins as the number or code of a target."""
    first = (text.split() or [""])[0]
    return natural(first.rstrip("."), digits=3) is not None or bool(_find(first, _everything(turn)))


def pressed(turn: Turn, parts_: Sequence[str]) -> Sequence[Reply]:
    """One of several was chosen; or one unit of several that fitted."""
    if not parts(turn):
        return [general.not_allowed(words=turn.words)]
    code, _, unit = ".".join(parts_[1:]).partition("..")
    for found in _everything(turn):
        if str(found.stored.id) == parts_[0] and found.target.indicator.code == code:
            return _of_place(turn, found, unit, said=code) if unit else _card(turn, found)
    return [phrases.no_such_target(code, words=turn.words)]


def _everything(turn: Turn) -> Sequence[Found]:
    return [
        Found(stored, plan, target, part)
        for part in ([EVERYBODY] if turn.may(Act.SEE_ALL) else [part for part, _ in parts(turn)])
        for stored in plans_in_force(turn.connection, turn.office.id)
        for plan in (turn.shelf.plan(turn.connection, stored.version_id),)
        for target in in_plan_order(plan, _of_part(turn, stored, plan, part))
    ]


def _of_part(turn: Turn, stored: StoredPlan, plan: Plan, part: Part) -> Sequence[Target]:
    """As this reader may see them: small counts of persons are for the Committee alone."""
    if part.units is not None:
        of_units = gather_targets_of(
            turn.connection, turn.office.id, stored.id, plan, part.units, today=turn.today
        )
        return masked_targets(of_units)
    found = gather_targets(turn.connection, stored.id, plan, today=turn.today)
    return masked_targets(found) if turn.incoming.group else found


def _find(wanted: str, everything: Sequence[Found]) -> Sequence[Found]:
    """By number, by an indicator's code, by a task's."""
    number = natural(wanted.rstrip("."), digits=3)
    if number is not None:
        return everything[number - 1 : number] if number else ()
    folded = fold(wanted)
    exact = [one for one in everything if fold(one.target.indicator.code) == folded]
    return exact or [one for one in everything if fold(one.target.task.code) == folded]


def _listed(turn: Turn, everything: Sequence[Found]) -> Sequence[Reply]:
    of_plans: dict[tuple[int, str], tuple[Plan, str, list[tuple[int, Target]]]] = {}
    for number, one in enumerate(everything, start=1):
        key = (one.stored.id, one.part.root)
        of_plans.setdefault(key, (one.plan, one.part.name, []))[2].append((number, one.target))
    which_unit.expect(turn, DEEPER)
    return phrases.targets(list(of_plans.values()), at=_at(turn), words=turn.words)


def _card(turn: Turn, found: Found) -> Sequence[Reply]:
    below = None if found.part.units is None else _units(turn, found.part)
    about = (turn.connection, turn.office.id, found.stored.id, found.plan)
    if below is not None:
        shown = gather_card_below(*about, found.target, below)
    else:
        whole = gather_card(*about, found.target.indicator.code, today=turn.today)
        assert whole is not None, "it was just found"
        shown = masked_card(whole) if turn.incoming.group else whole
    card = phrases.card(shown, found.plan, kinds=turn.office.kinds, at=_at(turn), words=turn.words)
    if below is None or not found.target.total.reported:
        return card
    return [*card, *_said(turn, found, found.part.name, below, below)]


def _of_place(turn: Turn, found: Found, text: str, *, said: str) -> Sequence[Reply]:
    units = _units(turn, found.part)
    meant = which_unit.meant(turn, text, units.values(), button=found.button, said=f"/chitieu {said}")
    if not isinstance(meant, str):
        which_unit.expect(turn, DEEPER, behind=said, among=text)
        return [meant]
    place = {code: unit for code, unit in units.items() if meant in (code, unit.parent)}
    return _said(turn, found, units[meant].short, place, units)


def _said(
    turn: Turn, found: Found, name: str, place: dict[str, Unit], among: dict[str, Unit]
) -> Sequence[Reply]:
    """What the units of a place said. To other eyes than the Committee's none is told where one of those among whom
    they are is small."""
    target, stored = found.target, found.stored.id
    figures = gather_said_below(turn.connection, stored, target, place)
    if turn.incoming.group or found.part.units is not None:
        everything = gather_said_below(turn.connection, stored, target, among)
        target = for_single_units(masked_target(target), [one.figure for one in everything])
    return said_phrases.said(
        target,
        name,
        figures,
        alone=len(place) == 1,
        in_group=turn.incoming.group,
        words=turn.words,
    )


def _units(turn: Turn, part: Part) -> dict[str, Unit]:
    units = load_units(turn.connection, turn.office.id)
    return {unit.code: unit for row, unit in units.items() if part.units is None or row in part.units}


def _at(turn: Turn) -> str:
    return turn.words.moment(turn.now, turn.office.zone)
