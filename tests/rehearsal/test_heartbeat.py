"""The heartbeat: operators hear of a trouble once, and once that it is over."""

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from bot import app as wiring
from bot.app import App
from bot.channels.telegram import Telegram
from bot.core.messages import Address
from bot.core.people import Role
from bot.db import contacts
from bot.db.session import Connection
from bot.db.tables import post
from bot.settings import load_settings
from tests.house import make_house, member, office_time
from tests.wire.fakes import FakeChannel
from tests.wire.pretend_time import PatientDatabase

NIGHT = office_time("2026-11-23 23:00")
ADMIN = "77"


def make_admin(connection: Connection) -> None:
    staff = member(connection, "BTG", "staff")
    address = Address("telegram", ADMIN)
    contacts.put_contact(connection, address, language=None, now=NIGHT)
    contact = contacts.load_contact(connection, address)
    assert contact is not None
    contacts.link(connection, contact.id, staff.person_id, now=NIGHT)
    connection.execute(
        insert(post).values(person_id=staff.person_id, unit_id=1, role=Role.ADMIN, source="hand", since=NIGHT)
    )


async def test_a_messenger_that_is_away_is_told_once_and_once_that_it_is_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wiring, "Database", PatientDatabase)
    loop = asyncio.get_running_loop()
    began = loop.time()

    def now() -> datetime:
        return NIGHT + timedelta(seconds=loop.time() - began)

    channel = FakeChannel("telegram", limits=Telegram.limits)
    settings = load_settings({"NHACVIEC_DATABASE_URL": f"sqlite:///{make_house(tmp_path)}"})
    async with App(settings, channels={"telegram": channel}, now=now, pace=loop.time) as app:
        app.database.transaction(make_admin)
        carrying = loop.create_task(app.delivery.run())
        told: list[list[str]] = []
        health: list[object] = []
        for away in (False, True, True, True, False):
            channel.out_of_reach = away  # type: ignore[attr-defined]
            await app.clock.ring_all()
            await app.heartbeat.beat()
            await asyncio.sleep(240)
            await app.clock.ring_all()
            await app.heartbeat.beat()
            await asyncio.sleep(5)
            told.append([text for _, text in channel.to(ADMIN)])
            health.append((await app.health())["ok"])
        carrying.cancel()

    assert health == [True, True, False, False, True]
    assert [len(one) for one in told] == [0, 0, 1, 1, 2]
    assert "telegram" in told[-1][0]
