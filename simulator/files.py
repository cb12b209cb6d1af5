"""The files that were sent: kept, named, given back."""

import base64
import hashlib
import unicodedata
from dataclasses import dataclass
from typing import Any

# What the ids of each kind begin with, as those of the real thing do, and the folder of its downloads.
_SHAPES = {
    "photo": ("AgACAgUAAxkBAAM", "AQAD", "photos", ".jpg"),
    "document": ("BQACAgUAAxkBAAM", "AgAD", "documents", ""),
    "sticker": ("CAACAgUAAxkBAAM", "BAAD", "stickers", ".webp"),
    "voice": ("AwACAgUAAxkBAAM", "BgAD", "voice", ".oga"),
}


PICTURE = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6j"
    "q62rZ4C8ybqmx5moq6T/wAALCAAwAEABAREA/8QAFgABAQEAAAAAAAAAAAAAAAAAAAYF/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/a"
    "AAgBAQAAPwDVE+KAT4oBPigE+AoBPigE+KAT4oAE+KAT4oBPigE+P//Z"
)
"""A small chessboard: what a photo shows whose content nobody gave."""


@dataclass(frozen=True, slots=True)
class File:
    """A file at Telegram. `content` is None for one whose bytes do not matter, only their number."""

    id: str
    unique: str
    path: str
    kind: str
    size: int
    content: bytes | None = None
    media: str = ""
    name: str = ""

    @property
    def bytes(self) -> bytes:
        """The content; for a file made by size alone, that many bytes of which the first are a picture."""
        if self.content is not None:
            return self.content
        return PICTURE[: self.size].ljust(self.size, b"\0")

    def to_json(self, **more: Any) -> dict[str, Any]:
        return {"file_id": self.id, "file_unique_id": self.unique, "file_size": self.size, **more}


class Files:
    """All files, by id and by path. The same content has the same unique id, as at Telegram."""

    def __init__(self) -> None:
        self._by_id: dict[str, File] = {}
        self._by_path: dict[str, File] = {}
        self._photos: dict[str, list[dict[str, Any]]] = {}
        self._added = 0

    def add(
        self,
        kind: str,
        *,
        content: bytes | None = None,
        size: int | None = None,
        media: str = "",
        name: str = "",
    ) -> File:
        self._added += 1
        number = self._added
        id_start, unique_start, folder, suffix = _SHAPES[kind]
        mark = f"{number:011}" if content is None else hashlib.sha256(content).hexdigest()[:11]
        if not suffix and "." in name:
            suffix = "." + name.rsplit(".", 1)[1]
        file = File(
            id=f"{id_start}{number:057}",
            unique=unique_start + mark,
            path=f"{folder}/file_{number}{suffix}",
            kind=kind,
            size=len(content) if content is not None else size or 0,
            content=content,
            media=media,
            name=name,
        )
        self._by_id[file.id] = file
        self._by_path[file.path] = file
        return file

    def add_photo(self, sizes: list[dict[str, Any]]) -> None:
        """Remember in which sizes a photo is kept: the id of any of them names the whole photo."""
        self._photos.update(dict.fromkeys((size["file_id"] for size in sizes), sizes))

    def photo(self, file_id: str) -> list[dict[str, Any]] | None:
        return self._photos.get(file_id)

    def forget(self, file_id: str) -> None:
        """The messenger keeps that file no longer."""
        file = self._by_id.pop(file_id)
        del self._by_path[file.path]

    def find(self, file_id: str) -> File | None:
        return self._by_id.get(file_id)

    def at(self, path: str) -> File | None:
        return self._by_path.get(path)


def clean_name(name: str) -> str:
    """The name under which an upload arrives: what file systems dislike becomes a blank, combining
    marks are lost (so a name that is not NFC loses its accents), the name is cut to 64 characters and its
    ending to 16."""
    stem, dot, ending = name.rpartition(".")
    if not dot:
        stem, ending = name, ""
    return ".".join(filter(None, (_clean_part(stem, 64), _clean_part(ending, 16))))


def _clean_part(part: str, longest: int) -> str:
    kept = ""
    for letter in part:
        if len(kept) == longest:
            break
        kind = unicodedata.category(letter)
        if kind[0] == "M":
            continue
        fits = letter not in "<>:\"/\\|?*&`'" if " " <= letter <= "~" else kind[0] in "LN"
        kept = (kept + (letter if fits else " ")).lstrip(" .")
    return kept.rstrip(" .")
