"""At which hours the digest and its preview may come."""

from dataclasses import replace
from datetime import time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.digest_hours import wrong_hour
from bot.core.digest_ways import USUAL_DIGEST
from bot.core.monthday import MonthDay
from bot.core.windows import Season, SendWindows, Window, at_rest
from bot.core.workdays import WorkCalendar

WINDOWS = SendWindows(WorkCalendar(), ZoneInfo("Asia/Ho_Chi_Minh"))
SUMMER = Season(
    MonthDay(4, 16), MonthDay(10, 16), (Window(time(7, 30), time(11)), Window(time(15), time(17)))
)


def hours(possible: tuple[Window, ...]) -> list[str]:
    return [f"{one.opens:%H:%M}-{one.closes:%H:%M}" for one in possible]


@given(st.integers(0, 24 * 60 - 1))
def test_digest_comes_at_no_hour_of_rest(at: int) -> None:
    refused = wrong_hour(replace(USUAL_DIGEST, at=-1), replace(USUAL_DIGEST, at=at), WINDOWS)

    rests = at_rest([Window(time(at // 60, at % 60), time(at // 60, at % 60, 59))])
    assert (refused is not None) == (rests is not None)


@pytest.mark.parametrize(
    ("at", "season", "possible"),
    [
        (8 * 60, (), None),
        (14 * 60 + 30, (), None),
        (22 * 60, (), ["08:00-11:00", "14:00-16:30"]),
        (16 * 60 + 30, (), ["08:00-11:00", "14:00-16:30"]),
        (14 * 60 + 30, (SUMMER,), ["08:00-11:00", "15:00-16:30"]),
        (15 * 60, (SUMMER,), None),
    ],
)
def test_preview_comes_while_notices_go_out_all_the_year(
    at: int, season: tuple[Season, ...], possible: list[str] | None
) -> None:
    windows = replace(WINDOWS, seasons=season)
    before = replace(USUAL_DIGEST, preview_at=None)

    refused = wrong_hour(before, replace(USUAL_DIGEST, preview_at=at), windows)

    assert (None if refused is None else hours(refused.possible)) == possible


def test_what_stays_as_it_was_is_not_looked_at() -> None:
    """Hours that were set before any was refused."""
    night = replace(USUAL_DIGEST, at=23 * 60, preview_at=22 * 60)

    assert wrong_hour(night, replace(night, only_news=True), WINDOWS) is None
    assert wrong_hour(night, replace(night, preview_at=None), WINDOWS) is None
