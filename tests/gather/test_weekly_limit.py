"""A week's limit counts messages that nobody asked for; what is due today or overdue goes out whatever the count."""

from datetime import date

import pytest

from bot.core.reminders import Manners
from bot.gather.silences import Silences

MANNERS = Manners(weekly=3, silent_after=3)
DAYS = tuple(date(2026, 12, day) for day in (1, 2, 3, 4))


@pytest.mark.parametrize(("messages", "tired"), [(0, False), (2, False), (3, True), (4, True)])
def test_person_is_tired_after_so_many(messages: int, tired: bool) -> None:
    assert Silences({}, {7: messages}).is_tired(7, MANNERS) is tired


@pytest.mark.parametrize(("unanswered", "silent"), [(0, False), (2, False), (3, True), (4, True)])
def test_person_is_silent_after_so_many(unanswered: int, silent: bool) -> None:
    assert Silences({7: DAYS[:unanswered]}, {}).is_silent(7, MANNERS) is silent
    assert Silences({7: DAYS[:unanswered]}, {}).is_silent(8, MANNERS) is False
