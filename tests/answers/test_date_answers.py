from datetime import date

import pytest

from bot.core.forms.answers.problems import Code
from bot.core.forms.model import Type
from tests.answers.reading import code, phrases, read, taken


@pytest.mark.parametrize(
    "text",
    phrases(
        "20/11|20-11|20.11|20–11|20 / 11 / 2026|20/11/26|20.11.26|2026-11-20|2026/11/20|ngày 20/11|"
        "ngay 20 thang 11 nam 2026|20 tháng 11|20 thg 11|20 t11|20 tháng 11/2026|"
        "đã tổ chức ngày 20/11 rồi ạ|8h ngày 20/11|20/11/2026 14:30|lúc 14 giờ 30 ngày 20/11|"
        "sáng 20/11|20/11 tại hội trường|20/11 năm nay|thứ Sáu, 20/11/2026|T6 20/11|thứ 6, 20/11|"
        "Friday, 20/11/2026|hôm kia|hom kia|hôm kia 20/11|20 Nov 2026|Nov 20, 2026|20th November|"
        "20-Nov-2026|the day before yesterday|20/11 dương lịch"
    ),
)
def test_day_is_read_in_many_forms(text: str) -> None:
    assert taken(read(text, Type.DATE)) == ("ok", "2026-11-20")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("hôm nay", "2026-11-22"),
        ("sáng nay", "2026-11-22"),
        ("today", "2026-11-22"),
        ("hôm qua", "2026-11-21"),
        ("tổ chức hôm qua", "2026-11-21"),
        ("tối qua", "2026-11-21"),
        ("yesterday", "2026-11-21"),
        ("29/2/2024", "2024-02-29"),
    ],
)
def test_day_before_today_is_taken(text: str, value: str) -> None:
    assert taken(read(text, Type.DATE)) == ("ok", value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("hqua", "2026-11-21"),
        ("hn", "2026-11-22"),
        ("hôm kìa", "2026-11-19"),
        ("thứ sáu", "2026-11-20"),
        ("thứ sáu vừa rồi", "2026-11-20"),
        ("chủ nhật", "2026-11-22"),
        ("chủ nhật vừa rồi", "2026-11-15"),
        ("thứ hai tuần trước", "2026-11-09"),
        ("thu 2 tuan truoc", "2026-11-09"),
        ("thứ hai tuần này", "2026-11-16"),
        ("T2", "2026-11-16"),
        ("last Friday", "2026-11-20"),
        ("3 ngày trước", "2026-11-19"),
        ("cách đây ba ngày", "2026-11-19"),
        ("3 days ago", "2026-11-19"),
        ("ngày 5 tháng này", "2026-11-05"),
        ("ngày 5 tháng trước", "2026-10-05"),
        ("20/11 năm ngoái", "2025-11-20"),
        ("20112026", "2026-11-20"),
        ("201126", "2026-11-20"),
        ("20 11", "2026-11-20"),
        ("hai mươi tháng mười một", "2026-11-20"),
        ("hai muoi thang muoi mot nam 2026", "2026-11-20"),
        ("25/12", "2025-12-25"),
        ("29/2", "2024-02-29"),
        ("mít tinh 20/11", "2026-11-20"),
    ],
)
def test_counted_or_assumed_day_is_confirmed(text: str, value: str) -> None:
    assert taken(read(text, Type.DATE)) == ("confirm", value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("tuần trước", Code.PARTIAL_DATE),
        ("đầu tháng", Code.PARTIAL_DATE),
        ("cuối tháng 10", Code.PARTIAL_DATE),
        ("5", Code.PARTIAL_DATE),
        ("tháng 11/2026", Code.PARTIAL_DATE),
        ("11/2026", Code.PARTIAL_DATE),
        ("2 tuần trước", Code.PARTIAL_DATE),
        ("hôm trước", Code.PARTIAL_DATE),
        ("hè 2026", Code.PARTIAL_DATE),
        ("last week", Code.PARTIAL_DATE),
        ("mùng 3", Code.LUNAR_DATE),
        ("mồng 5 tháng Giêng", Code.LUNAR_DATE),
        ("rằm tháng 7", Code.LUNAR_DATE),
        ("tháng Chạp", Code.LUNAR_DATE),
        ("20/11 âm lịch", Code.LUNAR_DATE),
        ("20-22/11", Code.SEVERAL_DATES),
        ("từ 20/11 đến 22/11", Code.SEVERAL_DATES),
        ("20/11, 21/11", Code.SEVERAL_DATES),
        ("20 và 21/11", Code.SEVERAL_DATES),
        ("hôm qua 20/11", Code.SEVERAL_DATES),
        ("chưa tổ chức", Code.NOT_HELD),
        ("dự kiến 25/11", Code.NOT_HELD),
        ("không nhớ", Code.NOT_KNOWN),
        ("abc", Code.NOT_A_DATE),
        ("20:30", Code.NOT_A_DATE),
        ("20/11/1026", Code.LONG_AGO),
    ],
)
def test_stretch_of_time_is_not_a_day(text: str, reason: Code) -> None:
    reading = read(text, Type.DATE)

    assert (taken(reading), code(reading)) == (("ask", None), reason)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("khoảng 20/11", Code.APPROXIMATE),
        ("trước 20/11", Code.APPROXIMATE),
        ("20/11?", Code.UNSURE),
        ("thứ bảy 20/11", Code.WEEKDAY_DISAGREES),
    ],
)
def test_day_that_is_in_doubt_is_asked_again(text: str, reason: Code) -> None:
    reading = read(text, Type.DATE)

    assert (taken(reading), code(reading)) == (("ask", "2026-11-20"), reason)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("11/20", Code.DAY_COMES_FIRST),
        ("11/20/2026", Code.DAY_COMES_FIRST),
        ("31/11", Code.NO_SUCH_DAY),
        ("29/2/2027", Code.NO_SUCH_DAY),
        ("0/11", Code.NO_SUCH_DAY),
        ("45/50", Code.NO_SUCH_DAY),
        ("31112026", Code.NO_SUCH_DAY),
    ],
)
def test_day_that_is_in_no_calendar_is_refused(text: str, reason: Code) -> None:
    reading = read(text, Type.DATE)

    assert (taken(reading), code(reading)) == (("reject", None), reason)


def test_month_first_is_refused_in_english_too() -> None:
    assert code(read("11/20/2026", Type.DATE, language="en")) == Code.DAY_COMES_FIRST
    assert taken(read("09/05/2026", Type.DATE, language="en")) == ("ok", "2026-05-09")


@pytest.mark.parametrize(
    "text", ["ngày mai", "23/11/2026", "thứ hai tới", "thứ hai tuần sau", "tomorrow", "23/11/26"]
)
def test_future_is_refused_for_what_was_held_and_taken_for_a_plan(text: str) -> None:
    held, planned = read(text, Type.DATE), read(text, Type.DATE, future=True)

    assert (taken(held), code(held)) == (("reject", "2026-11-23"), Code.FUTURE_DATE)
    assert planned.value == "2026-11-23"
    assert taken(planned)[0] in ("ok", "confirm")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("25/12", ("ok", "2026-12-25")),
        ("dự kiến 25/12", ("ok", "2026-12-25")),
        ("20/11", ("confirm", "2027-11-20")),
        ("20/11/2026", ("ok", "2026-11-20")),
        ("thứ sáu", ("confirm", "2026-11-27")),
    ],
)
def test_plan_without_a_year_is_the_next_such_day(text: str, expected: tuple[str, str]) -> None:
    assert taken(read(text, Type.DATE, future=True)) == expected


def test_day_outside_the_reporting_period_is_confirmed() -> None:
    first, last = date(2026, 9, 1), date(2026, 12, 31)

    early = read("20/8", Type.DATE, starts_on=first, ends_on=last)

    assert taken(read("20/11", Type.DATE, starts_on=first, ends_on=last)) == ("ok", "2026-11-20")
    assert (taken(early), code(early)) == (("confirm", "2026-08-20"), Code.OUTSIDE_PERIOD)


def test_last_years_day_is_certain_if_the_period_holds_it() -> None:
    assert taken(read("25/12", Type.DATE, starts_on=date(2025, 9, 1), ends_on=date(2026, 12, 31))) == (
        "ok",
        "2025-12-25",
    )
