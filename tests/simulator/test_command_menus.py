"""setMyCommands and its kin: a menu per scope and language."""

from typing import Any

import pytest
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeChatAdministrators,
    BotCommandScopeChatMember,
    BotCommandScopeDefault,
)

from simulator.phone import Phone
from tests.simulator.stage import Call

MENU = [BotCommand("viec", "Việc của tôi"), BotCommand("baocao", "Gửi báo cáo")]


async def test_menu_is_kept_per_scope_and_language(officer: Phone, bot: Bot) -> None:
    await officer.start()
    scopes: list[BotCommandScope] = [
        BotCommandScopeDefault(),
        BotCommandScopeAllPrivateChats(),
        BotCommandScopeAllGroupChats(),
        BotCommandScopeAllChatAdministrators(),
        BotCommandScopeChat(officer.id),
        BotCommandScopeChatAdministrators(officer.id),
        BotCommandScopeChatMember(officer.id, officer.id),
    ]
    for number, scope in enumerate(scopes):
        for language in ("", "en"):
            command = BotCommand(f"c{number}{language}", "x")
            assert await bot.set_my_commands([command], scope=scope, language_code=language)

    got = [
        (await bot.get_my_commands(scope=scope, language_code=language))[0].command
        for scope in scopes
        for language in ("", "en")
    ]

    assert got == [f"c{number}{language}" for number in range(7) for language in ("", "en")]


async def test_menu_is_given_back_as_it_was_set(bot: Bot) -> None:
    await bot.set_my_commands(MENU)

    assert await bot.get_my_commands() == tuple(MENU)
    assert await bot.get_my_commands(language_code="en") == ()


async def test_menu_is_deleted(bot: Bot) -> None:
    await bot.set_my_commands(MENU)
    await bot.set_my_commands(MENU, language_code="en")

    assert await bot.delete_my_commands()

    assert await bot.get_my_commands() == ()
    assert await bot.get_my_commands(language_code="en") == tuple(MENU)


async def test_empty_menu_is_no_menu(bot: Bot) -> None:
    await bot.set_my_commands(MENU)

    await bot.set_my_commands([])

    assert await bot.get_my_commands() == ()


async def test_menu_that_is_forgotten_in_the_call_is_none(bot: Bot, call: Call) -> None:
    await bot.set_my_commands(MENU)

    assert (await call("setMyCommands"))["ok"] is True

    assert await bot.get_my_commands() == ()


def command(name: Any = "viec", description: Any = "Việc") -> dict[str, Any]:
    return {"command": name, "description": description}


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"commands": "["}, "can't parse commands JSON object"),
        ({"commands": {}}, "expected an Array of BotCommand"),
        ({"commands": ["viec"]}, "can't parse BotCommand: expected an Object"),
        ({"commands": [{"command": "viec"}]}, "can't parse BotCommand: Can't find field \"description\""),
        ({"commands": [command("")]}, "command must be non-empty"),
        ({"commands": [command("/")]}, "command must be non-empty"),
        ({"commands": [command("x" * 33)]}, "command length must not exceed 32"),
        ({"commands": [command("Viec")]}, "BOT_COMMAND_INVALID"),
        ({"commands": [command("việc")]}, "BOT_COMMAND_INVALID"),
        ({"commands": [command("bao-cao")]}, "BOT_COMMAND_INVALID"),
        ({"commands": [command(description="  ")]}, "command description must be non-empty"),
        ({"commands": [command(description="x" * 257)]}, "command description length must not exceed 256"),
        ({"commands": [command(f"c{n}") for n in range(101)]}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": [command()], "language_code": "vie"}, "invalid language code specified"),
        ({"commands": [command()], "scope": "{"}, "can't parse BotCommandScope JSON object"),
        (
            {"commands": [command()], "scope": []},
            "can't parse BotCommandScope: BotCommandScope must be an Object",
        ),
        ({"commands": [command()], "scope": {}}, "can't parse BotCommandScope: Can't find field \"type\""),
        (
            {"commands": [command()], "scope": {"type": "everybody"}},
            "can't parse BotCommandScope: Unsupported type specified",
        ),
        (
            {"commands": [command()], "scope": {"type": "chat"}},
            "can't parse BotCommandScope: Can't find field \"chat_id\"",
        ),
        (
            {"commands": [command()], "scope": {"type": "chat_member", "chat_id": 1, "user_id": 0}},
            "can't parse BotCommandScope: Invalid user_id specified",
        ),
        ({"commands": [command()], "scope": {"type": "chat", "chat_id": 1}}, "chat not found"),
    ],
)
async def test_menu_is_refused(call: Call, params: dict[str, Any], description: str) -> None:
    answer = await call("setMyCommands", **params)

    assert (answer["error_code"], answer["description"]) == (400, f"Bad Request: {description}")
    assert (await call("getMyCommands"))["result"] == []


@pytest.mark.parametrize(
    "commands",
    [
        [command("x" * 32, "x" * 256)],
        [command("/viec")],
        [command(f"c{n}") for n in range(100)],
    ],
)
async def test_menu_at_the_limit_is_taken(call: Call, commands: list[dict[str, str]]) -> None:
    assert (await call("setMyCommands", commands=commands))["ok"] is True
    assert len((await call("getMyCommands"))["result"]) == len(commands)
