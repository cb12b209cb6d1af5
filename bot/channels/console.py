"""The console: people at a terminal, without a messenger and without buttons. Lines in, plain text out.

= T14 officer           go on as somebody else
@photos/meeting.jpg     send a file
anything else           is said
"""

import asyncio
import hashlib
import json
import mimetypes
import tempfile
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

from bot.core.attachments import Attachment, Written
from bot.core.channel import Accept, DeliveryError, Limits, Menus, Raw
from bot.core.messages import Address, Incoming, Kind, Reply
from bot.core.plain import in_plain_words

NAME = "console"
UNLIMITED = 1e6


async def _at_once() -> None:
    return


class Console:
    """The channel `console`. `lines` is what is typed, `write` prints one message. A chat is called after whoever
    speaks there. `come_in` makes a name ready and says what it types first, if anything; `settled` is awaited after
    each line, so that answers stand below what they answer."""

    name = NAME
    limits = Limits(
        text_length=100_000,
        overall_rate=UNLIMITED,
        chat_rate=UNLIMITED,
        chat_burst=1000,
        group_rate=UNLIMITED,
        group_burst=1000,
        file_size=20 * 1024 * 1024,
    )
    webhook_secret = None

    def __init__(
        self,
        lines: AsyncIterator[str],
        write: Callable[[str], None],
        *,
        speaker: str,
        come_in: Callable[[str], Awaitable[str | None]],
        settled: Callable[[], Awaitable[None]] = _at_once,
    ) -> None:
        self._lines = lines
        self._write = write
        self._speaker = speaker
        self._shown = speaker
        self._come_in = come_in
        self.settled = settled
        self._delivered = 0

    def is_group(self, address: Address) -> bool:  # noqa: ARG002 - each chat is one person's
        return False

    async def open(self) -> str:
        return NAME

    async def close(self) -> None:
        return

    async def offer(self, menus: Menus) -> None:  # noqa: ARG002 - there is no menu: words are typed
        return

    async def call_back(self, url: str, *, secret: str) -> None:  # noqa: ARG002 - nobody calls
        raise DeliveryError("a console has no webhooks", permanent=True)

    async def listen(self, accept: Accept) -> None:
        """Until the input ends."""
        await self._enter(self._speaker, accept)
        async for line in self._lines:
            said = line.strip()
            if said.startswith("="):
                await self._enter(said[1:].strip() or self._speaker, accept)
            elif said:
                await self._say(said, accept)

    def raw(self, body: bytes) -> Raw:
        """Nothing comes by webhook. Raises ValueError."""
        raise ValueError(f"{len(body)} bytes for a console")

    def read(self, body: str) -> Incoming | None:
        """Raises ValueError, KeyError for what is none of ours."""
        value = json.loads(body)
        who = value["who"]
        incoming = Incoming(value["key"], Address(NAME, who), who, who, Kind.TEXT, value["text"])
        if "file" not in value:
            return incoming
        file = Attachment.from_json(value["file"])
        return Incoming(value["key"], incoming.address, who, who, Kind.FILE, attachment=file)

    async def deliver(self, address: Address, reply: Reply, *, press: str | None) -> str:  # noqa: ARG002
        """Print it, under the name of its chat where that is not the one that was shown last."""
        head = "" if address.chat == self._shown else f"→ {address.chat}\n"
        self._shown = address.chat
        self._write(head + "< " + in_plain_words(reply).replace("\n", "\n  "))
        self._delivered += 1
        return str(self._delivered)

    async def enclose(self, address: Address, file: Written) -> str:  # noqa: ARG002 - said by the message above
        """Put it into a folder of its own and print where it is. Raises DeliveryError."""
        try:
            path = await asyncio.to_thread(_put_down, file)
        except OSError as error:
            raise DeliveryError(str(error), permanent=True) from None
        self._write("  " + " ".join(part for part in (file.caption, f"[{path}]") if part))
        self._delivered += 1
        return str(self._delivered)

    async def amend(self, address: Address, message: str, reply: Reply) -> None:  # noqa: ARG002 - what is printed stays
        """Print what it says now."""
        await self.deliver(address, reply, press=None)

    async def erase(self, address: Address, message: str) -> None:  # noqa: ARG002 - what is typed is not kept here
        return

    async def fetch(self, attachment: Attachment, *, most: int) -> bytes:
        """The file where it still is. Raises DeliveryError."""
        try:
            content = await asyncio.to_thread(Path(attachment.file_id).read_bytes)
        except OSError as error:
            raise DeliveryError(str(error), permanent=True) from None
        if len(content) > most:
            raise DeliveryError(f"{len(content)} bytes, more than {most}", permanent=True)
        return content

    async def _enter(self, name: str, accept: Accept) -> None:
        self._speaker = self._shown = name
        first = await self._come_in(name)
        if first is not None:
            await self._say(first, accept)

    async def _say(self, said: str, accept: Accept) -> None:
        self._shown = self._speaker
        key = uuid.uuid4().hex
        value: dict[str, object] = {"key": key, "who": self._speaker, "text": said}
        if said.startswith("@"):
            try:
                value |= {
                    "text": "",
                    "file": (await asyncio.to_thread(_attachment, said[1:].strip())).to_json(),
                }
            except OSError as error:
                self._write(f"  {error.filename}: {error.strerror}")
                return
        await accept([Raw(key, self._speaker, json.dumps(value))])
        await self.settled()


def _attachment(typed: str) -> Attachment:
    """The file where it is: its path is its id. Raises OSError."""
    path = Path(typed).expanduser()
    content = path.read_bytes()
    media = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Attachment(
        str(path.resolve()), hashlib.sha256(content).hexdigest()[:32], media, len(content), path.name
    )


def _put_down(file: Written) -> Path:
    """The file in a new folder. Raises OSError."""
    path = Path(tempfile.mkdtemp(prefix="nhacviec-")) / Path(file.name).name
    path.write_bytes(file.content)
    return path
