"""The tables of plans/reference: what a checker knows of bodies, congresses, terms. In every table `words` are the ways
to write one thing, divided by "|"."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from bot.core.plan.reference import Abolished, Congress, Reference, Term

TABLES = ("abolished", "congresses", "terms", "variants", "actors", "duties", "misspelt")


def read_reference(folder: Path) -> Reference:
    """All tables of a folder. ValueError or KeyError where one is not in order; one that is not there is empty."""
    return Reference(
        abolished=tuple(
            Abolished(_words(row), date.fromisoformat(row["since"]), _both(row, "successor"), row["basis"])
            for row in _rows(folder, "abolished")
        ),
        congresses=tuple(
            Congress(
                row["organisation"],
                row["ordinal"],
                date.fromisoformat(row["opened"]),
                date.fromisoformat(row["closed"]),
                row["basis"],
            )
            for row in _rows(folder, "congresses")
        ),
        terms=tuple(
            Term(_words(row), _both(row, "needs"), row["attribute"]) for row in _rows(folder, "terms")
        ),
        variants=tuple(_words(row) for row in _rows(folder, "variants")),
        actors=tuple(_words(row) for row in _rows(folder, "actors")),
        duties=tuple(_words(row) for row in _rows(folder, "duties")),
        misspelt=tuple((row["written"], row["right"]) for row in _rows(folder, "misspelt")),
    )


def _rows(folder: Path, table: str) -> Iterator[Mapping[str, str]]:
    path = folder / f"{table}.csv"
    if path.exists():
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from csv.DictReader(file, strict=True)


def _words(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(word.strip() for word in row["words"].split("|"))


def _both(row: Mapping[str, str], column: str) -> dict[str, str]:
    return {"vi": row[f"{column}_vi"], "en": row[f"{column}_en"]}
