"""`nhacviec run`: the bot itself."""

import asyncio
import contextlib
import gc
import signal
from collections.abc import Callable, Iterator

import click

from bot.app import App
from bot.cli.context import end, say, settings_or_end, words_of
from bot.core.channel import ChannelRefused
from bot.db.locks import AnotherProcess
from bot.db.migrate import ForeignDatabase, NewerDatabase
from bot.db.session import DatabaseFault
from bot.logs import set_up_logs
from bot.settings import Settings
from locales.phrases import command_line as phrases

COLLECT_AFTER = 20_000
"""New objects that wait before Python looks for cycles. Its own 700 costs 7 % of the processor time: each turn
makes a few thousand objects that die by themselves."""


@click.command()
def run() -> None:
    """Run the bot until it is stopped."""
    settings = settings_or_end()
    words = words_of(settings)
    set_up_logs(settings.secrets)
    if settings.telegram_token is None:
        end(phrases.no_channel(words=words))
    with explained(settings):
        asyncio.run(_run(settings))


@contextlib.contextmanager
def explained(settings: Settings) -> Iterator[None]:
    """What keeps the bot from running is said in a sentence, and ends the program."""
    words = words_of(settings)
    try:
        yield
    except ChannelRefused as refused:
        end(phrases.token_refused(str(refused), words=words))
    except AnotherProcess:
        end(phrases.another_process(words=words))
    except NewerDatabase:
        end(phrases.newer_database(words=words))
    except ForeignDatabase:
        end(phrases.foreign_database(words=words))
    except DatabaseFault as error:
        end(phrases.database_failed(type(error.orig).__name__, str(error.orig), words=words))
    except OSError as error:
        address = ":".join(map(str, settings.listen)) if settings.listen else str(error)
        end(phrases.address_taken(address, words=words))


async def _run(settings: Settings) -> None:
    async with App(settings) as app:
        gc.freeze()  # what was imported stays: it need not be looked at again
        gc.set_threshold(COLLECT_AFTER, 20, 50)
        say(phrases.running(app.channels, words=words_of(settings)))
        running = asyncio.get_running_loop().create_task(app.run())
        _on_signals(running.cancel)
        with contextlib.suppress(asyncio.CancelledError):
            await running


def _on_signals(stop: Callable[[], object]) -> None:
    """SIGINT and SIGTERM end the bot in order; nothing is lost if they do not."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop)
