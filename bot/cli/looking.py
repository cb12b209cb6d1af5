"""`nhacviec reminders`, `nhacviec doctor`: what the bot would say, and how it is."""

import asyncio
from datetime import UTC, datetime, time, tzinfo

import click

from bot.channels import open_channels
from bot.cli.context import FAULTS, WRONG_USE, end, in_office, open_database, say, settings_or_end, words_of
from bot.clock import system_clock
from bot.core.channel import Channel, ChannelRefused, DeliveryError
from bot.core.office import Office
from bot.core.troubles import Pulse
from bot.core.troubles import troubles as find_troubles
from bot.db import inbox, outbox
from bot.db.bells import last_rings
from bot.db.offices import load_office
from bot.db.session import Connection
from bot.gather.reminders import gather_due
from bot.gather.shelf import Shelf
from bot.papers.calendar_csv import YEARS
from locales.phrases import command_line as phrases
from locales.phrases import troubles as trouble_phrases
from locales.words import Words
from scheduler.bells import duties
from scheduler.reminders import remind_of


@click.group()
def reminders() -> None:
    """Look at reminders."""


@reminders.command()
@click.option("--at", "moment", help="When, at the office: 2026-11-25 or 2026-11-25T08:00. Default: now.")
def preview(*, moment: str | None) -> None:
    """Show every reminder that would be given at that time, if nothing were reported until then."""
    settings = settings_or_end()
    words = words_of(settings)

    def look(connection: Connection, office: Office, now: datetime) -> list[str]:
        at = now if moment is None else _moment(moment, office, words)
        shelf = Shelf()
        merged = gather_due(connection, office, shelf, now=at).merged
        lines = []
        for one in merged:
            reply = remind_of(connection, office, shelf, one, now=at)
            if reply is not None:
                lines.append(f"\n{one.recipient.channel} {one.recipient.chat}\n{reply.text}")
        head = phrases.reminders_at(len(lines), words.moment(at, office.zone), words=words)
        return [head, *lines] if lines else [phrases.no_reminders(words=words)]

    for line in in_office(settings, look, keep=False):
        say(line)


@click.command()
def doctor() -> None:
    """Look whether everything is in order: settings, database, messengers, what waits. Exit code 1 if not."""
    settings = settings_or_end()
    words = words_of(settings)
    troubles = []
    with open_database(settings) as database:
        say(phrases.database_fine(database.url.get_backend_name(), words=words))

        def look(connection: Connection) -> tuple[int, Pulse, tzinfo]:
            failed = len(list(inbox.failed(connection)))
            rings = last_rings(connection)
            every = {duty.name: duty.seconds for duty in duties(Shelf())}
            pulse = Pulse(
                system_clock(),
                inbox.oldest_waiting(connection),
                outbox.oldest_unsent(connection, bulk=False),
                outbox.oldest_unsent(connection, bulk=True),
                {name: (rings[name], seconds) for name, seconds in every.items() if name in rings},
                {},
            )
            office = load_office(connection)
            return failed, pulse, office.zone if office else UTC

        failed, pulse, zone = database.transaction(look, keep=False)
    if failed:
        troubles.append(phrases.updates_set_aside(failed, words=words))
    troubles += [trouble_phrases.noted(one, zone, words=words) for one in find_troubles(pulse)]
    for at in (pulse.oldest_unhandled, pulse.oldest_unsent):
        if at is not None:
            say(phrases.waiting_since(at.isoformat(timespec="minutes"), words=words))
    channels = open_channels(settings)
    if not channels:
        troubles.append(phrases.no_channel(words=words))
    for channel in channels.values():
        trouble = asyncio.run(_try_channel(channel, words))
        if trouble is None:
            say(phrases.channel_fine(channel.name, words=words))
        else:
            troubles.append(trouble)
    if troubles:
        end("\n".join(troubles), code=FAULTS)
    say(phrases.healthy(words=words))


async def _try_channel(channel: Channel, words: Words) -> str | None:
    """Why the messenger cannot be used; None if it can."""
    try:
        await channel.open()
    except ChannelRefused as refused:
        return phrases.token_refused(str(refused), words=words)
    except DeliveryError as error:
        return phrases.channel_unreachable(channel.name, str(error), words=words)
    finally:
        await channel.close()
    return None


def _moment(text: str, office: Office, words: Words) -> datetime:
    try:
        read = datetime.fromisoformat(text)
        if read.year not in YEARS:
            raise ValueError(text)
    except ValueError:
        end(phrases.bad_moment(text, words=words), code=WRONG_USE)
    if len(text) <= len("2026-11-25"):
        read = datetime.combine(read.date(), time(8))
    return read if read.tzinfo else read.replace(tzinfo=office.zone)
