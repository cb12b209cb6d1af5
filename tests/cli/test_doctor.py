"""`nhacviec doctor`: bells that are silent and what waits too long are said, each in a line."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.cli import looking
from bot.core.messages import Address
from bot.db import outbox
from bot.db.bells import note_ring
from bot.db.outbox import Kind
from bot.db.session import Connection, Database
from tests.cli.conftest import Run
from tests.house import make_house, office_time

NOON = office_time("2026-11-23 12:00")


@pytest.fixture
def doctor(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, list[str]]]:
    """`doctor(work)`: the exit code and the lines, once `work` was done to a house in which all bells just rang."""
    monkeypatch.setattr(looking, "system_clock", lambda: NOON)
    url = f"sqlite:///{make_house(tmp_path)}"

    def look(work: Callable[[Connection], object] = lambda _: None) -> tuple[int, list[str]]:
        database = Database(url)
        for name in ("periods", "reminders", "digests", "housekeeping"):
            database.transaction(ring(name, timedelta()))
        database.transaction(work)
        database.close()
        result = run("doctor", DATABASE_URL=url)
        return result.exit_code, [line for line in result.output.splitlines() if "TELEGRAM" not in line]

    return look


def ring(name: str, ago: timedelta) -> Callable[[Connection], None]:
    return lambda connection: note_ring(connection, name, now=NOON - ago)


def wait(kind: Kind, since: datetime) -> Callable[[Connection], object]:
    to = Address("telegram", "7")
    return lambda connection: outbox.put_once(connection, to, {}, kind=kind, key="x", now=since)


def test_where_all_bells_ring_there_is_nothing_to_say(doctor: Callable[..., tuple[int, list[str]]]) -> None:
    _, lines = doctor()

    assert lines == ["Cơ sở dữ liệu (sqlite): bình thường."]


@pytest.mark.parametrize(
    ("work", "line"),
    [
        (ring("reminders", timedelta(hours=3)), "Từ 09:00 23/11/2026: việc định kỳ “reminders” không chạy."),
        (ring("digests", -timedelta(hours=3)), "Từ 12:00 23/11/2026: việc định kỳ “digests” không chạy."),
        (wait(Kind.ANSWER, NOON - timedelta(minutes=6)), "Từ 11:54 23/11/2026: có tin chưa gửi đi được."),
        (wait(Kind.REMINDER, NOON - timedelta(minutes=31)), "Từ 11:29 23/11/2026: có tin chưa gửi đi được."),
    ],
)
def test_trouble_is_a_line(
    work: Callable[[Connection], object], line: str, doctor: Callable[..., tuple[int, list[str]]]
) -> None:
    code, lines = doctor(work)

    assert code == 1
    assert lines[-1] == line
