"""What a plan file says, without the places: by this a YAML file and a workbook are compared."""

from collections.abc import Mapping, Sequence

from bot.core.plan.model import Place
from bot.core.plan.placed import LISTS, SHEETS, Cell, Row, Sheet, Sheets, rows_of
from bot.papers.workbook_text import words_of

Values = Mapping[str, str | tuple[str, ...]]
"""One row: texts, and several words where the column holds them."""


def values_of(sheets: Sheets) -> dict[str, tuple[Values, ...]]:
    """The rows of every sheet. An empty cell says nothing, as does a row without any."""
    found = {}
    for sheet in SHEETS:
        rows = (row_values(row) for row in rows_of(sheets, sheet.name))
        found[sheet.name] = tuple(row for row in rows if row)
    return found


def arranged(values: Mapping[str, tuple[Values, ...]]) -> dict[str, tuple[Values, ...]]:
    """The same with the rows of each sheet as a nested file has them: those of one parent, or of one list, together."""
    found = dict(values)
    for sheet in SHEETS:
        if sheet.column:
            above = [row.get("code", "") for row in values[sheet.parent]] if sheet.parent else []
            order = {
                key: at for at, key in enumerate(dict.fromkeys((*above, *_keys(values[sheet.name], sheet))))
            }
            found[sheet.name] = tuple(
                sorted(values[sheet.name], key=lambda row: order[row.get(sheet.column, "")])
            )
    return found


def _keys(rows: Sequence[Values], sheet: Sheet) -> list[str | tuple[str, ...]]:
    return [row.get(sheet.column, "") for row in rows]


class ShapeError(ValueError):
    """A cell that holds neither a text nor words."""

    def __init__(self, field: str, place: Place) -> None:
        super().__init__(field, str(place))
        self.field = field
        self.place = place


def row_values(row: Row) -> Values:
    """What a row says. Raises ShapeError."""
    values: dict[str, str | tuple[str, ...]] = {}
    for name, cell in row.cells.items():
        value = _value(name, cell)
        if value and (not isinstance(value, str) or value.strip()):
            values[name] = value
    return values


def _value(name: str, cell: Cell) -> str | tuple[str, ...]:
    if isinstance(cell.value, str):
        return words_of(cell.value) if name in LISTS else cell.value
    if isinstance(cell.value, tuple) and name in LISTS:
        words = [item.value for item in cell.value if isinstance(item.value, str)]
        if len(words) == len(cell.value):
            return tuple(word.strip() for word in words if word.strip())
    raise ShapeError(name, cell.place)
