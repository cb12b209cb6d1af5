"""A bot that dies, and the schools that go on reporting."""

from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path

import pytest

from bot.db.session import Database
from simulator.server import PretendTelegram
from tests.house import make_house, member, office_time
from tests.kill.mortal import Mortal
from tests.kill.people import Officer, link_phone

Scene = tuple[PretendTelegram, Mortal, Callable[[Sequence[str]], list[Officer]]]


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[Scene]:
    """A pretend Telegram that outlives the bot, a bot that has not started, and a way to people the schools."""
    path = make_house(tmp_path)
    async with PretendTelegram(limits=False) as telegram:
        mortal = Mortal(telegram, path, now=office_time("2026-11-23 08:05"))

        def people(units: Sequence[str]) -> list[Officer]:
            database = Database(f"sqlite:///{path}")
            with database.engine.begin() as connection:
                officers = []
                for number, code in enumerate(units):
                    who = member(connection, code, "officer")
                    phone = telegram.phone(f"{who.name} {code}")
                    link_phone(connection, phone, who)
                    officers.append(Officer(phone, who, number))
            database.close()
            return officers

        try:
            yield telegram, mortal, people
        finally:
            mortal.close()
