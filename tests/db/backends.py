"""The two databases, for fixtures: empty ones and houses (tests/house.py), which are copies of one that was filled
once."""

import contextlib
import functools
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.db.session import Database
from tests.house import fill_house, make_house
from tests.postgres import Cluster, cluster_or_skip, name_of

SQLITE = "sqlite"
POSTGRESQL = "postgresql"
BACKENDS = (SQLITE, pytest.param(POSTGRESQL, marks=pytest.mark.postgres))
"""For a parametrised fixture: whatever uses it runs on both."""


@contextlib.contextmanager
def empty_database(backend: str, config: pytest.Config, folder: Path) -> Iterator[str]:
    """The address of a database without any table."""
    if backend == SQLITE:
        yield f"sqlite:///{folder / 'empty.db'}"
        return
    cluster = cluster_or_skip(config)
    url = cluster.database()
    yield url
    cluster.drop(url)


@contextlib.contextmanager
def house(backend: str, config: pytest.Config, folder: Path) -> Iterator[str]:
    """The address of a database with the real plan and the fictitious roster."""
    if backend == SQLITE:
        yield f"sqlite:///{make_house(folder)}"
        return
    cluster = cluster_or_skip(config)
    url = cluster.database(template=_template(cluster))
    yield url
    cluster.drop(url)


@functools.cache
def _template(cluster: Cluster) -> str:
    url = cluster.database()
    database = Database(url)
    fill_house(database)
    database.close()
    return name_of(url)
