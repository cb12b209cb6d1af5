"""What was sent about a week is said again in chat: also of a plan that is over, while another one runs."""

import pytest
from sqlalchemy import delete

from bot.core.messages import Address, Incoming, Kind
from bot.db.contacts import load_contact
from bot.db.session import Connection
from bot.db.tables import digest_register
from bot.gather.plans import load_plan
from bot.gather.shelf import Shelf
from bot.papers.plan_files import check_plan
from handlers.digest import digest, pressed
from handlers.turn import Turn
from locales.words import in_language
from tests.gather.desk import stored_plan
from tests.gather.test_digest_sending import join
from tests.gather.test_sent_digests import LATER, monday
from tests.house import office_time, plan_source, the_office

CHAT = Address("telegram", "7")
OVER = "2031-02-01 09:00"


def turn(connection: Connection, at: str) -> Turn:
    """The Committee's leader says something at that time."""
    incoming = Incoming("1", CHAT, "7", "", Kind.TEXT)
    return Turn(
        connection, incoming, office_time(at), Shelf(), in_language("vi"), load_contact(connection, CHAT)
    )


def load_another(connection: Connection) -> None:
    """A plan that runs for longer."""
    source = (
        plan_source().replace(b"2030-12-31", b"2035-12-31", 1).replace(b"  code: HP\n", b"  code: HQ\n", 1)
    )
    office = the_office(connection)
    plan, _ = check_plan("plan.yaml", source, kinds=office.kinds)
    assert plan is not None
    load_plan(connection, office, plan, file="p.yaml", source=source, by="test", now=LATER)


@pytest.mark.parametrize("at", ["2026-12-10 09:00", OVER])
def test_week_is_said_again_while_another_plan_runs(connection: Connection, at: str) -> None:
    went_out = monday(connection)
    join(connection, "BTG", "leader", "7")
    load_another(connection)

    (said,) = digest(turn(connection, at), "tuần 49 năm 2026")

    assert said.text.splitlines()[:2] == went_out.splitlines()[:2]
    for what in ("ảnh", "bảng"):
        (file,) = digest(turn(connection, at), f"{what} tuần 49 năm 2026")
        assert file.files
    (none,) = digest(turn(connection, at), "ảnh tuần 40 năm 2026")
    assert none.text.startswith("Không có bản tổng hợp nào đã gửi về tuần 40/2026")


def test_button_below_a_digest_of_a_plan_that_is_over_still_leads_to_it(connection: Connection) -> None:
    monday(connection)
    plan_id = stored_plan(connection).id
    join(connection, "BTG", "leader", "7")
    load_another(connection)

    (said,) = pressed(turn(connection, OVER), ["register", str(plan_id)])

    assert len(said.files) == 1


def test_register_that_was_not_kept_is_not_made_up(connection: Connection) -> None:
    monday(connection)
    join(connection, "BTG", "leader", "7")
    connection.execute(delete(digest_register))

    (said,) = digest(turn(connection, OVER), "bảng tuần 49 năm 2026")

    assert said.files == ()
    assert said.text.startswith("Không lưu bảng theo dõi của bản tổng hợp tuần 49/2026.")
