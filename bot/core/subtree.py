"""A unit with all that is below it, in State management or in the Party: what the head of a commune answers for."""

from collections.abc import Iterable, Mapping

from bot.core.people import Person, Role
from bot.core.units import Unit


def below(root: str, units: Iterable[Unit]) -> frozenset[str]:
    """Codes of the unit and of all below it, by either superior."""
    children: dict[str, set[str]] = {}
    for unit in units:
        for superior in (unit.parent, unit.party_parent):
            if superior:
                children.setdefault(superior, set()).add(unit.code)
    found: set[str] = set()
    waiting = [root]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting += children.get(one, ())
    return frozenset(found)


def headed(person: Person, units: Mapping[int, Unit]) -> tuple[str, ...]:
    """Codes of the units that have others below them and whose head the person is, in the order of the posts. One
    that is below another of them is left out: it is told with that one."""
    superiors = {superior for unit in units.values() for superior in (unit.parent, unit.party_parent)}
    codes = (post.unit_code for post in person.posts if post.role is Role.HEAD)
    found = [code for code in dict.fromkeys(codes) if code in superiors]
    under = {code: below(code, units.values()) for code in found}
    return tuple(code for code in found if not any(code in under[other] for other in found if other != code))


def above(code: str, units: Iterable[Unit]) -> frozenset[str]:
    """Codes of all units above that one, by either superior."""
    by_code = {unit.code: unit for unit in units}
    found: set[str] = set()
    waiting = [code]
    while waiting:
        unit = by_code.get(waiting.pop())
        superiors = {unit.parent, unit.party_parent} - {None} if unit else set()
        waiting += [one for one in superiors if one is not None and one not in found]
        found.update(one for one in superiors if one is not None)
    return frozenset(found - {code})
