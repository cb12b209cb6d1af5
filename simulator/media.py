"""Pictures, documents, stickers, voices and places as a message's content."""

import struct
from typing import Any

from simulator import refusals
from simulator.entities import clean, find_entities
from simulator.files import File, Files
from simulator.refusals import RefusedError

SIDES = (90, 320, 800, 1280)  # the longer side of the sizes in which Telegram keeps a photo


def photo_content(files: Files, photo: File, *, width: int, height: int, caption: str) -> dict[str, Any]:
    """The photo in its sizes, smallest first; the last one is `photo` itself."""
    longest = max(width, height)
    sizes = []
    for side in SIDES:
        if side >= longest:
            break
        small = files.add("photo", size=max(1, photo.size * side // longest))
        sizes.append(
            small.to_json(width=max(1, width * side // longest), height=max(1, height * side // longest))
        )
    sizes.append(photo.to_json(width=width, height=height))
    files.add_photo(sizes)
    return {"photo": sizes, **captioned(caption)}


def document_content(document: File, *, caption: str) -> dict[str, Any]:
    named: dict[str, Any] = {}
    if document.name:
        named["file_name"] = document.name
    if document.media:
        named["mime_type"] = document.media
    return {"document": {**named, **document.to_json()}, **captioned(caption)}


def sticker_content(sticker: File) -> dict[str, Any]:
    look = {"width": 512, "height": 512, "is_animated": False, "is_video": False, "type": "regular"}
    return {"sticker": sticker.to_json(emoji="👍", **look)}


def voice_content(voice: File) -> dict[str, Any]:
    return {"voice": voice.to_json(duration=3, mime_type="audio/ogg")}


def location_content(latitude: float, longitude: float) -> dict[str, Any]:
    return {"location": {"latitude": latitude, "longitude": longitude}}


def captioned(caption: str) -> dict[str, Any]:
    caption = clean(caption)
    if not caption:
        return {}
    entities = find_entities(caption)
    return {"caption": caption, **({"caption_entities": entities} if entities else {})}


def picture_size(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG, JPEG or GIF.

    Raises `RefusedError` as Telegram does for what is not a picture, is too large (10,000 for both sides
    together) or too narrow (1 to 20).
    """
    size = _png_size(content) or _gif_size(content) or _jpeg_size(content)
    if size is None or min(size) == 0:
        raise RefusedError(refusals.PHOTO_UNREADABLE)
    if sum(size) > 10_000 or max(size) > 20 * min(size):
        raise RefusedError(refusals.PHOTO_DIMENSIONS)
    return size


def _png_size(content: bytes) -> tuple[int, int] | None:
    if not content.startswith(b"\x89PNG\r\n\x1a\n") or len(content) < 24:
        return None
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def _gif_size(content: bytes) -> tuple[int, int] | None:
    if not content.startswith(b"GIF8") or len(content) < 10:
        return None
    width, height = struct.unpack("<HH", content[6:10])
    return width, height


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Walks the segments up to the frame header (SOF), which holds the dimensions."""
    if not content.startswith(b"\xff\xd8"):
        return None
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        (length,) = struct.unpack(">H", content[at + 2 : at + 4])
        at += 2 + length
    return None
