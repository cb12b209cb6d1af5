"""A newer version of a plan at the command line: shown, asked about, applied."""

import getpass
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import click

from bot.cli.context import (
    WRONG_USE,
    end,
    in_office,
    is_terminal,
    say,
)
from bot.clock import system_clock
from bot.core.forms.answers.confirmation import confirmed
from bot.core.office import Office
from bot.core.plan.model import Plan
from bot.db.session import Connection
from bot.gather.plans import Loaded, load_plan, plan_in_force
from bot.settings import Settings
from locales.phrases import plan_changes as change_phrases
from locales.words import Words


@dataclass(frozen=True, slots=True)
class Loading:
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


def shown(plan_: Plan, would: Loaded, *, words: Words) -> Iterator[str]:
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


def agree_or_end(words: Words) -> None:
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
