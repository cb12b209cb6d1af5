"""Corrections of the roster that units ask for with a report."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Request:
    """A unit says that a figure of the roster is wrong. `state` is open | accepted | declined | replaced."""

    id: int
    report_id: int
    receipt: str
    unit_id: int
    unit_name: str
    figure: str
    before: int
    after: int
    reason: str
    state: str
    note: str
