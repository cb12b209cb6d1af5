"""The house of Directive 32, on the Monday on which schools begin to report."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.db.session import Connection, Database
from tests.house import make_house


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    """The house in one transaction."""
    database = Database(f"sqlite:///{make_house(tmp_path)}")
    with database.engine.begin() as connection:
        yield connection
    database.close()
