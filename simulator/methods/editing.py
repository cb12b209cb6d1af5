"""editMessageText, editMessageReplyMarkup, deleteMessage."""

from typing import Any

from simulator import refusals
from simulator.access import Right, find_chat, find_message
from simulator.buttons import read_keyboard
from simulator.chats import Kind
from simulator.messages import Message
from simulator.methods.sending import text_content
from simulator.parameters import Params, integer, text
from simulator.refusals import RefusedError
from simulator.world import World


def edit_message_text(world: World, params: Params) -> dict[str, Any]:
    content = text_content(world, params)
    message, markup = _own(world, params)
    if "text" not in message.content:
        raise RefusedError(refusals.EDIT_NO_TEXT)
    if message.content["text"] == content["text"] and message.markup == markup:
        raise RefusedError(refusals.NOT_MODIFIED)
    return _edit(world, message, content, markup)


def edit_message_reply_markup(world: World, params: Params) -> dict[str, Any]:
    message, markup = _own(world, params)
    if message.markup == markup:
        raise RefusedError(refusals.NOT_MODIFIED)
    return _edit(world, message, None, markup)


def delete_message(world: World, params: Params) -> bool:
    """In a private chat any message of the last two days, in a group the bot's own."""
    if not text(params, "chat_id"):
        raise RefusedError(refusals.DELETE_NO_CHAT)
    if integer(params, "message_id") <= 0:
        raise RefusedError(refusals.DELETE_NO_MESSAGE)
    chat = find_chat(world, params, Right.WRITE)
    message = find_message(chat, params, refusals.DELETE_NOT_FOUND)
    if chat.kind is not Kind.PRIVATE and not message.from_bot:
        raise RefusedError(refusals.DELETE_NOT_ALLOWED)
    if world.seconds() - message.date > world.limits.delete_within_seconds:
        raise RefusedError(refusals.DELETE_TOO_OLD)
    world.delete(message)
    return True


def _own(world: World, params: Params) -> tuple[Message, dict[str, Any] | None]:
    """The bot's message that is to be edited, and its new buttons."""
    keyboard = read_keyboard(params.get("reply_markup"), limits=world.limits)
    if keyboard.labels is not None:
        raise RefusedError(refusals.INLINE_EXPECTED)
    chat = find_chat(world, params, Right.WRITE)
    message = find_message(chat, params, refusals.EDIT_NOT_FOUND)
    if not message.from_bot:
        raise RefusedError(refusals.EDIT_NOT_ALLOWED)
    return message, keyboard.inline


def _edit(
    world: World, message: Message, content: dict[str, Any] | None, markup: dict[str, Any] | None
) -> dict[str, Any]:
    world.floods.admit(message.chat.id, group=message.chat.is_group, edit=True)
    world.edit(message, content=content, markup=markup)
    return message.to_json()
