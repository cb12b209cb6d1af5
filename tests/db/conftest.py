"""Databases to test with: each test that asks for one runs twice, on SQLite and on PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.db.session import Connection, Database
from tests.db.backends import BACKENDS, empty_database, house
from tests.db.cast import Cast, cast_of


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def empty_url(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without any table."""
    with empty_database(backend, request.config, tmp_path) as url:
        yield url


@pytest.fixture
def house_url(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database with the real plan and the fictitious roster."""
    with house(backend, request.config, tmp_path) as url:
        yield url


@pytest.fixture
def database(house_url: str) -> Iterator[Database]:
    """The house, open and ready to write."""
    database = Database(house_url)
    database.start()
    yield database
    database.close()


@pytest.fixture
def connection(database: Database) -> Iterator[Connection]:
    """The house in one transaction, which is committed at the end: what only a commit finds out is found."""
    with database.engine.begin() as connection:
        yield connection


@pytest.fixture
def cast(connection: Connection) -> Cast:
    return cast_of(connection)
