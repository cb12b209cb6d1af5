"""setMyCommands, getMyCommands, deleteMyCommands: a list per scope and language."""

import re
from typing import Any

from simulator import refusals
from simulator.access import Right, find_chat
from simulator.limits import Limits
from simulator.parameters import Params, integer, parsed, text
from simulator.refusals import RefusedError, bad_request
from simulator.world import World

Scope = tuple[str, int, int, str]  # type, chat, user (0: none), language ("": any)
EVERYWHERE = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
IN_A_CHAT = ("chat", "chat_administrators", "chat_member")


def set_my_commands(world: World, params: Params) -> bool:
    commands = _commands(params, world.limits)
    scope = _scope(world, params)
    if commands:
        world.commands[scope] = commands
    else:
        world.commands.pop(scope, None)
    return True


def get_my_commands(world: World, params: Params) -> list[dict[str, str]]:
    return world.commands.get(_scope(world, params), [])


def delete_my_commands(world: World, params: Params) -> bool:
    world.commands.pop(_scope(world, params), None)
    return True


def _commands(params: Params, limits: Limits) -> list[dict[str, str]]:
    given = parsed(params, "commands", refusals.COMMANDS_UNREADABLE)
    if given is None:
        return []
    if not isinstance(given, list):
        raise RefusedError(refusals.COMMANDS_NOT_LIST)
    commands = [_command(command, limits) for command in given]
    if len(commands) > limits.commands:
        raise RefusedError(refusals.COMMANDS_TOO_MANY)
    return commands


def _command(given: Any, limits: Limits) -> dict[str, str]:
    if not isinstance(given, dict):
        raise RefusedError(bad_request("can't parse BotCommand: expected an Object"))
    for field in ("command", "description"):
        if not isinstance(given.get(field), str):
            raise RefusedError(bad_request(f"can't parse BotCommand: Can't find field \"{field}\""))
    command = given["command"].strip().removeprefix("/")
    description = given["description"].strip()
    if not command:
        raise RefusedError(refusals.COMMAND_EMPTY)
    if len(command) > limits.command_characters:
        raise RefusedError(bad_request(f"command length must not exceed {limits.command_characters}"))
    if not description:
        raise RefusedError(refusals.DESCRIPTION_EMPTY)
    if len(description) > limits.description_characters:
        raise RefusedError(
            bad_request(f"command description length must not exceed {limits.description_characters}")
        )
    if not re.fullmatch("[a-z0-9_]+", command):
        raise RefusedError(refusals.COMMAND_INVALID)
    return {"command": command, "description": description}


def _scope(world: World, params: Params) -> Scope:
    language = text(params, "language_code")
    if language and not re.fullmatch("[a-z]{2}", language):
        raise RefusedError(refusals.LANGUAGE_INVALID)
    scope = parsed(params, "scope", bad_request("can't parse BotCommandScope JSON object"))
    if scope is None:
        return ("default", 0, 0, language)
    if not isinstance(scope, dict):
        raise RefusedError(_unreadable("BotCommandScope must be an Object"))
    kind = scope.get("type")
    if kind in EVERYWHERE:
        return (kind, 0, 0, language)
    if kind is None:
        raise RefusedError(_unreadable('Can\'t find field "type"'))
    if kind not in IN_A_CHAT:
        raise RefusedError(_unreadable("Unsupported type specified"))
    if not text(scope, "chat_id"):
        raise RefusedError(_unreadable('Can\'t find field "chat_id"'))
    user = integer(scope, "user_id") if kind == "chat_member" else 0
    if kind == "chat_member" and user <= 0:
        raise RefusedError(_unreadable("Invalid user_id specified"))
    return (kind, find_chat(world, scope, Right.READ).id, user, language)


def _unreadable(words: str) -> refusals.Refusal:
    return bad_request(f"can't parse BotCommandScope: {words}")
