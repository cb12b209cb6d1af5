"""Files that a messenger keeps, made ready to be looked at."""

import asyncio
from collections.abc import Callable

import pytest

from bot import enclosures
from bot.core.attachments import Attachment, Kept, MadeLater, Written, enclosure_from_json
from bot.core.channel import DeliveryError
from bot.enclosures import Enclosures, Gather
from tests.wire.fakes import FakeChannel, no_network
from tests.wire.pictures import photo

ROOM = 1_000_000


def kept(file_id: str, *, channel: str = "fake", media: str = "image/jpeg", language: str = "vi") -> Kept:
    return Kept(channel, Attachment(file_id, "u", media), "BC-1", "Minh chứng 1/1", language)


@pytest.fixture
def channel(monkeypatch: pytest.MonkeyPatch) -> FakeChannel:
    monkeypatch.setattr(enclosures, "PAUSE", 0.0)
    channel = FakeChannel()
    channel.files = {"photo": photo(2000, 1000), "program": b"MZ" * 50, "large": b"%PDF-" + b"x" * ROOM}
    return channel


async def prepared(channel: FakeChannel, kept_: Kept, room: int = ROOM) -> Written | str:
    return await Enclosures({"fake": channel}).prepare(kept_, room)


async def test_picture_is_made_ready_under_a_neutral_name(channel: FakeChannel) -> None:
    made = await prepared(channel, kept("photo"))

    assert isinstance(made, Written)
    assert (made.name, made.media, made.caption, made.is_picture) == (
        "BC-1.jpg",
        "image/jpeg",
        "Minh chứng 1/1",
        True,
    )
    assert made.otherwise.startswith("Minh chứng 1/1: ")


async def test_failure_that_passes_is_not_noticed(channel: FakeChannel) -> None:
    channel.trouble("photo", no_network())

    assert isinstance(await prepared(channel, kept("photo")), Written)


@pytest.mark.parametrize(
    ("kept_", "room", "said"),
    [
        (kept("program"), ROOM, "nội dung không đúng loại tệp"),
        (kept("large", media="application/pdf"), ROOM, "tệp quá lớn"),
        (kept("never-was"), ROOM, "không còn ở kênh nhắn tin"),
        (kept("photo", channel="zalo"), ROOM, "chưa tải được tệp"),
        (kept("photo"), 0, "không hiển thị được tệp"),
        (kept("photo"), 100, "tệp quá lớn"),
        (kept("program", language="en"), ROOM, "not of a kind that is accepted"),
    ],
)
async def test_what_cannot_be_shown_is_said(channel: FakeChannel, kept_: Kept, room: int, said: str) -> None:
    made = await prepared(channel, kept_, room)

    assert isinstance(made, str)
    assert said in made


async def test_network_that_stays_away_is_said(channel: FakeChannel) -> None:
    channel.trouble("photo", *(no_network() for _ in range(9)))

    made = await prepared(channel, kept("photo"))

    assert made == "Minh chứng 1/1: chưa tải được tệp, đề nghị đồng chí mở lại sau ít phút."


async def test_messenger_that_never_answers_is_not_waited_for(
    channel: FakeChannel, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(_: Attachment, *, most: int) -> bytes:
        await asyncio.sleep(3600)
        raise DeliveryError(str(most))

    monkeypatch.setattr(channel, "fetch", never)
    monkeypatch.setattr(enclosures, "LONGEST", 0.05)

    made = await prepared(channel, kept("photo"))

    assert isinstance(made, str)
    assert "chưa tải được tệp" in made


def later() -> MadeLater:
    return MadeLater("digest_picture", {"plan": 1}, "vi", "Hiện chưa gửi được ảnh.", "Tiến độ")


def drawing(content: bytes) -> Gather:
    async def gather(asked: MadeLater) -> Callable[[], Written]:
        return lambda: Written("a.png", "image/png", content, asked.otherwise, asked.caption)

    return gather


async def test_picture_is_made_just_before_it_is_sent() -> None:
    made = await Enclosures({}, drawing(b"PNG")).prepare(later(), ROOM)

    assert made == Written("a.png", "image/png", b"PNG", "Hiện chưa gửi được ảnh.", "Tiến độ")


async def stumble(_asked: MadeLater) -> Callable[[], Written]:
    raise RuntimeError("no such plan")


async def find_nothing(_asked: MadeLater) -> None:
    return None


@pytest.mark.parametrize(
    ("gather", "room"),
    [(None, ROOM), (find_nothing, ROOM), (stumble, ROOM), (drawing(b"PNG"), 0), (drawing(b"x" * 101), 100)],
)
async def test_words_stand_where_a_picture_cannot_be_made_or_sent(gather: Gather | None, room: int) -> None:
    assert await Enclosures({}, gather).prepare(later(), room) == "Hiện chưa gửi được ảnh."


def test_file_to_be_made_comes_back_from_the_outbox() -> None:
    assert enclosure_from_json(later().to_json()) == later()
