"""Which questions of the real plans count persons, read by people one by one: small counts of these are masked."""

import pytest

from bot.core.forms.model import Question, Type
from bot.core.persons import asks_for_persons, is_of_persons
from bot.core.plan.model import Plan
from bot.gather.builtin import PLANS, unit_kinds
from bot.papers.plan_files import check_plan

OF_PERSONS = {
    "directive-32": {
        *("staff_at_directive_study", "pupils_informed", "pupils_political", "party_members_briefed"),
        *(
            "staff_briefed",
            "staff_trained",
            "pupils_law",
            "pupils_skills",
            "pupils_community",
            "pupils_mentored",
        ),
        *("pupils_admitted", "examples_commended", "summer_attended", "training_attendances"),
        *("pupils_in_training", "teachers_in_training", "teachers_admitted", "members_at_directive_study"),
        *("new_members_in_schools", "campaign_attendances"),
    },
    "hoang-mai-2020": {
        *(
            "learners",
            "certificates",
            "graded_good",
            "graded_failed",
            "resolution_attendance",
            "group5_officials",
        ),
        *("part_time_lecturers", "summer_teachers", "outreach_attendances", "full_time_observed"),
        *("part_time_observed", "full_time_initiatives", "part_time_initiatives", "congress_learners"),
        *("lecturers_used", "learners_expected", "study_attendances", "learners_sent"),
    },
}


def real(name: str) -> Plan:
    plan, _ = check_plan("plan.yaml", (PLANS / name / "plan.yaml").read_bytes(), kinds=unit_kinds())
    assert plan is not None
    return plan


def counting(text: str) -> Question:
    return Question("q", Type.INTEGER, {"vi": text})


@pytest.mark.parametrize(("name", "expected"), OF_PERSONS.items())
def test_questions_that_count_persons_are_these(name: str, expected: set[str]) -> None:
    questions = [question for planned in real(name).forms for question in planned.form.questions]
    counted = [one for one in questions if one.type in (Type.INTEGER, Type.RATIO)]

    assert {one.name for one in counted if asks_for_persons(one)} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Có bao nhiêu học sinh?",
        "Số học sinh: tổng",
        "Có bao nhiêu em được kết nạp?",
        "Số thanh niên nhập ngũ",
        "Số đảng viên/tổng số",
        "Bao nhiêu thầy, cô giáo dự?",
        "Bao nhiêu lượt cán bộ dự?",
        "Bao nhiêu hồ sơ học sinh được xét?",
        "Học sinh dự",
    ],
)
def test_question_counts_persons(text: str) -> None:
    assert asks_for_persons(counting(text))


@pytest.mark.parametrize(
    "text",
    [
        "Mở bao nhiêu lớp cho giáo viên?",
        "Số buổi hướng nghiệp cho học sinh",
        "Bao nhiêu trường có giáo viên dự?",
        "Mấy câu lạc bộ học sinh đang hoạt động?",
        "Bao nhiêu lượt đơn vị được kiểm tra?",
    ],
)
def test_question_counts_things(text: str) -> None:
    assert not asks_for_persons(counting(text))


def test_persons_are_known_by_their_unit() -> None:
    assert is_of_persons("Học sinh")
    assert is_of_persons("lượt người")
    assert not is_of_persons("gương")
