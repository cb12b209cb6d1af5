"""Files in a conversation: those that people send, kept as a messenger keeps them, and how those that they get are
written down: `[ảnh minh-chung-1.jpg 960×720]`, `[tệp du-lieu.json]`."""

import asyncio
import io

from PIL import Image

from bot.core.attachments import Attachment, Enclosure, Kept
from bot.enclosures import Enclosures
from tests.wire.fakes import FakeChannel

ROOM = 10_000_000  # bytes that the messenger carries
NAMES = {"vi": ("ảnh", "tệp"), "en": ("picture", "file")}


class Drawer(FakeChannel):
    """A messenger of which only the files are used."""

    def put(self, attachment: Attachment, content: bytes) -> None:
        self.files[attachment.file_id] = content

    def shown(self, file: Enclosure, *, language: str) -> str:
        """The line for a file that arrives, or what is said in its place."""
        made = (
            asyncio.run(Enclosures({self.name: self}).prepare(file, ROOM)) if isinstance(file, Kept) else file
        )
        if isinstance(made, str):
            return made
        picture, other = NAMES[language]
        behind = f" ({made.caption})" if made.caption else ""
        if not made.is_picture:
            return f"[{other} {made.name}]{behind}"
        with Image.open(io.BytesIO(made.content)) as image:
            return f"[{picture} {made.name} {image.width}×{image.height}]{behind}"
