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
    """A plan file as the sheets of its workbook (SHEETS); the others may be absent.

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
    reminders: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: a field of Sheets, a sheet of a workbook, and a section of a YAML file.

    `column` is the column by which its rows are gathered there: below the row of `parent` whose code it holds, under
    the key `nested`; without a parent, by its values (`choices`).
    """

    name: str
    parent: str = ""
    column: str = ""
    nested: str = ""
    needed: bool = False


SHEETS = (
    Sheet("plan", needed=True),  # one row
    Sheet("figures"),
    Sheet("cites"),
    Sheet("tasks", needed=True),
    Sheet("indicators", parent="tasks", column="task", nested="indicators"),
    Sheet("forms", needed=True),
    Sheet("survey", parent="forms", column="form", nested="questions"),
    Sheet("choices", column="list_name"),
    Sheet("reminders"),
    Sheet("decisions"),
)
"""Every sheet, in the order of a workbook. All that reads or writes plan files goes through this table."""

LISTS = frozenset(
    (
        *("kinds", "levels", "ownership", "only", "never", "depends_on", "rolls_up_from", "monitor_kinds"),
        *("annexes", "group_targets", "sum_of", "to"),
    )
)
"""Columns that hold several words: a list in YAML, words divided by commas in a workbook."""


def rows_of(sheets: Sheets, name: str) -> tuple[Row, ...]:
    """The rows of one sheet; of `plan` its only one."""
    rows: Row | tuple[Row, ...] = getattr(sheets, name)
    return (rows,) if isinstance(rows, Row) else rows


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
