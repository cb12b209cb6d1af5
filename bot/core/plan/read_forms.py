"""The sheet `forms`; its questions are read by read_survey.py."""

from collections.abc import Sequence

from bot.core.forms import expressions
from bot.core.forms.model import Form
from bot.core.periods import PeriodKind
from bot.core.plan.families import children_of
from bot.core.plan.fields import Fields, Notes, nearest
from bot.core.plan.finding_codes import Code
from bot.core.plan.model import Place, PlannedForm, Schedule, Status
from bot.core.plan.placed import Row
from bot.core.plan.read_choices import read_choices
from bot.core.plan.read_survey import Lists, SurveyReader, list_names
from bot.core.plan.read_tasks import read_audience


def read_forms(
    rows: Sequence[Row], question_rows: Sequence[Row], choice_rows: Sequence[Row], notes: Notes
) -> tuple[PlannedForm, ...]:
    """The forms in their order, each with its questions. A question of no form is noted and left out."""
    lists = read_choices(choice_rows, notes)
    owned = children_of(rows, question_rows, "form", unknown=Code.FORM_UNKNOWN, notes=notes)
    forms = tuple(_form(row, index, owned[index], lists, notes) for index, row in enumerate(rows))
    used = set(list_names(question_rows))
    for name in lists:
        if name not in used:
            notes.note(Code.LIST_UNUSED, notes.places["choices", name], list=name)
    _note_idle_columns(choice_rows, forms, notes)
    return forms


def _note_idle_columns(rows: Sequence[Row], forms: Sequence[PlannedForm], notes: Notes) -> None:
    """Columns of choices that no `choice_filter` reads: perhaps a label that was misspelt."""
    filters = {question.choice_filter for planned in forms for question in planned.form.questions}
    read = {column for source in filters for column in expressions.compile(source, of_option=True).columns}
    first: dict[str, Place] = {}
    for row in rows:
        for name, cell in row.cells.items():
            if name not in ("list_name", "name", *read) and "::" not in name:
                first.setdefault(name, cell.place)
    for name, place in first.items():
        notes.note(Code.COLUMN_IDLE, place, column=name, nearest=nearest(name, ("label", *read)))


def _form(row: Row, index: int, question_rows: Sequence[Row], lists: Lists, notes: Notes) -> PlannedForm:
    fields = Fields(row, ("form", index), notes)
    questions = SurveyReader(index, lists, notes).questions(question_rows)
    planned = PlannedForm(
        form=Form(
            code=fields.code(),
            title=fields.sentence("title", required=True),
            questions=questions,
            minutes=fields.whole("minutes", default=3),
        ),
        audience=read_audience(fields),
        schedule=Schedule(
            period=fields.one_of("period", PeriodKind),
            deadline=fields.text("deadline", required=True),
            deadline_status=fields.one_of("deadline_status", Status),
            opens_days_before=fields.whole("opens_days_before", default=30),
        ),
        tasks=tuple(dict.fromkeys(question.task for question in questions if question.task)),
    )
    fields.end()
    return planned
