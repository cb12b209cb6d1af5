"""Groups, lists that earlier answers filter, and repeats: from the rows of a plan to the report."""

from dataclasses import replace
from pathlib import Path

from bot.core.forms import expressions
from bot.core.forms.model import MOST_ROUNDS, Option, Type
from bot.core.forms.outcomes import Stale, Submitted, Summarised, Why
from bot.core.forms.said import Edit, Pressed, Word
from bot.core.forms.scene import Scene
from bot.core.indicators import figure
from bot.papers.plan_files import read_plan
from tests.core.talking import TODAY, Talk, question

CLASSES = Path(__file__).parents[1] / "conversations" / "plans" / "classes.yaml"
PLAN = read_plan("classes.yaml", CLASSES.read_bytes())
FORM = PLAN.form("L1").form
SCENE = Scene(unit={}, tasks=frozenset({"LOP-01"}), today=TODAY)

TWO_CLASSES = (
    "có",
    "khối đảng",
    "nghiệp vụ công tác chi bộ",
    "32",
    "có",
    "đảng viên mới",
    "41",
    "không",
    Word.SKIP,
)

BLOCK = question(
    "block",
    Type.SELECT_ONE,
    required=True,
    options=(Option("party", {"vi": "Đảng"}), Option("unions", {"vi": "Đoàn"})),
)
THEME = question(
    "theme",
    Type.SELECT_ONE,
    required=True,
    choice_filter="block = ${block}",
    options=(
        Option("cells", {"vi": "Chi bộ"}, {"block": "party"}),
        Option("youth", {"vi": "Thanh niên"}, {"block": "unions"}),
    ),
)


def test_each_round_of_a_repeat_has_its_answers_and_the_report_sums_them() -> None:
    talk = Talk(*FORM.questions, scene=SCENE)
    talk.say(*TWO_CLASSES)
    outcome = talk.say(Pressed("summary", "send"))

    assert isinstance(outcome, Submitted)
    assert outcome.answers == {
        "held": "yes",
        "block": "party",
        "theme": "cell_work",
        "learners": 32,
        "classes": "yes",
        "theme.2": "new_members",
        "learners.2": 41,
        "classes.2": "no",
        "all_learners": "73",
    }


def test_indicators_count_rounds_and_sum_over_them() -> None:
    answers = {"held": "yes", "learners": 32, "classes": "yes", "learners.2": 41, "classes.2": "no"}
    held, learners = PLAN.task("LOP-01").indicators

    classes = figure(held, FORM, answers, {}, today=TODAY)
    people = figure(learners, FORM, answers, {}, today=TODAY)

    assert classes is not None
    assert people is not None
    assert classes.numerator == 2
    assert people.numerator == 73


def test_round_that_is_taken_back_no_longer_counts_and_comes_back_with_its_answers() -> None:
    talk = Talk(*FORM.questions, scene=SCENE)
    talk.say(*TWO_CLASSES, Edit(5), "không")
    left = talk.outcome
    talk.say(Edit(5), "có")

    assert isinstance(left, Summarised)
    assert [line.question.name for line in left.lines] == [
        "held", "block", "theme", "learners", "classes", "difficulties",
    ]  # fmt: skip
    assert isinstance(talk.outcome, Summarised)
    assert talk.answers["learners.2"] == 41


def test_place_counts_the_round_that_is_asked_and_no_round_that_may_follow() -> None:
    talk = Talk(*FORM.questions, scene=SCENE)
    first = talk.asked.place
    talk.say(*TWO_CLASSES[:5])

    assert first == (1, 6)
    assert talk.asked.place == (6, 9)


def test_after_the_last_round_nobody_is_asked_for_another() -> None:
    again = ["có", "đảng viên mới", "5"] * (MOST_ROUNDS - 1)
    talk = Talk(*FORM.questions, scene=SCENE)
    talk.say("có", "khối đảng", "đảng viên mới", "5", *again)

    assert talk.asked.question.name == "difficulties"
    assert isinstance(talk.say(Word.SKIP), Summarised)
    (count,) = [one for one in FORM.questions if one.name == "all_learners"]
    assert expressions.compile(count.calculation).text(talk.answers, today=TODAY) == str(5 * MOST_ROUNDS)


def test_not_yet_is_no_to_another_round() -> None:
    talk = Talk(*FORM.questions, scene=SCENE)
    talk.say("có", "khối đảng", "đảng viên mới", "5", "chưa ạ")

    assert talk.answers["classes"] == "no"


def test_heading_is_read_before_the_first_question_of_its_group_only() -> None:
    talk = Talk(*FORM.questions, scene=SCENE)
    talk.say("có")
    first = [note.name for note in talk.asked.notes]
    talk.say("khối đảng")
    second = [note.name for note in talk.asked.notes]
    talk.say("đảng viên mới", "5", "không")

    assert (first, second) == (["about"], ["classes-heading"])
    assert talk.asked.question.name == "difficulties"
    assert talk.asked.notes == ()


def test_group_that_does_not_concern_is_not_asked() -> None:
    talk = Talk(*FORM.questions, scene=SCENE)
    talk.say("không")

    assert talk.asked.question.name == "difficulties"
    assert talk.asked.notes == ()


def test_only_options_that_fit_the_answers_are_offered() -> None:
    talk = Talk(BLOCK, THEME)
    talk.say("Đoàn")

    assert [option.name for option in talk.asked.question.offered] == ["youth"]
    assert [option.name for option in talk.say("chi bộ").question.offered] == ["youth"]  # type: ignore[union-attr] # Asked
    assert isinstance(talk.say("1"), Summarised)
    assert talk.answers["theme"] == "youth"


def test_button_of_an_option_that_is_no_longer_offered_is_stale() -> None:
    talk = Talk(BLOCK, THEME)
    talk.say("Đoàn")

    assert isinstance(talk.say(talk.press(THEME, "0")), Stale)
    assert isinstance(talk.say(talk.press(THEME, "1")), Summarised)


def test_answer_that_no_longer_fits_is_asked_again() -> None:
    talk = Talk(BLOCK, THEME)
    talk.say("Đoàn", "1", Edit(1), "Đảng")

    assert talk.asked.question.name == "theme"
    assert talk.asked.why is Why.REFUSED


def test_list_with_nothing_to_offer_is_not_asked() -> None:
    empty = replace(THEME, options=THEME.options[:1])
    talk = Talk(BLOCK, empty)

    assert talk.asked.place == (1, 2)
    assert isinstance(talk.say("Đoàn"), Summarised)


def test_sum_count_min_and_max_look_at_all_rounds() -> None:
    answers = {"n": 5, "n.2": "", "n.3": "2.5", "x": "4"}

    def value(source: str) -> str:
        return expressions.compile(source).text(answers, today=TODAY)

    assert [value(f"{name}(${{n}})") for name in ("sum", "count", "min", "max")] == ["7.5", "2", "2.5", "5"]
    assert value("max(${n}, ${x}, 9)") == "9"
    assert value("sum(${x} * 2)") == "8"
    assert value("sum(${nothing})") == "0"
