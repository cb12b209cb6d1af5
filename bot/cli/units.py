"""`nhacviec units`: load the roster, look at it."""

from datetime import datetime
from pathlib import Path

import click

from bot.cli.context import end, in_office, read_bytes, say, settings_or_end, show_findings, words_of
from bot.core.office import Office
from bot.core.roster import Entry, Loaded
from bot.core.units import Unit
from bot.db.offices import rename_office
from bot.db.session import Connection
from bot.db.units import load_units
from bot.gather.rosters import load_roster
from bot.gather.shelf import Shelf
from bot.papers.roster_files import read_roster
from locales.phrases import command_line as phrases
from locales.phrases import successions as succession_phrases
from scheduler.periods import open_periods

COMMITTEE_KIND = "PROPAGANDA"
"""Units of this kind are the committee itself: the first one gives it its name."""


@click.group()
def units() -> None:
    """Load and list units."""


@units.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would change and change nothing.")
def import_(files: tuple[Path, ...], *, dry_run: bool) -> None:
    """Load the roster FILES (.csv or .xlsx): units, their figures, and the people who report for them."""
    settings = settings_or_end()
    words = words_of(settings)

    def load(connection: Connection, office: Office, now: datetime) -> tuple[Loaded, list[str]]:
        entries: list[Entry] = []
        errors = 0
        for file in files:
            found, findings = read_roster(read_bytes(file, settings), file=str(file), kinds=office.kinds)
            errors += show_findings(findings, words=words)
            entries += found
        if errors:
            end(phrases.roster_not_loaded(words=words))
        loaded = load_roster(connection, office.id, entries, now=now, today=office.today(now))
        name = next((entry.unit.name for entry in entries if entry.unit.kind == COMMITTEE_KIND), None)
        if name is not None:
            rename_office(connection, office.id, {"vi": name})
        opened = open_periods(connection, office, Shelf(), now=now)
        units = load_units(connection, office.id).values()
        return loaded, list(
            succession_phrases.lines(
                units,
                [(one.unit, one.heir, len(one.merged), len(one.left)) for one in opened.handed],
                today=office.today(now),
                words=words,
            )
        )

    loaded, successions = in_office(settings, load, keep=not dry_run)
    for line in successions:
        say(line)
    for line in phrases.roster_loaded(loaded, dry_run=dry_run, words=words):
        say(line)


@units.command("list")
def list_() -> None:
    """List all units."""
    settings = settings_or_end()

    def load(connection: Connection, office: Office, _now: datetime) -> list[Unit]:
        return list(load_units(connection, office.id).values())

    for unit in in_office(settings, load, keep=False):
        say(f"{unit.code}\t{unit.kind}\t{unit.level}\t{unit.short}")
