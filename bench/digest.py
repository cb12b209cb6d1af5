"""`python -m bench.digest`: the digest of as many units as the country has, with its picture and its register."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from sqlalchemy import insert

from bench import scale
from bench.stages import ENGINES, Took, alone, throwaway, timed
from bench.table import in_columns
from bot.core.digest_record import DigestRecord
from bot.core.digest_text import Reader
from bot.core.office import Office
from bot.db.digests import load_digest
from bot.db.offices import load_office
from bot.db.plans import StoredPlan, plans_in_force
from bot.db.session import Connection, Database
from bot.db.tables import committee_chat
from bot.gather.digest_files import draw, fill_register
from bot.gather.digests import gather_record
from bot.gather.sent_digests import say
from bot.gather.shelf import Shelf
from locales.words import in_language
from scheduler.bells import duties

MONDAY = datetime(2026, 12, 14, 1, 5, tzinfo=UTC)
"""Five past eight at the office: one form is overdue, and every school has reported it; three are open."""

WEEK = "2026-W50"
Done = dict[str, tuple[Took, str]]
"""{what was done: how long it took, what came of it}."""


def gather(url: str) -> Done:
    return _in(url, lambda *at: _gathered(*at)[1])


def words(url: str) -> Done:
    def work(connection: Connection, office: Office, stored: StoredPlan, shelf: Shelf) -> Done:
        record, _ = _gathered(connection, office, stored, shelf)
        said: list[str] = []
        took = timed(
            lambda: said.append(
                say(record, reader=Reader.COMMITTEE, words=in_language("vi"), zone=office.zone).text
            )
        )
        return {"its words": (took, f"{len(said[0]):,} characters")}

    return _in(url, work)


def picture(url: str) -> Done:
    def work(connection: Connection, office: Office, stored: StoredPlan, shelf: Shelf) -> Done:
        record, _ = _gathered(connection, office, stored, shelf)
        drawn: list[bytes] = []
        took = timed(lambda: drawn.append(draw(record, office, words=in_language("vi"))))
        return {"its picture": (took, f"{len(drawn[0]) / 1024:,.0f} KiB")}

    return _in(url, work)


def register(url: str) -> Done:
    """As it is made for the Committee's staff: with names."""

    def work(connection: Connection, office: Office, stored: StoredPlan, shelf: Shelf) -> Done:
        writes: list[Callable[[], bytes]] = []
        written: list[bytes] = []
        gathered = timed(
            lambda: writes.append(
                fill_register(
                    connection, office, shelf, stored, as_of=MONDAY, named=True, words=in_language("vi")
                )
            )
        )
        wrote = timed(lambda: written.append(writes[0]()))
        return {
            "the register, gathered": (gathered, ""),
            "the register, written as .xlsx": (wrote, f"{len(written[0]) / 1_000_000:.1f} MB"),
        }

    return _in(url, work)


def bell(url: str) -> Done:
    """What the running bot does in one transaction: the digest is made, kept, and owed to the Committee's group."""

    def work(connection: Connection, office: Office, stored: StoredPlan, shelf: Shelf) -> Done:
        connection.execute(
            insert(committee_chat).values(
                committee_id=office.id, channel="telegram", chat="-5", linked_at=scale.NOW, linked_by="bench"
            )
        )
        duty = next(one for one in duties(shelf) if one.name == "digests")
        took = timed(lambda: duty.do(connection, MONDAY))
        kept = load_digest(connection, stored.id, WEEK, committee_id=office.id)
        assert kept is not None, "no digest was sent"
        return {"the bell: made, kept and owed": (took, f"{len(str(kept.figures)) / 1024:,.0f} KiB kept")}

    return _in(url, work)


STAGES: Sequence[Callable[[str], Done]] = (gather, words, picture, register, bell)


@click.command(help=__doc__)
@click.option("--engine", "engines", multiple=True, type=click.Choice(ENGINES))
@click.option("--size", default="country", show_default=True, type=click.Choice(list(scale.SIZES)))
@click.option("--markdown", type=click.Path(path_type=Path), help="Write the table to this file as well.")
def main(*, engines: tuple[str, ...], size: str, markdown: Path | None) -> None:
    found: dict[str, dict[str, str]] = {}
    for engine in engines or ENGINES:
        with throwaway(engine) as url:
            for prepared in (scale.prepare, scale.import_, scale.reported):
                alone(prepared, url, size)
            for stage in STAGES:
                done, peak = alone(stage, url)
                for what, (took, came) in done.items():
                    cell = f"{took}, {peak:.0f} MiB" + (f", {came}" if came else "")
                    click.echo(f"{engine}: {what}: {cell}")
                    found.setdefault(what, {})[engine] = cell
    printed = table(found) + "\n"
    click.echo("\n" + printed)
    if markdown is not None:
        markdown.write_text(printed, encoding="utf-8")


def table(found: dict[str, dict[str, str]]) -> str:
    """A row for each thing done, a column for each engine."""
    engines = list(dict.fromkeys(engine for row in found.values() for engine in row))
    rows = [["", *engines], ["---", *("---:" for _ in engines)]]
    return in_columns([*rows, *([what, *(row[engine] for engine in engines)] for what, row in found.items())])


def _gathered(
    connection: Connection, office: Office, stored: StoredPlan, shelf: Shelf
) -> tuple[DigestRecord, Done]:
    plan = shelf.plan(connection, stored.version_id)
    made: list[DigestRecord] = []
    took = timed(
        lambda: made.append(
            gather_record(connection, office, stored, plan, shelf, week_of=MONDAY, now=MONDAY)
        )
    )
    now = made[0].digest.now
    return made[0], {"the digest, gathered": (took, f"{now.asked:,} forms")}


def _in(url: str, work: Callable[..., Any]) -> Done:
    """In a transaction that leaves nothing behind, with the plan read already."""
    database = Database(url)
    shelf = Shelf()

    def within(connection: Connection) -> Done:
        office = load_office(connection)
        assert office is not None
        (stored,) = plans_in_force(connection, office.id)
        shelf.plan(connection, stored.version_id)
        done: Done = work(connection, office, stored, shelf)
        return done

    try:
        return database.transaction(within, keep=False)
    finally:
        database.close()


if __name__ == "__main__":
    main()
