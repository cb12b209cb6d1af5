"""Our own names in the messengers, for links that open a chat with us."""

from sqlalchemy import Connection, insert, select, update

from bot.core.codes import read_invitation
from bot.db.tables import channel_name


def save_name(connection: Connection, channel: str, name: str) -> None:
    """Remember what the messenger calls us."""
    known = connection.execute(select(channel_name.c.name).where(channel_name.c.channel == channel)).scalar()
    if known is None:
        connection.execute(insert(channel_name).values(channel=channel, name=name))
    elif known != name:
        connection.execute(update(channel_name).where(channel_name.c.channel == channel).values(name=name))


def deep_link(connection: Connection, code: str) -> str | None:
    """A link that opens the chat on Telegram with that code; None before we first connected there."""
    name = connection.execute(
        select(channel_name.c.name).where(channel_name.c.channel == "telegram")
    ).scalar()
    return f"https://t.me/{name}?start={read_invitation(code)}" if name else None
