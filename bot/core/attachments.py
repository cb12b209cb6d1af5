"""Files on their way: one that a person sent, and what may go with a reply: a small file that we wrote, or one that a
messenger keeps for us."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

LARGEST_WRITTEN = 256 * 1024
"""Bytes of a file that may lie in the outbox. What is larger is made when it is delivered."""

PICTURES = ("image/jpeg", "image/png")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A photo or file, kept where the messenger keeps it: we hold its id, never its bytes.

    `size` is in bytes (None: not told). `media` is a MIME type. `unique` is the same for the same
    file sent twice. `channel` keeps it; `album` is the same for files that were sent together.
    """

    file_id: str
    unique: str
    media: str
    size: int | None = None
    name: str | None = None
    channel: str | None = None
    album: str | None = None

    def to_json(self) -> dict[str, Any]:
        value = {
            "file_id": self.file_id,
            "unique": self.unique,
            "media": self.media,
            "size": self.size,
            "name": self.name,
        }
        told = {"channel": self.channel, "album": self.album}
        return value | {name: what for name, what in told.items() if what is not None}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Self:
        return cls(
            value["file_id"],
            value["unique"],
            value["media"],
            value.get("size"),
            value.get("name"),
            value.get("channel"),
            value.get("album"),
        )


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it is sent. `media` is its MIME type, `caption` has at most 200 characters; `otherwise` is said in its
    place where it cannot be sent: a messenger without files, a refusal."""

    name: str
    media: str
    content: bytes
    otherwise: str
    caption: str = ""

    @property
    def is_picture(self) -> bool:
        return self.media in PICTURES

    def to_json(self) -> dict[str, Any]:
        """Raises ValueError for what is too large to lie in the outbox."""
        if len(self.content) > LARGEST_WRITTEN:
            raise ValueError(f"{len(self.content)} bytes are too many for the outbox")
        value = {
            "name": self.name,
            "media": self.media,
            "content": base64.b64encode(self.content).decode(),
            "otherwise": self.otherwise,
        }
        return {**value, "caption": self.caption} if self.caption else value


@dataclass(frozen=True, slots=True)
class Kept:
    """A file at a messenger, to be fetched, made small and rid of what tells where and by whom it was made, just before
    it is sent. `name` has no ending: the content decides. `language` is the reader's, for what is said in its place."""

    channel: str
    attachment: Attachment
    name: str
    caption: str
    language: str

    def to_json(self) -> dict[str, Any]:
        return {
            "channel": self.channel,
            "kept": self.attachment.to_json(),
            "name": self.name,
            "caption": self.caption,
            "language": self.language,
        }


@dataclass(frozen=True, slots=True)
class MadeLater:
    """A file that is made just before it is sent, outside any transaction, from what was true at an instant that
    `about` names. `what` says what is made; `otherwise` is said in its place where it cannot be made or sent;
    `caption` stands below it."""

    what: str
    about: Mapping[str, Any] = field(hash=False)
    language: str
    otherwise: str
    caption: str = ""

    def to_json(self) -> dict[str, Any]:
        return {
            "made_later": self.what,
            "about": dict(self.about),
            "language": self.language,
            "otherwise": self.otherwise,
            "caption": self.caption,
        }


Enclosure = Written | Kept | MadeLater


def enclosure_from_json(value: dict[str, Any]) -> Enclosure:
    """What `to_json` wrote."""
    if "made_later" in value:
        about, caption = value["about"], value.get("caption", "")
        return MadeLater(value["made_later"], about, value["language"], value["otherwise"], caption)
    if "kept" in value:
        kept = Attachment.from_json(value["kept"])
        return Kept(value["channel"], kept, value["name"], value["caption"], value["language"])
    content = base64.b64decode(value["content"])
    return Written(value["name"], value["media"], content, value["otherwise"], value.get("caption", ""))
