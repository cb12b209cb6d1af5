"""The calendar at the command line: shown, changed with what it moves, with a yes where a last day comes earlier."""

from pathlib import Path

import pytest

from bot.cli import context
from bot.gather.builtin import PLANS
from tests.cli.conftest import Run
from tests.house import office_time

HEAD = "date,weekday,kind,name,status,source\n"
MOVED = "- “Triển khai Chỉ thị 32 tại trường”: hạn 02/12/2026 lùi đến 03/12/2026 (40 đơn vị)"
EARLIER = "- “Triển khai Chỉ thị 32 tại trường”: hạn 03/12/2026 chuyển sớm lên 02/12/2026 (40 đơn vị)"


@pytest.fixture
def loaded(run: Run, roster: list[Path], plan: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The plan was loaded when it was issued; today is 23/11/2026."""
    monkeypatch.setattr(context, "system_clock", lambda: office_time("2026-11-02 08:00"))
    run("units", "import", *roster)
    run("plan", "import", plan)
    monkeypatch.setattr(context, "system_clock", lambda: office_time("2026-11-23 08:05"))
    return run


def lines(run: Run, *words: object) -> list[str]:
    result = run("calendar", *words)
    assert result.exit_code == 0, result.output
    return result.output.splitlines()


def test_year_is_shown_with_how_sure_each_day_is(run: Run) -> None:
    shown = lines(run, "show", "--year", "2027")

    assert shown[0] == "Năm 2027: 249 ngày làm việc."
    assert "thứ Sáu, 01/01/2027: nghỉ – Tết Dương lịch (theo luật)  [BLLĐ 2019 Đ112; 28/2026/QH16]" in shown
    assert "thứ Năm, 04/02/2027: nghỉ – Tết Nguyên đán (dự kiến)  [chờ thông báo]" in shown


def test_years_behind_the_table_are_projected(run: Run) -> None:
    shown = lines(run, "show", "--year", "2031")

    assert any(line.startswith("thứ Năm, 23/01/2031: nghỉ – Tết Nguyên Đán") for line in shown)
    assert all("(dự kiến)  [holidays " in line for line in shown[1:])


def test_year_that_nobody_knows_says_so(run: Run) -> None:
    assert lines(run, "show", "--year", "2050")[1:] == ["Chưa có ngày đặc biệt nào của năm này."]


def test_day_off_is_shown_with_what_it_moves_and_done(loaded: Run) -> None:
    would = lines(
        loaded, "set", "2/12/2026", "off", "--name", "Nghỉ hoán đổi", "--source", "123/TB", "--dry-run"
    )
    assert would[0] == "- Thêm: thứ Tư, 02/12/2026: nghỉ – Nghỉ hoán đổi (chính thức)"
    assert MOVED in would
    assert would[-1] == "Chỉ xem trước (--dry-run): chưa có gì thay đổi."

    done = lines(loaded, "set", "2026-12-02", "off", "--name", "Nghỉ hoán đổi", "--source", "123/TB")
    assert done[:-1] == would[:-1]
    assert done[-1] == "Đã cập nhật lịch và chỉnh hạn của 60 đơn vị; 0 người sẽ được thông báo."
    assert "thứ Tư, 02/12/2026: nghỉ – Nghỉ hoán đổi (chính thức)  [123/TB]" in lines(loaded, "show")


def test_day_without_a_document_is_the_committees_own_entry(loaded: Run) -> None:
    would = lines(loaded, "set", "2/12/2026", "off", "--name", "Mất điện", "--dry-run")

    assert would[0] == "- Thêm: thứ Tư, 02/12/2026: nghỉ – Mất điện (Ban ghi)"


@pytest.mark.parametrize("day", ["31/2/2027", "ngày mai", "2027-13-01"])
def test_day_that_does_not_exist_is_named_with_an_example(loaded: Run, day: str) -> None:
    refused = loaded("calendar", "set", day, "off")

    assert refused.exit_code == 2
    assert (
        f"“{day}” không phải là một ngày có thật. Đề nghị ghi đủ ngày, tháng, năm, ví dụ: 24/11/2026 hoặc 2026-11-24."
        in refused.output
    )


def test_earlier_last_day_needs_a_yes(loaded: Run) -> None:
    lines(loaded, "set", "2026-12-02", "off")
    refused = loaded("calendar", "set", "2026-12-02", "normal")

    assert refused.exit_code == 2
    assert EARLIER in refused.output
    assert "--yes" in refused.output
    assert EARLIER in lines(loaded, "set", "2026-12-02", "normal", "--yes")
    assert not [line for line in lines(loaded, "show") if "02/12/2026" in line]


def test_stretch_for_one_commune_and_its_schools(loaded: Run) -> None:
    said = lines(
        loaded,
        "set",
        "1/2/2027",
        "off",
        "--until",
        "14/2/2027",
        "--name",
        "Tết",
        "--unit",
        "X02",
        "--projected",
    )

    assert said[:2] == [
        "Riêng X02 và các đơn vị trực thuộc:",
        "- Thêm: 01/02/2027 – 14/02/2027: nghỉ – Tết (dự kiến)",
    ]
    assert "  01/02/2027 – 14/02/2027: nghỉ – Tết (dự kiến)" in lines(loaded, "show", "--year", "2027")
    worked = {
        unit: lines(loaded, "show", "--year", "2027", "--unit", unit)[0] for unit in ("X02", "T14", "X03")
    }
    assert worked == {
        "X02": "Năm 2027: 244 ngày làm việc.",
        "T14": "Năm 2027: 244 ngày làm việc.",
        "X03": "Năm 2027: 249 ngày làm việc.",
    }


LOOKS = (("show",), ("quiet", "list"), ("hours", "list"), ("school",))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("set", "31/6/2027", "off"), 2),
        (("set", "31/12/9999", "off"), 2),
        (("set", "1/1/0001", "off"), 2),
        (("set", "2/12/2026", "holiday"), 2),
        (("set", "2/12/2026", "off", "--until", "1/12/2026"), 2),
        (("set", "2/12/2026", "off", "--unit", "T14", "--kind", "SCHOOL"), 2),
        (("set", "2/12/2026", "off", "--unit", "NOBODY"), 1),
        (("set", "2/12/2026", "off", "--kind", "NOTHING"), 1),
        (("set", "2/12/2026", "off", "--until", "2/12/2036"), 2),
        (("show", "--unit", "NOBODY"), 1),
        (("show", "--year", "0"), 2),
        (("show", "--year", "-5"), 2),
        (("show", "--year", "10000"), 2),
        (("hours", "set", "08:00-10:00", "09:00-11:00"), 2),
        (("school", "--ends", "5/9"), 1),
        (("school", "--first-semester-ends", "31/5"), 1),
        (("hours", "set", "11:00-12:00"), 1),
        (("hours", "set", "17:00-18:30"), 1),
        (("hours", "set", "11:00-08:00"), 2),
        (("hours", "set", "08:00-11:00", "--from", "17/10"), 2),
        (("hours", "remove", "1"), 1),
        (("quiet", "remove", "9"), 1),
        (("quiet", "add", "20/11", "21/11/2027", "--kind", "SCHOOL", "--name", "x"), 2),
        (("quiet", "add", "20/11", "20/11", "--kind", "NOTHING", "--name", "x"), 1),
        (("quiet", "add", "10/6", "1/6", "--kind", "SCHOOL", "--name", "x"), 2),
    ],
)
def test_wrong_use_changes_nothing(loaded: Run, words: tuple[str, ...], code: int) -> None:
    before = [lines(loaded, *one) for one in LOOKS]
    result = loaded("calendar", *words)

    assert (result.exit_code, type(result.exception)) == (code, SystemExit)
    assert before == [lines(loaded, *one) for one in LOOKS]


def test_notice_of_the_ministry_is_imported(loaded: Run, tmp_path: Path) -> None:
    table = (PLANS / "holidays.csv").read_text(encoding="utf-8-sig")
    notice = [line for line in table.splitlines()[1:] if line.startswith("2026")]
    notice.append("2026-12-02,T4,off,Nghỉ hoán đổi,official,9999/TB")
    (tmp_path / "2026.csv").write_text(HEAD + "\n".join(notice), encoding="utf-8")
    asked = loaded("calendar", "import", "2026.csv")
    would = lines(loaded, "import", "2026.csv", "--dry-run")

    assert asked.exit_code == 2  # nobody can be asked here
    assert would[0] == "- Thêm: thứ Tư, 02/12/2026: nghỉ – Nghỉ hoán đổi (chính thức)"
    assert MOVED in would
    assert lines(loaded, "import", "2026.csv", "--yes")[:-1] == would[:-1]
    again = lines(loaded, "import", "2026.csv", "--yes")
    assert again == ["Lịch đã đúng như vậy, không có gì thay đổi. Gõ “lịch” để xem."]


def test_faulty_table_is_named_and_nothing_is_changed(loaded: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text(f"{HEAD}31/6/2026,T4,off,Lễ,official,x\n", encoding="utf-8")
    result = loaded("calendar", "import", "bad.csv", "--yes")

    assert result.exit_code == 1
    assert "bad.csv:2" in result.output


def test_quiet_days_are_added_listed_and_removed(loaded: Run) -> None:
    add = ("quiet", "add", "11/6/2027", "12/6/2027", "--kind", "SCHOOL", "--name", "Thi tốt nghiệp")
    lines(loaded, *add, "--dry-run")
    assert len(lines(loaded, "quiet", "list")) == 3
    lines(loaded, *add, "--only", "overdue", "--but", "summer")
    assert lines(loaded, "quiet", "list")[3] == (
        "4. 11/06/2027 – 12/06/2027: Thi tốt nghiệp – không gửi tin quá hạn cho SCHOOL, trừ kỳ hè"
    )
    lines(loaded, "quiet", "remove", "1")
    assert lines(loaded, "quiet", "list")[0].startswith("1. 5/9 – 11/9 hằng năm: Tuần khai giảng")


def test_last_day_that_moves_is_one_line_whoever_has_days_of_their_own(loaded: Run) -> None:
    lines(loaded, "set", "20/1/2027", "half", "--unit", "T14")
    lines(loaded, "set", "5/12/2026", "worked", "--unit", "X02")

    said = lines(loaded, "set", "2/12/2026", "off", "--dry-run")

    moved = [line for line in said if "Triển khai Chỉ thị 32 tại trường" in line]
    assert moved == ["- “Triển khai Chỉ thị 32 tại trường”: hạn 02/12/2026 lùi đến 03/12/2026 (40 đơn vị)"]


def test_hours_may_be_typed_as_they_are_spoken(loaded: Run) -> None:
    lines(loaded, "hours", "set", "14h-16h30", "7h30-11h")

    assert lines(loaded, "hours", "list") == ["Giờ gửi tin thường ngày: 07:30–11:00 và 14:00–16:30"]


def test_hours_follow_the_season(loaded: Run) -> None:
    lines(
        loaded,
        "hours",
        "set",
        "08:30-11:00",
        "14:00-16:00",
        "--from",
        "17/10",
        "--to",
        "15/4",
        "--name",
        "Đông",
    )
    lines(loaded, "hours", "set", "07:30-10:30")

    assert lines(loaded, "hours", "list") == [
        "Giờ gửi tin thường ngày: 07:30–10:30",
        "1. 17/10 – 15/4 hằng năm: 08:30–11:00 và 14:00–16:00 – Đông",
    ]
    met = loaded("calendar", "hours", "set", "08:00-11:00", "--from", "1/4", "--to", "1/6")
    assert met.exit_code == 1
    lines(loaded, "hours", "remove", "1")
    assert len(lines(loaded, "hours", "list")) == 1


def test_rule_of_days_off_is_a_setting(loaded: Run) -> None:
    asked = loaded("calendar", "rule", "stay")
    assert asked.exit_code == 2
    assert "hạn 21/12/2026 chuyển sớm lên 20/12/2026" in asked.output

    lines(loaded, "rule", "stay", "--yes")
    assert "hạn 20/12/2026 lùi đến 21/12/2026" in "\n".join(lines(loaded, "rule", "next"))


def test_school_year_is_what_the_province_decided(loaded: Run) -> None:
    lines(loaded, "school", "--opens", "1/9", "--ends", "25/5")

    assert lines(loaded, "school") == ["Năm học: khai giảng 1/9, hết học kỳ I 17/1, kết thúc 25/5."]
