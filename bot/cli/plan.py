"""`nhacviec plan`: check a plan file, load it, look at it."""

import getpass
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click

from bot.cli.context import (
    FAULTS,
    WRONG_USE,
    end,
    in_office,
    is_terminal,
    read_bytes,
    say,
    settings_or_end,
    show_findings,
    words_of,
)
from bot.clock import system_clock
from bot.core.forms.answers.confirmation import confirmed
from bot.core.office import Office
from bot.core.plan.model import Plan
from bot.db.session import Connection
from bot.gather.plans import Loaded, load_plan, plan_in_force
from bot.papers.plan_files import check_plan
from bot.settings import Settings
from locales.phrases import command_line as phrases
from locales.phrases import plan_changes as change_phrases
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
@click.option("--yes", is_flag=True, help="Apply a newer version without asking.")
@click.option("--dry-run", is_flag=True, help="Show what would change and change nothing.")
def import_(file: Path, *, yes: bool, dry_run: bool) -> None:
    """Load FILE, or a newer version of it, and make the assignments of the coming year. What a newer version changes is
    shown first, and applied once somebody agrees."""
    settings = settings_or_end()
    words = words_of(settings)
    plan_ = _read(file, settings, errors_only=True)
    if plan_ is None:
        end(phrases.plan_not_loaded(str(file), words=words))
    loading = _Loading(settings, plan_, file.name, read_bytes(file, settings))
    while True:
        over, newer = loading.look()
        would = loading.load(over, keep=False) if newer else None
        asks = would is not None and not would.plan.nothing
        if would is not None and asks:
            for line in _shown(plan_, would, words=words):
                say(line)
            if not (yes or dry_run):
                _agree_or_end(words)
        loaded = would if dry_run and would is not None else loading.load(over, keep=not dry_run)
        if loaded is not None:
            break
        say(change_phrases.overtaken(words=words))
    for line in phrases.plan_loaded(
        words.of(plan_.title),
        number=loaded.number,
        newer=loaded.newer,
        changes=None if asks else loaded.changes,
        late_starts=loaded.late_starts,
        dry_run=dry_run,
        words=words,
    ):
        say(line)


@dataclass(frozen=True, slots=True)
class _Loading:
    """One file on its way into the database."""

    settings: Settings
    plan: Plan
    file: str
    source: bytes

    def look(self) -> tuple[int | None, bool]:
        """The version in force, and whether this file is a newer one than that. A first one replaces nothing."""

        def work(connection: Connection, office: Office, _now: datetime) -> tuple[int | None, bool]:
            stored = plan_in_force(connection, office, self.plan.code)
            sha256 = hashlib.sha256(self.source).hexdigest()
            return (stored.version_id, stored.sha256 != sha256) if stored else (None, False)

        return in_office(self.settings, work, keep=False)

    def load(self, over: int | None, *, keep: bool) -> Loaded | None:
        """Load it over that version. None, and nothing is changed, if another one is in force by now."""

        def work(connection: Connection, office: Office, now: datetime) -> Loaded | None:
            stored = plan_in_force(connection, office, self.plan.code)
            if (stored.version_id if stored else None) != over:
                return None
            by = getpass.getuser()
            return load_plan(
                connection, office, self.plan, file=self.file, source=self.source, by=by, now=now
            )

        return in_office(self.settings, work, keep=keep)


def _shown(plan_: Plan, would: Loaded, *, words: Words) -> Iterator[str]:
    """What a newer version changes, and what that means."""
    yield change_phrases.heading(words.of(plan_.title), number=would.number, words=words)
    yield from change_phrases.shown(would.plan, words=words)
    half = would.half_filled
    yield from change_phrases.meaning(
        would.changes,
        carried=half.carried,
        stays=half.stays,
        closed=half.closed,
        told=would.told,
        words=words,
    )


def _agree_or_end(words: Words) -> None:
    """Ask until somebody says yes; end if they say no, or if nobody can be asked."""
    if not is_terminal():
        end(change_phrases.needs_yes(words=words), code=WRONG_USE)
    while True:
        try:
            said = click.prompt(change_phrases.question(words=words), prompt_suffix=" ")
        except click.Abort:  # Ctrl+C, or the terminal is gone
            end("\n" + change_phrases.not_applied(words=words))
        meant = confirmed(said, today=system_clock().date(), language=words.language)
        if meant is True:
            return
        if meant is False:
            end(change_phrases.not_applied(words=words))
        say(change_phrases.answer_unclear(words=words))


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
