"""The plan of 2020, lived through on a clock of 2020."""

import re

import pytest
from sqlalchemy import func, select

from bot.db.session import Connection
from bot.db.tables import assignment, figure, report, unit
from tests.hoang_mai.rehearsal import Rehearsal, class_report

PARTY, GOVERNMENT, UNIONS = "3", "4", "5"


def rows(text: str) -> list[str]:
    """The rows of the digest that are about classes and learners."""
    return [line.removeprefix("- ") for line in text.splitlines() if "học viên" in line and " lớp" in line]


def unit_id(connection: Connection, code: str) -> int:
    return int(connection.execute(select(unit.c.id).where(unit.c.code == code)).scalar_one())


def begun(connection: Connection) -> list[tuple[str, str]]:
    """(form, period) of every report that an officer began."""
    found = connection.execute(
        select(assignment.c.form, assignment.c.period).where(assignment.c.period.like("E%")).distinct()
    )
    return [(row.form, row.period) for row in found]


def test_twelve_classes_stand_in_the_plan_s_row(year: Rehearsal) -> None:
    """12 of 30 classes and 1.204 of 3.342 learners of the Party block, as its officer reports them one by one."""
    learners = [100] * 11 + [104]
    for month, count in enumerate(learners, start=1):
        year.clock(f"2020-{month:02}-28 09:00")
        answer = year.say("TT officer", *class_report(PARTY, count, closed_on=f"27/{month}/2020"))
        assert answer.startswith(f"✅ Đã nhận báo cáo “Báo cáo từng lớp đào tạo, bồi dưỡng (số {month})”")

    assert rows(year.digest()) == [
        "⏳ Lớp đào tạo, bồi dưỡng: 12/48 lớp, 1.204/4.730 học viên",
        "⏳ Trung cấp lý luận chính trị - hành chính: 0/2 lớp, 0/141 học viên",
        "⏳ Sơ cấp lý luận chính trị: 0/1 lớp, 0/40 học viên",
        "⏳ Bồi dưỡng khối Đảng: 12/30 lớp, 1.204/3.342 học viên",
        "⏳ Bồi dưỡng khối chính quyền: 0/9 lớp, 0/760 học viên",
        "⏳ Bồi dưỡng khối đoàn thể: 0/6 lớp, 0/447 học viên",
    ]


def test_block_is_reached_with_its_last_class(year: Rehearsal) -> None:
    year.clock("2020-06-10 09:00")
    for learners in (75, 75, 75, 75, 75):
        year.say("TT officer", *class_report(UNIONS, learners, closed_on="9/6/2020"))
    assert "⏳ Bồi dưỡng khối đoàn thể: 5/6 lớp, 375/447 học viên" in rows(year.digest())

    year.say("TT officer", *class_report(UNIONS, 72, closed_on="9/6/2020"))

    assert "✅ Bồi dưỡng khối đoàn thể: 6/6 lớp, 447/447 học viên" in rows(year.digest())


def test_every_figure_of_a_class_leads_to_its_report(year: Rehearsal) -> None:
    year.clock("2020-06-10 09:00")
    year.say("TT officer", *class_report(PARTY, 80, closed_on="9/6/2020"))
    year.say("TT officer", *class_report(PARTY, 90, closed_on="9/6/2020"))

    found = year.do(
        lambda connection: connection.execute(
            select(figure.c.numerator, report.c.code, figure.c.period)
            .join(report, report.c.id == figure.c.report_id)
            .where(figure.c.indicator == "HM-19.2/party")
            .order_by(figure.c.id)
        ).all()
    )

    assert [(int(row.numerator), row.code, row.period) for row in found] == [
        (80, "BC-00001G", "E0001"),
        (90, "BC-00002Y", "E0002"),
    ]


def test_report_that_is_given_up_is_owed_by_nobody_and_reminded_of_never(year: Rehearsal) -> None:
    year.clock("2020-01-07 09:00")
    year.say("TT officer", "báo cáo từng lớp đào tạo", "3", "huỷ", "bỏ hết")

    left = year.do(
        lambda connection: connection.execute(
            select(assignment.c.state).where(assignment.c.form == "L1").distinct()
        ).scalars()
    )
    assert list(left) == ["withdrawn"]

    year.clock("2020-01-14 09:00")
    assert "từng lớp đào tạo, bồi dưỡng (số" not in year.say("TT officer", "việc")


def test_report_that_is_begun_stays_when_the_periods_are_opened_anew(year: Rehearsal) -> None:
    year.clock("2020-01-07 09:00")
    year.say("TT officer", "báo cáo từng lớp đào tạo", "3")

    year.clock("2020-01-13 09:00")

    assert re.search(
        r"từng lớp đào tạo, bồi dưỡng \(số 1\) – hạn 14/01/2020 \(còn 1 ngày\) – đang điền dở ở câu 2/16",
        year.say("TT officer", "/viec"),
    )


def test_pressing_twice_begins_one_report(year: Rehearsal) -> None:
    year.clock("2020-01-07 09:00")
    year.say("TT officer", "báo cáo từng lớp đào tạo", "việc", "báo cáo từng lớp đào tạo")

    count = year.do(
        lambda connection: connection.execute(
            select(func.count(assignment.c.period.distinct())).where(assignment.c.form == "L1")
        ).scalar_one()
    )
    assert count == 1


@pytest.mark.parametrize(
    "data",
    [
        "open:{plan}.{centre}.L1.each",  # of another unit
        "open:{plan}.{own}.L1.each",  # not asked of a ward
        "open:{plan}.{own}.B2.each",  # asked every quarter, and at no other time
        "open:99.{own}.X1.each",
        "open:{plan}.{own}.nothing.each",
    ],
)
def test_forged_button_begins_nothing(year: Rehearsal, data: str) -> None:
    year.clock("2020-01-07 09:00")
    centre = year.do(lambda connection: unit_id(connection, "TT"))
    own = year.do(lambda connection: unit_id(connection, "P01"))

    answer = year.say("P01 officer", f"[{data.format(plan=1, centre=centre, own=own)}]")

    assert answer.startswith("Báo cáo này không có trong danh sách việc của đồng chí.")
    assert year.do(begun) == []


def test_officer_of_two_forms_of_classes_chooses_one(year: Rehearsal) -> None:
    """A word of the title is enough where only one title holds it."""
    year.clock("2020-01-07 09:00")

    assert year.say("TT officer", "báo cáo từng lớp").startswith("Không có báo cáo nào mang số từng lớp")
    assert year.do(begun) == []
    assert year.say("TT officer", "báo cáo nghi quyet").startswith("Báo cáo từng lớp học tập nghị quyết")
    assert year.do(begun) == [("N1", "E0001")]


def test_lecturers_and_targets_of_a_hundred_and_of_fifty_percent(year: Rehearsal) -> None:
    """Half of seven lecturers are four."""
    year.clock("2020-11-16 09:00")
    year.say(
        "TT officer",
        *("báo cáo đội ngũ giảng viên", "4/4", "7/7", "12", "4", "4", "3", "0", "bỏ qua", "gửi"),
    )
    text = year.digest()
    assert "✅ Giảng viên được dự giờ ít nhất một lượt: 100% (11/11), chỉ tiêu 100%" in text
    assert "✅ Giảng viên Trung tâm có sáng kiến kinh nghiệm: 100% (4/4), chỉ tiêu 100%" in text
    assert "⏳ Giảng viên kiêm chức có sáng kiến kinh nghiệm: 42,9% (3/7), chỉ tiêu 50%" in text


def test_documents_and_inspections_are_counted_as_they_are_issued(year: Rehearsal) -> None:
    year.clock("2020-03-30 09:00")
    year.say(
        "TT officer",
        "báo cáo các kế hoạch",
        *("có", "30-KH/TTCT, ngày 10/3/2020", "có", "31-KH/TTCT, ngày 12/3/2020"),
        *("chưa", "chưa biết", "có", "512-QĐ/ThU, ngày 25/3/2020", "14", "bỏ qua", "gửi"),
    )
    text = year.digest()
    assert "✅ Đã có kế hoạch kiểm tra: 100% (1/1), chỉ tiêu 100%" in text
    assert "✅ Đã có kế hoạch thăm lớp, dự giờ: 100% (1/1), chỉ tiêu 100%" in text
    assert "⏳ Đã ban hành kế hoạch cập nhật kiến thức: 0% (0/1), chỉ tiêu 100%" in text


def test_class_of_the_last_days_is_reported_in_january_and_none_in_february(year: Rehearsal) -> None:
    year.clock("2021-01-29 09:00")
    assert "Báo cáo từng lớp đào tạo, bồi dưỡng" in year.say("TT officer", "việc")

    year.clock("2021-02-01 09:00")
    assert "Báo cáo từng lớp đào tạo, bồi dưỡng" not in year.say("TT officer", "việc")


def test_what_was_never_reported_is_chased_and_listed_while_the_plan_runs_and_no_longer(
    year: Rehearsal,
) -> None:
    year.say("C01 officer", "việc")
    year.clock("2021-01-29 09:00")
    assert "Quá hạn" in year.say("C01 officer", "việc")
    assert year.say("TG staff", "quá hạn").startswith("Quá hạn: 27 đơn vị")
    assert "đang nhắc 2 đồng chí" in year.say("TG staff", "nhắc")

    year.clock("2021-02-01 09:00")
    assert year.say("C01 officer", "việc") == "Hiện đồng chí không còn báo cáo nào cần gửi."
    assert year.say("TG staff", "quá hạn") == "Không có đơn vị nào quá hạn."
    assert year.say("TG staff", "nhắc") == "Không có đơn vị nào quá hạn, không cần nhắc."
