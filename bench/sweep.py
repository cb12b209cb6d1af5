"""`python -m bench.sweep`: who is reminded, decided over as many open assignments as the country has: does it follow
what is due, or what exists?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import click
from sqlalchemy import func, select, update

from bench import land
from bench.stages import ENGINES, Took, alone, know_sizes, throwaway
from bench.stages import timed as time_it
from bench.table import in_columns
from bot.db.offices import load_office
from bot.db.session import Connection, Database
from bot.db.tables import outbox
from bot.gather.shelf import Shelf
from scheduler.bells import duties, wake_up

OPENS = time(2, 0, tzinfo=UTC)
"""Nine in the morning at the office."""

A_MINUTE = timedelta(minutes=1)
A_DAY = timedelta(days=1)
EVERYTHING = date(2027, 1, 21)
"""A few days after the schools' last days: the last step of the ladder is reached for all of them at once, as after a
long stop. Each school gets one reminder of four forms."""
MOST_CALLS = 10_000


@dataclass(frozen=True, slots=True)
class Sweep:
    """One ring of the bell: when, and how many people must hear a reminder then. The first one after a start of the bot
    looks at every unit."""

    name: str
    at: datetime
    heard: int
    starts: bool = False


@dataclass(frozen=True, slots=True)
class Swept:
    """What it took. `longest` is the longest of its transactions, seconds."""

    took: Took
    heard: int
    calls: int
    longest: float


@dataclass(slots=True)
class Results:
    """By sweep, then by engine and size: what it took, and the peak of memory in MiB."""

    sizes: dict[tuple[str, str], int] = field(default_factory=dict)
    swept: dict[str, dict[tuple[str, str], tuple[Swept, float]]] = field(default_factory=dict)


def _on(day: date) -> datetime:
    return datetime.combine(day, OPENS)


def sweeps(schools: int) -> Sequence[Sweep]:
    """In the order of time, on one database."""
    before, after = land.BEFORE, land.AFTER
    few, many = (land.DUE[kind] for kind in (land.FEW, land.MANY))
    return (
        Sweep("nothing is due: the first look", _on(date(2026, 11, 4)), 0, starts=True),
        Sweep("- the minute after it", _on(date(2026, 11, 4)) + A_MINUTE, 0),
        Sweep("500 due, the rest ahead", _on(before[land.FEW]), few),
        Sweep("- the minute after", _on(before[land.FEW]) + A_MINUTE, 0),
        Sweep("5,000 due, the rest ahead", _on(before[land.MANY]), many),
        Sweep("- the minute after that", _on(before[land.MANY]) + A_MINUTE, 0),
        Sweep("all the rest due at once", _on(EVERYTHING), schools),
        Sweep("- the minute after all that", _on(EVERYTHING) + A_MINUTE, 0),
        Sweep("- the next morning: all those once more", _on(EVERYTHING + A_DAY), 0),
        Sweep("500 due, the rest long overdue", _on(after[land.FEW]), few),
        Sweep("- the minute after, with the rest overdue", _on(after[land.FEW]) + A_MINUTE, 0),
        Sweep("5,000 due, the rest long overdue", _on(after[land.MANY]), many),
        Sweep("- the minute after that, with the rest overdue", _on(after[land.MANY]) + A_MINUTE, 0),
        Sweep("a start, with the rest overdue", _on(after[land.MANY]) + 2 * A_MINUTE, 0, starts=True),
    )


@click.command(help=__doc__)
@click.option("--engine", "engines", multiple=True, type=click.Choice(ENGINES))
@click.option("--size", "sizes", multiple=True, type=click.Choice(list(land.SCHOOLS)))
@click.option("--markdown", type=click.Path(path_type=Path), help="Write the table to this file as well.")
def main(*, engines: tuple[str, ...], sizes: tuple[str, ...], markdown: Path | None) -> None:
    results = Results()
    for engine in engines or ENGINES:
        for size in sizes or tuple(land.SCHOOLS):
            with throwaway(engine) as url:
                _run(url, engine, size, results)
    printed = table(results) + "\n"
    click.echo("\n" + printed)
    if markdown is not None:
        markdown.write_text(printed, encoding="utf-8")


def _run(url: str, engine: str, size: str, results: Results) -> None:
    schools = land.SCHOOLS[size]
    results.sizes[engine, size], _ = alone(land.settle_land, url, schools)
    click.echo(f"{engine}, {results.sizes[engine, size]:,} assignments")
    for one in sweeps(schools):
        swept, peak = alone(ring, url, one)
        click.echo(
            f"  {one.name}: {swept.took}, {swept.heard:,} people, {swept.calls} calls, the longest "
            f"{swept.longest:.2f} s, peak {peak:.0f} MiB",
        )
        if swept.heard != one.heard:
            click.echo(f"  NOT WHAT WAS TO BE: {one.heard:,} people")
        results.swept.setdefault(one.name, {})[engine, size] = (swept, peak)


def ring(url: str, sweep: Sweep) -> Swept:
    """The bell of the reminders until it has nothing left to do, as the running bot rings it; then all is delivered."""
    database = Database(url)
    shelf = Shelf()
    at = sweep.at
    bell = next(one for one in duties(shelf) if one.name == "reminders")
    before = database.transaction(lambda connection: _warm(connection, shelf))
    calls: list[float] = []

    def until_done() -> None:
        for _ in range(MOST_CALLS):
            more: list[object] = []
            calls.append(
                time_it(lambda: database.transaction(lambda c: more.append(bell.do(c, at)))).wall  # noqa: B023
            )
            if not more[0]:
                return
        raise AssertionError("the bell never has enough")

    if sweep.starts:
        database.transaction(wake_up)
    took = time_it(until_done)
    after = database.transaction(lambda connection: _delivered(connection, at))
    database.close()
    return Swept(took, after - before, len(calls), max(calls))


def _warm(connection: Connection, shelf: Shelf) -> int:
    """A bot that runs has read the plans long ago. Returns how many reminders were owed so far."""
    office = load_office(connection)
    assert office is not None
    shelf.all(connection, office.id)
    return _reminders(connection)


def _delivered(connection: Connection, at: datetime) -> int:
    connection.execute(
        update(outbox).where(outbox.c.state == "new").values(state="sent", sent_at=at, message="1")
    )
    know_sizes(connection)
    return _reminders(connection)


def _reminders(connection: Connection) -> int:
    return connection.execute(
        select(func.count()).select_from(outbox).where(outbox.c.kind == "reminder")
    ).scalar_one()


def table(results: Results) -> str:
    """A row for each ring of the bell, a column for each engine and size."""
    columns = list(results.sizes)
    titles = [f"{'SQLite' if engine == 'sqlite' else 'PostgreSQL'}, {size}" for engine, size in columns]
    rows = [["", *titles], ["---", *("---:" for _ in columns)]]
    for name, row in results.swept.items():
        rows.append(
            [name.partition(", 2")[0] if name.startswith("a minute") else name, *_cells(row, columns)]
        )
    return in_columns(rows)


def _cells(
    row: Mapping[tuple[str, str], tuple[Swept, float]], columns: Sequence[tuple[str, str]]
) -> list[str]:
    return [f"{swept.took}, {peak:.0f} MiB" for column in columns for swept, peak in [row[column]]]


if __name__ == "__main__":
    main()
