"""`nhacviec console`: the bot at a terminal, without any messenger."""

import asyncio
import contextlib
import logging
import sys
from collections.abc import AsyncIterator
from dataclasses import replace

import click

from bot.app import App
from bot.channels.console import NAME, Console
from bot.cli.context import is_terminal, say, settings_or_end, words_of
from bot.cli.running import explained
from bot.clock import system_clock
from bot.core.messages import Address
from bot.db import invitations
from bot.db.contacts import load_contact
from bot.db.offices import load_office
from bot.db.people import list_people
from bot.db.session import Connection
from bot.logs import set_up_logs
from bot.settings import Settings
from locales.phrases import console as phrases
from simulator.typed import typed_lines


@click.command()
@click.option("--as", "name", help="Who speaks: a unit's code and a role, such as 'T14 officer'.")
def console(*, name: str | None) -> None:
    """Talk to the bot here, without any messenger: the real bot on the configured database."""
    settings = settings_or_end()
    words = words_of(settings)
    set_up_logs(settings.secrets, level=logging.ERROR)
    speaker = name or phrases.stranger(words=words)
    # Nothing is served meanwhile, and no other channel is on: what is owed there waits for `nhacviec run`.
    alone = replace(settings, webhook_url=None, listen=None)
    with explained(settings), contextlib.suppress(KeyboardInterrupt):
        if is_terminal():
            say(phrases.opening(speaker, words=words))
        asyncio.run(_talk(alone, speaker))


async def _talk(settings: Settings, speaker: str) -> None:
    async def come_in(name: str) -> str | None:
        return await app.database.write(lambda connection: _code(connection, name, app))

    channel = Console(_lines(), say, speaker=speaker, come_in=come_in)
    async with App(settings, channels={NAME: channel}, now=system_clock) as app:
        channel.settled = app.quiet
        await app.run()


async def _lines() -> AsyncIterator[str]:
    """What is typed; shown again where it is not typed here, so that the output reads as a conversation."""
    async for line in typed_lines():
        if not sys.stdin.isatty() and line.strip():
            say(line.strip() if line.startswith("=") else f"> {line.strip()}")
        yield line


def _code(connection: Connection, name: str, app: App) -> str | None:
    """What somebody of the roster types when they come for the first time: a code of their own, made now. Agreeing to
    the privacy notice is left to them. None for a chat that is linked, and for strangers."""
    contact = load_contact(connection, Address(NAME, name))
    office = load_office(connection)
    if office is None or (contact is not None and contact.person_id is not None):
        return None
    unit, _, role = name.partition(" ")
    found = [
        one
        for one in list_people(connection, office.id)
        if one.unit_code == unit and (not role or str(one.role) == role)
    ]
    if not found:
        return None
    code = invitations.invite(connection, office.id, found[0].person_id, now=app.now())
    return f"/start {code}"
