"""The sheets `figures`, `cites` and `decisions`."""

from collections.abc import Sequence
from datetime import date

from bot.core.plan.document import Cite, Decision, StatedFigure
from bot.core.plan.fields import Fields, Notes
from bot.core.plan.placed import Row


def read_figures(rows: Sequence[Row], notes: Notes) -> tuple[StatedFigure, ...]:
    """The figures in their order."""
    return tuple(_figure(row, index, notes) for index, row in enumerate(rows))


def read_cites(rows: Sequence[Row], notes: Notes) -> tuple[Cite, ...]:
    """The cited documents in their order. What is missing in one is for the checker to say: a document may be badly
    cited and the plan in order."""
    return tuple(_cite(row, index, notes) for index, row in enumerate(rows))


def read_decisions(rows: Sequence[Row], notes: Notes) -> tuple[Decision, ...]:
    """The decisions in their order. One without a reason, a person or a day is none."""
    return tuple(_decision(row, index, notes) for index, row in enumerate(rows))


def _figure(row: Row, index: int, notes: Notes) -> StatedFigure:
    fields = Fields(row, ("figure", index), notes)
    figure = StatedFigure(
        code=fields.code(),
        label=fields.sentence("label", required=True),
        stated=fields.figure("stated"),
        source=fields.text("source"),
        unit=fields.sentence("unit"),
        sum_of=fields.words("sum_of"),
        within=fields.text("within"),
        per=fields.text("per"),
    )
    fields.end()
    return figure


def _cite(row: Row, index: int, notes: Notes) -> Cite:
    fields = Fields(row, ("cite", index), notes)
    cite = Cite(
        number=fields.text("number"),
        date=fields.day("date"),
        issuer=fields.sentence("issuer"),
        title=fields.sentence("title"),
        source=fields.text("source"),
        congress_of=fields.text("congress_of"),
        ordinal=fields.text("ordinal"),
    )
    fields.end()
    return cite


def _decision(row: Row, index: int, notes: Notes) -> Decision:
    fields = Fields(row, ("decision", index), notes)
    decision = Decision(
        finding=fields.text("finding", required=True),
        thing=fields.text("thing"),
        seen=fields.text("seen"),
        value=fields.text("value"),
        why=fields.text("why", required=True),
        by=fields.text("by", required=True),
        decided_on=fields.day("decided_on", required=True) or date.min,
    )
    fields.end()
    return decision
