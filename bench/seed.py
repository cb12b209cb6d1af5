"""A database in which so many officers have joined and each owes the form of the bench."""

import re
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from bot.core.messages import Address
from bot.core.office import Office
from bot.core.people import Role
from bot.core.roster import Entry, Holder
from bot.core.units import Unit
from bot.db import bells, consents, contacts, people
from bot.db.installations import ensure_installation
from bot.db.migrate import bring_up_to_date
from bot.db.session import Database
from bot.gather.builtin import make_office
from bot.gather.plans import load_plan
from bot.gather.rosters import load_roster
from bot.papers.plan_files import check_plan
from bot.settings import LANGUAGE, TIMEZONE
from simulator.world import FIRST_PERSON

PLAN = Path(__file__).with_name("five_questions.yaml")
CHANNEL = "telegram"
FIGURES = {"pupils": 500, "teachers": 38, "managers": 3, "staff": 4, "classes": 15, "party_members": 20}


def seed(file: Path, *, chats: int) -> None:
    """Make the database. Chat n belongs to the officer of school n; the chats' ids are those that the pretend
    Telegram gives to its first people."""
    now = datetime.now(UTC)
    database = Database(f"sqlite:///{file}")
    try:
        bring_up_to_date(database.engine)
        database.transaction(lambda connection: _fill(connection, chats=chats, now=now))
    finally:
        database.close()


def _fill(connection: Connection, *, chats: int, now: datetime) -> None:
    ensure_installation(connection, now=now)
    office = make_office(connection, language=LANGUAGE, timezone=TIMEZONE, now=now)
    load_roster(connection, office.id, [school(number) for number in range(1, chats + 1)], now=now)
    _load_plan(connection, office, now=now)
    # As on any working day: the year's assignments were made this morning.
    bells.note_ring(connection, "periods", now=now)
    join_all(connection, office, now=now)


def join_all(connection: Connection, office: Office, *, now: datetime) -> None:
    """Everybody has a chat and has agreed, in the order in which the pretend Telegram numbers its people."""
    for number, officer in enumerate(people.list_people(connection, office.id)):
        address = Address(CHANNEL, str(FIRST_PERSON + number))
        contacts.put_contact(connection, address, language="vi", now=now)
        contact = contacts.load_contact(connection, address)
        assert contact is not None, "it was just made"
        contacts.link(connection, contact.id, officer.person_id, now=now)
        consents.put_consent(connection, officer.person_id, address, notice="bench", version="1", now=now)


def _load_plan(connection: Connection, office: Office, *, now: datetime) -> None:
    text = PLAN.read_text(encoding="utf-8")
    today = office.today(now)
    text = re.sub("(?m)^  issued_on: .*$", f"  issued_on: {today}", text)
    source = re.sub("(?m)^    seen: date=.*$", f"    seen: date={today}", text).encode()
    plan, findings = check_plan(PLAN.name, source, kinds=office.kinds)
    assert plan is not None
    assert not any(one.stops for one in findings), findings
    loaded = load_plan(connection, office, plan, file=PLAN.name, source=source, by="bench", now=now)
    assert loaded.changes.added, "nobody owes anything"


def school(number: int, *, level: str = "TH") -> Entry:
    unit = Unit(
        code=f"T{number:05}",
        name=f"Trường Tiểu học số {number}",
        kind="SCHOOL",
        level=level,
        ownership="công lập",
        party_org="chi bộ",
        figures=FIGURES,
    )
    return Entry(unit, (Holder(f"Nguyễn Thị Hoa {number}", Role.OFFICER, "phó hiệu trưởng"),))
