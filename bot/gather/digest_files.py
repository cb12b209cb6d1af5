"""The files of a digest, made just before they are sent: the picture and the register, as of the digest's instant."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from bot.core.attachments import MadeLater, Written
from bot.core.digest_record import DigestRecord
from bot.core.forms.model import Text
from bot.core.office import Office
from bot.core.register import Entry
from bot.db.digests import StoredDigest, load_digest_by_id
from bot.db.offices import load_office
from bot.db.plans import StoredPlan, plans_in_force
from bot.db.session import Connection
from bot.gather.digests import EVERYBODY, Part, gather_record, part_below
from bot.gather.kept_registers import read_register
from bot.gather.registers import gather_register
from bot.gather.sent_digests import read_sent
from bot.gather.shelf import Shelf
from bot.papers.register import write_register
from locales.phrases import digest_picture, register
from locales.words import Words, in_language

PICTURE, REGISTER = "digest_picture", "digest_register"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Make = Callable[[], Written]


def picture_later(
    plan_id: int, *, at: datetime, root: str, week: str, words: Words, digest_id: int | None = None
) -> MadeLater:
    """The picture of a plan's progress in that week: of the digest that was sent, else as of `at`."""
    about = {"plan": plan_id, "at": at.isoformat(), "root": root, "digest": digest_id}
    return MadeLater(
        PICTURE,
        about,
        words.language,
        digest_picture.no_picture(words=words),
        digest_picture.caption(week, words=words),
    )


def register_later(
    plan_id: int, *, at: datetime, root: str, named: bool, words: Words, digest_id: int | None = None
) -> MadeLater:
    """The register of a plan: as it was kept with a digest, else as of `at`. `named`: with names of persons, for the
    Committee's staff alone."""
    about = {"plan": plan_id, "at": at.isoformat(), "root": root, "named": named, "digest": digest_id}
    return MadeLater(
        REGISTER, about, words.language, register.not_made(words=words), register.caption(words=words)
    )


def gather_file(connection: Connection, shelf: Shelf, later: MadeLater) -> Make | None:
    """What makes that file. None for one that is not known, or of a plan that is gone."""
    office = load_office(connection)
    if office is None:
        return None
    stored = next(
        (one for one in plans_in_force(connection, office.id) if one.id == later.about["plan"]), None
    )
    if stored is None:
        return None
    words = in_language(later.language)
    if later.what == PICTURE:
        return _picture(_record(connection, office, shelf, stored, later.about), office, later, words)
    if later.what == REGISTER:
        write = _register(connection, office, shelf, stored, later, words)
        at = office.today(datetime.fromisoformat(later.about["at"]))
        name = register.file_name(f"{at:%Y-%m-%d}", words=words)
        return write and (lambda: Written(name, XLSX, write(), later.otherwise, later.caption))
    return None


def draw(record: DigestRecord, office: Office, *, words: Words) -> bytes:
    """The picture as a PNG."""
    from bot.papers.chart_drawing import draw_chart  # noqa: PLC0415 - it takes a second to import

    return draw_chart(digest_picture.chart(record, zone=office.zone, words=words))


def fill_register(
    connection: Connection,
    office: Office,
    shelf: Shelf,
    stored: StoredPlan,
    *,
    as_of: datetime,
    part: Part = EVERYBODY,
    named: bool = False,
    words: Words,
) -> Callable[[], bytes]:
    """What writes the register's workbook, as things stand."""
    plan = shelf.plan(connection, stored.version_id)
    entries = gather_register(connection, office, stored.id, plan, as_of=as_of, part=part, named=named)
    return _workbook(entries, plan.name, office, as_of=as_of, named=named, words=words)


def fill_kept_register(
    connection: Connection,
    office: Office,
    kept: StoredDigest,
    *,
    root: str = "",
    named: bool = False,
    words: Words,
) -> Callable[[], bytes] | None:
    """What writes the workbook of the register as it was when the digest was sent; None where it was not kept."""
    sent = read_sent(kept)
    record = None if sent is None else sent.record(root)
    entries = read_register(connection, kept.plan_id, digest_id=kept.id, root=root, named=named)
    if record is None or entries is None:
        return None
    return _workbook(entries, record.name, office, as_of=kept.as_of, named=named, words=words)


def _workbook(
    entries: Sequence[Entry], plan: Text, office: Office, *, as_of: datetime, named: bool, words: Words
) -> Callable[[], bytes]:
    title = register.title(plan, words.moment(as_of, office.zone), words=words)
    headings = register.headings(named=named, words=words)
    rows = register.rows(entries, named=named, zone=office.zone, words=words)
    return lambda: write_register(title, register.sheet_name(words=words), headings, rows)


def _record(
    connection: Connection, office: Office, shelf: Shelf, stored: StoredPlan, about: Any
) -> DigestRecord:
    root, at = about["root"], datetime.fromisoformat(about["at"])
    kept = None if about.get("digest") is None else load_digest_by_id(connection, about["digest"])
    sent = None if kept is None else read_sent(kept)
    record = None if sent is None else sent.record(root)
    if record is not None:
        return record
    part = part_below(connection, office.id, root) if root else EVERYBODY
    plan = shelf.plan(connection, stored.version_id)
    return gather_record(connection, office, stored, plan, shelf, week_of=at, now=at, part=part)


def _picture(record: DigestRecord, office: Office, later: MadeLater, words: Words) -> Make:
    name = f"{digest_picture.file_name(words=words)}-{record.digest.week}.png"

    def make() -> Written:
        return Written(name, "image/png", draw(record, office, words=words), later.otherwise, later.caption)

    return make


def _register(
    connection: Connection,
    office: Office,
    shelf: Shelf,
    stored: StoredPlan,
    later: MadeLater,
    words: Words,
) -> Callable[[], bytes] | None:
    at, root, named = datetime.fromisoformat(later.about["at"]), later.about["root"], later.about["named"]
    if later.about.get("digest") is not None:
        kept = load_digest_by_id(connection, later.about["digest"])
        if kept is None:
            return None
        return fill_kept_register(connection, office, kept, root=root, named=named, words=words)
    part = part_below(connection, office.id, root) if root else EVERYBODY
    return fill_register(connection, office, shelf, stored, as_of=at, part=part, named=named, words=words)
