"""What the printed guides tell people to type is understood: alone, or where the guide says, which a walk through the
guide shows (tests/conversations/vi/huong-dan-*)."""

import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from bot.core.messages import Reply
from tests.conversations.conversation import Conversation
from tests.conversations.played import ROOM, played

DOCS = Path(__file__).parents[2] / "docs" / "vi"
READERS = {"can-bo-bao-cao": "T14 officer", "can-bo-theo-doi": "BTG staff", "lanh-dao": "BTG leader"}
ELSEWHERE = {
    "không thay đổi": "nhu-ky-truoc",
    "nhầm rồi": "lenh-giua-ly-do",
    **dict.fromkeys(("đồng ý", "ok", "không"), "tra-loi-gia-han"),
}
"""Words for which it takes long to come where they are typed."""
REFUSED = ("⚠️ Câu này", "⚠️ Hệ thống chưa rõ", "⚠️ Tin nhắn")
NOT_TYPED = {
    "/": "the sign itself",
    "3/9": "the place of a question",
    "phone": "a column",
    "dự kiến": "part of a line",
    "cho các trường": "part of a line",
    "BC-00042R": "what a receipt looks like",
    "ABCDE-FGHJK": "what an invitation looks like",
}
SPANS = [
    (guide, span)
    for guide in READERS
    for span in dict.fromkeys(re.findall(r"`([^`]+)`", (DOCS / f"{guide}.md").read_text(encoding="utf-8")))
    if span not in NOT_TYPED
]


def is_understood(replies: Sequence[Reply]) -> bool:
    return bool(replies) and not any(
        "chưa hiểu" in one.text or one.text.startswith(REFUSED) for one in replies
    )


@pytest.fixture(scope="module")
def at_work() -> Iterator[Conversation]:
    with tempfile.TemporaryDirectory() as folder:
        conversation = Conversation(Path(folder), language="vi")
        readers = "".join(f"= {reader}\n" for reader in READERS.values())
        conversation.play(f"@ 2026-11-26 08:05\n{readers}")
        yield conversation
        conversation.close()


def walked(name: str, span: str) -> list[Sequence[Reply]]:
    """What was answered to these words in that conversation."""
    path = ROOM / "vi" / f"{name}.txt"
    return [replies for _, said, replies in played(path).turns if said == span] if path.exists() else []


@pytest.mark.parametrize(("guide", "span"), SPANS)
def test_what_a_guide_tells_to_type_is_understood(at_work: Conversation, guide: str, span: str) -> None:
    if on_the_way := walked(f"huong-dan-{guide}", span):
        assert all(map(is_understood, on_the_way))
        return
    if span in ELSEWHERE:
        assert any(map(is_understood, walked(ELSEWHERE[span], span)))
        return
    at_work.play(f"= {READERS[guide]}\n")

    alone, _ = at_work.try_out(at_work.speaking, span, lambda _connection, _tables: None)

    assert is_understood(alone)


def test_number_that_no_walk_types_would_be_found(at_work: Conversation) -> None:
    at_work.play("= BTG staff\n")

    alone, _ = at_work.try_out(at_work.speaking, "2", lambda _connection, _tables: None)

    assert not is_understood(alone)
