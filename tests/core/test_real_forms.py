"""The forms of the real plan, filled in through the engine by the units of the roster."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.forms.engine import advance, begin
from bot.core.forms.model import Form, Option, Question, Type
from bot.core.forms.outcomes import Asked, Doubted, Outcome, Submitted, Summarised
from bot.core.forms.said import Pressed, Said, Typed, Word
from bot.core.forms.scene import Scene
from bot.core.office import Office
from bot.core.plan.audience import concerns
from bot.core.plan.model import Plan, PlannedForm
from bot.core.plan.variables import unit_variables
from bot.core.units import Unit
from tests.core.saying import CERTAIN
from tests.core.talking import SEND, in_their_terms

TODAY = date(2027, 6, 1)

Units = Mapping[str, Unit]


def scene_of(planned: PlannedForm, unit: Unit, *, plan: Plan, office: Office, today: date = TODAY) -> Scene:
    ours = [code for code in planned.tasks if concerns(plan.task(code).audience, unit, kinds=office.kinds)]
    return Scene(unit=unit_variables(unit), tasks=frozenset(ours), today=today)


def fill(form: Form, scene: Scene, *said: Said | str) -> Outcome:
    filling, outcome = begin(form, scene)
    for one in said:
        filling, outcome = advance(filling, in_their_terms(one), form, scene)
    return outcome


@pytest.mark.parametrize(
    ("unit", "counts"),
    [
        ("T01", {"F1": 9, "F2": 9, "F3": 13, "F4": 9}),
        ("T14", {"F1": 9, "F2": 12, "F3": 18, "F4": 9}),
        ("T34", {"F1": 9, "F2": 12, "F3": 19, "F4": 9}),
        ("T36", {"F1": 9, "F2": 12, "F3": 21, "F4": 10}),
        ("T40", {"F1": 8, "F2": 12, "F3": 17, "F4": 5}),
    ],
)
def test_officer_is_told_at_once_how_many_questions_there_are_at_most(
    plan: Plan, units: Units, office: Office, unit: str, counts: dict[str, int]
) -> None:
    """At most: a kindergarten is never asked the question about pupils that counts among the nine of T01."""
    told = {}
    for code in counts:
        planned = plan.form(code)
        outcome = fill(planned.form, scene_of(planned, units[unit], plan=plan, office=office))
        assert isinstance(outcome, Asked)
        told[code] = outcome.place

    assert told == {code: (1, count) for code, count in counts.items()}


def test_school_reports_on_the_directive(plan: Plan, units: Units, office: Office) -> None:
    """The first form of T14 as its officer fills it in: 3 managers, 44 teachers, 5 others and 832 pupils."""
    planned = plan.form("F1")
    scene = scene_of(planned, units["T14"], plan=plan, office=office, today=date(2026, 11, 23))

    outcome = fill(
        planned.form,
        scene,
        "roi",  # đã tổ chức rồi
        "20/11",
        "50",
        "đủ",
        "đúng",
        "có",
        "15/KH-TH ngày 16/11/2026",
        "đúng",
        *[Word.SKIP] * 3,
        SEND,
    )

    assert outcome == Submitted(
        {
            "directive_studied": "yes",
            "directive_studied_on": "2026-11-20",
            "staff_at_directive_study": [50, 52],
            "pupils_informed": [832, 832],
            "plan_issued": "yes",
            "plan_document": {"number": "15/KH-TH", "date": "2026-11-16"},
        }
    )


def test_school_that_has_done_nothing_yet_is_asked_little(plan: Plan, units: Units, office: Office) -> None:
    planned = plan.form("F1")
    scene = scene_of(planned, units["T14"], plan=plan, office=office)

    outcome = fill(planned.form, scene, "chưa", Word.SKIP, "chưa", *[Word.SKIP] * 4, SEND)

    assert outcome == Submitted({"directive_studied": "not_yet", "plan_issued": "not_yet"})


def test_neither_so_far_cannot_stand_beside_another_choice_when_tapped(
    plan: Plan, units: Units, office: Office
) -> None:
    planned = plan.form("F4")
    scene = scene_of(planned, units["T14"], plan=plan, office=office)
    first = planned.form.questions[0]
    assert [option.name for option in first.options] == ["summer_politics", "civic_week", "none"]

    outcome = fill(planned.form, scene, *(Pressed("0", what) for what in ("0", "2", "done")))

    assert isinstance(outcome, Asked)
    assert outcome.question == first


def certain(question: Question, *, options: tuple[Option, ...]) -> list[Said]:
    """What may be said to a question without a doubt."""
    answers: list[Said] = []
    if not question.required:
        answers.append(Word.SKIP)
    if question.follows:
        return answers
    match question.type:
        case Type.SELECT_ONE | Type.SELECT_MULTIPLE:
            answers += [Typed(str(number)) for number in range(1, len(options) + 1)]
        case Type.RATIO if question.total:
            answers += [Typed("0"), Typed("1")]
        case Type.RATIO:
            answers += [Typed("1/3")]
        case Type.INTEGER | Type.MONEY_MILLION:
            answers += [Typed("0"), Typed("1")]
        case Type.EVIDENCE:
            pass
        case _:
            answers += [Typed(text) for text in CERTAIN[question.type]]
    return answers


@given(data=st.data())
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
def test_any_unit_comes_to_the_end_of_any_form_and_the_count_grows_by_days_expected_only(
    plan: Plan, units: Units, office: Office, data: st.DataObject
) -> None:
    planned = data.draw(st.sampled_from(plan.forms))
    asked_of = [unit for unit in units.values() if concerns(planned.audience, unit, kinds=office.kinds)]
    scene = scene_of(planned, data.draw(st.sampled_from(asked_of)), plan=plan, office=office)
    filling, outcome = begin(planned.form, scene)
    last = (0, len(planned.form.questions))

    while isinstance(outcome, Asked | Doubted):
        if isinstance(outcome, Asked):
            number, count = outcome.place
            assert last[0] < number <= count <= last[1] + (outcome.question.follows != "")
            last = (number, count)
            said = data.draw(st.sampled_from(certain(outcome.question, options=outcome.question.options)))
        else:
            said = Typed("đúng")
        filling, outcome = advance(filling, said, planned.form, scene)

    assert isinstance(outcome, Summarised)
    assert isinstance(advance(filling, SEND, planned.form, scene)[1], Submitted)
