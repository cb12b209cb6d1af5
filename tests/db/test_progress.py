"""How far the reports are, who has not joined, whom nothing reaches."""

from datetime import date, timedelta

from sqlalchemy import select, update

from bot.core.digest import Line
from bot.core.people import Role
from bot.db import contacts, people, progress
from bot.db.assignments import mark_reported, mark_reviewed
from bot.db.session import Connection
from bot.db.tables import person, post
from bot.db.units import load_units
from tests.db.cast import NOW, Cast, join, private, send

TODAY = date(2026, 11, 23)
LATER = NOW + timedelta(days=1)
BLOCKED = "Forbidden: bot was blocked by the user"


def line(connection: Connection, cast: Cast, unit: str = "T14") -> Line:
    (found,) = [one for one in progress.lines(connection, cast.plan.id, opened_by=TODAY) if one.unit == unit]
    return found


def test_every_form_that_is_open_has_a_line(connection: Connection, cast: Cast) -> None:
    def count(day: date) -> int:
        return len(progress.lines(connection, cast.plan.id, opened_by=day))

    assert count(date(2026, 10, 16)) == 0
    assert count(date(2026, 11, 2)) == 2 + 12 + 1 + 40 + 2 + 5
    assert line(connection, cast) == Line(
        unit="T14",
        unit_name="Trường Tiểu học Lê Lợi (Xã Đông Khê Hạ)",
        form="F1",
        period="once",
        opens_on=date(2026, 11, 2),
        due_on=date(2026, 12, 2),
        reported_at=None,
        returned=False,
        kind="SCHOOL",
        area="X02",
        area_name="Xã Đông Khê Hạ",
        in_full="Trường Tiểu học Lê Lợi",
    )


def test_lines_come_in_the_same_order_everywhere(connection: Connection, cast: Cast) -> None:
    """Unit by unit, the most urgent first; forms that are due on one day by their codes."""
    units = list(load_units(connection, cast.committee).values())
    place = {unit.code: number for number, unit in enumerate(units)}

    found = progress.lines(connection, cast.plan.id, opened_by=date(2027, 9, 30))

    order = [(place[one.unit], one.due_on, one.form) for one in found]
    assert order == sorted(order)


def test_line_tells_when_the_first_version_came(connection: Connection, cast: Cast) -> None:
    send(connection, cast, cast.officer, cast.owes(cast.officer))
    send(connection, cast, cast.officer, cast.owes(cast.officer), at=LATER)

    assert line(connection, cast).reported_at == NOW
    assert line(connection, cast, "T25").reported_at is None


def test_line_tells_that_a_report_was_returned(connection: Connection, cast: Cast) -> None:
    key = cast.owes(cast.officer)
    report_id, _ = send(connection, cast, cast.officer, key)
    mark_reported(connection, key, report_id, results={}, now=NOW)
    assert line(connection, cast).returned is False

    mark_reviewed(connection, report_id, state="returned", due_on=date(2026, 12, 5))

    assert (line(connection, cast).returned, line(connection, cast).due_on) == (True, date(2026, 12, 5))


def test_reports_that_nobody_looked_at_are_counted(connection: Connection, cast: Cast) -> None:
    send(connection, cast, cast.officer, cast.owes(cast.officer))
    send(connection, cast, cast.officer, cast.owes(cast.officer), at=LATER)
    send(connection, cast, cast.other, cast.owes(cast.other))

    assert progress.count_to_review(connection, cast.plan.id) == 2


def test_person_is_unreachable_when_every_chat_is_lost(connection: Connection, cast: Cast) -> None:
    for chat in ("7", "8"):
        join(connection, cast.officer, chat)
    contacts.put_contact(connection, private("9"), language=None, now=NOW)  # a stranger is nobody's person
    contacts.mark_lost(connection, private("9"), BLOCKED, NOW)

    contacts.mark_lost(connection, private("7"), BLOCKED, NOW)
    assert progress.count_unreachable(connection, cast.committee) == 0
    assert progress.unreachable_people(connection, cast.committee) == []

    contacts.mark_lost(connection, private("8"), BLOCKED, LATER)
    assert progress.count_unreachable(connection, cast.committee) == 1
    assert progress.unreachable_people(connection, cast.committee) == [
        ("Nguyễn Văn Tiến", "Trường Tiểu học Lê Lợi (Xã Đông Khê Hạ)", NOW)
    ]


def test_person_who_is_back_is_reachable(connection: Connection, cast: Cast) -> None:
    join(connection, cast.officer, "7")
    contacts.mark_lost(connection, private("7"), BLOCKED, NOW)

    contacts.mark_found(connection, private("7"))

    assert progress.count_unreachable(connection, cast.committee) == 0
    assert progress.unreachable_people(connection, cast.committee) == []


def test_person_with_two_posts_is_unreachable_once(connection: Connection, cast: Cast) -> None:
    people.put_post(
        connection,
        cast.officer.person_id,
        cast.officer.unit_id,
        Role.HEAD,
        title="kiêm nhiệm",
        source="hand",
        now=NOW,
    )
    join(connection, cast.officer, "7")

    contacts.mark_lost(connection, private("7"), BLOCKED, NOW)

    assert progress.count_unreachable(connection, cast.committee) == 1
    assert len(progress.unreachable_people(connection, cast.committee)) == 1


def test_people_with_a_post_and_no_chat_have_not_joined(connection: Connection, cast: Cast) -> None:
    everybody = progress.count_not_joined(connection, cast.committee)
    assert everybody == len({one.person_id for one in people.list_people(connection, cast.committee)})

    join(connection, cast.officer, "7")
    join(connection, cast.officer, "8")

    assert progress.count_not_joined(connection, cast.committee) == everybody - 1


def test_person_without_a_post_is_not_waited_for(connection: Connection, cast: Cast) -> None:
    everybody = progress.count_not_joined(connection, cast.committee)

    for held in people.posts_of_units(connection, [cast.officer.unit_id]):
        people.end_post(connection, held.id, now=LATER)

    assert progress.count_not_joined(connection, cast.committee) == everybody - 2


def test_whoever_holds_no_post_any_more_is_not_missed(connection: Connection, cast: Cast) -> None:
    """The count of the digest and the list of those overdue name the same people."""
    join(connection, cast.officer, "7")
    contacts.mark_lost(connection, private("7"), BLOCKED, NOW)
    held = select(post.c.id).where(post.c.person_id == cast.officer.person_id)

    for post_id in connection.execute(held).scalars().all():
        people.end_post(connection, post_id, now=LATER)

    assert progress.count_unreachable(connection, cast.committee) == 0
    assert progress.unreachable_people(connection, cast.committee) == []


def test_whoever_has_left_is_not_missed(connection: Connection, cast: Cast) -> None:
    join(connection, cast.officer, "7")
    contacts.mark_lost(connection, private("7"), BLOCKED, NOW)

    connection.execute(update(person).where(person.c.id == cast.officer.person_id).values(left_at=LATER))

    assert progress.count_unreachable(connection, cast.committee) == 0
    assert progress.unreachable_people(connection, cast.committee) == []
