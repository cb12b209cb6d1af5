"""Ears with a fake messenger, on both databases, in pretend time."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.db.backends import BACKENDS, house
from tests.wire.intake.desk import Ears
from tests.wire.pretend_time import PatientDatabase, loop_factories

pytest_asyncio_loop_factories = loop_factories


@pytest.fixture(params=BACKENDS)
def house_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    with house(request.param, request.config, tmp_path) as url:
        yield url


@pytest.fixture
def database(house_url: str) -> Iterator[PatientDatabase]:
    database = PatientDatabase(house_url)
    database.start()
    yield database
    database.close()


@pytest.fixture
async def ears(database: PatientDatabase) -> Ears:
    return Ears(database)
