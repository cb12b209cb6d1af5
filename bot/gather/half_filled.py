"""Forms half filled in when a newer version of their plan comes: what becomes of each."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.forms.carrying import Carried, Stays, carry
from bot.core.forms.filling import Filling
from bot.core.office import Office
from bot.core.plan.model import Plan
from bot.core.units import Unit, UnitKind
from bot.db import fillings
from bot.db.fillings import Begun
from bot.db.live_assignments import is_asked
from bot.db.plans import StoredPlan
from bot.db.session import Connection
from bot.gather.past import kept_past
from bot.gather.scenes import scene_of, stored_scene
from bot.gather.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Closed:
    """The form is asked no longer: it is left, and what was entered is shown once."""


@dataclass(frozen=True, slots=True)
class HalfFilled:
    """How many forms that are half filled in go on in the newer version, stay as they are, are closed."""

    carried: int
    stays: int
    closed: int

    @property
    def total(self) -> int:
        return self.carried + self.stays + self.closed


NONE = HalfFilled(0, 0, 0)


def weigh(
    begun: Begun,
    *,
    old: Plan,
    new: Plan,
    unit: Unit,
    kinds: Mapping[str, UnitKind],
    asked: bool,
    today: date,
    language: str,
) -> Carried | Stays | Closed:
    """What becomes of one form under the plan `new`. The unit keeps the figures with which it was begun."""
    if not asked:
        return Closed()
    _, _, form, period = begun.key
    planned = next((one for one in new.forms if one.form.code == form), None)
    if planned is None:
        return Stays(())
    version = begun.scene.get("roster_version")
    stored = {
        **stored_scene(new, planned, unit, kinds=kinds, roster_version=version),
        "unit": begun.scene["unit"],
        **kept_past(begun.scene),
    }
    return carry(
        Filling.from_json(begun.state),
        old=old.form(form).form,
        new=planned.form,
        before=scene_of(begun.scene, period, today=today, language=language),
        now=scene_of(stored, period, today=today, language=language),
    )


def count_half_filled(
    connection: Connection,
    office: Office,
    shelf: Shelf,
    stored: StoredPlan,
    plan: Plan,
    *,
    units: Mapping[int, Unit],
    today: date,
) -> HalfFilled:
    """What becomes of all forms of the plan that people have begun."""
    verdicts: Counter[type] = Counter()
    for begun in _older(fillings.open_of_plan(connection, stored.id), stored.version_id):
        verdict = weigh(
            begun,
            old=shelf.plan(connection, begun.plan_version_id),
            new=plan,
            unit=units[begun.key[1]],
            kinds=office.kinds,
            asked=is_asked(connection, begun.key),
            today=today,
            language=office.language,
        )
        verdicts[type(verdict)] += 1
    return HalfFilled(verdicts[Carried], verdicts[Stays], verdicts[Closed])


def _older(begun: Sequence[Begun], version_id: int) -> list[Begun]:
    return [one for one in begun if one.plan_version_id != version_id]
