"""Albums: a messenger brings photos that were sent together one by one; a person did one thing."""

from collections.abc import Hashable, Sequence
from dataclasses import replace

from bot.core.messages import Incoming, Kind

MOST_CHATS = 1_000
"""Chats whose last album is remembered."""


def belongs(part: Incoming, first: Incoming) -> bool:
    """Whether both are parts of one album."""
    return part.album is not None and part.kind is Kind.FILE and part.album == first.album


def merged(parts: Sequence[Incoming], *, said_before: str = "") -> Incoming:
    """The parts of one album as one thing: all files, all captions. `said_before` are captions of parts that were
    handled already: they hold for these, too."""
    first = parts[0]
    captions = dict.fromkeys(text for text in (said_before, *(part.text for part in parts)) if text.strip())
    return replace(
        first,
        text="\n".join(captions),
        more=tuple(part.attachment for part in parts[1:] if part.attachment is not None),
        others=tuple(part.message for part in parts[1:] if part.message is not None),
    )


class LastAlbums:
    """The last album of each chat and what was said with it, for parts that come late."""

    def __init__(self) -> None:
        self._said: dict[Hashable, tuple[str | None, str]] = {}

    def whole(self, chat: Hashable, parts: Sequence[Incoming]) -> Incoming:
        """The parts as one thing, with what was said when earlier parts of the album came."""
        album, said_before = self._said.pop(chat, (None, ""))
        one = merged(parts, said_before=said_before if album == parts[0].album else "")
        self._said[chat] = (one.album, one.text)
        if len(self._said) > MOST_CHATS:
            del self._said[next(iter(self._said))]
        return one
