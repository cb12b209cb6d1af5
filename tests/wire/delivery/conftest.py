"""A mouth with a fake messenger, in pretend time."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.house import make_house
from tests.wire.delivery.mouth import Mouth
from tests.wire.pretend_time import PatientDatabase, loop_factories

pytest_asyncio_loop_factories = loop_factories


@pytest.fixture
def database(tmp_path: Path) -> Iterator[PatientDatabase]:
    database = PatientDatabase(f"sqlite:///{make_house(tmp_path)}")
    database.start()
    yield database
    database.close()


@pytest.fixture
async def mouth(database: PatientDatabase) -> AsyncIterator[Mouth]:
    async with Mouth(database) as mouth:
        yield mouth
