"""A week in which everything happened that a digest tells: for looking at it whole."""

from datetime import date

from bot.db.assignments import mark_reviewed
from bot.db.extensions import ask_extension, decide_extension, extend
from bot.db.reports import review
from bot.db.session import Connection
from bot.db.unattended import note_unattended
from tests.gather.desk import NOW, send, stored_plan
from tests.house import member, office_time, the_office

MONDAY = office_time("2026-12-14 07:30")
THURSDAY = office_time("2026-12-10 09:00")
STUDIED = {"directive_studied": "yes", "staff_at_directive_study": [50, 52], "pupils_informed": [800, 832]}


def live_it(connection: Connection) -> None:
    """Three reports came in time, three this week; one was corrected, one returned; one unit has more time, one does
    not answer."""
    office, staff = the_office(connection), member(connection, "BTG", "staff")
    for code in ("T02", "T14"):
        send(connection, code, "F1", STUDIED | {"plan_issued": "yes"})
    send(connection, "X02", "C1", {"directive_studied": "yes"})
    send(
        connection,
        "T14",
        "F1",
        STUDIED | {"plan_issued": "yes", "staff_at_directive_study": [52, 52]},
        reason="Hai giáo viên học bù ngày 9/12",
        now=THURSDAY,
    )
    send(connection, "T25", "F1", STUDIED | {"plan_issued": "not_yet"}, now=THURSDAY)
    returned = send(connection, "T26", "F1", {"directive_studied": "yes", "plan_issued": "yes"}, now=THURSDAY)
    review(connection, returned, state="returned", by_id=staff.person_id, note="Thiếu số liệu", now=THURSDAY)
    mark_reviewed(connection, returned, state="returned", due_on=office.today(MONDAY))
    who = member(connection, "T33", "officer")
    key = (stored_plan(connection).id, who.unit_id, "F1", "once")
    asked = ask_extension(
        connection,
        key,
        before_on=date(2026, 12, 2),
        wanted_on=date(2026, 12, 18),
        reason="Cả trường đang thi",
        by_id=who.person_id,
        now=NOW,
    )
    decide_extension(connection, asked, state="granted", by_id=staff.person_id, now=THURSDAY)
    assert extend(connection, key, until=date(2026, 12, 18))
    silent = member(connection, "X03", "officer").unit_id
    note_unattended(connection, office.id, (), silent=[silent], among=[silent], now=THURSDAY)
