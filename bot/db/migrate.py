"""Bringing a database up to date: an older one is migrated, a newer one is refused."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from bot.db.migrations import HEAD

SCRIPTS = Path(__file__).parent / "migrations"


class NewerDatabase(Exception):  # noqa: N818 - a state of the installation, said to the operator
    """The database was written by a newer version of this program, whose data this one would spoil."""


class ForeignDatabase(Exception):  # noqa: N818 - a state of the installation, said to the operator
    """The database holds tables, but not ours."""


def bring_up_to_date(engine: Engine, *, scripts: Path = SCRIPTS, head: str = HEAD) -> bool:
    """Migrate to `head`. True if anything was done. Raises NewerDatabase or ForeignDatabase."""
    with engine.connect() as connection:
        version = current_version(connection)
        connection.rollback()
        if version == head:
            return False
        with _free_of_references(connection):
            _migrate(connection, version, scripts, head)
        return True


@contextlib.contextmanager
def _free_of_references(connection: Connection) -> Iterator[None]:
    """SQLite rebuilds a table to change it, which rows that refer to it must not hinder meanwhile. The switch works
    only outside a transaction."""
    if connection.dialect.name != "sqlite":
        yield
        return
    driver = connection.connection.driver_connection
    assert driver is not None, "a connection that is open has its driver's"
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys=ON")


def current_version(connection: Connection) -> str | None:
    """The step at which the database stands; None for an empty one. Raises ForeignDatabase."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables:
        if tables:
            raise ForeignDatabase
        return None
    version: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return version


def _migrate(connection: Connection, version: str | None, scripts: Path, head: str) -> None:
    # Alembic is slow to import, and most starts do not need it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(scripts))
    config.set_main_option("path_separator", "os")
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if version is not None and version not in known:
        raise NewerDatabase
    config.attributes["connection"] = connection
    command.upgrade(config, head)
    connection.commit()
