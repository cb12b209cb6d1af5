"""`nhacviec demo`, `nhacviec talk`: the main job without any account."""

import asyncio
import contextlib
import errno
import logging
import tempfile
from pathlib import Path

import click

from bot.cli.context import end, say, settings_or_end, words_of
from bot.demo.stage import Stage, stage
from bot.demo.story import GUESTS, STARTS_AT, Story
from bot.logs import set_up_logs
from locales.phrases import demo as phrases
from locales.phrases.general import role
from locales.words import Words
from simulator.talk import talk as talk_to

PORT = 8081
URL = f"http://127.0.0.1:{PORT}"


@click.command()
@click.option("--once", is_flag=True, help="End after the story instead of staying up.")
def demo(*, once: bool) -> None:
    """Show the main job on the real plan: a pretend Telegram, the real bot, fictitious people."""
    settings = settings_or_end()
    set_up_logs(settings.secrets, level=logging.ERROR)
    words = words_of(settings)
    with contextlib.suppress(KeyboardInterrupt):
        try:
            asyncio.run(_demo(words, once=once))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            end(phrases.demo_runs_already(PORT, words=words))


@click.command()
@click.option("--as", "name", help="The name on the phone.")
@click.option("--url", default=URL, show_default=True, help="The pretend Telegram that is running.")
def talk(*, name: str | None, url: str) -> None:
    """Talk to the bot of a running demo by hand, as one of its people."""
    settings = settings_or_end()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(
            talk_to(url, name or phrases.phone_name(words=words_of(settings)), language=settings.language)
        )


async def _demo(words: Words, *, once: bool) -> None:
    with tempfile.TemporaryDirectory(prefix="nhacviec-demo-") as folder:
        port = 0 if once else PORT
        async with stage(Path(folder), starts_at=STARTS_AT, language=words.language, port=port) as (
            scene,
            settings,
        ):
            units, assignments = scene.load(settings)
            say(phrases.opening(units, assignments, words=words))
            await Story(scene, words, say).play()
            say("\n" + phrases.the_end(words=words))
            if not once:
                _show_how(scene, words)
                await asyncio.Event().wait()


def _show_how(scene: Stage, words: Words) -> None:
    say("\n" + phrases.try_by_hand(scene.telegram.base_url, words=words) + "\n")
    for one in scene.invite_anew(GUESTS):
        say(phrases.code_line(one.code, one.name, one.unit, role(one.role, words=words), words=words))
