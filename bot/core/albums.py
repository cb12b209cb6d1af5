"""Albums: a messenger brings photos that were sent together one by one; a person did one thing."""

from collections.abc import Sequence
from dataclasses import replace

from bot.core.messages import Incoming, Kind


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
