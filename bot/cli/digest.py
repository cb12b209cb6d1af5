"""`nhacviec digest`: what it says or said, its picture and register; when it comes and where to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path

import click

from bot.channels.telegram_chats import impossible_chat, is_private
from bot.cli.context import (
    FAULTS,
    WRONG_USE,
    end,
    in_office,
    say,
    settings_or_end,
    words_of,
    write_new,
)
from bot.core.digest_hours import wrong_hour
from bot.core.digest_record import DigestRecord
from bot.core.digest_text import Reader
from bot.core.digest_ways import DigestWays, read_time, read_weekday
from bot.core.messages import Address
from bot.core.office import Office
from bot.db import digests
from bot.db.digests import load_digest_about
from bot.db.people import is_leaders_chat
from bot.db.plans import StoredPlan, plans_in_force
from bot.db.session import Connection
from bot.gather import sent_digests
from bot.gather.digest_files import draw, fill_kept_register, fill_register
from bot.gather.digest_settings import set_digest_ways
from bot.gather.digests import gather_record
from bot.gather.sent_digests import read_sent
from bot.gather.shelf import Shelf
from bot.papers.calendar_csv import YEARS
from locales.phrases import calendar_command, chat_addresses, command_line, digest_ways
from locales.phrases import digest as phrases
from locales.phrases import register as register_phrases
from locales.words import Words

DRY_RUN = click.option("--dry-run", is_flag=True, help="Show what would change and change nothing.")
NEGATIVE = {"ignore_unknown_options": True}
"""The chats of groups begin with a minus, as options do."""

_Files = list[tuple[Path, Callable[[], bytes]]]
FORCE = click.option("--force", is_flag=True, help="Write over files that are there.")


@click.group()
def digest() -> None:
    """Look at the weekly digest, and set when it comes and where to."""


@digest.command()
@click.option("--week", help="An ISO week: 2026-W48. Default: the current one.")
@click.option("--picture", type=click.Path(path_type=Path), help="Write the picture into this file (.png).")
@click.option(
    "--register", type=click.Path(path_type=Path), help="Write the register into this file (.xlsx)."
)
@FORCE
def show(*, week: str | None, picture: Path | None, register: Path | None, force: bool) -> None:
    """Show the digest: to the letter as it went to the Committee's group where that week's was sent, else as it
    stands, and above it that none was sent. With several plans the files are those of the first."""
    settings = settings_or_end()
    words = words_of(settings)

    def look(connection: Connection, office: Office, now: datetime) -> tuple[list[str], _Files]:
        at = now if week is None else min(now, _end_of_week(week, office, words))
        shelf, plans = Shelf(), plans_in_force(connection, office.id)
        told = [_told(connection, office, shelf, stored, week, at, now, words) for stored in plans]
        files: _Files = []
        for stored, (_, record) in list(zip(plans, told, strict=True))[:1]:
            if picture is not None:
                files.append((picture, partial(draw, record, office, words=words)))
            if register is not None:
                kept = (
                    None
                    if week is None
                    else load_digest_about(connection, stored.id, week, committee_id=office.id)
                )
                if kept is None:
                    write = fill_register(connection, office, shelf, stored, as_of=at, words=words)
                elif (found := fill_kept_register(connection, office, kept, words=words)) is not None:
                    write = found
                else:
                    end(register_phrases.not_kept(kept.week, words=words), code=FAULTS)
                files.append((register, write))
        return [text for text, _ in told] or [phrases.no_plan(words=words).text], files

    texts, files = in_office(settings, look, keep=False)
    for text in texts:
        say(text)
    for path, make in files:
        write_new(path, make(), settings, force=force)


@digest.command("set")
@click.option("--day", help="The weekday, Monday to Friday: monday, t2.")
@click.option("--at", help="The hour at the office: 07:30.")
@click.option("--only-news/--always", default=None, help="Whether a digest with nothing to say is left out.")
@click.option("--preview", help="When staff hear on Friday what it will say: 14:00, or off.")
@DRY_RUN
def set_(
    *, day: str | None, at: str | None, only_news: bool | None, preview: str | None, dry_run: bool
) -> None:
    """Set when the digest comes; without options show it."""
    settings = settings_or_end()
    words = words_of(settings)

    def edit(connection: Connection, office: Office, _now: datetime) -> DigestWays:
        ways = _changed(office.digest, day, at, only_news, preview, words)
        wrong = wrong_hour(office.digest, ways, office.windows)
        if wrong is not None:
            end(digest_ways.not_at_that_hour(wrong, words=words).text)
        if ways != office.digest and not dry_run:
            set_digest_ways(connection, office.id, ways)
        return ways

    for line in digest_ways.described(in_office(settings, edit, keep=not dry_run), words=words):
        say(line)
    if dry_run:
        say(calendar_command.only_shown(words=words))


@digest.group()
def chats() -> None:
    """The chats that it goes to: groups, topics of a forum, channels."""


@chats.command("list")
def list_chats() -> None:
    """List them."""
    settings = settings_or_end()
    words = words_of(settings)

    def look(connection: Connection, office: Office, _now: datetime) -> list[str]:
        found = digests.all_chats(connection, office.id)
        return [digest_ways.chat(one.address, lost=one.lost, words=words) for one in found]

    for line in in_office(settings, look, keep=False) or [digest_ways.no_chat(words=words)]:
        say(line)


@chats.command("add", context_settings=NEGATIVE)
@click.argument("channel")
@click.argument("chat")
@click.option("--topic", help="The topic of a forum, by its number.")
@DRY_RUN
def add_chat(*, channel: str, chat: str, topic: str | None, dry_run: bool) -> None:
    """Send it to CHAT of the messenger CHANNEL as well: telegram -1001234567890. A channel has no members who could
    type /ketnoi; put the bot in as administrator first."""
    settings = settings_or_end()
    words = words_of(settings)
    address = Address(channel, chat, topic)

    why_not = impossible_chat(channel, chat, topic)
    if why_not is not None:
        end(chat_addresses.impossible(why_not, chat=chat, topic=topic, words=words), code=WRONG_USE)

    def edit(connection: Connection, office: Office, now: datetime) -> None:
        if is_private(chat) and not is_leaders_chat(connection, office.id, address):
            end(chat_addresses.not_a_leaders(chat, words=words), code=FAULTS)
        digests.link_chat(connection, office.id, address, by="command line", now=now)

    in_office(settings, edit, keep=not dry_run)
    say(digest_ways.chat(address, lost=False, words=words))
    if dry_run:
        say(calendar_command.only_shown(words=words))


@chats.command("remove", context_settings=NEGATIVE)
@click.argument("channel")
@click.argument("chat")
@click.option("--topic", help="The topic of a forum, by its number.")
@DRY_RUN
def remove_chat(*, channel: str, chat: str, topic: str | None, dry_run: bool) -> None:
    """Send it there no longer."""
    settings = settings_or_end()
    words = words_of(settings)

    def edit(connection: Connection, office: Office, _now: datetime) -> bool:
        return digests.unlink_chat(connection, office.id, Address(channel, chat, topic))

    named = f"{chat} #{topic}" if topic else chat
    if not in_office(settings, edit, keep=not dry_run):
        end(digest_ways.no_such_chat(named, words=words), code=FAULTS)
    say(calendar_command.only_shown(words=words) if dry_run else digest_ways.chat_removed(named, words=words))


def _told(
    connection: Connection,
    office: Office,
    shelf: Shelf,
    stored: StoredPlan,
    week: str | None,
    at: datetime,
    now: datetime,
    words: Words,
) -> tuple[str, DigestRecord]:
    """The text that was sent about that week, with the figures behind it; else what stands now."""
    kept = None if week is None else load_digest_about(connection, stored.id, week, committee_id=office.id)
    sent = None if kept is None else read_sent(kept)
    record = None if sent is None else sent.record()
    if sent is not None and record is not None:
        text = sent.text(root="", reader=Reader.GROUP, words=words, zone=office.zone)
        return text or "", record
    remark = f"{digest_ways.none_sent(week, over=at != now, words=words)}\n\n" if week is not None else ""
    plan = shelf.plan(connection, stored.version_id)
    record = gather_record(connection, office, stored, plan, shelf, week_of=at, now=at)
    said = sent_digests.say(record, reader=Reader.GROUP, words=words, zone=office.zone)
    return f"{remark}{said.text}", record


def _changed(
    ways: DigestWays,
    day: str | None,
    at: str | None,
    only_news: bool | None,
    preview: str | None,
    words: Words,
) -> DigestWays:
    weekday = ways.weekday if day is None else read_weekday(day)
    hour = ways.at if at is None else read_time(at)
    if weekday is None or hour is None:
        end(digest_ways.wrong_hour(day if weekday is None else at, words=words), code=WRONG_USE)
    preview_at = ways.preview_at
    if preview is not None:
        preview_at = None if preview == "off" else read_time(preview)
        if preview_at is None and preview != "off":
            end(digest_ways.wrong_hour(preview, words=words), code=WRONG_USE)
    news = ways.only_news if only_news is None else only_news
    return replace(ways, weekday=weekday, at=hour, only_news=news, preview_at=preview_at)


def _end_of_week(text: str, office: Office, words: Words) -> datetime:
    """The last instant of an ISO week at the office."""
    year, _, week = text.partition("-W")
    try:
        monday = date.fromisocalendar(int(year), int(week), 1)
        if monday.year not in YEARS:
            raise ValueError(year)
    except ValueError:
        end(command_line.bad_week(text, words=words), code=WRONG_USE)
    return datetime.combine(monday + timedelta(days=7), time(), tzinfo=office.zone) - timedelta(seconds=1)
