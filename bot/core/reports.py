"""Reports as they are looked at after they were sent."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Report:
    """One version of a report. `note` is the reason with which it was returned, `reason` the one with which it corrects
    the version before."""

    id: int
    code: str
    filling_id: int
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
    reason: str = ""

    @property
    def key(self) -> tuple[int, int, str, str]:
        return self.plan_id, self.unit_id, self.form, self.period
