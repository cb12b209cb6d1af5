"""`python -m bench.bad_day`: a burst of updates, `kill -9` in the middle, a restart; what is lost, what comes twice."""

import asyncio
import tempfile
from pathlib import Path

import click

from bench.candidates import CANDIDATES, Candidate, prepare
from bench.killing import BadDay, bad_day
from bench.seed import seed
from bench.table import in_columns

COLUMNS = (
    ("updates", "updates"),
    ("answered before the kill", "before"),
    ("never answered", "lost"),
    ("answers repeated", "repeated"),
    ("reports sent", "sent"),
    ("stored never", "never"),
    ("stored twice", "twice"),
    ("forms stuck", "stuck"),
)
"""(heading, field of BadDay). What is stuck: the person can neither go on nor say again what was lost."""


@click.command(help=__doc__)
@click.option(
    "--seeds", default=5, show_default=True, help="Bad days of each candidate, each with another seed."
)
@click.option("--first", default=1, show_default=True, help="The first seed.")
@click.option("--updates", default=200, show_default=True, help="Updates in the burst, each of another chat.")
@click.option(
    "--only",
    multiple=True,
    type=click.Choice([candidate.name for candidate in CANDIDATES]),
    help="Only this candidate; may be repeated.",
)
@click.option("--markdown", type=click.Path(path_type=Path), help="Write the table to this file as well.")
def main(*, seeds: int, first: int, updates: int, only: tuple[str, ...], markdown: Path | None) -> None:
    candidates = [one for one in CANDIDATES if not only or one.name in only]
    with tempfile.TemporaryDirectory(prefix="bad-day-") as name:
        folder = Path(name)
        seeded = folder / "seeded.db"
        seed(seeded, chats=updates)
        days = asyncio.run(
            _live(candidates, folder, seeded, updates=updates, seeds=range(first, first + seeds))
        )
    printed = table(days) + "\n"
    click.echo("\n" + printed)
    if markdown is not None:
        markdown.write_text(printed, encoding="utf-8")


def table(days: dict[Candidate, list[BadDay]]) -> str:
    """The sums over all seeds, a row for each candidate."""
    rows = [["", *(heading for heading, _ in COLUMNS)], ["---", *("---:" for _ in COLUMNS)]]
    for candidate, lived in days.items():
        sums = (sum(getattr(day, field) for day in lived) for _, field in COLUMNS)
        rows.append([candidate.title, *map(str, sums)])
    return in_columns(rows)


async def _live(
    candidates: list[Candidate], folder: Path, seeded: Path, *, updates: int, seeds: range
) -> dict[Candidate, list[BadDay]]:
    days: dict[Candidate, list[BadDay]] = {candidate: [] for candidate in candidates}
    for number in seeds:
        for candidate in candidates:
            home = folder / f"{candidate.name}-{number}"
            prepare(candidate, home, seeded=seeded)
            day = await bad_day(candidate, home, updates=updates, seed=number)
            days[candidate].append(day)
            click.echo(f"{candidate.name}, seed {number}: {day}")
    return days


if __name__ == "__main__":
    main()
