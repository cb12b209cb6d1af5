"""What the id of a chat looks like on Telegram: people are positive numbers, groups negative ones, and large groups,
channels and forums begin with -100. Only forums have topics."""

import re

NAME = "telegram"
"""As `bot.channels.telegram.Telegram.name`."""

_PERSON = re.compile(r"[1-9]\d{0,15}")
_GROUP = re.compile(r"-[1-9]\d{0,15}")
_LARGE = re.compile(r"-100\d{5,13}")
_TOPIC = re.compile(r"[1-9]\d{0,9}")


def impossible_chat(channel: str, chat: str, topic: str | None) -> str | None:
    """Why nothing can ever be sent there: `channel`, `chat`, `name` (of a channel, where its number is needed),
    `topic`, `topic_of_none`. None where it may be possible."""
    if channel != NAME:
        return "channel"
    if chat.startswith("@") or "t.me/" in chat:
        return "name"
    if not _PERSON.fullmatch(chat) and not _GROUP.fullmatch(chat):
        return "chat"
    if topic is None:
        return None
    if not _TOPIC.fullmatch(topic):
        return "topic"
    return None if _LARGE.fullmatch(chat) else "topic_of_none"


def is_private(chat: str) -> bool:
    """Whether it is somebody's own chat."""
    return _PERSON.fullmatch(chat) is not None
