"""What a rehearsal comes to: messages that nobody asked for, answers, and the work of staff."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.messages import Kind as Did
from bot.core.office import Office
from bot.core.people import Role
from bot.core.windows import SendWindows
from bot.core.workdays import WorkCalendar
from bot.db.outbox import Kind
from bot.rehearsal.figures import Figures, Heard, Load, figures_of
from bot.rehearsal.script import Act, Player, Record, Told
from tests.house import office_time

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
CALENDAR = WorkCalendar.of(())
OFFICE = Office(1, "BTG", {"vi": "Ban Tuyên giáo"}, "vi", ZONE, {}, CALENDAR, SendWindows(CALENDAR, ZONE))
STARTS, ENDS = office_time("2026-11-23 08:00"), office_time("2026-12-06 23:59")
OFFICER = Player("1", "Vũ Thị Thủy", "T25", "Trường THCS Vân Trạch", frozenset({Role.OFFICER}), "")
STAFF = Player("2", "Phạm Xuân Dũng", "BTG", "Ban Tuyên giáo", frozenset({Role.STAFF}), "")


def at(day: int, hour: int = 9) -> datetime:
    return STARTS + timedelta(days=day, hours=hour - 8)


def figures() -> Figures:
    told = (
        Told(at(0), "2", Kind.NOTICE, "Đề nghị gia hạn"),
        Told(at(0, 10), "2", Kind.ANSWER, "Báo cáo chờ xem xét: 1."),
        Told(at(0, 10), "1", Kind.NOTICE, "Đã tiếp nhận báo cáo"),
        Told(at(1), "1", Kind.REMINDER, "Sắp đến hạn"),
        Told(at(1, 11), "1", Kind.AMEND, "Đã báo cáo", edits=2),
        Told(at(8), "2", Kind.NOTICE, "Bản xem trước"),
    )
    acts = tuple(Act(at(0, 10) + timedelta(minutes=one), STAFF, Did.TEXT, "duyệt") for one in range(3))
    record = Record(STARTS, ENDS, (OFFICER, STAFF), "-1", acts, told)
    return figures_of(record, OFFICE, steps={}, reports=0, calls=0, decisions={})


def test_answers_and_edits_are_not_counted_as_said_unasked() -> None:
    found = figures()

    assert (found.unasked, found.answers, found.most_in_week) == (4, 1, 2)
    assert found.weeks == {0: 1, 1: 2, 2: 1}


def test_each_person_hears_reminders_and_notices() -> None:
    assert figures().each == (
        Heard(OFFICER, messages=2, reminders=1, notices=1, most_in_week=2),
        Heard(STAFF, messages=2, reminders=0, notices=2, most_in_week=1),
    )


def test_load_of_staff_is_what_comes_and_what_they_do() -> None:
    assert figures().staff == (Load(STAFF, weeks=2, unasked=2, most_unasked=1, acts=3, most_acts=3, busy=1),)
