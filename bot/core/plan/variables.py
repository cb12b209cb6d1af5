"""What an expression may name beside the questions: the unit's own figures and the plan's own count.

`${unit_pupils}` and the like come from the roster, so that nobody is asked what the roster knows.
`${plan_reports_due}` and `${plan_reports_on_time}` are counted by the system over the units and the period
of a report; what computes an indicator passes them.
"""

from collections.abc import Mapping

from bot.core.forms.model import Value
from bot.core.units import Unit

FIGURES = ("pupils", "teachers", "managers", "staff", "classes", "party_members", "cells")
ATTRIBUTES = ("level", "kind", "ownership", "party_org")

UNIT_VARIABLES = frozenset(f"unit_{name}" for name in FIGURES + ATTRIBUTES)
PLAN_VARIABLES = frozenset(("plan_reports_due", "plan_reports_on_time"))


def is_reserved(name: str) -> bool:
    """Whether a name belongs to the unit or the plan, and cannot be a question's."""
    return name.startswith("unit_") or name in PLAN_VARIABLES


def unit_variables(unit: Unit) -> Mapping[str, Value]:
    """The variables of a unit. A figure that the roster lacks is absent: the empty string to an expression."""
    values: dict[str, Value] = {
        f"unit_{name}": unit.figures[name] for name in FIGURES if name in unit.figures
    }
    values.update((f"unit_{name}", getattr(unit, name)) for name in ATTRIBUTES)
    return values
