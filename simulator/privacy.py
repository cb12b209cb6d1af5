"""Privacy mode: what a bot gets to see of a group."""

import re

from simulator.entities import find_entities
from simulator.messages import Message
from simulator.users import User


def bot_sees(message: Message, bot: User) -> bool:
    """In a private chat everything; in a group commands (not those for another bot), replies to the
    bot and messages that mention it. Service messages are not asked about: the bot gets them all."""
    if not message.chat.is_group:
        return True
    if message.reply_to is not None and message.reply_to.sender is bot:
        return True
    name = bot.username.lower()
    for entity in find_entities(message.text):
        # Offsets are in UTF-16 units; commands and mentions are ASCII, so their length is in letters too.
        start = entity["offset"]
        word = message.text.encode("utf-16-le")[start * 2 : (start + entity["length"]) * 2].decode(
            "utf-16-le"
        )
        if entity["type"] == "mention" and word[1:].lower() == name:
            return True
        if entity["type"] == "bot_command":
            addressee = re.search("@(.+)", word)
            if addressee is None or addressee[1].lower() == name:
                return True
    return False
