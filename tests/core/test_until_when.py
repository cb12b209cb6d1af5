"""Until when more time is wanted, in people's own words: with and without accents, never silently wrong."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.extending import NotThat, Wanted, read_until, settled
from bot.core.folding import fold
from bot.core.until_when import Said, until_when
from bot.core.workdays import DayKind, SpecialDay, WorkCalendar
from bot.gather.builtin import special_days
from tests.answers.reading import phrases

CALENDAR = WorkCalendar.of(special_days())
TODAY, DUE = date(2026, 11, 25), date(2026, 12, 2)  # both Wednesdays
MOST = date(2026, 12, 31)  # 1 January is a day off

SURE = {
    "2026-12-04": "thứ Sáu|thứ 6|t6|thứ 6 tới|thứ sáu này|đến hết thứ sáu|cho em đến thứ 6 tuần sau|4/12|"
    "hết ngày 4/12|Friday|until Friday|by next Friday",
    "2026-12-07": "thứ 2|thứ Hai|đến thứ hai ạ|3 ngày làm việc|thêm ba ngày làm việc|3 working days|thêm 5 ngày|"
    "năm ngày|5 ngày nữa|xin thêm 5 ngày nữa ạ",
    "2026-12-09": "9/12|09/12/2026|trước ngày 10/12|trước 10/12|before 10/12|thêm một tuần|1 tuần|một tuần nữa|"
    "thêm tuần nữa|7 ngày|a week|one week more|ngày 9 tháng 12|thứ Tư 9/12|9 Dec|bảy ngày",
    "2026-12-10": "10/12|chậm nhất 10/12|chậm nhất là ngày 10/12|muộn nhất hết ngày 10/12|đến hết ngày 10/12|"
    "không quá 10/12|xin đến 10/12 ạ|cho em đến 10/12 được không|đến 10/12 được không ạ?|lùi đến 10/12|by 10 Dec|"
    "no later than 10/12|tới 10/12|sang 10/12|mùng 10 tháng 12|10.12.2026",
    "2026-12-11": "thứ Sáu tuần sau nữa",
    "2026-12-16": "hai tuần|2 tuần|thêm 2 tuần nữa|two weeks|14 ngày|mười bốn ngày|two more weeks",
    "2026-12-17": "mười lăm ngày|15 ngày|thêm 15 ngày",
    "2026-12-31": "31/12|cuối tháng 12|hết tháng 12|đến hết tháng mười hai|cuối năm|end of the year",
}
VAGUE = {
    "2026-12-04": "tuần sau|trong tuần sau|cuối tuần sau|đến cuối tuần sau|hết tuần sau|cuối tuần|next week|"
    "end of next week",
    "2026-12-08": "đầu tuần sau|early next week",
    "2026-12-10": "khoảng 10/12|tầm 10/12|khoảng ngày 10/12|ngày 10|mùng 10|hôm 10|ngày mười|đến ngày 10|about 10/12|"
    "around 10 Dec",
    "2026-12-11": "tuần sau nữa",
    "2026-12-15": "giữa tháng 12",
    "2026-12-17": "nửa tháng|thêm nửa tháng|half a month",
}
NOTHING = phrases(
    "mai mốt|vài ngày|mấy hôm|hai ba ngày|3|số 2|9/12 hoặc 10/12|thứ Sáu 9/12|0 ngày|không|sau 10/12|"
    "mùng 5 tháng Giêng|mùng 5 Tết|ngày 0|ngày 32|cuối tháng 13|tuần|trường thi|9/12 trường thi|thứ sáu trường họp|"
    "30/2|13/13"
)


def read(
    text: str, *, today: date = TODAY, due_on: date = DUE, calendar: WorkCalendar = CALENDAR
) -> Wanted | NotThat:
    return read_until(text, today=today, due_on=due_on, original_on=due_on, most_days=30, calendar=calendar)


def vectors(table: dict[str, str]) -> list[tuple[str, date]]:
    return [(text, date.fromisoformat(day)) for day, texts in table.items() for text in phrases(texts)]


@pytest.mark.parametrize(("text", "day"), vectors(SURE))
def test_day_is_read(text: str, day: date) -> None:
    assert read(text) == Wanted(day)


@pytest.mark.parametrize(("text", "day"), vectors(VAGUE))
def test_vague_words_mean_their_last_sensible_day_for_want_of_a_better_one(text: str, day: date) -> None:
    assert read(text) == Wanted(day, sure=False)


@pytest.mark.parametrize(("text", "day"), [*vectors(SURE), *vectors(VAGUE)])
def test_accents_do_not_matter(text: str, day: date) -> None:
    found = read(fold(text))

    assert isinstance(found, Wanted)
    assert found.day == day


@pytest.mark.parametrize("text", NOTHING)
def test_what_names_no_one_day_is_not_guessed(text: str) -> None:
    assert read(text) == NotThat("unclear", MOST)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("thứ Bảy", Wanted(date(2026, 12, 7), "on")),
        ("ba ngày", Wanted(date(2026, 12, 7), "on")),
        ("trước thứ Hai", Wanted(date(2026, 12, 4), "back")),
        ("trước ngày 14/12", Wanted(date(2026, 12, 11), "back")),
        ("1/1", Wanted(MOST, "limit")),
        ("1/1/2027", Wanted(MOST, "limit")),
    ],
)
def test_day_off_goes_where_it_can(text: str, wanted: Wanted) -> None:
    assert read(text) == wanted


@pytest.mark.parametrize(
    "text", phrases("2/12|25/11|thứ sáu tuần này|tuần này|mai|thứ ba vừa rồi|trước ngày 3/12")
)
def test_day_that_is_no_later_is_said_to_be_early(text: str) -> None:
    assert read(text) == NotThat("early", MOST)


@pytest.mark.parametrize("text", phrases("4/1|2/1/2027|2 tháng|tháng sau nữa 3/3|31/1"))
def test_day_that_is_too_late_is_not_taken(text: str) -> None:
    assert not isinstance(read(text), Wanted)


def test_overdue_time_is_counted_from_today() -> None:
    late = date(2026, 12, 10)  # a Thursday

    assert read("thêm một tuần", today=late) == Wanted(date(2026, 12, 17))
    assert read("thứ Năm", today=late) == Wanted(date(2026, 12, 17))
    assert read("thứ Sáu", today=late) == Wanted(date(2026, 12, 11))
    assert read("cuối tuần", today=late) == Wanted(date(2026, 12, 11), sure=False)
    assert read("ngày 11", today=late) == Wanted(date(2026, 12, 11), sure=False)


def test_next_week_is_the_one_behind_a_last_day_that_is_further() -> None:
    far = date(2026, 12, 15)  # a Tuesday

    assert read("tuần sau", due_on=far) == Wanted(date(2026, 12, 25), sure=False)
    assert read("thứ sáu tuần sau", due_on=far) == Wanted(date(2026, 12, 25), sure=False)


@given(st.integers(-60, 60), st.sampled_from(("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu")))
def test_weekday_is_the_first_such_day_behind_today_and_the_last_day(from_due: int, text: str) -> None:
    today = DUE + timedelta(days=from_due)

    said = until_when(text, today=today, due_on=DUE, calendar=CALENDAR)

    assert isinstance(said, Said)
    assert 1 <= (said.day - max(today, DUE)).days <= 7
    assert said.day.weekday() == ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu").index(text)


@given(
    st.sampled_from([text for text, _ in (*vectors(SURE), *vectors(VAGUE))]),
    st.integers(-40, 40),
    st.sampled_from(("next", "previous", "stay")),
)
def test_whatever_is_taken_lies_within_its_bounds(text: str, from_due: int, when_day_off: str) -> None:
    today = DUE + timedelta(days=from_due)

    found = read_until(
        text,
        today=today,
        due_on=DUE,
        original_on=DUE,
        most_days=30,
        calendar=CALENDAR,
        when_day_off=when_day_off,  # type: ignore[arg-type]
    )

    if isinstance(found, Wanted):
        assert max(today, DUE) < found.day <= max(DUE, today) + timedelta(days=30)
        assert when_day_off == "stay" or CALENDAR.is_working(found.day)


@given(st.text(max_size=40))
def test_any_text_names_a_day_or_none(text: str) -> None:
    found = until_when(text, today=TODAY, due_on=DUE, calendar=CALENDAR)

    assert found is None or abs(found.day - TODAY) < timedelta(days=4000)


def test_what_was_made_off_meanwhile_goes_where_last_days_go() -> None:
    friday = date(2026, 12, 4)
    stormy = CALENDAR.overlaid([SpecialDay(friday, DayKind.OFF, "Bão")])

    assert settled(friday, behind=DUE, calendar=CALENDAR, when_day_off="next") == friday
    assert settled(friday, behind=DUE, calendar=stormy, when_day_off="next") == date(2026, 12, 7)
    assert settled(friday, behind=DUE, calendar=stormy, when_day_off="previous") == date(2026, 12, 3)
    assert settled(friday, behind=date(2026, 12, 3), calendar=stormy, when_day_off="previous") == date(
        2026, 12, 7
    )
    assert settled(friday, behind=DUE, calendar=stormy, when_day_off="stay") == friday
