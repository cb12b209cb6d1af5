"""getMe, getChat, sendChatAction, leaveChat."""

from typing import Any

from simulator import refusals
from simulator.access import Right, find_chat, find_topic
from simulator.chats import Chat, Kind, Standing
from simulator.parameters import Params, text
from simulator.refusals import RefusedError
from simulator.world import World

ACTIONS = frozenset(
    [
        "cancel",
        "typing",
        "record_video",
        "upload_video",
        "record_audio",
        "record_voice",
        "upload_audio",
        "upload_voice",
        "upload_photo",
        "upload_document",
        "choose_sticker",
        "pick_up_location",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)
PERMISSIONS = [
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
]
GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")


def get_me(world: World, params: Params) -> dict[str, Any]:  # noqa: ARG001 - all methods are called alike
    return {
        **world.bot.shown,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "supports_guest_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


def get_chat(world: World, params: Params) -> dict[str, Any]:
    chat = find_chat(world, params, Right.READ)
    if chat.kind is Kind.SUPERGROUP and chat.standing is not Standing.MEMBER:
        # A supergroup that was left cannot even be looked at, unlike a group.
        find_chat(world, params, Right.WRITE)
    return {**chat.shown, **_full(chat)}


def send_chat_action(world: World, params: Params) -> bool:
    if text(params, "action").lower() not in ACTIONS:
        raise RefusedError(refusals.ACTION_WRONG)
    chat = find_chat(world, params, Right.WRITE)
    find_topic(chat, params)
    return True


def leave_chat(world: World, params: Params) -> bool:
    chat = find_chat(world, params, Right.READ)
    if chat.kind is Kind.PRIVATE:
        raise RefusedError(refusals.CANNOT_LEAVE_PRIVATE)
    if chat.standing is Standing.MEMBER:
        world.tell_standing(chat, world.bot, Standing.LEFT)
        chat.touch()
    return True


def _full(chat: Chat) -> dict[str, Any]:
    """What getChat adds to a chat (ChatFullInfo)."""
    full: dict[str, Any] = {
        "accepted_gift_types": dict.fromkeys(GIFTS, chat.kind is Kind.PRIVATE),
        "max_reaction_count": 11,
        "accent_color_id": abs(chat.id) % 7,
    }
    if chat.is_group:
        full["permissions"] = dict.fromkeys(PERMISSIONS, True)
    return full
