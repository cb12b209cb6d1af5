"""The command menu, in both languages."""

from typing import Any

import pytest
from aiohttp import ClientSession

from bot.channels.telegram import Telegram
from bot.core.channel import DeliveryError
from locales.phrases.general import menus
from simulator.server import PretendTelegram
from tests.wire.telegram.listening import TOKEN


async def shown(pretend: PretendTelegram, language: str) -> list[tuple[str, str]]:
    """The menu of a private chat for somebody whose Telegram speaks that language."""
    for code in (language, ""):
        params: dict[str, Any] = {"scope": {"type": "all_private_chats"}, "language_code": code}
        async with (
            ClientSession(pretend.base_url) as session,
            session.post(f"/bot{TOKEN}/getMyCommands", json=params) as response,
        ):
            commands = (await response.json())["result"]
        if commands:
            return [(one["command"], one["description"]) for one in commands]
    return []


async def test_menu_speaks_both_languages(pretend: PretendTelegram, channel: Telegram) -> None:
    ours = {
        language: [(command.word, command.description) for command in commands]
        for language, commands in menus().items()
    }

    await channel.offer(menus())

    assert list(ours) == ["vi", "en"]
    assert await shown(pretend, "vi") == ours["vi"]
    assert await shown(pretend, "en") == ours["en"]
    assert [word for word, _ in ours["vi"]] == [word for word, _ in ours["en"]]
    assert ours["vi"] != ours["en"]


async def test_menu_is_vietnamese_for_everybody_else(pretend: PretendTelegram, channel: Telegram) -> None:
    await channel.offer(menus())

    assert await shown(pretend, "fr") == await shown(pretend, "vi")


async def test_menu_is_not_shown_in_groups(pretend: PretendTelegram, channel: Telegram) -> None:
    await channel.offer(menus())

    async with (
        ClientSession(pretend.base_url) as session,
        session.post(f"/bot{TOKEN}/getMyCommands", json={"scope": {"type": "all_group_chats"}}) as response,
    ):
        assert (await response.json())["result"] == []


async def test_menu_that_cannot_be_set_is_a_failure_that_may_pass(
    pretend: PretendTelegram, channel: Telegram
) -> None:
    pretend.faults.add("setMyCommands", drop="before")

    with pytest.raises(DeliveryError):
        await channel.offer(menus())
