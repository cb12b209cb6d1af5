"""A digest that was sent is said again to the letter, whatever happened since."""

from datetime import timedelta

from sqlalchemy import func, select, update

from bot.core.digest_text import Reader
from bot.core.messages import Address, Reply
from bot.db.assignments import mark_reviewed
from bot.db.digests import link_chat, load_digest
from bot.db.session import Connection
from bot.db.tables import assignment, outbox, report, unit
from bot.gather.digests import gather_record
from bot.gather.plans import load_plan
from bot.gather.sent_digests import SentDigest, read_sent, say
from bot.gather.shelf import Shelf
from bot.papers.plan_files import check_plan
from locales.words import in_language
from scheduler.digests import send_digests
from tests.gather.desk import send, stored_plan
from tests.house import office_time, plan_source, the_office

GROUP = Address("telegram", "-1001")
MONDAY = office_time("2026-12-07 07:30")
LATER = MONDAY + timedelta(days=3)
STUDIED = {"directive_studied": "yes", "staff_at_directive_study": [50, 52], "pupils_informed": [800, 832]}
WORDS = in_language("vi")


def monday(connection: Connection) -> str:
    """The digest goes out. What the group reads."""
    office = the_office(connection)
    link_chat(connection, office.id, GROUP, by="test", now=MONDAY - timedelta(days=9))
    send(connection, "T14", "F1", STUDIED | {"plan_issued": "yes"})
    send(connection, "X02", "C1", {"directive_studied": "yes"})
    assert send_digests(connection, office, Shelf(), now=MONDAY) == 1
    body = connection.execute(select(outbox.c.body).where(outbox.c.kind == "digest")).scalar_one()
    return Reply.from_json(body).text


def kept(connection: Connection) -> SentDigest:
    stored = load_digest(
        connection, stored_plan(connection).id, "2026-W49", committee_id=the_office(connection).id
    )
    assert stored is not None
    sent = read_sent(stored)
    assert sent is not None
    return sent


def turn_everything_round(connection: Connection) -> None:
    """More reports, a return, other names in the roster, a newer plan of another name."""
    office, stored = the_office(connection), stored_plan(connection)
    send(connection, "T14", "F1", {"directive_studied": "no", "plan_issued": "not_yet"})
    send(connection, "T25", "F1", STUDIED | {"plan_issued": "yes"})
    latest = connection.execute(select(func.max(report.c.id))).scalar_one()
    mark_reviewed(connection, latest, state="returned", due_on=office.today(LATER))
    connection.execute(update(unit).values(short="Đổi tên", parent=None))
    connection.execute(update(assignment).values(due_on=office.today(LATER)))
    source = plan_source().replace("Kế hoạch thực hiện Chỉ thị 32".encode(), "Kế hoạch mới".encode())
    plan, _ = check_plan("plan.yaml", source, kinds=office.kinds)
    assert plan is not None
    load_plan(connection, office, plan, file="plan.yaml", source=source, by="test", now=LATER)
    assert stored_plan(connection).version_id != stored.version_id


def test_digest_is_said_again_to_the_letter(connection: Connection) -> None:
    office, went_out = the_office(connection), monday(connection)
    record = kept(connection).record()

    turn_everything_round(connection)

    again = kept(connection)
    assert again.text(root="", reader=Reader.GROUP, words=WORDS, zone=office.zone) == went_out
    assert again.record() == record
    assert record is not None
    assert say(record, reader=Reader.GROUP, words=WORDS, zone=office.zone).text == went_out


def test_what_is_gathered_anew_would_say_something_else(connection: Connection) -> None:
    """So the test above cannot pass by itself."""
    office, went_out = the_office(connection), monday(connection)
    turn_everything_round(connection)

    stored = stored_plan(connection)
    plan = Shelf().plan(connection, stored.version_id)
    anew = gather_record(connection, office, stored, plan, Shelf(), week_of=MONDAY, now=MONDAY)

    assert say(anew, reader=Reader.GROUP, words=WORDS, zone=office.zone).text != went_out


def test_same_figures_are_said_in_another_language(connection: Connection) -> None:
    monday(connection)

    said = kept(connection).text(
        root="", reader=Reader.GROUP, words=in_language("en"), zone=the_office(connection).zone
    )

    assert said is not None
    assert said.splitlines()[0].startswith("⚠️ Reports received: 2/")


def test_digest_is_made_once_a_week(connection: Connection) -> None:
    monday(connection)

    for later in (MONDAY, MONDAY + timedelta(minutes=1), MONDAY + timedelta(days=2, hours=1)):
        assert send_digests(connection, the_office(connection), Shelf(), now=later) == 0
