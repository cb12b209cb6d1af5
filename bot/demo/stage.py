"""The stage: a pretend Telegram, the real bot against it over HTTP, a fresh database with the real plan."""

import asyncio
import contextlib
import getpass
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.app import App
from bot.core.roster import Entry
from bot.db import invitations
from bot.db.offices import rename_office
from bot.db.people import list_people
from bot.db.session import Connection
from bot.demo.clock import PretendClock
from bot.gather.builtin import PLANS, make_office
from bot.gather.plans import load_plan
from bot.gather.rosters import load_roster
from bot.papers.plan_files import check_plan
from bot.papers.roster_files import read_roster
from bot.settings import Settings, load_settings
from simulator.server import PretendTelegram

ROSTER = ("organs.csv", "communes.csv", "schools.csv")
PLAN = "directive-32/plan.yaml"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the roster with a code."""

    name: str
    unit_code: str
    unit: str
    role: str
    code: str


class Stage:
    """`codes` opens the door to everybody of the roster; `group_code` links the Committee's group."""

    def __init__(self, telegram: PretendTelegram, app: App, clock: PretendClock) -> None:
        self.telegram = telegram
        self.app = app
        self.clock = clock
        self.people: dict[tuple[str, str], Person] = {}
        self.group_code = ""
        self._committee_id = 0

    def load(self, settings: Settings) -> tuple[int, int]:
        """Load roster and plan, make codes. Returns how many units and assignments there are."""

        def work(connection: Connection) -> tuple[int, int]:
            now = self.clock.now()
            office = make_office(connection, language=settings.language, timezone=settings.timezone, now=now)
            entries: list[Entry] = []
            for name in ROSTER:
                found, _ = read_roster((PLANS / "roster" / name).read_bytes(), file=name, kinds=office.kinds)
                entries += found
            load_roster(connection, office.id, entries, now=now)
            committee = next(entry.unit for entry in entries if entry.unit.kind == "PROPAGANDA")
            rename_office(connection, office.id, {"vi": committee.name})
            source = (PLANS / PLAN).read_bytes()
            plan, _ = check_plan(PLAN, source, kinds=office.kinds)
            assert plan is not None, "our own plan is in order; a test keeps it so"
            loaded = load_plan(
                connection, office, plan, file=PLAN, source=source, by=getpass.getuser(), now=now
            )
            self._committee_id = office.id
            self._invite_everybody(connection, office.id)
            return len(entries), loaded.changes.added

        return self.app.database.transaction(work)

    def _invite_everybody(self, connection: Connection, committee_id: int) -> None:
        codes: dict[int, str] = {}
        for one in list_people(connection, committee_id):
            if one.person_id not in codes:
                codes[one.person_id] = invitations.invite(
                    connection, committee_id, one.person_id, now=self.clock.now()
                )
            person = Person(one.name, one.unit_code, one.unit_name, one.role, codes[one.person_id])
            self.people[one.unit_code, one.role] = person
        self.group_code = invitations.invite(connection, committee_id, None, now=self.clock.now())

    def invite_anew(self, keys: Sequence[tuple[str, str]]) -> list[Person]:
        """Codes for these people that are good from now on: those of the first day are used or run out."""

        def work(connection: Connection) -> list[Person]:
            now = self.clock.now()
            ids = {(one.unit_code, str(one.role)): one for one in list_people(connection, self._committee_id)}
            return [
                replace(
                    self.people[key],
                    code=invitations.invite(connection, self._committee_id, ids[key].person_id, now=now),
                )
                for key in keys
            ]

        return self.app.database.transaction(work)

    async def settle(self) -> None:
        """Wait until everything that was said is answered and everything that is due is delivered."""
        while True:
            while self.telegram.waiting_updates:
                await asyncio.sleep(0.01)
            await self.app.intake.quiet()
            more = await self.app.delivery.claim()
            await self.app.delivery.quiet()
            if not more and not self.telegram.waiting_updates:
                return

    async def time_passes(self, until: datetime) -> None:
        """Set the clock forward and ring the bells."""
        self.clock.set_to(until)
        await self.app.clock.ring_all()
        await self.settle()


@contextlib.asynccontextmanager
async def stage(
    folder: Path, *, starts_at: datetime, language: str, port: int = 0
) -> AsyncIterator[tuple[Stage, Settings]]:
    """Set the stage in a folder. The bot runs until the context ends."""
    clock = PretendClock(starts_at)
    async with PretendTelegram(now=clock.now, pace=clock.pace, port=port) as telegram:
        settings = load_settings(
            {
                "NHACVIEC_TELEGRAM_TOKEN": telegram.token,
                "NHACVIEC_TELEGRAM_API": telegram.base_url,
                "NHACVIEC_DATABASE_URL": f"sqlite:///{folder / 'demo.db'}",
                "NHACVIEC_LANGUAGE": language,
            }
        )
        async with App(settings, now=clock.now, pace=clock.pace) as app:
            running = asyncio.get_running_loop().create_task(app.run())
            try:
                yield Stage(telegram, app, clock), settings
            finally:
                running.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await running
