"""`nhacviec plan`: start a plan file, check it, change its form, load it, look at it."""

import getpass
from datetime import datetime
from pathlib import Path

import click

from bot.cli.context import (
    FAULTS,
    WRONG_USE,
    beside,
    end,
    in_office,
    read_bytes,
    say,
    settings_or_end,
    show_findings,
    words_of,
    write_new,
)
from bot.core.office import Office
from bot.core.plan.model import Plan
from bot.db.session import Connection
from bot.gather.plans import Loaded, load_plan
from bot.papers.plan_files import check_plan, source_to_keep
from bot.papers.plan_files import convert as convert_plan
from bot.papers.plan_template import new_plan
from bot.settings import Settings
from locales.phrases import command_line as phrases
from locales.words import Words

File = click.argument("file", type=click.Path(path_type=Path))


@click.group()
def plan() -> None:
    """Start, check, convert, load and show plans. A plan is a YAML file or a workbook (.xlsx)."""


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
    source = source_to_keep(file.name, read_bytes(file, settings), words=words, beside=beside(file))

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
def show(file: Path) -> None:
    """Show FILE as people read it: tasks with their owners and last days, forms with their questions."""
    settings = settings_or_end()
    words = words_of(settings)
    plan_ = _read(file, settings, errors_only=True)
    if plan_ is None:
        raise SystemExit(FAULTS)
    for line in phrases.plan_shown(plan_, words=words):
        say(line)


@plan.command()
@click.argument("old", metavar="OLD", type=click.Path(path_type=Path))
@click.argument("new", metavar="NEW", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Write over NEW if it is there already.")
def convert(old: Path, new: Path, *, force: bool) -> None:
    """Write the plan OLD as NEW: a workbook if NEW ends in .xlsx, else YAML. Comments of YAML are not kept."""
    settings = settings_or_end()
    words = words_of(settings)
    if new.suffix.casefold() not in (".xlsx", ".yaml", ".yml"):
        end(phrases.form_unknown(str(new), words=words), code=WRONG_USE)
    written, findings = convert_plan(
        str(old), read_bytes(old, settings), to_workbook=new.suffix.casefold() == ".xlsx", words=words
    )
    show_findings(findings, words=words)
    if written is None:
        end(phrases.not_converted(str(old), words=words))
    write_new(new, written, settings, force=force)
    say(phrases.converted(str(old), str(new), words=words))


@plan.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Start a plan in DIR: plan.yaml and plan.xlsx with one task, one indicator and one form, to be changed."""
    settings = settings_or_end()
    words = words_of(settings)
    written = (folder / "plan.yaml", folder / "plan.xlsx")
    for path, content in zip(written, new_plan(words=words), strict=True):
        write_new(path, content, settings)
    say(phrases.plan_begun(*map(str, written), words=words))


def _read(file: Path, settings: Settings, *, errors_only: bool) -> Plan | None:
    """The plan of a file, its findings printed. None if there are errors."""
    words: Words = words_of(settings)

    def read(_connection: Connection, office: Office, _now: datetime) -> Plan | None:
        plan_, findings = check_plan(
            str(file), read_bytes(file, settings), kinds=office.kinds, beside=beside(file)
        )
        errors = show_findings(findings, words=words, errors_only=errors_only)
        if not errors_only:
            say(phrases.check_summary(findings, words=words))
        return None if errors else plan_

    return in_office(settings, read, keep=False)
