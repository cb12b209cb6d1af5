"""`nhacviec demo`, `nhacviec talk`: the main job without any account."""

import asyncio
import contextlib
import logging
import tempfile
from pathlib import Path

import click

from bot.cli.context import say, settings_or_end, words_of
from bot.demo.stage import Stage, stage
from bot.demo.story import STARTS_AT, Story
from bot.logs import set_up_logs
from locales.phrases import demo as phrases
from locales.phrases.general import role
from locales.words import Words
from simulator.talk import talk as talk_to

PORT = 8081
URL = f"http://127.0.0.1:{PORT}"

CODES_SHOWN = (
    ("T01", "officer"),
    ("T36", "officer"),
    ("X05", "officer"),
    ("BTG", "staff"),
    ("BTG", "leader"),
)


@click.command()
@click.option("--once", is_flag=True, help="End after the story instead of staying up.")
def demo(*, once: bool) -> None:
    """Show the main job on the real plan: a pretend Telegram, the real bot, fictitious people."""
    settings = settings_or_end()
    set_up_logs(settings.secrets, level=logging.ERROR)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_demo(words_of(settings), once=once))


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
    for key in CODES_SHOWN:
        one = scene.people[key]
        say(phrases.code_line(one.code, one.name, one.unit, role(one.role, words=words), words=words))
