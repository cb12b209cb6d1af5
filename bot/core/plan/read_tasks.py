"""The sheets `tasks` and `indicators`."""

from collections.abc import Sequence

from bot.core.plan.families import children_of
from bot.core.plan.fields import Fields, Notes, nearest
from bot.core.plan.finding_codes import Code
from bot.core.plan.model import Accumulates, Audience, Indicator, IndicatorKind, Status, Task
from bot.core.plan.placed import Row
from bot.core.plan.vocabulary import LEVELS, OWNERSHIP, Cadence


def read_tasks(rows: Sequence[Row], indicator_rows: Sequence[Row], notes: Notes) -> tuple[Task, ...]:
    """The tasks in their order, each with its indicators. An indicator of no task is noted and left out."""
    owned = children_of(rows, indicator_rows, "task", unknown=Code.TASK_UNKNOWN, notes=notes)
    return tuple(_task(row, index, owned[index], notes) for index, row in enumerate(rows))


def read_audience(fields: Fields) -> Audience:
    """Whom a row is for. Which kinds of unit there are is known to the checker only."""
    audience = Audience(
        kinds=fields.words("kinds"),
        levels=fields.words("levels"),
        ownership=fields.words("ownership"),
        only=fields.words("only"),
        never=fields.words("never"),
    )
    for name, values, known in (
        ("levels", audience.levels, LEVELS),
        ("ownership", audience.ownership, OWNERSHIP),
    ):
        for value in values:
            if value not in known:
                fields.note(Code.VALUE_UNKNOWN, name, field=name, value=value, nearest=nearest(value, known))
    return audience


def _task(row: Row, index: int, indicator_rows: Sequence[Row], notes: Notes) -> Task:
    fields = Fields(row, ("task", index), notes)
    task = Task(
        code=fields.code(),
        title=fields.sentence("title", required=True),
        source=fields.text("source", required=True),
        audience=read_audience(fields),
        cadence=fields.one_of("cadence", Cadence),
        deadline=fields.text("deadline", required=True),
        deadline_status=fields.one_of("deadline_status", Status),
        owner_status=fields.one_of("owner_status", Status, default=Status.STATED),
        core=fields.truth("core"),
        depends_on=fields.words("depends_on"),
        rolls_up_from=fields.words("rolls_up_from"),
        note=fields.text("note"),
        indicators=tuple(
            _indicator(row, ("task", index, "indicator", place), notes)
            for place, row in enumerate(indicator_rows)
        ),
    )
    fields.end()
    return task


def _indicator(row: Row, path: tuple[str | int, ...], notes: Notes) -> Indicator:
    fields = Fields(row, path, notes)
    fields.text("task")
    indicator = Indicator(
        code=fields.code(),
        kind=fields.one_of("kind", IndicatorKind),
        label=fields.sentence("label", required=True),
        numerator=fields.text("numerator"),
        denominator=fields.text("denominator"),
        value=fields.text("value"),
        target=fields.text("target") or None,
        unit=fields.sentence("unit"),
        source_figure=fields.text("source_figure"),
        figure=fields.text("figure"),
        group=fields.text("group"),
        group_targets=_group_targets(fields),
        accumulates=fields.one_of("accumulates", Accumulates, default=Accumulates.IN_PERIOD),
    )
    fields.end()
    return indicator


def _group_targets(fields: Fields) -> dict[str, str]:
    """`[party=30, government=9]`: the target of each group by the name of its option."""
    targets: dict[str, str] = {}
    for written in fields.words("group_targets"):
        option, equals, target = (part.strip() for part in written.partition("="))
        if not (option and equals) or option in targets:
            fields.note(Code.TARGET_BAD, "group_targets", target=written)
        else:
            targets[option] = target
    return targets
