"""The register of a digest that was sent is as it was, whatever happened since."""

import io
import zlib
from collections.abc import Callable
from datetime import date, timedelta

import openpyxl
import pytest
from sqlalchemy import select, update

from bot.core.kept_register import MOST_KEPT
from bot.core.register import Entry
from bot.db import digest_readers
from bot.db.assignments import mark_reviewed
from bot.db.digests import load_digest
from bot.db.erasure import erase
from bot.db.extensions import ask_extension, decide_extension, extend
from bot.db.kept_registers import load_register
from bot.db.reports import review
from bot.db.session import Connection
from bot.db.tables import report, unit
from bot.gather.digest_files import fill_kept_register, gather_file, register_later
from bot.gather.digests import EVERYBODY
from bot.gather.kept_registers import keep_register, read_register
from bot.gather.registers import gather_register
from bot.gather.shelf import Shelf
from locales.words import in_language
from scheduler.digests import send_digests
from tests.gather.desk import send, stored_plan
from tests.gather.test_digest_sending import join
from tests.gather.test_sent_digests import LATER, MONDAY, STUDIED, monday, turn_everything_round
from tests.house import member, the_office

WORDS = in_language("vi")
DUE, MORE = date(2026, 12, 2), date(2026, 12, 18)
Rows = dict[tuple[str, str, str], Entry]


def digest_id(connection: Connection) -> int:
    kept = load_digest(
        connection, stored_plan(connection).id, "2026-W49", committee_id=the_office(connection).id
    )
    assert kept is not None
    return kept.id


def rows(entries: tuple[Entry, ...] | None) -> Rows:
    assert entries is not None
    return {(one.unit, one.form["vi"], one.period): one for one in entries}


def kept(connection: Connection, *, root: str = "", named: bool = False) -> Rows:
    plan_id = stored_plan(connection).id
    return rows(read_register(connection, plan_id, digest_id=digest_id(connection), root=root, named=named))


def gathered(connection: Connection) -> Rows:
    office, stored = the_office(connection), stored_plan(connection)
    plan = Shelf().plan(connection, stored.version_id)
    return rows(gather_register(connection, office, stored.id, plan, as_of=MONDAY, named=True))


def give_more_time(connection: Connection) -> None:
    who, staff = member(connection, "T25", "officer"), member(connection, "BTG", "staff")
    key = (stored_plan(connection).id, who.unit_id, "F1", "once")
    asked = ask_extension(
        connection, key, before_on=DUE, wanted_on=MORE, reason="x", by_id=who.person_id, now=LATER
    )
    decide_extension(connection, asked, state="granted", by_id=staff.person_id, now=LATER)
    assert extend(connection, key, until=MORE)


def return_a_report(connection: Connection) -> None:
    sent = connection.execute(select(report.c.id).order_by(report.c.id)).scalars().first()
    assert sent is not None
    staff = member(connection, "BTG", "staff").person_id
    review(connection, sent, state="returned", by_id=staff, note="x", now=LATER)
    mark_reviewed(connection, sent, state="returned", due_on=MORE)


def rename(connection: Connection) -> None:
    connection.execute(update(unit).where(unit.c.code == "T14").values(short="Đổi tên"))


def move(connection: Connection) -> None:
    connection.execute(update(unit).where(unit.c.code == "T14").values(parent="X03"))


@pytest.mark.parametrize(
    "happens",
    [give_more_time, return_a_report, rename, move, turn_everything_round],
    ids=lambda one: one.__name__,
)
def test_it_is_as_it_was(connection: Connection, happens: Callable[[Connection], None]) -> None:
    monday(connection)
    before, would_be = kept(connection, named=True), gathered(connection)
    assert before == would_be

    happens(connection)

    assert kept(connection, named=True) == before
    assert gathered(connection) != would_be, "so that the line above cannot hold by itself"


def test_workbook_is_written_of_the_same_rows(connection: Connection) -> None:
    monday(connection)

    def written() -> bytes:
        office = the_office(connection)
        stored = load_digest(connection, stored_plan(connection).id, "2026-W49", committee_id=office.id)
        assert stored is not None
        write = fill_kept_register(connection, office, stored, words=WORDS)
        assert write is not None
        return write()

    before = sheet(written())
    turn_everything_round(connection)

    assert sheet(written()) == before
    assert "Trường Tiểu học Lê Lợi (Xã Đông Khê Hạ)" in before


def sheet(data: bytes) -> list[object]:
    page = openpyxl.load_workbook(io.BytesIO(data)).active
    assert page is not None
    return [cell for row in page.iter_rows(values_only=True) for cell in row]


def test_deleted_person_is_nobody_there(connection: Connection) -> None:
    """Privacy goes before the letter."""
    monday(connection)
    (name,) = {
        one.author for one in kept(connection, named=True).values() if one.unit == "T14" and one.author
    }
    author = connection.execute(select(report.c.author_id).order_by(report.c.id)).scalars().first()
    assert author is not None

    erase(connection, author, now=LATER)

    assert name not in {one.author for one in kept(connection, named=True).values()}
    packed = load_register(connection, digest_id(connection))
    assert packed is not None
    text = zlib.decompress(packed).decode()
    assert "Trường Tiểu học Lê Lợi" in text
    assert name not in text


def test_it_names_nobody_unless_it_is_for_staff(connection: Connection) -> None:
    monday(connection)

    assert {one.author for one in kept(connection).values()} == {""}


def test_head_of_a_unit_reads_the_subtree_as_it_was(connection: Connection) -> None:
    digest_readers.begin_reading(
        connection, join(connection, "X02", "head", "8"), now=MONDAY - timedelta(days=9)
    )
    send(connection, "T14", "F1", STUDIED | {"plan_issued": "yes"})
    assert send_digests(connection, the_office(connection), Shelf(), now=MONDAY) == 1
    before = kept(connection, root="X02")

    move(connection)

    assert {code for code, _, _ in before} >= {"X02", "T14"}
    assert kept(connection, root="X02") == before
    plan_id = stored_plan(connection).id
    other = read_register(connection, plan_id, digest_id=digest_id(connection), root="X03", named=False)
    assert other is None


def test_too_long_a_register_is_not_kept(connection: Connection) -> None:
    """Whoever asks for it is told so, and gets none that says something else."""
    office, stored = the_office(connection), stored_plan(connection)
    plan = Shelf().plan(connection, stored.version_id)

    done = keep_register(
        connection, office, stored.id, plan, digest_id=1, as_of=MONDAY, rows=MOST_KEPT + 1, parts=[EVERYBODY]
    )

    assert done is False
    assert read_register(connection, stored.id, digest_id=1, root="", named=False) is None
    later = register_later(stored.id, at=MONDAY, root="", named=False, words=WORDS, digest_id=1)
    assert gather_file(connection, Shelf(), later) is None
