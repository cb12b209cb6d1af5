"""The bell of the digest: once a week, into the Committee's chats and to those who read it in their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.core.attachments import MadeLater
from bot.core.digest_period import covered_when_sent
from bot.core.digest_text import Reader
from bot.core.messages import Address, Reply
from bot.core.office import Office
from bot.core.plan.model import Plan
from bot.db import digest_readers, outbox
from bot.db.digest_readers import Reader as Subscriber
from bot.db.digests import committee_chats, has_digest, last_digest_at, load_digest, put_digest
from bot.db.outbox import Kind
from bot.db.plans import StoredPlan
from bot.db.session import Connection
from bot.gather.digest_files import picture_later
from bot.gather.digest_parts import parts_of
from bot.gather.digests import EVERYBODY, Part, gather_record
from bot.gather.kept_registers import keep_register
from bot.gather.sent_digests import COMMITTEE, Post
from bot.gather.shelf import Shelf
from locales.phrases import digest_menu
from locales.words import in_language
from scheduler.digest_letters import may_go, put_into_letter


@dataclass(frozen=True, slots=True)
class To:
    """Where a digest goes, whom it is about, who reads it, in which language; whose chat it is, if a person's."""

    address: Address
    part: Part
    reader: Reader
    language: str
    person_id: int | None = None


def send_digests(connection: Connection, office: Office, shelf: Shelf, *, now: datetime) -> int:
    """Owe the digests of the week if their hour has come and they were not sent. Returns how many messages.

    What was missed is made up for until Sunday, in the send windows, and says that it is late and what it covers; later
    than that the next one covers it as well.
    """
    hour, week_of = due_digest(office, now)
    if now < hour or not may_go(office, now, hour=hour):
        return 0
    to: Sequence[To] | None = None
    sent = 0
    for stored, plan in shelf.running(connection, office.id, today=office.today(now)):
        if stored.loaded_on >= office.today(hour):  # its first one is the next: of that week it knows nothing
            continue
        if has_digest(connection, office.id, stored.id, week=iso_week(office, week_of)):
            continue
        if to is None:
            to = _addressees(connection, office, since=hour)
        if to:
            sent += _send(connection, office, stored, plan, shelf, to, week_of=week_of, due_at=hour, now=now)
    return sent


def digest_hour(office: Office, now: datetime) -> datetime:
    """The hour of this week's digest: on its weekday, or on the first working day after it."""
    day = office.calendar.next_working(_monday(office, now) + timedelta(days=office.digest.weekday))
    return datetime.combine(day, time(), tzinfo=office.zone) + timedelta(minutes=office.digest.at)


def due_digest(office: Office, now: datetime) -> tuple[datetime, datetime]:
    """The hour of the digest whose turn it is, and an instant of the week that it is about: this week's, or until then
    last week's where days off have put that into this week."""
    a_week, hour = timedelta(days=7), digest_hour(office, now)
    before = digest_hour(office, now - a_week)
    if now < hour and office.today(before) >= _monday(office, now):
        return before, now - 2 * a_week
    return hour, now - a_week


def _monday(office: Office, now: datetime) -> date:
    today = office.today(now)
    return today - timedelta(days=today.weekday())


def iso_week(office: Office, at: datetime) -> str:
    """The week at the office in which an instant lies: 2026-W48."""
    year, week, _ = office.today(at).isocalendar()
    return f"{year}-W{week:02}"


def _addressees(connection: Connection, office: Office, *, since: datetime) -> Sequence[To]:
    """The Committee's chats, and who switched the digest on by then, with what each may see at that moment."""
    chats: list[To] = [
        To(address, EVERYBODY, Reader.GROUP, office.language)
        for address in committee_chats(connection, office.id, linked_by=since)
    ]
    return [
        *chats,
        *_of_readers(connection, office, digest_readers.list_readers(connection, office.id, since=since)),
    ]


def _of_readers(connection: Connection, office: Office, readers: Sequence[Subscriber]) -> list[To]:
    return [
        To(one.address, part, reader, one.language or office.language, one.person_id)
        for one in readers
        for part, reader in parts_of(connection, office, one.person_id, one.name)
    ]


def _send(
    connection: Connection,
    office: Office,
    stored: StoredPlan,
    plan: Plan,
    shelf: Shelf,
    to: Sequence[To],
    *,
    week_of: datetime,
    due_at: datetime,
    now: datetime,
) -> int:
    """One plan's digest to all, kept with the words that each reads."""
    last = last_digest_at(connection, stored.id, before=now)
    covered = covered_when_sent(last, due_at=due_at, zone=office.zone)
    post = Post(office.zone)
    for part in (EVERYBODY, *(one.part for one in to)):
        if not post.knows(part.root):
            record = gather_record(
                connection,
                office,
                stored,
                plan,
                shelf,
                week_of=week_of,
                now=now,
                part=part,
                covered=covered,
            )
            post.keep(part.root, record)
    digest = post.record(COMMITTEE).digest
    going = [one for one in to if not _left_out(office, post, one)]
    texts = [post.text(root=one.part.root, reader=one.reader, language=one.language) for one in going]
    if not put_digest(connection, office.id, stored.id, week=digest.week, as_of=now, figures=post.to_json()):
        return 0
    kept = load_digest(connection, stored.id, digest.week, committee_id=office.id)
    assert kept is not None, "it was just kept"
    keep_register(
        connection,
        office,
        stored.id,
        plan,
        digest_id=kept.id,
        as_of=now,
        rows=digest.now.asked,
        parts=[one.part for one in to],
    )
    sent = 0
    for one, text in zip(going, texts, strict=True):
        address, part, words = one.address, one.part, in_language(one.language)
        files: tuple[MadeLater, ...] = ()
        if post.record(part.root).digest.now.asked:
            files = (
                picture_later(
                    stored.id, at=now, root=part.root, week=digest.week, words=words, digest_id=kept.id
                ),
            )
        reply = Reply(text, files=files)
        if one.reader is not Reader.GROUP:  # where nobody presses
            reply = digest_menu.with_buttons(reply, plan_id=stored.id, whole=not part.root, words=words)
        chat = address.chat + (f"#{address.thread}" if address.thread else "")
        key = f"digest:{stored.id}:{digest.week}:{address.channel}:{chat}:{part.root}".rstrip(":")
        body = put_into_letter(reply, hour=due_at, reader=one.reader, root=part.root, person_id=one.person_id)
        row = outbox.put_once(connection, address, body, kind=Kind.DIGEST, key=key, now=now)
        sent += row is not None
    return sent


def _left_out(office: Office, post: Post, to: To) -> bool:
    """Whether nothing is sent there, since there is nothing to say."""
    return office.digest.only_news and post.record(to.part.root).digest.says_nothing
