"""Reports as they are looked at after they were sent."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.core.behalf import Behalf


@dataclass(frozen=True, slots=True)
class Report:
    """One version of a report. `note` is the reason with which it was returned; `remarks` is what its author said
    of answers that are far from the usual, by question ("" where it was only said to be right). `behalf`: it was typed
    by somebody who is not the unit's own."""

    id: int
    code: str
    plan_id: int
    plan_version_id: int
    form: str
    unit_id: int
    unit_name: str
    period: str
    version: int
    answers: dict[str, Any]
    state: str
    author_id: int | None
    author: str
    submitted_at: datetime
    note: str = ""
    remarks: dict[str, str] = field(default_factory=dict)
    behalf: Behalf | None = None

    @property
    def key(self) -> tuple[int, int, str, str]:
        return self.plan_id, self.unit_id, self.form, self.period
