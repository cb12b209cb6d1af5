"""What a digest keeps of corrections, for good: no names of persons."""

from datetime import timedelta

from sqlalchemy import select

from bot.core.behalf import Behalf, Why
from bot.db.behalfs import put_behalf
from bot.db.session import Connection
from bot.db.tables import report
from bot.gather.amended import gather_amended
from bot.gather.shelf import Shelf
from tests.gather.desk import NOW, send, stored_plan
from tests.house import member

SAID = {"directive_studied": "yes", "staff_at_directive_study": [50, 52], "plan_issued": "yes"}


def test_who_was_away_and_who_told_is_not_kept(connection: Connection) -> None:
    away, above = member(connection, "T14", "officer"), member(connection, "X02", "officer")
    send(connection, "T14", "F1", SAID)
    again = send(connection, "T14", "F1", SAID | {"plan_issued": "not_yet"}, reason="Gõ nhầm")
    filling = connection.execute(select(report.c.filling_id).where(report.c.id == again)).scalar_one()
    typed = Behalf(Why.LEAVE, above.unit_id, "", absent_id=away.person_id, told_by="Trần Thị Hoa")
    put_behalf(connection, filling, typed)

    a_week_ago, plan_id = NOW - timedelta(days=7), stored_plan(connection).id
    (one,) = gather_amended(connection, plan_id, Shelf(), since=a_week_ago, until=NOW)

    assert one.behalf is not None
    assert one.behalf.unit_name == "Xã Đông Khê Hạ"
    assert (one.behalf.absent, one.behalf.absent_id, one.behalf.told_by) == ("", None, "")
