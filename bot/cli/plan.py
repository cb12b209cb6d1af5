"""`nhacviec plan`: check a plan file, load it, look at it."""

import getpass
from datetime import datetime
from pathlib import Path

import click

from bot.cli import plan_figures
from bot.cli.context import FAULTS, end, in_office, read_bytes, say, settings_or_end, show_findings, words_of
from bot.core.office import Office
from bot.core.plan.model import Plan
from bot.db.session import Connection
from bot.gather.plans import Loaded, load_plan
from bot.papers.plan_files import check_plan
from bot.settings import Settings
from locales.phrases import command_line as phrases
from locales.words import Words

File = click.argument("file", type=click.Path(path_type=Path))


@click.group()
def plan() -> None:
    """Check, load and show plans."""


@plan.command()
@File
def check(file: Path) -> None:
    """Name everything that is wrong or doubtful in FILE, with its place. Exit code 1 if there are errors."""
    settings = settings_or_end()
    plan_ = _read(file, settings, errors_only=False)
    if plan_ is None:
        raise SystemExit(FAULTS)


@plan.command("import")
@File
@click.option("--dry-run", is_flag=True, help="Show what would change and change nothing.")
def import_(file: Path, *, dry_run: bool) -> None:
    """Load FILE, or a newer version of it, and make the assignments of the coming year."""
    settings = settings_or_end()
    words = words_of(settings)
    plan_ = _read(file, settings, errors_only=True)
    if plan_ is None:
        end(phrases.plan_not_loaded(str(file), words=words))
    source = read_bytes(file, settings)

    def load(connection: Connection, office: Office, now: datetime) -> Loaded:
        return load_plan(
            connection, office, plan_, file=file.name, source=source, by=getpass.getuser(), now=now
        )

    loaded = in_office(settings, load, keep=not dry_run)
    for line in phrases.plan_loaded(
        words.of(plan_.title),
        number=loaded.number,
        newer=loaded.newer,
        changes=loaded.changes,
        late_starts=loaded.late_starts,
        dry_run=dry_run,
        words=words,
    ):
        say(line)


@plan.command()
@File
@click.option("--figures", is_flag=True, help="Show its figures so far; FILE may be a loaded plan's code.")
def show(file: Path, *, figures: bool) -> None:
    """Show FILE as people read it: tasks with their owners and last days, forms with their questions."""
    settings = settings_or_end()
    if figures:
        plan_figures.show_figures(file, settings)
        return
    words = words_of(settings)
    plan_ = _read(file, settings, errors_only=True)
    if plan_ is None:
        raise SystemExit(FAULTS)
    for line in phrases.plan_shown(plan_, words=words):
        say(line)


@plan.command("recount")
@click.option("--dry-run", is_flag=True, help="Only say whether anything is wrong.")
def recount_(*, dry_run: bool) -> None:
    """Add up all totals anew, and say whether any was not as it should be."""
    plan_figures.recount_all(settings_or_end(), dry_run=dry_run)


def _read(file: Path, settings: Settings, *, errors_only: bool) -> Plan | None:
    """The plan of a file, its findings printed. None if there are errors."""
    words: Words = words_of(settings)

    def read(_connection: Connection, office: Office, _now: datetime) -> Plan | None:
        plan_, findings = check_plan(str(file), read_bytes(file, settings), kinds=office.kinds)
        errors = show_findings(findings, words=words, errors_only=errors_only)
        if not errors_only:
            say(phrases.check_summary(findings, words=words))
        return None if errors else plan_

    return in_office(settings, read, keep=False)
