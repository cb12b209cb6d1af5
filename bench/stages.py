"""Stages of a bench, each in a process of its own, on a throwaway database of either engine."""

import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, text

from tests.postgres import Cluster

T = TypeVar("T")

ENGINES = ("sqlite", "postgresql")


class Took(NamedTuple):
    """Seconds by the clock, and those of the processor in our process: the rest is disk, server, other programs."""

    wall: float
    cpu: float

    def __str__(self) -> str:
        return f"{_short(self.wall)} s ({_short(self.cpu)})"


def timed(work: Callable[[], Any]) -> Took:
    """How long that takes."""
    begun_at, used = time.perf_counter(), time.process_time()
    work()
    return Took(time.perf_counter() - begun_at, time.process_time() - used)


def alone(stage: Callable[..., T], *arguments: Any) -> tuple[T, float]:
    """What the stage returns, and the peak of memory in MiB: in a process of its own, so that the peak is its own."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        return pool.apply(_measure, (stage, arguments))


@contextmanager
def throwaway(engine: str) -> Iterator[str]:
    """The address of an empty database that is gone afterwards."""
    if engine == "sqlite":
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            yield f"sqlite:///{Path(folder) / 'large.db'}"
        return
    cluster = Cluster()
    try:
        yield cluster.database()
    finally:
        cluster.stop()


def know_sizes(connection: Connection) -> None:
    """What PostgreSQL does by itself a minute after much was written: it counts, so that its plans fit."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("ANALYZE"))


def _measure(stage: Callable[..., T], arguments: tuple[Any, ...]) -> tuple[T, float]:
    done = stage(*arguments)
    return done, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _short(seconds: float) -> str:
    return f"{seconds:.1f}" if seconds >= 1 else f"{seconds:.2f}" if seconds >= 0.1 else f"{seconds:.3f}"
