"""A commune's digest is the same thing for its subtree: the parts add up to the whole."""

from sqlalchemy import update

from bot.core.digest import Digest
from bot.core.digest_text import Reader
from bot.db.people import load_person
from bot.db.session import Connection
from bot.db.tables import unit
from bot.db.units import load_units
from bot.gather.digest_parts import parts_seen
from bot.gather.digests import EVERYBODY, Part, gather_digest, part_below
from bot.gather.shelf import Shelf
from tests.gather.desk import send, stored_plan
from tests.house import member, office_time, the_office

MONDAY = office_time("2026-12-07 07:30")
STUDIED = {"directive_studied": "yes", "staff_at_directive_study": [50, 52], "pupils_informed": [800, 832]}


def digest(connection: Connection, part: Part) -> Digest:
    office, stored = the_office(connection), stored_plan(connection)
    plan = Shelf().plan(connection, stored.version_id)
    return gather_digest(connection, office, stored, plan, Shelf(), week_of=MONDAY, now=MONDAY, part=part)


def test_subtrees_add_up_to_the_whole(connection: Connection) -> None:
    """Where nobody has two superiors: a school whose cell belongs to another commune is seen by both."""
    connection.execute(update(unit).values(party_parent=unit.c.parent))
    send(connection, "T14", "F1", STUDIED | {"plan_issued": "yes"})
    send(connection, "T25", "F1", STUDIED | {"plan_issued": "not_yet"})
    send(connection, "X02", "C1", {"directive_studied": "yes"})
    office = the_office(connection)
    roots = [one.code for one in load_units(connection, office.id).values() if one.parent is None]

    whole = digest(connection, EVERYBODY)
    parts = [digest(connection, part_below(connection, office.id, root)) for root in roots]

    assert sum(one.now.asked for one in parts) == whole.now.asked
    assert sum(one.now.reported for one in parts) == whole.now.reported == 3
    assert sum(len(one.late) for one in parts) == len(whole.late)
    assert sum(one.to_review for one in parts) == whole.to_review == 3
    assert sum(one.not_joined for one in parts) == whole.not_joined
    for total in whole.totals:
        of_parts = [
            one for part in parts for one in part.totals if one.indicator.code == total.indicator.code
        ]
        assert sum(one.numerator for one in of_parts) == total.numerator
        assert sum(one.denominator or 0 for one in of_parts) == (total.denominator or 0)
        assert sum(one.expected for one in of_parts) == total.expected


def test_commune_sees_itself_and_its_schools(connection: Connection) -> None:
    late = digest(connection, part_below(connection, the_office(connection).id, "X02")).late

    assert {one.area for one in late} == {"X02"}
    assert {one.unit for one in late} >= {"X02", "T14", "T02"}


def test_each_sees_what_their_posts_allow(connection: Connection) -> None:
    def seen(code: str, role: str) -> list[tuple[str, Reader]]:
        who = member(connection, code, role)
        person = load_person(connection, who.person_id, who.name)
        return [
            (part.root, reader) for part, reader in parts_seen(connection, the_office(connection), person)
        ]

    assert seen("BTG", "leader") == [("", Reader.COMMITTEE)]
    assert seen("BTG", "staff") == [("", Reader.COMMITTEE)]
    assert seen("X02", "head") == [("X02", Reader.BELOW)]
    assert seen("X02", "officer") == []
    assert seen("T14", "head") == []
