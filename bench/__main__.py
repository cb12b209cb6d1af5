"""`python -m bench`: measures this bot and its peers in turn, and prints the table."""

import asyncio
import os
import platform
import statistics
import tempfile
import time
from pathlib import Path

import click

from bench.candidates import CANDIDATES, PTB, Candidate, prepare
from bench.measuring import Load, Measured, cores, measure
from bench.seed import seed
from bench.table import ROWS, table

MOST_STEPS_A_SECOND = 3000
"""Of what a bot might answer at saturation: decides how many people there must be."""


@click.command(help=__doc__)
@click.option("--seconds", default=5.0, show_default=True, help="Seconds of saturation in a run.")
@click.option(
    "--runs", default=3, show_default=True, help="Runs of each candidate, in turn: A B C D A B C D."
)
@click.option("--users", default=50, show_default=True, help="Chats that write at the same time.")
@click.option(
    "--only",
    multiple=True,
    type=click.Choice([candidate.name for candidate in CANDIDATES]),
    help="Measure only this candidate; may be repeated.",
)
@click.option("--markdown", type=click.Path(path_type=Path), help="Write the table to this file as well.")
def main(*, seconds: float, runs: int, users: int, only: tuple[str, ...], markdown: Path | None) -> None:
    candidates = [one for one in CANDIDATES if not only or one.name in only]
    chats = round(MOST_STEPS_A_SECOND / 7 * (1 + 1.5 * seconds) + 40 * seconds + 2 * users)
    load = Load(seconds=seconds, users=users, chats=chats)
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        machine = _machine(folder)
        click.echo(machine)
        seeded = folder / "seeded.db"
        seed(seeded, chats=chats)
        results = asyncio.run(_measure_all(candidates, folder, seeded, load, runs=runs))
    printed = f"{machine}\n{_how(load, runs)}\n\n{table(results, unit=PTB)}\n"
    click.echo("\n" + printed)
    if markdown is not None:
        markdown.write_text(printed, encoding="utf-8")


async def _measure_all(
    candidates: list[Candidate], folder: Path, seeded: Path, load: Load, *, runs: int
) -> dict[Candidate, list[Measured]]:
    drivers_core, bots_core = cores()
    if drivers_core is not None:
        os.sched_setaffinity(0, drivers_core)
    results: dict[Candidate, list[Measured]] = {candidate: [] for candidate in candidates}
    for run in range(1, runs + 1):
        for candidate in candidates:
            home = folder / f"{candidate.name}-{run}"
            prepare(candidate, home, seeded=seeded)
            measured = await measure(candidate, home, load, on=bots_core)
            results[candidate].append(measured)
            figures = ", ".join(f"{what} {of(measured):{form}}" for what, of, form in ROWS)
            click.echo(f"{candidate.name} {run}/{runs}: {figures}")
    return results


def _machine(folder: Path) -> str:
    """What the figures depend on beside the programs."""
    able = len(os.sched_getaffinity(0))
    return (
        f"Python {platform.python_version()}, {able} cores ({_processor()}), "
        f"a synced write of 4 KiB takes {_synced_write(folder) * 1000:.2f} ms, "
        f"load average at the start {os.getloadavg()[0]:.1f}."
    )


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown"
    )


def _synced_write(folder: Path) -> float:
    """Seconds for what durability costs at the least: the median of fifty."""
    took = []
    with (folder / "synced").open("wb") as file:
        for _ in range(50):
            begun_at = time.perf_counter()
            file.write(bytes(4096))
            file.flush()
            os.fdatasync(file.fileno())
            took.append(time.perf_counter() - begun_at)
    return statistics.median(took)


def _how(load: Load, runs: int) -> str:
    return (
        f"{runs} runs of {load.seconds:g} s at saturation with {load.users} chats at a time, median (least–most); "
        f"the bot on one core, the people and the pretend Telegram on the other."
    )


if __name__ == "__main__":
    main()
