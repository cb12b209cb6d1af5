"""Adding up the shares of units: who was asked, by what the roster says of them; who reported, by what they said."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from bot.core.forms.model import Form, Value
from bot.core.periods import PeriodKind
from bot.core.plan.model import Plan
from bot.core.plan.variables import unit_variables
from bot.core.speaking import Voice, voices
from bot.core.totals import (
    NOTHING,
    Asked,
    Cell,
    Home,
    Said,
    Scope,
    Share,
    home_of,
    scaled,
    scopes_of,
    share_said,
)
from bot.core.units import Unit, UnitKind

TIMELESS = date(1970, 1, 1)
"""What `today()` is to a denominator of the roster, which does not depend on the day."""

_DENOMINATOR, _EXPECTED = Share._fields.index("denominator"), Share._fields.index("expected")

Whole = Callable[[str, str], Mapping[int, Unit]]
"""(form, period) -> units by row with the figures that their reports of it are about (decision 0011)."""


class Tally:
    """Adds up the shares of units by cell and scope. `units` are by row. `whole` gives them other figures than their
    own, where some have taken others in."""

    def __init__(
        self,
        plan: Plan,
        units: Mapping[int, Unit],
        kinds: Mapping[str, UnitKind],
        whole: Whole | None = None,
    ) -> None:
        self._units = units
        self._kinds = kinds
        self._whole = whole or (lambda _form, _period: units)
        self._homes = {row: home_of(unit) for row, unit in units.items()}
        self._plan = plan
        self._forms = {planned.form.code: planned for planned in plan.forms}
        self._bases: dict[str, list[_Base]] = {}
        self._asked: dict[tuple[str, str, str], list[tuple[Cell, _Base]]] = {}
        self._sums: dict[Cell, dict[Home, list[int]]] = {}

    def ask(self, asked: Asked, *, times: int = 1) -> None:
        """A unit owes a task; `times=-1`: no longer. Whoever begins a report of what happens now and then owes no
        figure before it is sent."""
        task, row, form, period = asked
        cells = self._asked.get((task, form, period))
        if cells is None:
            heard = [one for one in self._of_form(form) if task in one.voice.via]
            cells = [(Cell(one.voice.indicator.code, form, period), one) for one in heard]
            self._asked[task, form, period] = cells
        for cell, base in cells:
            if not base.voice.concerns(task, self._plan, self._units[row], self._kinds):
                continue
            sums = self._of(cell, row)
            sums[_DENOMINATOR] += base.of(self._whole(form, period)[row]) * times
            sums[_EXPECTED] += times

    def say(self, said: Said, *, times: int = 1) -> None:
        """A unit reported; `times=-1`: what it said counts no longer."""
        sums = self._of(said.cell, said.unit)
        for place, part in enumerate(share_said(said.figure)):
            sums[place] += part * times

    def sums(self) -> dict[tuple[Cell, Scope], Share]:
        """What was added, by scope; nothing that came to nothing."""
        return {(cell, scope): share for cell in self._sums for scope, share in self._by_scope(cell)}

    def _of_form(self, code: str) -> "list[_Base]":
        """None where a newer version of the plan asks no longer, and where nobody is asked beforehand."""
        found = self._bases.get(code)
        if found is None:
            planned = self._forms.get(code)
            found = self._bases[code] = []
            if planned is not None and planned.schedule.period != PeriodKind.EACH:
                found += [_Base(voice, planned.form) for voice in voices(self._plan, planned)]
        return found

    def _by_scope(self, cell: Cell) -> Iterator[tuple[Scope, Share]]:
        found: dict[Scope, list[int]] = {}
        for home, sums in self._sums[cell].items():
            for scope in scopes_of(home):
                so_far = found.setdefault(scope, [0] * len(NOTHING))
                for place, part in enumerate(sums):
                    so_far[place] += part
        for scope, total in found.items():
            if any(total):
                yield scope, Share(*total)

    def _of(self, cell: Cell, unit: int) -> list[int]:
        """The six sums of a cell at the unit's home."""
        of_cell = self._sums.setdefault(cell, {})
        home = self._homes[unit]
        sums = of_cell.get(home)
        if sums is None:
            sums = of_cell[home] = [0] * len(NOTHING)
        return sums


class _Base:
    """What a unit that waits puts into the denominator of an indicator, in ten-thousandths: computed once for all units
    that are equal in what it depends on."""

    def __init__(self, voice: Voice, form: Form) -> None:
        self.voice = voice
        self._form = form
        self._reads = sorted(voice.base_reads(form))
        self._known: dict[tuple[Value, ...], int] = {}

    def of(self, unit: Unit) -> int:
        variables = unit_variables(unit) if self._reads else {}
        key = tuple(variables.get(name) for name in self._reads)
        known = self._known.get(key)
        if known is None:
            variables = variables or unit_variables(unit)
            known = self._known[key] = scaled(self.voice.base(self._form, variables, today=TIMELESS))
        return known
