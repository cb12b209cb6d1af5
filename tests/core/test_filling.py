"""A half-filled form as data that survives a restart."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.forms.filling import Filling, Stand
from tests.core.talking import PHOTO

NAMES = st.sampled_from(["held", "ways", "proof", "remark"])
VALUES = st.sampled_from(
    [
        "yes",
        0,
        12,
        "1234.5",
        [43, 45],
        "na",
        "2026-11-20",
        {"number": "15-KH/ĐU", "date": None},
        [],
        ["hall", "zalo"],
        [PHOTO.to_json()],
        "Rất tốt {tên} 🎉",
    ]
)
FILLINGS = st.builds(
    Filling,
    answers=st.dictionaries(NAMES, VALUES),
    skipped=st.frozensets(NAMES),
    at=st.none() | NAMES,
    stand=st.sampled_from(Stand),
    draft=st.none() | VALUES,
)


def test_filling_is_plain_json_with_a_version() -> None:
    filling = Filling(
        {"held": "yes"}, frozenset({"remark", "proof"}), at="ways", stand=Stand.CONFIRM, draft=["hall"]
    )

    assert json.loads(json.dumps(filling.to_json())) == {
        "version": 1,
        "answers": {"held": "yes"},
        "skipped": ["proof", "remark"],
        "at": "ways",
        "stand": "confirm",
        "draft": ["hall"],
    }


@given(FILLINGS)
def test_filling_is_read_back_as_it_was(filling: Filling) -> None:
    assert Filling.from_json(json.loads(json.dumps(filling.to_json()))) == filling


def test_filling_of_another_version_is_refused() -> None:
    stored = Filling().to_json() | {"version": 2}

    with pytest.raises(ValueError, match="a filling of version 2, this code reads 1"):
        Filling.from_json(stored)


def test_new_filling_has_nothing() -> None:
    assert Filling() == Filling(answers={}, skipped=frozenset(), at=None, stand=Stand.QUESTION, draft=None)


def test_answer_ends_skipping_and_the_draft() -> None:
    before = Filling({"held": "yes"}, frozenset({"ways", "proof"}), at="ways", draft=["hall"])

    after = before.with_answer("ways", ["zalo"])

    assert after == Filling({"held": "yes", "ways": ["zalo"]}, frozenset({"proof"}), at="ways")
    assert before.answers == {"held": "yes"}


def test_skipping_takes_the_answer_away() -> None:
    before = Filling({"held": "yes", "ways": ["hall"]}, frozenset({"proof"}), at="ways", draft=["zalo"])

    assert before.without_answer("ways") == Filling({"held": "yes"}, frozenset({"ways", "proof"}), at="ways")
