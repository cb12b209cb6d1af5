"""Files just before they are sent: those that a messenger keeps for us are fetched, checked by their content, made
bare; pictures and tables are made from what was true at the instant that they are about.

Nothing of what is fetched is stored by us: they are fetched each time that somebody with the right to see them asks.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping

from bot.core.attachments import Kept, MadeLater, Written
from bot.core.channel import Channel, DeliveryError
from bot.papers.evidence_files import Fault, cleaned
from locales.phrases.enclosures import not_shown
from locales.words import in_language

log = logging.getLogger(__name__)

LARGEST = 10 * 1024 * 1024  # bytes of what is fetched: evidence is no larger
LONGEST = 90.0
"""Seconds for one file, all attempts together."""

ATTEMPTS = 2
PAUSE = 1.0
AT_ONCE = 2
"""Files in memory and in work at once: each may be 10 MB, a picture many times as much while it is read."""


Gather = Callable[[MadeLater], Awaitable[Callable[[], Written] | None]]
"""Reads what a file is made of. What it returns makes the file, and may take long; None: there is nothing to make."""


class Enclosures:
    """Fetches from these messengers; makes what `gather` knows to make."""

    def __init__(self, channels: Mapping[str, Channel], gather: Gather | None = None) -> None:
        self._channels = channels
        self._gather = gather
        self._slots = asyncio.Semaphore(AT_ONCE)

    async def prepare(self, kept: Kept | MadeLater, room: int) -> Written | str:
        """The file as it may be sent by a messenger that carries `room` bytes, or what is said in its place. Never
        raises."""
        if isinstance(kept, MadeLater):
            made = await self._made(kept) if room else None
            return kept.otherwise if made is None or len(made.content) > room else made
        found = await self._found(kept) if room else "no_files"
        words = in_language(kept.language)
        if isinstance(found, Written) and len(found.content) > room:
            found = "too_large"
        return found if isinstance(found, Written) else not_shown(kept.caption, found, words=words)

    async def _made(self, later: MadeLater) -> Written | None:
        """The file; None if it cannot be made."""
        try:
            async with self._slots, asyncio.timeout(LONGEST):
                make = await self._gather(later) if self._gather is not None else None
                return None if make is None else await asyncio.to_thread(make)
        except TimeoutError:
            log.warning("enclosures.took_too_long", extra={"what": later.what})
        except Exception:
            log.exception("enclosures.cannot_make", extra={"what": later.what})
        return None

    async def _found(self, kept: Kept) -> Written | str:
        """The file, or why not."""
        try:
            async with self._slots, asyncio.timeout(LONGEST):
                content = await self._fetched(kept)
                clean = await asyncio.to_thread(cleaned, content, kept.attachment.media)
        except TimeoutError:
            return "out_of_reach"
        except DeliveryError as error:
            log.warning("enclosures.cannot_fetch", extra={"why": str(error)})
            return "gone" if error.permanent else "out_of_reach"
        except Exception:
            log.exception("enclosures.cannot_prepare")
            return Fault.BROKEN
        if isinstance(clean, Fault):
            return clean
        otherwise = not_shown(kept.caption, "refused", words=in_language(kept.language))
        return Written(f"{kept.name}.{clean.ending}", clean.media, clean.content, otherwise, kept.caption)

    async def _fetched(self, kept: Kept) -> bytes:
        channel = self._channels.get(kept.channel)
        if channel is None:
            raise DeliveryError(f"the channel {kept.channel} is off")
        attempt = 1
        while True:
            try:
                return await channel.fetch(kept.attachment, most=LARGEST)
            except DeliveryError as error:
                if error.permanent or attempt == ATTEMPTS:
                    raise
            attempt += 1
            await asyncio.sleep(PAUSE)
