"""A message that carries a secrecy marking is taken out of the chat, whatever it was an answer to."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.core.folding import clean
from bot.core.guards import secrecy_marking
from bot.core.messages import Incoming, Kind, Reply
from handlers.turn import Turn
from locales.phrases import markings as phrases

WRITTEN = (Kind.TEXT, Kind.FILE, Kind.EDITED)
_JOINED = re.compile(r"[_\-.+]+")


def minded(turn: Turn, replies: Sequence[Reply]) -> Sequence[Reply]:
    """The replies, the first of which takes the message away and says so. Whether it was kept, they say themselves."""
    incoming = turn.incoming
    marking = _marking(incoming) if incoming.kind in WRITTEN and incoming.message and replies else None
    if marking is None or incoming.message is None:
        return replies
    told = any(marking in reply.text for reply in replies)
    said = phrases.taken_away(marking, told=told, words=turn.words)
    first = replace(replies[0].below(said), erase=(incoming.message, *incoming.others))
    return [first, *replies[1:]]


def _marking(incoming: Incoming) -> str | None:
    names = (_JOINED.sub(" ", clean(file.name or "")) for file in incoming.files)
    return next((found for words in (incoming.text, *names) if (found := secrecy_marking(words))), None)
