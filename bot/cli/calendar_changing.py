"""A change of the calendar at the command line: shown with the last days that it moves, asked about, done."""

from collections.abc import Callable
from datetime import datetime

from bot.cli.context import in_office, say, words_of
from bot.cli.plan_loading import agree_or_end
from bot.core.office import Office
from bot.db.session import Connection
from bot.gather.calendars import Changed, change_calendar
from bot.gather.shelf import Shelf
from bot.settings import Settings
from locales.phrases import calendar as phrases
from locales.phrases import calendar_command as command_phrases
from locales.phrases.calendar_changes import changes
from locales.words import Words

Edit = Callable[[Connection, Office], None]


def change(
    settings: Settings,
    edit: Edit,
    *,
    what: str,
    dry_run: bool,
    yes: bool,
    ask: bool = False,
    lines: bool = True,
) -> None:
    """Show what `edit` would do, and do it. A last day that comes earlier is asked about unless `yes`; `ask`: so is
    everything. `lines`: nothing changed unless a day or a last day did."""
    words = words_of(settings)
    would = _do(settings, edit, what, keep=False)
    if lines and would.nothing:
        say(phrases.nothing_changes(words=words).text)
        return
    for line in shown(would, words=words):
        say(line)
    if dry_run:
        say(command_phrases.only_shown(words=words))
        return
    if not yes and (ask or any(one.move.earlier for one in would.moved)):
        agree_or_end(words)
    done = _do(settings, edit, what, keep=True)
    units = len({unit for one in done.moved for unit in one.units})
    say(command_phrases.done(units=units, told=done.told, words=words))


def shown(changed: Changed, *, words: Words) -> list[str]:
    """The days that change and the last days that move."""
    lines = changes(changed.days, words=words)
    for scope, days in changed.own.items():
        lines += [command_phrases.scope(scope, words=words), *changes(days, words=words)]
    return [*lines, *phrases.moved(changed.lines, words=words)]


def _do(settings: Settings, edit: Edit, what: str, *, keep: bool) -> Changed:
    def work(connection: Connection, office: Office, now: datetime) -> Changed:
        return change_calendar(
            connection,
            office,
            lambda inside: edit(inside, office),
            what=what,
            person_id=None,
            now=now,
            shelf=Shelf(),
        )

    return in_office(settings, work, keep=keep)
