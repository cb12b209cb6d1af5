"""Rows that belong to rows of another sheet: indicators to tasks, questions to forms."""

from collections.abc import Sequence

from bot.core.plan.fields import Notes, nearest
from bot.core.plan.finding_codes import Code
from bot.core.plan.placed import Row


def children_of(
    parents: Sequence[Row], children: Sequence[Row], column: str, *, unknown: Code, notes: Notes
) -> list[list[Row]]:
    """The children of each parent, in their order. `column` holds the parent's code; one that no parent has is
    noted as `unknown`, and its row is left out. Of two parents with one code the first has them all."""
    first: dict[str, int] = {}
    for index, parent in enumerate(parents):
        first.setdefault(_text(parent, "code"), index)
    owned: list[list[Row]] = [[] for _ in parents]
    for child in children:
        code = _text(child, column)
        if code in first:
            owned[first[code]].append(child)
        else:
            place = child.cells[column].place if column in child.cells else child.place
            notes.note(unknown, place, **{column: code, "nearest": nearest(code, first)})
    return owned


def _text(row: Row, column: str) -> str:
    cell = row.cells.get(column)
    return cell.value.strip() if cell is not None and isinstance(cell.value, str) else ""
