"""What every command needs: settings, words, an open database, and how it ends."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NoReturn, TypeVar

import click

from bot.clock import system_clock
from bot.core.office import Office
from bot.core.plan.model import Finding, Severity
from bot.db.installations import ensure_installation
from bot.db.migrate import ForeignDatabase, NewerDatabase, bring_up_to_date
from bot.db.offices import load_office
from bot.db.session import Connection, Database, DatabaseFault
from bot.gather.builtin import make_office
from bot.settings import PREFIX, BadSetting, Settings, load_settings
from locales.phrases import command_line as phrases
from locales.phrases import findings as finding_phrases
from locales.words import Words, in_language

T = TypeVar("T")

FAULTS = 1
WRONG_USE = 2


def settings_or_end() -> Settings:
    """The settings, or a sentence and the end."""
    try:
        return load_settings()
    except BadSetting as bad:
        end(phrases.bad_setting(PREFIX + bad.name, bad.code, words=in_language(None)), code=WRONG_USE)


def words_of(settings: Settings) -> Words:
    return in_language(settings.language)


def is_terminal() -> bool:
    """Whether somebody sits there who can be asked."""
    return sys.stdin.isatty()


def say(text: str) -> None:
    """One line or more for a person."""
    click.echo(text)


def end(text: str, *, code: int = FAULTS) -> NoReturn:
    """Say why and stop."""
    click.echo(text, err=True)
    sys.exit(code)


@contextmanager
def open_database(settings: Settings) -> Iterator[Database]:
    """The database, brought up to date; or a sentence and the end."""
    words = words_of(settings)
    database = Database(settings.database_url.reveal())
    try:
        bring_up_to_date(database.engine)
        database.transaction(lambda connection: ensure_installation(connection, now=system_clock()))
        yield database
    except NewerDatabase:
        end(phrases.newer_database(words=words))
    except ForeignDatabase:
        end(phrases.foreign_database(words=words))
    except DatabaseFault as error:
        end(phrases.database_failed(type(error.orig).__name__, str(error.orig), words=words))
    finally:
        database.close()


def in_office(
    settings: Settings, work: Callable[[Connection, Office, datetime], T], *, keep: bool = True
) -> T:
    """Run `work` in a transaction with the committee, which is made at the first load of anything. `keep=False`
    undoes everything in the end."""

    def run(connection: Connection) -> T:
        now = system_clock()
        office = load_office(connection) or make_office(
            connection, language=settings.language, timezone=settings.timezone, now=now
        )
        return work(connection, office, now)

    with open_database(settings) as database:
        return database.transaction(run, keep=keep)


def read_bytes(path: Path, settings: Settings) -> bytes:
    """A file's content; a sentence and the end if it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        end(phrases.no_file(str(path), words=words_of(settings)))
    except OSError:
        end(phrases.unreadable_file(str(path), words=words_of(settings)))


def beside(path: Path) -> Callable[[str], bytes | None]:
    """Finds files in the folder of another, by their bare names."""

    def find(name: str) -> bytes | None:
        if not name or Path(name).name != name:
            return None
        try:
            return (path.parent / name).read_bytes()
        except OSError:
            return None

    return find


def write_new(path: Path, content: bytes, settings: Settings, *, force: bool = False) -> None:
    """Write a file, and its folder; a sentence and the end if it is there already or cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb" if force else "xb") as file:
            file.write(content)
    except FileExistsError:
        end(phrases.file_exists(str(path), words=words_of(settings)))
    except OSError:
        end(phrases.unwritable_file(str(path), words=words_of(settings)))


def show_findings(findings: Iterable[Finding], *, words: Words, errors_only: bool = False) -> int:
    """Print findings with their places; return how many are errors."""
    shown = [one for one in findings if not errors_only or one.severity is Severity.ERROR]
    for one in shown:
        say(finding_phrases.explain(one, words=words))
    return sum(one.severity is Severity.ERROR for one in shown)
