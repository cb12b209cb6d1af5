"""Which figures are asked once more."""

from dataclasses import replace

import pytest

from bot.core.forms.model import Question, Type, Value
from bot.core.forms.outcomes import Submitted, Summarised, UnusualAsked
from bot.core.forms.plausible import Near, Strange, are_alike, neighbours, strange
from tests.core.talking import COUNT, HELD, SCENE, SEND, Talk, question

RATIO = question("ratio", Type.RATIO, required=True, total="${unit_teachers}")
MONEY = question("money", Type.MONEY_MILLION)


@pytest.mark.parametrize(
    ("asked", "last", "value", "far"),
    [
        (COUNT, 800, 8000, True),
        (COUNT, 800, 2399, False),
        (COUNT, 800, 2400, True),
        (COUNT, 800, 200, True),
        (COUNT, 2, 9, False),  # small numbers jump
        (COUNT, 0, 15, True),
        (COUNT, 15, 0, True),
        (MONEY, "15.5", "155", True),
        (RATIO, [44, 44], [10, 44], True),
        (RATIO, [44, 44], [22, 44], False),
        (RATIO, [2, 2], [0, 2], False),  # two people are no trend
        (RATIO, [44, 44], "na", False),
        (HELD, "yes", "no", False),
        (replace(COUNT, unusual="no"), 800, 8000, False),
        (replace(COUNT, unusual="20"), 800, 8000, False),
        (replace(RATIO, unusual="20"), [44, 44], [30, 44], True),
    ],
)
def test_answer_is_far_from_the_last_one(asked: Question, last: Value, value: Value, far: bool) -> None:
    assert strange(asked, value, last=last, near=None) == (Strange(last=last) if far else None)


def test_others_are_asked_only_where_the_unit_has_no_last_report() -> None:
    near = Near(6, "40")

    assert strange(COUNT, 400, last=None, near=near) == Strange(near=near)
    assert strange(COUNT, 400, last=390, near=near) is None


def test_few_others_say_nothing() -> None:
    reports: list[dict[str, Value]] = [{"count": number} for number in (1, 2, 3, 4)]

    assert neighbours([COUNT], reports) == {}
    assert neighbours([COUNT, HELD], [*reports, {"count": 50}]) == {"count": Near(5, "3")}


def test_units_are_alike_up_to_twice_the_size() -> None:
    assert are_alike(300, 600)
    assert not are_alike(300, 601)
    assert are_alike(None, None)
    assert not are_alike(300, None)


def unusual() -> Talk:
    """A figure far from the last one, just typed."""
    talk = Talk(COUNT, HELD, scene=replace(SCENE, last={"count": 800}))
    talk.say("có", "sửa 1: 8000")
    return talk


def test_far_figure_is_kept_and_asked_once() -> None:
    talk = unusual()

    assert isinstance(talk.outcome, UnusualAsked)
    assert talk.answers["count"] == 8000
    assert isinstance(talk.say("đúng"), Summarised)
    assert talk.say(SEND) == Submitted({"count": 8000, "held": "yes"}, remarks={"count": ""})


def test_reason_is_kept_with_the_report() -> None:
    talk = unusual()

    talk.say("Đúng, vì có thêm hội thi của 3 trường")

    assert talk.say(SEND) == Submitted(
        {"count": 8000, "held": "yes"}, remarks={"count": "Đúng, vì có thêm hội thi của 3 trường"}
    )


def test_other_figure_needs_no_reason() -> None:
    talk = unusual()

    talk.say("810")

    assert talk.say(SEND) == Submitted({"count": 810, "held": "yes"})


def test_reason_of_a_figure_that_was_changed_since_is_forgotten() -> None:
    talk = unusual()

    talk.say("Có hội thi", "sửa 1: 810")

    assert talk.say(SEND) == Submitted({"count": 810, "held": "yes"})


def test_secret_is_no_reason() -> None:
    talk = unusual()

    talk.say("Theo văn bản MẬT của huyện")

    assert isinstance(talk.outcome, UnusualAsked)
    assert talk.outcome.problem is not None
    assert talk.filling.remarks == {}
