"""Putting off, more time and reviews of a rehearsal are what the live bot makes of them."""

from pathlib import Path

import pytest

from bot.rehearsal.habits import Officers
from tests.house import office_time
from tests.rehearsal.live import live
from tests.rehearsal.test_as_live import by_chat, rehearsed


@pytest.mark.parametrize(
    ("seed", "typed", "pressed"), [(8, "nhắc sau", "acc:1"), (30, "gia hạn", "exr:1.yes")]
)
async def test_habits_of_a_rehearsal_are_answered_as_in_the_live_bot(
    seed: int, typed: str, pressed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = rehearsed(
        tmp_path,
        starts=office_time("2026-11-25 07:55"),
        ends=office_time("2026-11-27 17:00"),
        officers=Officers.MIXED,
        seed=seed,
    )

    arrived = await live(record, tmp_path / "live.db", monkeypatch)

    assert {typed, "duyệt", pressed} <= {act.text for act in record.acts}
    assert by_chat(one for _, one in arrived) == by_chat(record.told)
