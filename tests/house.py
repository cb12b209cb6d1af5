"""A small house to test in: a database with the real plan and the fictitious roster, and the fixed cast.

The cast, wherever people are needed:

    officer     Nguyễn Văn Tiến of T14, a primary school whose name another school bears, too
    colleague   Bùi Thị Nga, the head of T14
    other       Vũ Thị Thủy of T25, a lower secondary school
    commune     Phan Hữu Sơn of X02, a commune's Party committee; its head is Hồ Thị Thảo
    staff       Phạm Xuân Dũng of BTG, the Committee; its leader is Nguyễn Công Phúc
    stranger    somebody whom nobody invited
"""

import functools
import shutil
import sqlite3
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, event, select

from bot.core.office import Office
from bot.core.plan.model import Plan
from bot.core.roster import Entry
from bot.db.installations import ensure_installation
from bot.db.migrate import bring_up_to_date
from bot.db.offices import load_office, rename_office
from bot.db.session import Database
from bot.db.tables import person, post, unit
from bot.gather.builtin import PLANS, make_office
from bot.gather.plans import load_plan
from bot.gather.rosters import load_roster
from bot.papers.plan_files import check_plan
from bot.papers.roster_files import read_roster

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
LOADED_AT = datetime(2026, 11, 2, 8, 0, tzinfo=ZONE).astimezone(UTC)
"""When roster and plan were loaded: the day from which the plan counts."""

ROSTER = ("organs.csv", "communes.csv", "schools.csv")


@dataclass(frozen=True, slots=True)
class Furniture:
    """What a house is filled with, and the day on which it was."""

    plan: Path
    roster: tuple[Path, ...]
    loaded_at: datetime
    joined_at: datetime
    """When the people of the conversations joined."""


VAN_TRACH = Furniture(
    PLANS / "directive-32" / "plan.yaml",
    tuple(PLANS / "roster" / name for name in ROSTER),
    loaded_at=LOADED_AT,
    joined_at=datetime(2026, 11, 20, 8, 0, tzinfo=ZONE).astimezone(UTC),
)
HOANG_MAI = Furniture(
    PLANS / "hoang-mai-2020" / "plan.yaml",
    (PLANS / "hoang-mai-2020" / "roster.csv",),
    loaded_at=datetime(2020, 1, 6, 8, 0, tzinfo=ZONE).astimezone(UTC),
    joined_at=datetime(2020, 1, 7, 8, 0, tzinfo=ZONE).astimezone(UTC),
)
"""The plan of 2020 on a clock of 2020. Its cast: officer and head of TT, the political centre; P01, a ward; GV01, a
lecturer; staff and leader of TG, the Committee."""


def furniture_of(conversation: str) -> Furniture:
    """By the name of a conversation."""
    return HOANG_MAI if conversation.startswith("hoang-mai") else VAN_TRACH


def office_time(text: str) -> datetime:
    """`2026-11-23 08:05` at the office, as aware UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the roster."""

    person_id: int
    name: str
    unit_id: int
    unit: str
    role: str


def make_house(folder: Path, *, language: str = "vi", furniture: Furniture = VAN_TRACH) -> Path:
    """A fresh database file with everything loaded. The first call of a run makes it, later ones copy it."""
    path = folder / "house.db"
    shutil.copyfile(_template(language, furniture), path)
    return path


def open_house(path: Path) -> Database:
    """A house whose commits do not wait for the disk: nobody pulls the plug in these tests (tests/kill does)."""
    database = Database(f"sqlite:///{path}")

    @event.listens_for(database.engine, "connect")
    def do_not_wait(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA synchronous=OFF")

    return database


@functools.cache
def _template(language: str, furniture: Furniture) -> Path:
    path = Path(tempfile.mkdtemp(prefix="nhacviec-test-")) / "template.db"
    database = Database(f"sqlite:///{path}")
    fill_house(database, language=language, furniture=furniture)
    database.close()  # the last connection writes everything into the one file
    return path


def fill_house(database: Database, *, language: str = "vi", furniture: Furniture = VAN_TRACH) -> None:
    """Bring an empty database to the point where people can be invited."""
    bring_up_to_date(database.engine)
    database.transaction(lambda connection: _load(connection, language, furniture))


def _load(connection: Connection, language: str, furniture: Furniture) -> None:
    now = furniture.loaded_at
    ensure_installation(connection, now=now)
    office = make_office(connection, language=language, timezone=str(ZONE), now=now)
    entries = read_roster_files(office, furniture=furniture)
    load_roster(connection, office.id, entries, now=now)
    committee = next(entry.unit for entry in entries if entry.unit.kind == "PROPAGANDA")
    rename_office(connection, office.id, {"vi": committee.name})
    plan = read_plan_of(furniture, office)
    load_plan(
        connection, office, plan, file="plan.yaml", source=furniture.plan.read_bytes(), by="test", now=now
    )


def plan_source() -> bytes:
    return VAN_TRACH.plan.read_bytes()


def read_hp_plan(office: Office) -> Plan:
    return read_plan_of(VAN_TRACH, office)


def read_plan_of(furniture: Furniture, office: Office) -> Plan:
    plan, _ = check_plan("plan.yaml", furniture.plan.read_bytes(), kinds=office.kinds)
    assert plan is not None
    return plan


def read_roster_files(office: Office, *, furniture: Furniture = VAN_TRACH) -> Sequence[Entry]:
    entries: list[Entry] = []
    for path in furniture.roster:
        found, findings = read_roster(path.read_bytes(), file=path.name, kinds=office.kinds)
        assert not [one for one in findings if one.severity == "error"]
        entries += found
    return entries


def the_office(connection: Connection) -> Office:
    office = load_office(connection)
    assert office is not None
    return office


def member(connection: Connection, unit_code: str, role: str) -> Member:
    """The person with that role in that unit."""
    row = connection.execute(
        select(person.c.id, person.c.name, unit.c.id.label("unit_id"), unit.c.code, post.c.role)
        .join(post, post.c.person_id == person.c.id)
        .join(unit, unit.c.id == post.c.unit_id)
        .where(unit.c.code == unit_code, post.c.role == role, post.c.until.is_(None))
    ).one()
    return Member(row.id, row.name, row.unit_id, row.code, row.role)
