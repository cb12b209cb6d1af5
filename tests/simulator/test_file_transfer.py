"""Files up and down."""

import unicodedata

import pytest
from telegram import Bot
from telegram.error import BadRequest

from simulator.phone import Phone
from tests.simulator.stage import TOKEN, Call, News

CONTENT = b"%PDF-1.7 Bi\xc3\xaan b\xe1\xba\xa3n" * 1000


async def test_what_a_person_sends_is_downloaded_unchanged(officer: Phone, bot: Bot, news: News) -> None:
    await officer.send_document("bien-ban.pdf", CONTENT)
    (update,) = await news()
    assert update.message is not None
    assert update.message.document is not None

    file = await bot.get_file(update.message.document)

    assert (file.file_size, file.file_unique_id) == (len(CONTENT), update.message.document.file_unique_id)
    assert file.file_path is not None
    assert file.file_path.endswith(f"/file/bot{TOKEN}/documents/file_1.pdf")
    assert bytes(await file.download_as_bytearray()) == CONTENT


async def test_what_the_bot_sends_is_downloaded_unchanged(officer: Phone, bot: Bot) -> None:
    await officer.start()
    sent = await bot.send_document(officer.id, CONTENT, filename="mau.pdf")
    assert sent.document is not None

    file = await sent.document.get_file()

    assert bytes(await file.download_as_bytearray()) == CONTENT


async def test_photo_made_by_size_has_that_many_bytes(officer: Phone, bot: Bot) -> None:
    message = await officer.send_photo(size=12_345)

    file = await bot.get_file(message.content["photo"][-1]["file_id"])

    content = bytes(await file.download_as_bytearray())
    assert (len(content), content[:2]) == (12_345, b"\xff\xd8")


async def test_file_above_the_limit_cannot_be_had(officer: Phone, bot: Bot) -> None:
    largest = await officer.send_document("vua.zip", 20_000_000, "application/zip")
    larger = await officer.send_document("lon.zip", 20_000_001, "application/zip")

    assert (await bot.get_file(largest.content["document"]["file_id"])).file_size == 20_000_000
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(larger.content["document"]["file_id"])


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({}, "Bad Request: file_id not specified"),
        ({"file_id": "khong-co"}, "Bad Request: invalid file_id"),
    ],
)
async def test_unknown_file_is_refused(call: Call, params: dict[str, str], description: str) -> None:
    assert (await call("getFile", **params))["description"] == description


async def test_file_ids_are_as_long_as_telegrams(officer: Phone) -> None:
    message = await officer.send_document("a.pdf")

    file_id = message.content["document"]["file_id"]
    assert 60 <= len(file_id) <= 100
    assert file_id.isascii()


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Báo cáo quý 4.docx", "Báo cáo quý 4.docx"),
        ("ban/do: a*b?.png", "ban do  a b.png"),
        (".env", "env"),
        ("x" * 70 + ".docx", "x" * 64 + ".docx"),
        (unicodedata.normalize("NFD", "kế hoạch.pdf"), "ke hoach.pdf"),
        ("không đuôi", "không đuôi"),
    ],
)
async def test_name_of_an_upload_is_cleaned(officer: Phone, bot: Bot, given: str, kept: str) -> None:
    await officer.start()

    sent = await bot.send_document(officer.id, b"x", filename=given)

    assert sent.document is not None
    assert sent.document.file_name == kept
