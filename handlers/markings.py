"""A message that carries a secrecy marking is taken out of the chat, whatever it was an answer to."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.file_names import marking_in
from bot.core.guards import secrecy_marking
from bot.core.messages import Incoming, Kind, Reply
from handlers.turn import Turn
from locales.phrases import markings as phrases

WRITTEN = (Kind.TEXT, Kind.FILE, Kind.EDITED)


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
    named = (marking_in(file.name or "") for file in incoming.files)
    return secrecy_marking(incoming.text) or next(filter(None, named), None)
