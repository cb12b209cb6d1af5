"""Everything a button does can be typed: each golden conversation goes the same way with typed words only, by number
where there are numbers, and with buttons only; the database is the same in the end."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.db.columns import metadata
from bot.db.session import Connection
from tests.conversations.conversation import Conversation, Speak, as_written
from tests.conversations.played import FILES
from tests.conversations.ways import Codes, Tapping, Trying, Typing
from tests.house import furniture_of

EXEMPT: dict[str, int] = {
    "en/classes": 1,
    "en/deeper": 1,
    "en/digest": 3,
    "en/evidence": 2,
    "en/extending-after-the-calendar-moved": 1,
    "en/granting-in-words": 1,
    "en/group": 2,
    "en/joining": 2,
    "en/old-buttons": 89,
    "en/remind-later": 1,
    "en/report-of-a-deleted-person": 1,
    "en/returning": 2,
    "en/slips": 10,
    "en/someone-elses-button": 8,
    "en/sources": 4,
    "en/two-people": 2,
    "en/undoing": 4,
    "en/wrong-input": 9,
    "vi/bam-nham": 10,
    "vi/ban-tong-hop": 3,
    "vi/bao-cao-cua-don-vi-khac": 6,
    "vi/bao-cao-cua-nguoi-da-xoa": 1,
    "vi/can-bo-theo-doi": 2,
    "vi/chi-tieu-cua-xa": 4,
    "vi/dong-y-gia-han": 1,
    "vi/gia-han-khi-lich-doi": 1,
    "vi/gio-gui-tong-hop": 1,
    "vi/hai-nguoi": 2,
    "vi/hoan-tac": 4,
    "vi/lich-lam-viec": 1,
    "vi/minh-chung": 2,
    "vi/nguon-so-lieu": 4,
    "vi/nhac-sau": 2,
    "vi/nhap-sai": 9,
    "vi/nhom": 2,
    "vi/nut-cu": 89,
    "vi/nut-nguoi-khac": 8,
    "vi/quyen-du-lieu": 2,
    "vi/thu-bao-cao": 1,
    "vi/tra-lai": 2,
    "vi/vai-khong-phai-cua-minh": 16,
    "vi/vao-he-thong": 2,
}
"""By conversation: how many presses have no words, since their button is not in the last message: an older message's,
somebody else's, a forged one. No other press is exempt."""

AS_IT_CAME = {"outbox": ("press",)}
"""What tells how something was said, and not what: the press that an answer stops from spinning."""

READ_ALL = {
    table.name: str(
        select(*(column for column in table.c if column.name not in AS_IT_CAME.get(table.name, ()))).order_by(
            *table.primary_key.columns
        )
    )
    for table in metadata.sorted_tables
}
TRIED: set[tuple[str, ...]] = set()
"""Messages that occur in several conversations are tried once."""

Rows = dict[str, Sequence[Any]]


def play(
    path: Path,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    codes: Codes,
    speak: Speak = as_written,
    watch: Trying | None = None,
) -> tuple[str, Rows]:
    """The text as it was played, and the whole database afterwards. Codes come in the same order in each play."""
    folder.mkdir()
    monkeypatch.setattr("bot.db.invitations.new_invitation", codes)
    conversation = Conversation(
        folder, language=path.parent.name, furniture=furniture_of(path.stem), speak=speak, watch=watch
    )
    try:
        return conversation.play(path.read_text(encoding="utf-8")), conversation.look(rows)
    finally:
        conversation.close()


def rows(connection: Connection, tables: Collection[str] = tuple(READ_ALL)) -> Rows:
    """Every row of these tables, in the order of their keys."""
    driver = connection.connection.driver_connection
    assert driver is not None
    return {name: driver.execute(query).fetchall() for name, query in READ_ALL.items() if name in tables}


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_choice_can_be_typed(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    codes = Codes()
    trying = Trying(codes=codes, see=rows, tried=TRIED)

    written = play(path, tmp_path / "written", monkeypatch, codes=codes, watch=trying)
    presses = "\n> [" in path.read_text(encoding="utf-8")
    typing = (Typing(), Typing(by_number=True)) if presses else ()
    ways = (*typing, Tapping())
    played = [
        play(path, tmp_path / str(number), monkeypatch, codes=Codes(), speak=way)
        for number, way in enumerate(ways)
    ]

    assert trying.differing == []
    assert played == [written] * len(ways)
    assert {len(way.exempt) for way in typing} <= {EXEMPT.get(f"{path.parent.name}/{path.stem}", 0)}
