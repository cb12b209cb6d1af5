from collections import Counter
from datetime import date

import pytest

from bot.core.plan.model import Finding, Place, Severity
from bot.core.workdays import DayKind, DayStatus, SpecialDay
from bot.papers.calendar_csv import CalendarPaper, read_calendar

HEAD = "date,weekday,kind,name,status,source\n"
CULTURE_DAY = SpecialDay(
    date(2026, 11, 24), DayKind.OFF, "Ngày Văn hóa Việt Nam", DayStatus.OFFICIAL, "28/2026/QH16"
)
CULTURE_ROW = "2026-11-24,T3,off,Ngày Văn hóa Việt Nam,official,28/2026/QH16\n"


def read(text: str) -> CalendarPaper:
    return read_calendar(text.encode(), file="days.csv")


def test_shipped_table_has_no_faults(holidays: CalendarPaper) -> None:
    assert holidays.findings == ()
    assert Counter(special.day.year for special in holidays.days) == {
        2026: 23,
        2027: 15,
        2028: 15,
        2029: 14,
        2030: 15,
    }


def test_only_the_current_year_is_announced(holidays: CalendarPaper) -> None:
    official = {special.day.year for special in holidays.days if special.status is DayStatus.OFFICIAL}

    assert official == {2026}


def test_row_becomes_a_special_day() -> None:
    assert read(HEAD + CULTURE_ROW) == CalendarPaper((CULTURE_DAY,), ())


def test_table_saved_by_a_spreadsheet_is_read_the_same() -> None:
    saved = "\ufeff" + (HEAD + CULTURE_ROW).replace(",", ";").replace("2026-11-24", "24/11/2026")
    saved = saved.replace("\n", "\r\n") + ";;;;;\r\n"

    assert read(saved) == CalendarPaper((CULTURE_DAY,), ())


def test_letters_typed_in_parts_become_whole() -> None:
    in_parts = CULTURE_ROW.replace("ă", "a\u0306").replace("ệ", "e\u0323\u0302")

    assert read(HEAD + in_parts).days == (CULTURE_DAY,)


def test_days_come_in_order() -> None:
    new_year = "2026-01-01,T5,off,Tết Dương lịch,official,\n"

    assert [special.day.month for special in read(HEAD + CULTURE_ROW + new_year).days] == [1, 11]


@pytest.mark.parametrize(
    ("row", "code", "values"),
    [
        ("31/6/2026,,off,x,official,", "calendar_date", {"date": "31/6/2026"}),
        ("20261124,,off,x,official,", "calendar_date", {"date": "20261124"}),
        ("2026-11-24,T3,quarter,x,official,", "calendar_kind", {"kind": "quarter"}),
        ("2026-11-24,T3,off,,official,", "calendar_name", {}),
        ("2026-11-24,T3,off,x,perhaps,", "calendar_status", {"status": "perhaps"}),
        ("2026-11-24,T3,off,x", "calendar_status", {"status": ""}),
    ],
)
def test_faulty_row_is_named_and_left_out(row: str, code: str, values: dict[str, str]) -> None:
    paper = read(HEAD + row + "\n" + CULTURE_ROW)

    assert paper.findings == (Finding(Severity.ERROR, code, Place("days.csv", line=2), values),)
    assert paper.days == (CULTURE_DAY,)


def test_all_faults_of_a_row_are_named_at_once() -> None:
    paper = read(HEAD + "soon,,rest,,,\n")

    assert [finding.code for finding in paper.findings] == [
        "calendar_date",
        "calendar_kind",
        "calendar_name",
        "calendar_status",
    ]


def test_repeated_day_keeps_the_first_row() -> None:
    paper = read(HEAD + CULTURE_ROW + "24/11/2026,T3,worked,x,official,\n")

    assert paper.days == (CULTURE_DAY,)
    assert paper.findings == (
        Finding(Severity.ERROR, "calendar_repeated", Place("days.csv", line=3), {"date": "24/11/2026"}),
    )


def test_wrong_weekday_warns_and_the_row_is_taken() -> None:
    paper = read(HEAD + CULTURE_ROW.replace("T3", "T4"))

    assert paper.days == (CULTURE_DAY,)
    assert paper.findings == (
        Finding(
            Severity.WARNING,
            "calendar_weekday",
            Place("days.csv", line=2),
            {"date": "2026-11-24", "weekday": "T4", "expected": "T3"},
        ),
    )


def test_missing_columns_are_named() -> None:
    paper = read("date,kind,name,source\n2026-11-24,off,x,\n")

    assert paper.days == ()
    assert [(finding.code, finding.values) for finding in paper.findings] == [
        ("calendar_column", {"column": "weekday"}),
        ("calendar_column", {"column": "status"}),
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("name\nTết Dương lịch".encode("utf-16"), "calendar_encoding"),
        (HEAD.encode() + b'2026-11-24,T3,off,"' + b"x" * 200_000, "calendar_table"),
        (HEAD.encode() + b"\x00soon,\r\r,,", "calendar_date"),
        (b"", "calendar_column"),
    ],
)
def test_unreadable_file_is_a_finding_not_a_crash(content: bytes, code: str) -> None:
    paper = read_calendar(content, file="days.csv")

    assert paper.days == ()
    assert {finding.severity for finding in paper.findings} == {Severity.ERROR}
    assert paper.findings[0].code == code
