"""The sheets `forms` and `survey`."""

from collections.abc import Mapping, Sequence

from bot.core.forms.model import Form, Option, Question, Type
from bot.core.periods import PeriodKind
from bot.core.plan.families import children_of
from bot.core.plan.fields import Fields, Notes, nearest
from bot.core.plan.finding_codes import Code
from bot.core.plan.model import PlannedForm, Schedule, Status
from bot.core.plan.placed import Path, Row
from bot.core.plan.read_choices import read_choices
from bot.core.plan.read_tasks import read_audience

_SELECTS = (Type.SELECT_ONE, Type.SELECT_MULTIPLE)

Lists = Mapping[str, tuple[Option, ...]]


def read_forms(
    rows: Sequence[Row], question_rows: Sequence[Row], choice_rows: Sequence[Row], notes: Notes
) -> tuple[PlannedForm, ...]:
    """The forms in their order, each with its questions. A question of no form is noted and left out."""
    lists = read_choices(choice_rows, notes)
    owned = children_of(rows, question_rows, "form", unknown=Code.FORM_UNKNOWN, notes=notes)
    forms = tuple(_form(row, index, owned[index], lists, notes) for index, row in enumerate(rows))
    used = {_list_name(row) for row in question_rows}
    for name in lists:
        if name not in used:
            notes.note(Code.LIST_UNUSED, notes.places["choices", name], list=name)
    return forms


def _form(row: Row, index: int, question_rows: Sequence[Row], lists: Lists, notes: Notes) -> PlannedForm:
    fields = Fields(row, ("form", index), notes)
    questions = tuple(
        _question(row, ("form", index, "question", place), lists, notes)
        for place, row in enumerate(question_rows)
    )
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


def _question(row: Row, path: Path, lists: Lists, notes: Notes) -> Question:
    fields = Fields(row, path, notes)
    fields.text("form")
    kind, options = _type(fields, lists)
    question = Question(
        name=fields.text("name", required=True),
        type=kind,
        label=fields.sentence("label", required=kind is not Type.CALCULATE),
        hint=fields.sentence("hint"),
        required=fields.truth("required"),
        relevant=fields.text("relevant"),
        constraint=fields.text("constraint"),
        constraint_message=fields.sentence("constraint_message"),
        calculation=fields.text("calculation"),
        default=fields.text("default"),
        total=fields.text("total"),
        options=options,
        task=fields.text("task") or None,
        future=fields.truth("future"),
    )
    fields.end()
    return question


def _type(fields: Fields, lists: Lists) -> tuple[Type, tuple[Option, ...]]:
    """The type and, for `select_one channels`, the options of that list."""
    written = fields.text("type", required=True)
    word, _, name = written.partition(" ")
    name = name.strip()
    if word not in [kind.value for kind in Type]:
        if written:
            fields.note(Code.TYPE_UNKNOWN, "type", type=written, nearest=nearest(word, Type))
        return Type.TEXT, ()
    kind = Type(word)
    if kind not in _SELECTS:
        if name:
            fields.note(Code.TYPE_UNKNOWN, "type", type=written, nearest=word)
        return kind, ()
    if not name:
        fields.note(Code.LIST_NOT_NAMED, "type", type=word)
    elif name not in lists:
        fields.note(Code.LIST_UNKNOWN, "type", list=name, nearest=nearest(name, lists))
    return kind, lists.get(name, ())


def _list_name(row: Row) -> str:
    cell = row.cells.get("type")
    written = cell.value if cell is not None and isinstance(cell.value, str) else ""
    return written.partition(" ")[2].strip()
