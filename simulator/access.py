"""May the bot do this here? Chats looked up and refused as Telegram does."""

from enum import IntEnum

from simulator import refusals
from simulator.chats import Chat, Kind, Standing
from simulator.messages import Message
from simulator.parameters import Params, integer, text
from simulator.refusals import Refusal, RefusedError
from simulator.world import World


class Right(IntEnum):
    """What a call wants to do with a chat."""

    READ = 0
    WRITE = 1


def find_chat(world: World, params: Params, right: Right) -> Chat:
    """The chat of `chat_id`. Raises `RefusedError` for an unknown one and for one that is closed to the bot.

    Public names (`@name`) exist at Telegram only.
    """
    wanted = text(params, "chat_id")
    if not wanted:
        raise RefusedError(refusals.CHAT_ID_EMPTY)
    try:
        chat = world.chats.get(int(wanted))
    except ValueError:
        chat = None
    if chat is None or not chat.known:
        raise RefusedError(refusals.CHAT_NOT_FOUND)
    if right is Right.WRITE and (refusal := _closed(chat)):
        raise RefusedError(refusal)
    return chat


def find_topic(chat: Chat, params: Params) -> int | None:
    """The topic of `message_thread_id`; in a chat that cannot have topics it is ignored."""
    topic = integer(params, "message_thread_id")
    if not topic or (chat.is_group and chat.topics is None):
        return None
    if chat.topics is None or topic not in chat.topics:
        raise RefusedError(refusals.THREAD_NOT_FOUND)
    return topic


def find_message(chat: Chat, params: Params, missing: Refusal) -> Message:
    """The message of `message_id` in this chat, else `missing` is raised."""
    message = chat.messages.get(integer(params, "message_id"))
    if message is None:
        raise RefusedError(missing)
    return message


def _closed(chat: Chat) -> Refusal | None:
    if chat.kind is Kind.PRIVATE:
        return _closed_private(chat)
    if chat.migrated_to is not None:
        return refusals.migrated(chat.migrated_to)
    name = "supergroup" if chat.kind is Kind.SUPERGROUP else "group"
    if chat.standing is Standing.KICKED:
        return Refusal(403, f"Forbidden: bot was kicked from the {name} chat")
    if chat.standing is Standing.LEFT:
        return Refusal(403, f"Forbidden: bot is not a member of the {name} chat")
    return None


def _closed_private(chat: Chat) -> Refusal | None:
    if chat.person is not None and chat.person.deactivated:
        return refusals.DEACTIVATED
    if not chat.opened:
        return refusals.CANNOT_INITIATE
    if chat.standing is Standing.KICKED:
        return refusals.BLOCKED
    return None
