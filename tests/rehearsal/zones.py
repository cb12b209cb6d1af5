"""A time zone database that says something else of our zone than it did."""

import tempfile
import zoneinfo
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

HERE = "Asia/Ho_Chi_Minh"


@contextmanager
def zone_is(name: str) -> Iterator[Callable[[str], None]]:
    """Our zone has the hours of another one, until it gets those of yet another."""
    before = zoneinfo.TZPATH
    with tempfile.TemporaryDirectory() as folder:
        ours = Path(folder) / HERE
        ours.parent.mkdir(parents=True)

        def become(other: str) -> None:
            ours.write_bytes(resources.files("tzdata").joinpath("zoneinfo", other).read_bytes())
            zoneinfo.ZoneInfo.clear_cache()  # as at a start of the process

        zoneinfo.reset_tzpath([folder, *before])
        become(name)
        try:
            yield become
        finally:
            zoneinfo.reset_tzpath(before)
            zoneinfo.ZoneInfo.clear_cache()
