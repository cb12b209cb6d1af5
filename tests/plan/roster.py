"""The demonstration roster as units. No more than the tests of plans need of it."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.core.plan.variables import FIGURES
from bot.core.units import Unit


def read_roster(folder: Path) -> Mapping[str, Unit]:
    """Communes, schools and organs by their codes."""
    return {
        row["unit_code"]: Unit(
            code=row["unit_code"],
            name=row["unit_name"],
            kind=row["unit_kind"],
            level=row.get("level", ""),
            ownership=row.get("ownership", ""),
            parent=row.get("commune"),
            party_parent=row.get("party_parent"),
            party_org=row.get("party_org", ""),
            figures={name: int(row[name]) for name in FIGURES if name in row},
        )
        for name in ("communes", "schools", "organs")
        for row in _rows(folder / f"{name}.csv")
    }


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        yield from csv.DictReader(lines)
