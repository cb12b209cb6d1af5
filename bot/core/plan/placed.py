"""What a plan file says, before it means anything: rows of named cells that know where they stand.

A YAML file and a workbook give the same rows, so that one reader (read.py) serves both. In a YAML file the
place of a cell is the line of its key; in a workbook it is the cell.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.plan.model import Place


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and its place: a text ("" where nothing is written), a list of cells, or a row."""

    place: Place
    value: "str | tuple[Cell, ...] | Row"


@dataclass(frozen=True, slots=True)
class Row:
    """Cells by the name of their column, in the order of the file."""

    place: Place
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Sheets:
    """A plan file as the sheets of its workbook; `figures`, `cites` and `decisions` may be absent.

    An indicator's row names its task in the column `task`, a question's its form in `form`, an option's its
    list in `list_name`: a reader of nested files adds these columns.
    """

    file: str
    plan: Row
    tasks: tuple[Row, ...] = ()
    indicators: tuple[Row, ...] = ()
    forms: tuple[Row, ...] = ()
    survey: tuple[Row, ...] = ()
    choices: tuple[Row, ...] = ()
    figures: tuple[Row, ...] = ()
    cites: tuple[Row, ...] = ()
    decisions: tuple[Row, ...] = ()


Path = tuple[str | int, ...]
"""Where a thing stands in a plan: ("task", 3, "deadline"), ("form", 0, "question", 2, "relevant"). Numbers
count from 0 in the order of the plan's own tuples, so that two things of the same code differ."""


@dataclass(frozen=True, slots=True)
class Places:
    """The places of the things in a plan that was read from a file."""

    file: str
    known: Mapping[Path, Place] = field(default_factory=dict)

    def at(self, *path: str | int) -> Place:
        """The place of a thing or field; of what holds it, if it has none of its own (an empty field)."""
        for length in range(len(path), 0, -1):
            place = self.known.get(path[:length])
            if place is not None:
                return place
        return Place(self.file)
