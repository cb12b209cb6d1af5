"""Plain text as Telegram keeps it, and what it finds in it: commands, mentions, links."""

import re
from typing import Any

_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f]")
_FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>]))"
    r"|(?P<mention>(?<!\w)@[a-zA-Z0-9_]{3,32}(?!\w))"
    r"|(?P<url>(?<!\w)https?://\S+)"
)


def clean(text: str) -> str:
    """What is left of a text on its way through Telegram: controls are blanks, the ends are trimmed."""
    return _CONTROLS.sub(" ", text.replace("\r", "")).rstrip().lstrip(" \n")


def find_entities(text: str) -> list[dict[str, Any]]:
    """Entities with offset and length in UTF-16 units, in the order of the text."""
    if "/" not in text and "@" not in text:
        return []
    return [
        {
            "type": match.lastgroup,
            "offset": utf16_length(text[: match.start()]),
            "length": utf16_length(match[0]),
        }
        for match in _FOUND.finditer(text)
    ]


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
