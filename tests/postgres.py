"""A PostgreSQL server for the tests: one cluster for a run, a fresh database for each test that asks for one.

Debian's server binaries are used as they lie in /usr/lib/postgresql. Root may not run a server, so root runs it as the
user `postgres`. Nothing listens on a port: the socket lies in the cluster's own folder.
"""

import functools
import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import psycopg
import pytest

BINARIES = Path("/usr/lib/postgresql")
MEMORY = Path("/dev/shm")
ROOM = 512 * 1024 * 1024
"""Bytes that must be free in memory for the cluster to lie there: a database is some 300 files, slow to copy on a
disk."""

SERVER_USER = "postgres"

# A test database need not survive a power cut.
OPTIONS = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "listen_addresses=''",
    "max_connections=60",
    "max_wal_size=256MB",
)


class NoServer(Exception):  # noqa: N818 - a state of the machine, said to whoever runs the tests
    """No PostgreSQL server can be started here."""


class Cluster:
    """A running server. `database` makes a database, empty or a copy of another one."""

    def __init__(self) -> None:
        self._binaries = _find_binaries()
        self._folder = Path(tempfile.mkdtemp(prefix="nhacviec-pg-", dir=_where()))
        self._numbers = itertools.count(1)
        self._as_server: tuple[str, ...] = ()
        try:
            self._start()
        except NoServer:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        self._admin = psycopg.connect(self._conninfo("postgres"), autocommit=True)

    def stop(self) -> None:
        """Stop the server and remove all that it kept."""
        self._admin.close()
        self._run("pg_ctl", "stop", "-D", str(self._data), "-m", "immediate")
        shutil.rmtree(self._folder, ignore_errors=True)

    def halt(self) -> None:
        """The server falls: every connection breaks, what was committed stays."""
        self._admin.close()
        self._run("pg_ctl", "stop", "-D", str(self._data), "-m", "immediate")

    def resume(self) -> None:
        """The server is there again."""
        self._serve()
        self._admin = psycopg.connect(self._conninfo("postgres"), autocommit=True)

    def disconnect(self, url: str) -> None:
        """Every connection to a database ends, as when an operator ends it."""
        self._admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name_of(url)]
        )

    def database(self, *, template: str = "template0") -> str:
        """The address of a fresh database, a copy of `template`."""
        name = f"test_{next(self._numbers)}"
        self._admin.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return f"postgresql://{SERVER_USER}@/{name}?host={self._folder}"

    def drop(self, url: str) -> None:
        """Remove a database, whoever is still connected to it."""
        self._admin.execute(f'DROP DATABASE "{name_of(url)}" WITH (FORCE)')

    @property
    def _data(self) -> Path:
        return self._folder / "data"

    def _start(self) -> None:
        self._folder.chmod(0o755)
        if os.geteuid() == 0:
            runuser = shutil.which("runuser")
            if runuser is None:
                raise NoServer("root may not run a server, and there is no runuser to become another")
            try:
                user = pwd.getpwnam(SERVER_USER)
            except KeyError:
                raise NoServer(f"root may not run a server, and there is no user {SERVER_USER}") from None
            self._as_server = (runuser, "-u", SERVER_USER, "--")
            os.chown(self._folder, user.pw_uid, user.pw_gid)
        self._run(
            "initdb",
            "-D",
            str(self._data),
            f"--username={SERVER_USER}",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        )
        self._serve()

    def _serve(self) -> None:
        options = " ".join(f"-c {option}" for option in OPTIONS)
        log = self._folder / "log"
        started = f"-k {self._folder} {options}"
        self._run("pg_ctl", "start", "-D", str(self._data), "-w", "-l", str(log), "-o", started)

    def _run(self, program: str, *arguments: str) -> None:
        command = [*self._as_server, str(self._binaries / program), *arguments]
        # The server inherits what it is given: a pipe would never end, a file does not mind.
        with (self._folder / f"{program}.out").open("w+", encoding="utf-8") as output:
            done = subprocess.run(command, stdout=output, stderr=output, cwd=self._folder, check=False)
            if done.returncode != 0:
                output.seek(0)
                raise NoServer(f"{program} failed: {output.read().strip()[-500:]}")

    def _conninfo(self, name: str) -> str:
        return f"host={self._folder} user={SERVER_USER} dbname={name}"


def name_of(url: str) -> str:
    """The database's name in an address that `Cluster.database` gave."""
    return url.rpartition("?")[0].rpartition("/")[2]


def cluster_or_skip(config: pytest.Config) -> Cluster:
    """The run's one server, started when first asked for; without one the test is skipped, with the reason."""
    cluster = _cluster(config)
    if isinstance(cluster, NoServer):
        pytest.skip(f"no PostgreSQL server: {cluster}")
    return cluster


@functools.cache
def _cluster(config: pytest.Config) -> Cluster | NoServer:
    try:
        cluster = Cluster()
    except NoServer as reason:
        return reason
    config.add_cleanup(cluster.stop)
    return cluster


def _find_binaries() -> Path:
    """The newest server on this machine."""
    found = [path.parent for path in BINARIES.glob("*/bin/initdb")]
    if not found:
        raise NoServer(f"no server binaries in {BINARIES}")
    return max(found, key=lambda folder: float(folder.parent.name))


def _where() -> Path | None:
    """Where the cluster lies: in memory if there is room, else wherever temporary files go."""
    return MEMORY if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM else None
