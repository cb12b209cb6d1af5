"""The bell of the preview: on the last working day before the weekend staff hear what the next digest will say, and
whom there is still time to chase."""

from datetime import datetime, time, timedelta

from bot.core.digest_period import covered_by_preview
from bot.core.digest_text import Reader
from bot.core.digest_ways import FRIDAY
from bot.core.hearing import heard_by
from bot.core.office import Office
from bot.core.people import Role
from bot.db import digest_readers, outbox
from bot.db.digests import last_digest_at
from bot.db.extensions import count_waiting_extensions
from bot.db.outbox import Kind
from bot.db.progress import lines
from bot.db.session import Connection
from bot.gather.digests import gather_record
from bot.gather.shelf import Shelf
from locales.phrases import digest_preview as phrases
from locales.words import in_language
from scheduler.digests import digest_hour, iso_week

LATEST = timedelta(hours=4)
"""A preview that could not be given for so long is no preview any more."""


def send_previews(connection: Connection, office: Office, shelf: Shelf, *, now: datetime) -> int:
    """Owe the staff the preview if its hour has come. Returns how many messages."""
    hour = preview_hour(office, now)
    if hour is None or not hour <= now < hour + LATEST or not office.windows.is_open(now):
        return 0
    staff = digest_readers.list_staff(connection, office.id)
    if not staff:
        return 0
    coming = digest_hour(office, now + timedelta(days=7))
    today, sent = office.today(now), 0
    for stored, plan in shelf.running(connection, office.id, today=today):
        week = iso_week(office, now)
        keys = {one.person_id: f"preview:{stored.id}:{week}:{one.person_id}" for one in staff}
        if all(outbox.is_owed(connection, key) for key in keys.values()):
            continue
        last = last_digest_at(connection, stored.id, before=now)
        covered = covered_by_preview(last, at=now, zone=office.zone)
        record = gather_record(connection, office, stored, plan, shelf, week_of=now, now=now, covered=covered)
        if office.digest.only_news and record.digest.says_nothing:
            continue
        until = office.today(coming)
        due = [
            line
            for line in lines(connection, stored.id, opened_by=today)
            if line.reported_at is None and today <= line.due_on < until
        ]
        requests = count_waiting_extensions(connection, office.id)
        for one in staff:
            words = in_language(one.language or office.language)
            reply = phrases.preview(
                record,
                due=due,
                requests=requests,
                coming=coming,
                zone=office.zone,
                reader=Reader.COMMITTEE,
                words=words,
            )
            body = {**reply.to_json(), **heard_by(one.person_id, role=Role.STAFF)}
            row = outbox.put_once(
                connection, one.address, body, kind=Kind.NOTICE, key=keys[one.person_id], now=now
            )
            sent += row is not None
    return sent


def preview_hour(office: Office, now: datetime) -> datetime | None:
    """The hour of this week's preview: on Friday, or on the last working day before it. None where there is none."""
    if office.digest.preview_at is None:
        return None
    local = now.astimezone(office.zone)
    monday = local.date() - timedelta(days=local.weekday())
    day = monday + timedelta(days=FRIDAY)
    while day > monday and not office.calendar.is_working(day):
        day -= timedelta(days=1)
    return datetime.combine(day, time(), tzinfo=office.zone) + timedelta(minutes=office.digest.preview_at)
