"""A rehearsal says what the live bot says, message for message and second for second."""

import shutil
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import pytest

from bot.channels.telegram import Telegram
from bot.core.attachments import Written
from bot.db.throwaway import throwaway
from bot.rehearsal.habits import Officers
from bot.rehearsal.house import furnish
from bot.rehearsal.script import Record, Told
from bot.rehearsal.year import Year
from tests.house import office_time
from tests.rehearsal.given import small
from tests.rehearsal.live import Arrived, live

Said = tuple[str, tuple[str, ...], Written | None, int | None]


def rehearsed(folder: Path, *, starts: datetime, ends: datetime, officers: Officers, seed: int) -> Record:
    """The rehearsal; the house as it was before it began is left in `live.db`."""
    with throwaway(folder / "rehearsed.db") as there:
        house = furnish(there.connection, small(), language="vi", timezone="Asia/Ho_Chi_Minh", now=starts)
        there.connection.commit()
        driver = there.connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copy(folder / "rehearsed.db", folder / "live.db")
        year = Year(
            there, house, starts=starts, limits=Telegram.limits, officers=officers, seed=seed, language="vi"
        )
        return year.play(ends)


def by_chat(told: Iterable[Told | Arrived]) -> dict[str, list[Said]]:
    """What each chat got, to the last byte of a picture."""
    found: dict[str, list[Said]] = {}
    for one in told:
        found.setdefault(one.chat, []).append((one.text, one.labels, one.file, one.edits))
    return found


@pytest.mark.parametrize("officers", [Officers.MIXED, Officers.SILENT])
async def test_a_rehearsal_is_what_the_live_bot_says(
    officers: Officers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = rehearsed(
        tmp_path,
        starts=office_time("2026-11-26 08:05"),
        ends=office_time("2026-11-30 10:00"),
        officers=officers,
        seed=3,
    )

    arrived = await live(record, tmp_path / "live.db", monkeypatch)

    assert by_chat(one for _, one in arrived) == by_chat(record.told)
    assert record.gave_up == 0
    assert {one.kind for one in record.told} >= {"answer", "reminder", "digest"}
    assert [one.file.media for one in record.told if one.file] == ["image/png"]
    assert any(one.edits for one in record.told) == (officers is Officers.MIXED)
    when_live = sorted((one.chat, at) for at, one in arrived)
    when_rehearsed = sorted((one.chat, one.at) for one in record.told)
    late = [
        abs((at - other).total_seconds())
        for (_, at), (_, other) in zip(when_live, when_rehearsed, strict=True)
    ]
    assert max(late) < 0.05
