"""A database in which so many officers are to be reminded on a Monday morning at eight, and some others fill in a form
that is due in months."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bench.seed import PLAN, join_all, school
from bot.core.office import Office
from bot.db import bells
from bot.db.installations import ensure_installation
from bot.db.migrate import bring_up_to_date
from bot.db.session import Connection, Database
from bot.gather.builtin import make_office
from bot.gather.plans import load_plan
from bot.gather.rosters import load_roster
from bot.papers.plan_files import check_plan
from bot.settings import LANGUAGE, TIMEZONE

MONDAY = date(2026, 11, 23)
OPENS = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
"""Eight o'clock at the office: the send window opens."""

REMINDED, BY_HAND = "TH", "THCS"
"""Levels of the schools: who is reminded, who fills in a form meanwhile."""


def settle_wave(file: Path, *, reminded: int, by_hand: int) -> None:
    """The chats of the first are numbered first."""
    now = OPENS - timedelta(hours=12)
    database = Database(f"sqlite:///{file}")
    try:
        bring_up_to_date(database.engine)
        database.transaction(lambda connection: _settle(connection, reminded, by_hand, now))
    finally:
        database.close()


def _settle(connection: Connection, reminded: int, by_hand: int, now: datetime) -> None:
    ensure_installation(connection, now=now)
    office = make_office(connection, language=LANGUAGE, timezone=TIMEZONE, now=now)
    schools = [school(number, level=REMINDED) for number in range(1, reminded + 1)]
    schools += [school(number, level=BY_HAND) for number in range(reminded + 1, reminded + by_hand + 1)]
    load_roster(connection, office.id, schools, now=now)
    _load(connection, office, "WAVE", level=REMINDED, due_after=7, now=now)  # the first step of the ladder
    _load(connection, office, "HAND", level=BY_HAND, due_after=100, now=now)
    bells.note_ring(connection, "periods", now=now + timedelta(hours=12))
    join_all(connection, office, now=now)


def _load(
    connection: Connection, office: Office, code: str, *, level: str, due_after: int, now: datetime
) -> None:
    text = PLAN.read_text(encoding="utf-8").replace("code: BENCH", f"code: {code}")
    text = re.sub("(?m)^  issued_on: .*$", f"  issued_on: {MONDAY}", text)
    text = text.replace("P0 + 100 days", f"P0 + {due_after} days")
    text = text.replace("    cadence: once\n", f"    levels: [{level}]\n    cadence: once\n", 1)
    source = text.encode()
    plan, findings = check_plan(f"{code}.yaml", source, kinds=office.kinds)
    assert plan is not None, findings
    assert not any(one.stops for one in findings), findings
    load_plan(connection, office, plan, file=f"{code}.yaml", source=source, by="bench", now=now)
