"""From rows to a plan: what is written is what the plan holds, and every part knows where it stood."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.forms.model import Form, Option, Question, Type
from bot.core.plan.check import examine
from bot.core.plan.model import Audience, Indicator, IndicatorKind, Plan, PlannedForm, Schedule, Status, Task
from bot.core.plan.read import Reading, read
from bot.papers.plan_yaml import read_plan_yaml
from tests.plan.small_plan import FILE, KINDS, SMALL, changed


def reading_of(text: str) -> Reading:
    sheets, _ = read_plan_yaml(text.encode(), file=FILE)
    assert sheets is not None
    return read(sheets)


def test_plan_is_what_the_file_says() -> None:
    assert reading_of(SMALL).plan == Plan(
        code="P",
        title={"vi": "Kế hoạch thử", "en": "Trial plan"},
        issuer={"vi": "Huyện ủy", "en": "District committee"},
        starts_on=date(2026, 11, 2),
        ends_on=date(2027, 12, 31),
        number="12-KH/HU",
        issued_on=date(2026, 11, 2),
        issued_on_status=Status.STATED,
        monitor_kinds=("PROPAGANDA",),
        tasks=(
            Task(
                code="P-1",
                title={"vi": "Học nghị quyết", "en": "Study resolutions"},
                source="I",
                audience=Audience(kinds=("SCHOOL",)),
                cadence="yearly",
                deadline="15/6",
                deadline_status=Status.STATED,
                core=True,
                indicators=(
                    Indicator(
                        code="P-1.1",
                        kind=IndicatorKind.RATIO,
                        label={"vi": "Người dự", "en": "Attendance"},
                        numerator="done(${attended})",
                        denominator="${unit_teachers}",
                        target="100",
                    ),
                ),
            ),
            Task(
                code="P-2",
                title={"vi": "Ban hành kế hoạch", "en": "Issue a plan"},
                source="II",
                audience=Audience(kinds=("SCHOOL",)),
                cadence="once",
                deadline="P0 + 30 days",
                deadline_status=Status.CONFIRMED,
                core=False,
                depends_on=("P-1",),
            ),
        ),
        forms=(
            PlannedForm(
                form=Form(
                    code="F",
                    title={"vi": "Báo cáo năm", "en": "Annual report"},
                    questions=(
                        Question(
                            name="attended",
                            type=Type.RATIO,
                            label={"vi": "Bao nhiêu người dự?", "en": "How many attended?"},
                            required=True,
                            total="${unit_teachers}",
                            task="P-1",
                        ),
                        Question(
                            name="way",
                            type=Type.SELECT_ONE,
                            label={"vi": "Hình thức?", "en": "In which form?"},
                            relevant="done(${attended}) > 0",
                            options=(
                                Option("hall", {"vi": "Hội trường", "en": "Hall"}),
                                Option("online", {"vi": "Trực tuyến", "en": "Online"}),
                            ),
                            task="P-1",
                        ),
                        Question(
                            name="plan",
                            type=Type.DOCUMENT,
                            label={"vi": "Số, ngày kế hoạch?", "en": "Number and date of the plan?"},
                            constraint="date-of(.) <= today()",
                            constraint_message={
                                "vi": "Ngày không được sau hôm nay.",
                                "en": "The date cannot lie ahead.",
                            },
                            task="P-2",
                        ),
                    ),
                ),
                audience=Audience(kinds=("SCHOOL",)),
                schedule=Schedule(period="year", deadline="15/6", deadline_status=Status.STATED),
                tasks=("P-1", "P-2"),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("plan",), 1),
        (("plan", "number"), 5),
        (("task", 0), 14),
        (("task", 0, "deadline"), 20),
        (("task", 0, "title"), 15),
        (("task", 0, "indicator", 0, "denominator"), 29),
        (("task", 1, "depends_on"), 39),
        (("choices", "ways"), 41),
        (("form", 0), 49),
        (("form", 0, "question", 1, "relevant"), 69),
        (("form", 0, "question", 2, "label"), 73),
        (("form", 0, "question", 2, "hint"), 70),  # it has none: the question itself
    ],
)
def test_part_of_a_plan_knows_its_line(path: tuple[str | int, ...], line: int) -> None:
    assert str(reading_of(SMALL).places.at(*path)) == f"{FILE}:{line}"


def test_dates_and_lists_may_be_written_as_people_write_them() -> None:
    text = changed("ends_on: 2027-12-31", "ends_on: 31/12/2027").replace("[PROPAGANDA]", "PROPAGANDA, YOUTH")
    plan = reading_of(text).plan
    assert (plan.ends_on, plan.monitor_kinds) == (date(2027, 12, 31), ("PROPAGANDA", "YOUTH"))


@pytest.mark.parametrize(("line", "days"), [("", 15), ("  lock_days: 0\n", 0), ("  lock_days: 30\n", 30)])
def test_days_until_a_period_is_locked_are_the_plan_s_or_assumed(line: str, days: int) -> None:
    plan = reading_of(changed("  monitor_kinds:", f"{line}  monitor_kinds:")).plan

    assert plan.lock_days == days


def test_columns_of_other_tools_name_the_language_in_brackets() -> None:
    text = changed("label::vi: Hình thức?", '"label::Tiếng Việt (vi)": Hình thức?')
    assert reading_of(text).plan == reading_of(SMALL).plan


@given(lines=st.lists(st.integers(0, len(SMALL.splitlines()) - 1), max_size=12), junk=st.text(max_size=8))
@settings(max_examples=150)
def test_no_damage_makes_reading_raise(lines: list[int], junk: str) -> None:
    """Whatever lines are lost or spoilt, there is a plan with findings, or findings alone."""
    text = SMALL.splitlines()
    for number in lines:
        text[number] = text[number].partition(":")[0] + ":" + (f" {junk}" if number % 2 else "")
    sheets, findings = read_plan_yaml("\n".join(text).encode(errors="replace"), file=FILE)
    if sheets is None:
        assert findings != []
    else:
        assert isinstance(examine(sheets, kinds=KINDS), Reading)
