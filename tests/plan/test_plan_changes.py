"""What a newer version of a plan changes: named thing by thing, and never guessed."""

from collections import Counter
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.forms.model import Form, Option, Question, Type
from bot.core.plan.changes import PARTS, Change, PlanChanges, Rename, Thing, What, compare
from bot.core.plan.check import examine
from bot.core.plan.model import Audience, Plan, PlannedForm, Schedule, Task
from bot.papers.plan_yaml import read_plan_yaml
from tests.plan.small_plan import FILE, KINDS, SMALL, changed


def read(text: str) -> Plan:
    sheets, faults = read_plan_yaml(text.encode(), file=FILE)
    assert sheets is not None, faults
    return examine(sheets, kinds=KINDS).plan


OLD = read(SMALL)


def differences(old: str, new: str) -> list[Change]:
    """What is found once one text of the small plan is another."""
    return list(compare(OLD, read(changed(old, new))).changes)


def test_same_plan_has_no_changes(plan: Plan) -> None:
    assert compare(plan, plan) == PlanChanges((), ())
    assert compare(plan, plan).nothing


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        (
            "title::vi: Học nghị quyết\n",
            "title::vi: Học tập nghị quyết\n",
            Change(
                Thing.TASK,
                "P-1",
                What.REWORDED,
                "title",
                {"vi": "Học nghị quyết", "en": "Study resolutions"},
                {"vi": "Học tập nghị quyết", "en": "Study resolutions"},
            ),
        ),
        (
            "    cadence: yearly\n    deadline: 15/6\n",
            "    cadence: yearly\n    deadline: 30/6\n",
            Change(Thing.TASK, "P-1", What.DEADLINE, "deadline", "15/6", "30/6"),
        ),
        (
            "    period: year\n    deadline: 15/6\n",
            "    period: year\n    deadline: 20/6\n",
            Change(Thing.FORM, "F", What.DEADLINE, "deadline", "15/6", "20/6"),
        ),
        (
            "    kinds: [SCHOOL]\n    period",
            "    kinds: [SCHOOL]\n    ownership: [ngoài công lập]\n    period",
            Change(
                Thing.FORM,
                "F",
                What.AUDIENCE,
                "audience",
                "kinds: SCHOOL",
                "kinds: SCHOOL; ownership: ngoài công lập",
            ),
        ),
        ("target: 100", "target: 50", Change(Thing.INDICATOR, "P-1.1", What.TARGET, "target", "100", "50")),
        (
            "type: select_one ways",
            "type: select_multiple ways",
            Change(Thing.QUESTION, "F.way", What.RETYPED, "type", "select_one", "select_multiple"),
        ),
        (
            "    - name: online\n",
            "    - name: internet\n",
            Change(Thing.QUESTION, "F.way", What.CHOICES, "options", "hall, online", "hall, internet"),
        ),
        (
            "      label::vi: Trực tuyến\n",
            "      label::vi: Qua mạng\n",
            Change(Thing.QUESTION, "F.way", What.REWORDED, "options", "hall, online", "hall, online"),
        ),
        (
            "        required: true\n",
            "",
            Change(Thing.QUESTION, "F.attended", What.REQUIRED, "required", "True", ""),
        ),
        (
            "constraint: date-of(.) <= today()",
            "constraint: date-of(.) < today()",
            Change(
                Thing.QUESTION,
                "F.plan",
                What.CONSTRAINT,
                "constraint",
                "date-of(.) <= today()",
                "date-of(.) < today()",
            ),
        ),
        (
            "  issued_on: 2026-11-02\n",
            "  issued_on: 2026-11-03\n",
            Change(Thing.PLAN, "P", What.DEADLINE, "issued_on", "2026-11-02", "2026-11-03"),
        ),
    ],
)
def test_one_difference_is_one_change(old: str, new: str, change: Change) -> None:
    assert differences(old, new) == [change]


def question(name: str, label: str = "") -> Question:
    return Question(name, Type.TEXT, {"vi": label or name * 12})


def with_questions(*questions: Question) -> Plan:
    (planned,) = OLD.forms
    return replace(OLD, forms=(replace(planned, form=replace(planned.form, questions=questions)),))


def test_questions_added_dropped_and_reordered_are_named() -> None:
    old = with_questions(question("a"), question("b"), question("c"))
    new = with_questions(question("c"), question("d"), question("a"))

    assert compare(old, new).changes == (
        Change(Thing.QUESTION, "F.d", What.ADDED, after={"vi": "d" * 12}),
        Change(Thing.QUESTION, "F.b", What.DROPPED, before={"vi": "b" * 12}),
        Change(Thing.FORM, "F", What.REORDERED, "questions", "a, c", "c, a"),
    )


def test_same_text_under_another_code_is_named_as_probable_rename_and_not_guessed() -> None:
    old = with_questions(question("attended", "Bao nhiêu người đã dự học tập?"), question("b"))
    new = with_questions(question("present", "Bao nhiêu người đã dự học tập"), question("b"))

    found = compare(old, new)

    assert found.renames == (
        Rename(Thing.QUESTION, "F.attended", "F.present", {"vi": "Bao nhiêu người đã dự học tập"}),
    )
    assert [(one.code, one.what) for one in found.changes] == [
        ("F.present", What.ADDED),
        ("F.attended", What.DROPPED),
    ]


def test_other_text_under_another_code_is_another_thing() -> None:
    old = with_questions(question("attended", "Bao nhiêu người đã dự học tập?"))
    new = with_questions(question("funds", "Kinh phí là bao nhiêu triệu đồng?"))

    assert compare(old, new).renames == ()


def test_a_code_is_the_rename_of_one_other_only() -> None:
    old = with_questions(question("a", "Số người dự học"), question("b", "Số người dự học 2"))
    new = with_questions(question("c", "Số người dự học"))

    assert [(one.before, one.after) for one in compare(old, new).renames] == [("F.a", "F.c")]


def test_indicator_that_goes_to_another_task_is_named() -> None:
    first, second = OLD.tasks
    new = replace(OLD, tasks=(replace(first, indicators=()), replace(second, indicators=first.indicators)))

    assert compare(OLD, new).changes == (Change(Thing.INDICATOR, "P-1.1", What.TASK, "task", "P-1", "P-2"),)


@pytest.mark.parametrize("kind", list(PARTS))
def test_no_field_of_a_plan_is_passed_over(kind: type) -> None:
    assert set(PARTS[kind]) == {one.name for one in fields(kind)}


# --- laws ----------------------------------------------------------------------------------------------------

NAMES = st.sampled_from("abcdef")
LABELS = st.sampled_from(["Số người dự học tập", "Số người dự họp", "Kinh phí đã cấp", "Ngày ban hành"])
QUESTIONS = st.builds(
    Question,
    name=NAMES,
    type=st.sampled_from([Type.TEXT, Type.INTEGER, Type.SELECT_ONE]),
    label=LABELS.map(lambda text: {"vi": text}),
    required=st.booleans(),
    constraint=st.sampled_from(["", ". > 0"]),
    options=st.lists(NAMES, unique=True, max_size=2).map(
        lambda names: tuple(Option(name, {"vi": name}) for name in names)
    ),
)
TASKS = st.builds(
    Task,
    code=NAMES,
    title=LABELS.map(lambda text: {"vi": text}),
    source=st.just("I"),
    audience=st.builds(Audience, kinds=st.sampled_from([("SCHOOL",), ("YOUTH",)])),
    cadence=st.just("yearly"),
    deadline=st.sampled_from(["15/6", "20/6"]),
    deadline_status=st.just(OLD.tasks[0].deadline_status),
)


def _unique(things: st.SearchStrategy[Any], name: str) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(things, unique_by=lambda one: getattr(one, name), max_size=5).map(tuple)


def _plan(tasks: tuple[Task, ...], forms: dict[str, tuple[Question, ...]]) -> Plan:
    planned = tuple(
        PlannedForm(
            Form(code, {"vi": code}, questions),
            Audience(kinds=("SCHOOL",)),
            Schedule("year", "15/6", OLD.tasks[0].deadline_status),
            (),
        )
        for code, questions in forms.items()
    )
    return replace(OLD, tasks=tasks, forms=planned)


PLANS = st.builds(
    _plan, _unique(TASKS, "code"), st.dictionaries(NAMES, _unique(QUESTIONS, "name"), max_size=3)
)

MIRROR = {What.ADDED: What.DROPPED, What.DROPPED: What.ADDED}


@given(PLANS)
def test_nothing_changed_is_nothing(one: Plan) -> None:
    assert compare(one, one).nothing


@given(PLANS, PLANS)
def test_way_back_undoes_each_change(one: Plan, other: Plan) -> None:
    there, back = compare(one, other), compare(other, one)

    assert Counter(
        (change.thing, change.code, MIRROR.get(change.what, change.what), change.field)
        for change in there.changes
    ) == Counter((change.thing, change.code, change.what, change.field) for change in back.changes)
    assert {(rename.before, rename.after) for rename in there.renames} == {
        (rename.after, rename.before) for rename in back.renames
    }


@given(PLANS, PLANS)
def test_plans_without_changes_ask_the_same(one: Plan, other: Plan) -> None:
    if compare(one, other).nothing:
        assert {task.code: task for task in one.tasks} == {task.code: task for task in other.tasks}
        assert {planned.form.code: planned for planned in one.forms} == {
            planned.form.code: planned for planned in other.forms
        }
