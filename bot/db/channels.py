"""The messengers: our own names in them, for links that open a chat with us, and which of them are on."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Column, ColumnElement, Connection, exists, insert, or_, select, update

from bot.core.codes import read_invitation
from bot.db.tables import channel_name


def save_name(connection: Connection, channel: str, name: str) -> None:
    """Remember what the messenger calls us."""
    known = connection.execute(select(channel_name.c.name).where(channel_name.c.channel == channel)).scalar()
    if known is None:
        connection.execute(insert(channel_name).values(channel=channel, name=name))
    elif known != name:
        connection.execute(update(channel_name).where(channel_name.c.channel == channel).values(name=name))


def switch_on(connection: Connection, channels: Collection[str], *, now: datetime) -> None:
    """These messengers are on, and no others."""
    known = set(connection.execute(select(channel_name.c.channel)).scalars())
    for channel in sorted(known | set(channels)):
        if channel not in known:
            connection.execute(insert(channel_name).values(channel=channel, name=""))
        on_since = now if channel in channels else None
        connection.execute(
            update(channel_name).where(channel_name.c.channel == channel).values(on_since=on_since)
        )


def is_on(channel: Column[str]) -> ColumnElement[bool]:
    """Whether a message of that messenger is delivered: each counts as on until a bot said which are."""
    on = channel_name.c.on_since.is_not(None)
    return or_(
        channel.in_(select(channel_name.c.channel).where(on)),
        ~exists(select(channel_name.c.channel).where(on)),
    )


def deep_link(connection: Connection, code: str) -> str | None:
    """A link that opens the chat on Telegram with that code; None before we first connected there."""
    name = connection.execute(
        select(channel_name.c.name).where(channel_name.c.channel == "telegram")
    ).scalar()
    return f"https://t.me/{name}?start={read_invitation(code)}" if name else None
