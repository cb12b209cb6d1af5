"""The one door to the database: a writer that shares commits between chats, and readers.

Work is a plain function of a connection. It runs in a thread that may block, so no lock is ever left behind by a
cancelled task. Works that wait together are committed together, each in its own savepoint: durability (one
`fsync` a commit) is paid once for many chats, and a failing work does not disturb its neighbours.
"""

import asyncio
import logging
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError as DatabaseFault
from sqlalchemy.exc import InterfaceError, OperationalError

__all__ = ["Connection", "Database", "DatabaseFailed", "DatabaseFault", "database_url"]

log = logging.getLogger(__name__)

T = TypeVar("T")

DatabaseFailed = (OperationalError, InterfaceError)
"""Faults that are the database's own: a full disk, a restart of its server. The same work may succeed later."""

LARGEST_COMMIT = 256
"""Works in one commit: bounds what is repeated when a commit fails."""

POSTGRESQL_WRITERS = 4


class _Job(Generic[T]):
    """One piece of work and the caller that waits for it."""

    __slots__ = ("caller", "error", "result", "work")

    def __init__(self, work: Callable[[Connection], T], caller: "asyncio.Future[T]") -> None:
        self.work = work
        self.caller = caller
        self.result: T | None = None
        self.error: Exception | None = None

    def settle(self) -> None:
        """Tell the caller. A caller that was cancelled meanwhile no longer listens."""
        if self.caller.cancelled():
            return
        if self.error is not None:
            self.caller.set_exception(self.error)
        else:
            self.caller.set_result(self.result)  # type: ignore[arg-type]  # set whenever there is no error


class Database:
    """An open database: `write` and `read` for the running bot, `transaction` for a command line."""

    def __init__(self, url: str) -> None:
        self.url = database_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite and self.url.database:
            Path(self.url.database).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.engine = _make_engine(self.url, writes=True)
        self._reading = _make_engine(self.url, writes=False)
        self._jobs: queue.SimpleQueue[_Job[Any] | None] = queue.SimpleQueue()
        self._writers: list[threading.Thread] = []
        self._readers = ThreadPoolExecutor(max_workers=2, thread_name_prefix="reader")

    def start(self) -> None:
        """Start the writers: one for SQLite, a few for PostgreSQL."""
        for number in range(1 if self.is_sqlite else POSTGRESQL_WRITERS):
            writer = threading.Thread(target=self._write_on, name=f"writer-{number}", daemon=True)
            writer.start()
            self._writers.append(writer)

    def close(self) -> None:
        """Finish what is queued and let go of every connection."""
        for _ in self._writers:
            self._jobs.put(None)
        for writer in self._writers:
            writer.join()
        self._writers.clear()
        self._readers.shutdown()
        self.engine.dispose()
        self._reading.dispose()

    def write(self, work: Callable[[Connection], T]) -> "asyncio.Future[T]":
        """Run `work` in a transaction; awaited, gives what it returned once that is durable.

        What `work` raises is raised to the caller and leaves nothing behind. Cancelling the caller does not
        stop the work.
        """
        job = _Job(work, asyncio.get_running_loop().create_future())
        self._jobs.put(job)
        return job.caller

    async def read(self, work: Callable[[Connection], T]) -> T:
        """Run `work` on a snapshot, beside the writer."""

        def run() -> T:
            with self._reading.connect() as connection:
                return work(connection)

        return await asyncio.get_running_loop().run_in_executor(self._readers, run)

    def transaction(self, work: Callable[[Connection], T], *, keep: bool = True) -> T:
        """Run `work` here and now, for a command line. With `keep=False` everything is rolled back."""
        with self.engine.connect() as connection:
            outcome = work(connection)
            if keep:
                connection.commit()
            else:
                connection.rollback()
            return outcome

    def _write_on(self) -> None:
        """A writer's life: take what waits, commit it together, tell the callers."""
        while (first := self._jobs.get()) is not None:
            batch = [first, *self._waiting()]
            stop = batch[-1] is None
            jobs = [job for job in batch if job is not None]
            self._commit(jobs)
            by_loop: dict[asyncio.AbstractEventLoop, list[_Job[Any]]] = {}
            for job in jobs:
                by_loop.setdefault(job.caller.get_loop(), []).append(job)
            for loop, settled in by_loop.items():
                try:
                    loop.call_soon_threadsafe(_settle, settled)
                except RuntimeError:  # the loop closed while we wrote: nobody waits any more
                    log.warning("writer.caller_gone", extra={"jobs": len(settled)})
            if stop:
                return

    def _waiting(self) -> "list[_Job[Any] | None]":
        batch: list[_Job[Any] | None] = []
        while len(batch) < LARGEST_COMMIT - 1:
            try:
                batch.append(self._jobs.get_nowait())
            except queue.Empty:
                break
            if batch[-1] is None:
                break
        return batch

    def _commit(self, jobs: "Sequence[_Job[Any]]") -> None:
        """One transaction for all jobs. If it cannot be committed, every job has failed."""
        try:
            with self.engine.begin() as connection:
                if len(jobs) == 1:
                    # Alone, it needs no savepoint: its failure rolls the transaction back.
                    jobs[0].result = jobs[0].work(connection)
                    return
                for job in jobs:
                    _run_in_savepoint(job, connection)
        except Exception as error:
            for job in jobs:
                job.error = job.error or error


def _run_in_savepoint(job: "_Job[Any]", connection: Connection) -> None:
    connection.exec_driver_sql("SAVEPOINT turn")
    try:
        job.result = job.work(connection)
    except Exception as error:
        job.error = error
        connection.exec_driver_sql("ROLLBACK TO SAVEPOINT turn")
    connection.exec_driver_sql("RELEASE SAVEPOINT turn")


def _settle(jobs: "Sequence[_Job[Any]]") -> None:
    for job in jobs:
        job.settle()


def database_url(text: str) -> URL:
    """The database's address; a bare `postgresql://` means the driver psycopg."""
    url = make_url(text)
    if url.drivername in ("postgresql", "postgres"):
        url = url.set(drivername="postgresql+psycopg")
    return url


def _make_engine(url: URL, *, writes: bool) -> Engine:
    if url.get_backend_name() != "sqlite":
        # What is read together must be of one moment; SQLite's transactions are so by themselves.
        level = "READ COMMITTED" if writes else "REPEATABLE READ"
        return create_engine(url, pool_size=POSTGRESQL_WRITERS, pool_pre_ping=True, isolation_level=level)

    engine = create_engine(url, connect_args={"check_same_thread": False})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver must not begin transactions of its own
        connection.execute("PRAGMA journal_mode=WAL")
        # FULL: what we acknowledge to the messenger must survive a power cut, not only a crash of ours.
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA busy_timeout=5000")
        connection.execute("PRAGMA foreign_keys=ON")

    begin = "BEGIN IMMEDIATE" if writes else "BEGIN"

    @event.listens_for(engine, "begin")
    def start_transaction(connection: Connection) -> None:
        # A deferred transaction that reads and then writes fails at once when another one wrote meanwhile.
        connection.exec_driver_sql(begin)

    return engine
