"""Files in a conversation: those that people send, kept as a messenger keeps them, and how those that they get are
written down: `[ảnh minh-chung-1.jpg 960×720]`, `[tệp du-lieu.json]`."""

import asyncio
import io
import re

from PIL import Image

from bot.core.attachments import Attachment, Enclosure, Kept, MadeLater
from bot.enclosures import Enclosures
from tests.wire.fakes import FakeChannel
from tests.wire.pictures import photo

SENT = re.compile(r"\((?P<what>(?:same |gone )?photo|album of \d+|file [^)]+)\)\s*(?P<caption>.*)")
PHOTO = photo(1280, 960)
CONTENTS = {
    "pdf": ("application/pdf", b"%PDF-1.7\n..."),
    "jpg": ("image/jpeg", b"MZ a program under a picture's name"),
    "docm": ("application/vnd.ms-word.document.macroEnabled.12", b"PK"),
    "xlsx": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b""),
}
"""By ending: what the messenger says that it is, and what it is."""

ROOM = 10_000_000  # bytes that the messenger carries
NAMES = {"vi": ("ảnh", "tệp"), "en": ("picture", "file")}


class Drawer(FakeChannel):
    """A messenger of which only the files are used."""

    def sent(self, said: str, key: str) -> tuple[str, tuple[Attachment, ...]] | None:
        """What somebody sends: `(photo) caption`, `(same photo)`, `(album of 3) caption`, `(file list.pdf) caption`,
        `(gone photo)` which the messenger forgets. Returns the caption and the files; None for anything else."""
        found = SENT.fullmatch(said)
        if found is None:
            return None
        what, caption = found["what"], found["caption"]
        if what.startswith("file "):
            name = what.removeprefix("file ")
            media, content = CONTENTS[name.rpartition(".")[2]]
            return caption, (self._put(f"file-{key}", media, content, name=name),)
        count = int(what.removeprefix("album of ")) if what.startswith("album of ") else 1
        names = [f"file-{key}" if count == 1 else f"file-{key}-{number}" for number in range(count)]
        if what == "same photo":
            names = [list(self.files)[-1]]
        files = tuple(self._put(name, "image/jpeg", PHOTO) for name in names)
        if what == "gone photo":
            del self.files[names[0]]
        return caption, files

    def _put(self, file_id: str, media: str, content: bytes, *, name: str | None = None) -> Attachment:
        self.files[file_id] = content
        return Attachment(file_id, f"unique-{file_id}", media, len(content), name)

    def shown(self, file: Enclosure, *, language: str) -> str:
        """The line for a file that arrives, or what is said in its place."""
        picture, other = NAMES[language]
        if isinstance(file, MadeLater):  # what it shows is made when it is delivered
            return f"[{picture if 'picture' in file.what else other}] ({file.caption})"
        made = (
            asyncio.run(Enclosures({self.name: self}).prepare(file, ROOM)) if isinstance(file, Kept) else file
        )
        if isinstance(made, str):
            return made
        behind = f" ({made.caption})" if made.caption else ""
        if not made.is_picture:
            return f"[{other} {made.name}]{behind}"
        with Image.open(io.BytesIO(made.content)) as image:
            return f"[{picture} {made.name} {image.width}×{image.height}]{behind}"
