"""Forms made in ODK's and Kobo's tools as the questions of a plan."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.forms.model import MOST_ROUNDS, Question, Type
from bot.core.forms.scene import Scene, course
from bot.core.plan.model import Finding, Plan, Severity
from bot.gather.builtin import unit_kinds
from bot.papers.plan_files import check_plan, read_plan, source_to_keep
from locales.words import in_language
from tests.papers.workbooks import FORMS, PLAN, TASKS, book
from tests.papers.xlsforms import BEYOND, HEAD, SAMPLES, choices, form, survey

WITH_XLSFORM = book(
    {"plan": PLAN, "tasks": TASKS, "forms": [(*FORMS[0], "xlsform", "task"), (*FORMS[1], "f.xlsx", "T-1")]}
)


def checked(xlsform: bytes) -> tuple[Plan, list[Finding]]:
    """The plan whose only form is that XLSForm, and what is found."""
    plan, findings = check_plan("p.xlsx", WITH_XLSFORM, kinds=unit_kinds(), beside={"f.xlsx": xlsform}.get)
    assert plan is not None
    return plan, [one for one in findings if one.code != "translation_missing"]


def asked(name: str) -> dict[str, Question]:
    """The questions of a sample by their names."""
    plan, findings = checked(SAMPLES[name])
    assert [one for one in findings if one.severity is Severity.ERROR] == []
    return {question.name: question for question in plan.form("F").form.questions}


@pytest.mark.parametrize("name", SAMPLES)
def test_form_that_a_chat_can_ask_has_no_error(name: str) -> None:
    _, findings = checked(SAMPLES[name])

    assert [one for one in findings if one.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", BEYOND)
def test_what_no_chat_can_do_is_found_at_its_cell(name: str) -> None:
    data, expected = BEYOND[name]
    _, findings = checked(data)
    found = [
        (one.code, str(one.place))
        for one in findings
        if one.severity is not Severity.NOTE and one.code != "question_twice"  # of the sample's own wording
    ]

    assert sorted(found) == sorted((code, f"f.xlsx:{place}") for code, place in expected)


def test_metadata_of_the_device_is_passed_over_with_a_note() -> None:
    plan, findings = checked(SAMPLES["template"])

    assert [(one.code, one.values["type"], str(one.place)) for one in findings] == [
        ("xlsform_row_ignored", "start", "f.xlsx:survey!A2"),
        ("xlsform_row_ignored", "end", "f.xlsx:survey!A3"),
        ("xlsform_row_ignored", "deviceid", "f.xlsx:survey!A5"),
    ]
    assert [question.name for question in plan.form("F").form.questions] == ["today", "remark", "visits"]


def test_columns_without_effect_in_a_chat_are_noted_once_at_their_heads() -> None:
    _, findings = checked(SAMPLES["kobo"])

    assert [(one.code, one.values, str(one.place)) for one in findings] == [
        ("xlsform_column_ignored", {"column": "required_message"}, "f.xlsx:survey!F1"),
        ("xlsform_column_ignored", {"column": "appearance"}, "f.xlsx:survey!G1"),
        ("xlsform_column_ignored", {"column": "$given_name"}, "f.xlsx:survey!H1"),
    ]
    assert asked("kobo")["who"].guidance == {"vi": "Ghi chức danh."}


def test_questions_serve_the_task_of_the_form() -> None:
    assert {question.task for question in asked("relevant").values()} == {"T-1"}


def test_old_spellings_are_understood() -> None:
    questions = asked("old")

    assert questions["held"].type is Type.SELECT_ONE
    assert questions["times"].relevant == "${held} = 'yes'"


def test_group_is_a_heading_and_a_condition_of_its_questions() -> None:
    questions = asked("groups")

    assert questions["respondent"].type is Type.NOTE
    assert questions["respondent"].heads == {"village", "seen_on"}
    assert questions["inner"].heads == {"seen_on"}
    assert questions["seen_on"].conditions == ("${children} > 0",)
    assert questions["children"].conditions == ()


def test_repeat_is_unrolled_and_asks_after_each_round_whether_there_is_another() -> None:
    questions = asked("repeat")
    again = [question.name for question in questions.values() if question.again]

    assert again == ["classes", *(f"classes.{number}" for number in range(2, MOST_ROUNDS))]
    assert questions["learners.3"].conditions == ("${classes.2} = 'yes'",)
    assert questions["learners.3"].label["vi"] == "Số học viên? (3)"
    assert questions["learners"].conditions == ()


def test_repeat_with_a_count_asks_that_often() -> None:
    questions = asked("repeat_count")

    assert not any(question.again for question in questions.values())
    assert questions["held_on.2"].conditions == ("(${n}) >= 2",)


def test_choice_filter_reads_the_columns_of_the_choices() -> None:
    county = asked("cascade")["county"]

    assert county.choice_filter == "state=${state}"
    assert [option.columns["state"] for option in county.options] == ["a", "a", "b"]


def test_or_other_adds_a_choice_and_a_question() -> None:
    questions = asked("or_other")

    assert [option.name for option in questions["channels"].options] == ["zalo", "web", "other"]
    assert questions["channels_other"].relevant == "selected(${channels}, 'other')"


def test_range_is_a_number_between_two_others() -> None:
    amount = asked("widgets")["amount"]

    assert (amount.type, amount.constraint) == (Type.INTEGER, ". >= 0 and . <= 10 and (. - 0) mod 2 = 0")
    assert amount.constraint_message["vi"] == "Cần một số từ 0 đến 10, cách nhau 2."


@pytest.mark.parametrize("name", SAMPLES)
def test_plan_is_kept_whole_without_the_file_beside_it(name: str) -> None:
    beside = {"f.xlsx": SAMPLES[name]}.get
    kept = source_to_keep("p.xlsx", WITH_XLSFORM, words=in_language("vi"), beside=beside)
    plan, _ = checked(SAMPLES[name])

    assert read_plan("p.xlsx", kept) == plan


def test_file_that_is_not_there_is_named_at_the_cell_that_names_it() -> None:
    _, findings = check_plan("p.xlsx", WITH_XLSFORM, kinds=unit_kinds())

    assert ("xlsform_absent", "p.xlsx:forms!H2") in [(one.code, str(one.place)) for one in findings]


def test_types_of_our_own_may_stand_in_an_xlsform() -> None:
    _, findings = checked(form(survey(("yes_no", "held", "Chưa?"), ("document", "paper", "Số, ngày?"))))

    assert findings == []


words = st.sampled_from(
    (
        *(
            "text",
            "integer",
            "select_one a",
            "select_multiple a or_other",
            "begin_group",
            "end_group",
            "begin repeat",
        ),
        *(
            "end repeat",
            "range",
            "geopoint",
            "calculate",
            "note",
            "",
            "x",
            "${x}",
            ". > 1",
            "count(${x}) > 1",
            "a b",
        ),
        *("'", "true()", "position(..)", "start=1 end=3", "begin_group", "end_group", "end repeat", "Có?"),
    )
)


@given(
    st.lists(
        st.tuples(words, st.sampled_from(("x", "y", "z", "")), words, words, words, words, words),
        min_size=1,
        max_size=8,
    )
)
@settings(max_examples=60)
def test_whatever_stands_in_an_xlsform_nothing_raises(rows: list[tuple[str, ...]]) -> None:
    more = ("relevant", "constraint", "calculation", "parameters")
    data = form([(*HEAD[:3], *more), *rows], choices(("a", "b", "B"), ("a", "c", "C")))

    plan, _ = checked(data)

    course(plan.form("F").form, {}, Scene(unit={}, tasks=frozenset(("T-1",)), today=date(2026, 11, 23)))
