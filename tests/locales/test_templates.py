"""What is filled into a sentence stays as it is: a name or an answer with braces is no template."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.messages import Reply
from locales.phrases import committee, history, joining, reminders, review
from locales.words import Words
from tests.locales.saying import BOTH, ENGLISH, VIETNAMESE, named

NASTY = "{name} {0} {} {{x}} %s <b>&"
DAY = date(2026, 12, 2)

SENTENCES: dict[str, Callable[[Words], Reply | str]] = {
    "a person's name": lambda w: joining.joined(NASTY, words=w),
    "the committee's name": lambda w: joining.welcome_stranger(NASTY, words=w),
    "what was searched for": lambda w: committee.no_such_unit(NASTY, words=w),
    "why a report is returned": lambda w: review.tell_returned(
        "Báo cáo", NASTY, DAY, data="open:1.1.F1.once", words=w
    ),
    "who reported": lambda w: history.reported_already("BC-00042V", "08:05", NASTY, data="show:1", words=w),
    "a form's title": lambda w: reminders.reminder(
        "An", [reminders.Reminded(NASTY, "T14", DAY, "open:", 3)], issuer="Ban", today=DAY, words=w
    ),
    "a unit's name": lambda w: reminders.reminder(
        "An", [reminders.Reminded("Báo cáo", NASTY, DAY, "open:", 3)], issuer="Ban", today=DAY, words=w
    ),
}


@pytest.mark.parametrize("words", BOTH, ids=named)
@pytest.mark.parametrize("what", list(SENTENCES))
def test_what_is_filled_in_is_shown_as_it_is(what: str, words: Words) -> None:
    said = SENTENCES[what](words)

    assert NASTY in (said if isinstance(said, str) else said.text)


@given(st.text())
def test_any_value_is_filled_in_as_it_is(value: str) -> None:
    filled = VIETNAMESE.say("Kính gửi đồng chí {name}.", name=value)

    assert filled == f"Kính gửi đồng chí {value}."
    assert ENGLISH.say("Kính gửi đồng chí {name}.", name=value).count(value) >= 1


def test_value_may_bear_any_name() -> None:
    """As `sentence` and `self`, which a method might want for itself."""
    assert VIETNAMESE.say("{sentence} {self}", sentence="một", self="hai") == "một hai"


def test_sentence_that_lacks_a_value_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError, match="name"):
        VIETNAMESE.say("Kính gửi đồng chí {name}.", title="Báo cáo")
