"""One process at a time: two bots on one database would say everything twice."""

import fcntl
from pathlib import Path
from typing import IO

from sqlalchemy import Connection, text

from bot.db.session import Database, DatabaseFault

POSTGRESQL_KEY = 0x4E564945_54564943
"""Our name among the advisory locks of a PostgreSQL database."""


class AnotherProcess(Exception):  # noqa: N818 - a state of the installation, said to the operator
    """Another bot is running on this database."""


class SingleProcess:
    """Held while a bot runs; the operating system or the database lets go of it when the process dies."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._file: IO[str] | None = None
        self._connection: Connection | None = None
        self._claimed = False

    def claim(self) -> None:
        """Be the one. Raises AnotherProcess."""
        if self._database.is_sqlite:
            self._claim_file()
        else:
            self._claim_database()
        self._claimed = True

    def hold(self) -> None:
        """Be it still. A restart of PostgreSQL ends our connection and with it the lock, and tells nobody: then it is
        claimed again. Raises AnotherProcess if somebody else was faster, DatabaseFault while the server is away."""
        if self._database.is_sqlite or not self._claimed:
            return  # the operating system takes no lock away from a process that lives
        if self._connection is not None:
            try:
                self._connection.execute(text("SELECT 1"))
            except DatabaseFault:
                self._connection.invalidate()
                self._connection.close()
                self._connection = None  # the server may stay away for many a look
        if self._connection is None:
            self._claim_database()

    def release(self) -> None:
        """Be it no longer."""
        self._claimed = False
        if self._file is not None:
            self._file.close()
            self._file = None
        if self._connection is not None:
            self._connection.close()  # detached from the pool, it really ends: with it the lock
            self._connection = None

    def _claim_file(self) -> None:
        path = self._database.url.database
        if not path or path == ":memory:":
            return
        file = Path(f"{path}.lock").open("w", encoding="utf-8")  # noqa: SIM115 - held as long as the process
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            raise AnotherProcess from None
        self._file = file

    def _claim_database(self) -> None:
        connection = self._database.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        connection.detach()
        claimed = connection.execute(
            text("SELECT pg_try_advisory_lock(:key)"), {"key": POSTGRESQL_KEY}
        ).scalar_one()
        if not claimed:
            connection.close()
            raise AnotherProcess
        self._connection = connection
