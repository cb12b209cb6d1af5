"""The bell of the digest: once a week, into the Committee's chats."""

from datetime import datetime, time, timedelta

from bot.core.digest import week_name
from bot.core.office import Office
from bot.db import outbox
from bot.db.digests import committee_chats, has_digest, put_digest
from bot.db.outbox import Kind
from bot.db.session import Connection
from bot.gather.digests import gather_digest
from bot.gather.shelf import Shelf
from locales.phrases import digest as phrases
from locales.words import in_language

PUNCTUAL = timedelta(hours=1)
"""A digest that comes later than this was missed, and waits for the next send window."""


def send_digests(connection: Connection, office: Office, shelf: Shelf, *, now: datetime) -> int:
    """Owe the digests of the week if their hour has come and they were not sent. Returns how many messages.

    What was missed is made up for until Sunday, in the send windows, and says which week it is about.
    """
    hour = digest_hour(office, now)
    if now < hour or (now > hour + PUNCTUAL and not office.windows.is_open(now)):
        return 0
    chats = committee_chats(connection, office.id, linked_by=hour)
    if not chats:
        return 0
    sent = 0
    words = in_language(office.language)
    for stored, plan in shelf.running(connection, office.id, today=office.today(now)):
        week_of = hour - timedelta(days=7)
        if has_digest(connection, office.id, stored.id, week=week_name(office.today(week_of))):
            continue  # a digest costs a look at every unit: not every minute of the week
        digest = gather_digest(connection, office, stored, plan, week_of=week_of, now=now)
        figures = {"asked": digest.now.asked, "reported": digest.now.reported}
        if not put_digest(connection, office.id, stored.id, week=digest.week, as_of=now, figures=figures):
            continue
        text = phrases.digest(digest, plan, zone=office.zone, words=words)
        for address in chats:
            key = f"digest:{stored.id}:{digest.week}:{address.channel}:{address.chat}"
            row = outbox.put_once(connection, address, text.to_json(), kind=Kind.DIGEST, key=key, now=now)
            sent += row is not None
    return sent


def digest_hour(office: Office, now: datetime) -> datetime:
    """The hour of this week's digest: on its weekday, or on the first working day after it."""
    local = now.astimezone(office.zone)
    monday = local.date() - timedelta(days=local.weekday())
    day = office.calendar.next_working(monday + timedelta(days=office.digest_weekday))
    return datetime.combine(day, time(), tzinfo=office.zone) + timedelta(minutes=office.digest_at)
