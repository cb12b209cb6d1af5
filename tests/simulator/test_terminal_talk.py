"""The terminal in place of a phone: what is typed and what is printed, with a small bot that answers."""

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update

from simulator.group import Group
from simulator.phone import Phone
from simulator.server import PretendTelegram
from simulator.talk import talk

YES_NO = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("Có", callback_data="yes"), InlineKeyboardButton("Chưa", callback_data="no")],
        [InlineKeyboardButton("Không áp dụng", callback_data="none")],
    ]
)


@pytest.fixture
async def echo(bot: Bot) -> AsyncIterator[None]:
    """A bot that asks after each text and says which button was pressed."""

    async def answer(update: Update) -> None:
        if update.callback_query is not None:
            await update.callback_query.answer("Đã ghi")
            await bot.send_message(
                update.callback_query.from_user.id, f"Đồng chí chọn: {update.callback_query.data}"
            )
        elif update.message is not None:
            said = update.message.text or "(không phải chữ)"
            await bot.send_message(
                update.message.chat_id, f"Đã nhận: {said}\nĐã họp chưa?", reply_markup=YES_NO
            )

    async def run() -> None:
        offset = 0
        while True:
            for update in await bot.get_updates(offset=offset, timeout=10):
                offset = update.update_id + 1
                await answer(update)

    running = asyncio.create_task(run())
    yield
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running


@pytest.fixture
async def pretend() -> AsyncIterator[PretendTelegram]:
    async with PretendTelegram(limits=False) as telegram:
        yield telegram


async def transcript(
    telegram: PretendTelegram,
    *lines: str,
    language: str = "vi",
    name: str = "Khuyên",
    patience: float = 5.0,
) -> list[str]:
    """All that is printed while these lines are typed."""
    printed: list[str] = []

    async def typed() -> AsyncIterator[str]:
        for line in lines:
            yield line

    await talk(
        telegram.base_url, name, language=language, lines=typed(), write=printed.append, patience=patience
    )
    return printed


async def test_conversation_reads_like_one(pretend: PretendTelegram, echo: None) -> None:
    printed = await transcript(
        pretend, ":start MA-1", "Chào", ":b Chưa", ":press 3", ":quit", "không gửi nữa"
    )

    assert printed == [
        "── Khuyên đang trò chuyện với Nhắc Việc (gõ :help để xem hướng dẫn)",
        "> /start MA-1",
        "< Đã nhận: /start MA-1\n  Đã họp chưa?",
        "  1 [Có]  2 [Chưa]",
        "  3 [Không áp dụng]",
        "> Chào",
        "< Đã nhận: Chào\n  Đã họp chưa?",
        "  1 [Có]  2 [Chưa]",
        "  3 [Không áp dụng]",
        "  (Đã ghi)",
        "< Đồng chí chọn: no",
        "  (Đã ghi)",
        "< Đồng chí chọn: none",
    ]


async def test_other_things_are_sent(pretend: PretendTelegram, echo: None, tmp_path: Path) -> None:
    real = tmp_path / "bien-ban.txt"
    real.write_text("nội dung", encoding="utf-8")

    await transcript(pretend, ":photo Hội nghị", f":file {real}", ":file ke-hoach.pdf", ":sticker", ":voice")

    mine = [message for message in pretend.phone("Khuyên").messages if not message.from_bot]
    assert [message.media for message in mine] == ["photo", "document", "document", "sticker", "voice"]
    assert mine[0].text == "Hội nghị"
    first, second = (message.content["document"] for message in mine[1:3])
    assert (first["file_name"], first["file_size"]) == ("bien-ban.txt", len("nội dung".encode()))
    assert (second["file_name"], second["file_size"]) == ("ke-hoach.pdf", 20_000)


async def test_person_is_found_by_a_part_of_the_name(
    pretend: PretendTelegram, officer: Phone, colleague: Phone, bot: Bot
) -> None:
    await officer.send("đã nói từ trước")
    await bot.send_message(officer.id, "đã trả lời")

    printed = await transcript(pretend, ":who", ":as Văn Nam", ":who", name="khuyên")

    assert printed == [
        "── Hồ Thu Khuyên đang trò chuyện với Nhắc Việc (gõ :help để xem hướng dẫn)",
        "> đã nói từ trước",
        "< đã trả lời",
        "* Hồ Thu Khuyên",
        "  Lê Văn Nam",
        "── Lê Văn Nam đang trò chuyện với Nhắc Việc (gõ :help để xem hướng dẫn)",
        "  Hồ Thu Khuyên",
        "* Lê Văn Nam",
    ]


async def test_group_is_entered_and_left(
    pretend: PretendTelegram, officer: Phone, colleague: Phone, bot: Bot
) -> None:
    group: Group = pretend.group("Ban Tuyên giáo", members=[officer, colleague])
    await bot.send_message(group.id, "Tổng hợp tuần 47")

    printed = await transcript(
        pretend, ":in tuyên", "đã xem", ":in", ":in Không có", language="en", patience=0.3
    )

    assert printed == [
        "── Hồ Thu Khuyên is talking to Nhắc Việc (type :help for help)",
        "── Hồ Thu Khuyên is talking to Ban Tuyên giáo (type :help for help)",
        "< Tổng hợp tuần 47",
        "> Hồ Thu Khuyên: đã xem",
        "── Hồ Thu Khuyên is talking to Nhắc Việc (type :help for help)",
        'There is no group "Không có".',
    ]
    assert group.messages[-1].text == "đã xem"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("vi", "Không có nút “Gửi” trong tin nhắn gần nhất."),
        ("en", 'The latest message has no button "Gửi".'),
    ],
)
async def test_button_that_is_not_there_is_said_so(
    pretend: PretendTelegram, language: str, said: str
) -> None:
    assert (await transcript(pretend, ":b Gửi", language=language))[-1] == said


async def test_impossible_act_is_explained(pretend: PretendTelegram, echo: None) -> None:
    printed = await transcript(pretend, ":start", ":block", "vẫn viết", language="en", patience=0.5)

    assert printed[-1] == "That cannot be done: Khuyên has blocked the bot"


async def test_unknown_word_shows_the_help(pretend: PretendTelegram) -> None:
    assert (await transcript(pretend, ":nonsense", language="en"))[-1].startswith(
        "Type a message and press Enter"
    )


async def test_nobody_there_is_said_so() -> None:
    printed: list[str] = []
    async with PretendTelegram() as gone:
        address = gone.base_url

    await talk(address, "Khuyên", language="en", lines=_no_lines(), write=printed.append)

    assert printed == [f"Nothing answers at {address}. Is the pretend Telegram running?"]


async def test_script_is_piped_in_from_another_process(pretend: PretendTelegram, echo: None) -> None:
    port = pretend.base_url.rsplit(":", 1)[1]
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "simulator", "--port", port, "--as", "Khuyên"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )

    output, _ = await process.communicate("Chào\n:b Có\n".encode())

    assert process.returncode == 0
    assert output.decode().splitlines()[-2:] == ["  (Đã ghi)", "< Đồng chí chọn: yes"]


async def test_pretend_telegram_runs_by_itself() -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "simulator", "--port", "0", "--token", "7:ALONE"),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    line = (await process.stdout.readline()).decode()
    address = line.split()[2].removesuffix("/bot7:ALONE/")

    async with Bot("7:ALONE", base_url=f"{address}/bot") as bot:
        assert (bot.id, bot.username) == (7, "nhacviec_bot")

    process.terminate()
    await process.wait()


async def _no_lines() -> AsyncIterator[str]:
    lines: list[str] = []
    for line in lines:
        yield line
