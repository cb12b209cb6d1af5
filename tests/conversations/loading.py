"""What staff do at the command line in a conversation: `! plan EDITION`, `! UNIT ends DAY into UNIT`, `! UNIT phone
NUMBER`, `+ FILE`."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bot.db.session import Connection
from bot.gather.plans import load_plan
from bot.gather.rosters import load_roster
from bot.gather.shelf import Shelf
from bot.papers.plan_files import check_plan
from scheduler.periods import open_periods
from tests.conversations.editions import edited
from tests.house import read_roster_files, the_office

PLANS = Path(__file__).parent / "plans"


def load_file(connection: Connection, name: str, *, now: datetime) -> None:
    """A plan of `plans/`."""
    _load(connection, name, (PLANS / name).read_bytes(), now=now)


def load_editions(connection: Connection, editions: Sequence[str], *, now: datetime) -> None:
    """The house's plan with all these changes, one on top of the other."""
    _load(connection, "plan.yaml", edited(*editions), now=now)


def change_unit(connection: Connection, what: str, shelf: Shelf, *, now: datetime) -> None:
    """A newer roster, in which one unit ends, or has a telephone."""
    office = the_office(connection)
    code, verb, *rest = what.split()
    changed: dict[str, Any] = (
        {"phone": " ".join(rest)}
        if verb == "phone"
        else {"valid_to": date.fromisoformat(rest[0]), "successor": rest[2]}
    )
    entries = [
        replace(entry, unit=replace(entry.unit, **changed))
        for entry in read_roster_files(office)
        if entry.unit.code == code
    ]
    load_roster(connection, office.id, entries, now=now, today=office.today(now))
    open_periods(connection, office, shelf, now=now)


def _load(connection: Connection, name: str, source: bytes, *, now: datetime) -> None:
    office = the_office(connection)
    plan, findings = check_plan(name, source, kinds=office.kinds)
    assert plan is not None, findings
    assert [one for one in findings if one.stops] == []
    load_plan(connection, office, plan, file=name, source=source, by="test", now=now)
