"""The sheet `choices`: the lists that select questions offer."""

from collections.abc import Sequence

from bot.core.forms.model import Option
from bot.core.plan.fields import Fields, Notes
from bot.core.plan.finding_codes import Code
from bot.core.plan.placed import Row


def read_choices(rows: Sequence[Row], notes: Notes) -> dict[str, tuple[Option, ...]]:
    """The options of each list, in their order. The place of a list is kept as ("choices", its name)."""
    lists: dict[str, tuple[Option, ...]] = {}
    first: dict[tuple[str, str], str] = {}
    for index, row in enumerate(rows):
        fields = Fields(row, ("option", index), notes)
        name = fields.text("list_name", required=True)
        option = Option(
            name=fields.text("name", required=True),
            label=fields.sentence("label", required=True),
            columns=fields.rest(),
        )
        notes.places.setdefault(("choices", name), notes.places["option", index, "list_name"])
        if len(option.name.split()) > 1:  # several answers are kept as names divided by spaces
            fields.note(Code.OPTION_BAD, "name", option=option.name)
        if (name, option.name) in first:
            fields.note(Code.OPTION_DUPLICATE, "name", option=option.name, first=first[name, option.name])
        else:
            first[name, option.name] = str(row.place)
            lists[name] = (*lists.get(name, ()), option)
    return lists
