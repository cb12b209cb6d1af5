"""The vocabulary of XLSForm as its tools spell it, and what becomes of each word in a chat.

pyxform (the reference converter of ODK) knows the spellings; here is what we make of them.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from bot.core.folding import fold

_LANGUAGE = re.compile(r"(?P<name>[^()]*?)\s*(?:\((?P<code>[\w-]+)\))?\s*")
_NAMED = {
    "english": "en",
    "vietnamese": "vi",
    "tieng viet": "vi",
}

KEPT = frozenset(
    (
        *("type", "name", "label", "hint", "guidance_hint", "required", "relevant", "constraint"),
        *(
            "constraint_message",
            "calculation",
            "choice_filter",
            "repeat_count",
            "task",
            "total",
            "future",
            "unusual",
        ),
    )
)
SPOKEN = frozenset(("label", "hint", "guidance_hint", "constraint_message"))
MEDIA = frozenset(("image", "big-image", "audio", "video"))
CHANGING = frozenset(("read_only", "trigger", "parameters", "save_to", "disabled"))
"""Columns that change what a form means: a value in them cannot be passed over."""

_COLUMNS = {
    "caption": "label",
    "command": "type",
    "tag": "name",
    "value": "name",
    "relevance": "relevant",
    "calculate": "calculation",
    "constraining_message": "constraint_message",
    "jr:constraintmsg": "constraint_message",
    "count": "repeat_count",
    "jr:count": "repeat_count",
    "readonly": "read_only",
}


class Fate(StrEnum):
    """What becomes of a type."""

    ASKED = "asked"
    IGNORED = "ignored"  # metadata of a device: a chat has none
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Kind:
    """A type in our words (with its list), and what becomes of it."""

    fate: Fate
    type: str
    list_name: str = ""
    other: bool = False


OURS = frozenset(("yes_no", "ratio", "document", "money_million", "evidence"))
_ASKED = {
    "integer": "integer",
    "int": "integer",
    "decimal": "decimal",
    "text": "text",
    "string": "text",
    "date": "date",
    "note": "note",
    "calculate": "calculate",
    "photo": "evidence",
    "image": "evidence",
    "file": "evidence",
    "acknowledge": "acknowledge",
    "trigger": "acknowledge",
    "range": "range",
    "today": "today",
} | {name: name for name in OURS}
_METADATA = frozenset(
    (
        *("start", "end", "deviceid", "device id", "subscriberid", "simserial", "phonenumber", "username"),
        *("email", "audit", "hidden", "imei", "uri:deviceid", "uri:username", "uri:phonenumber", "uri:email"),
    )
)
_FRAMES = {
    f"{edge} {word}": f"{edge}_{ours}"
    for edge in ("begin", "end")
    for word, ours in (
        ("group", "group"),
        ("repeat", "repeat"),
        ("lgroup", "repeat"),
        ("looped group", "repeat"),
    )
}


def column_of(header: str, *, default: str) -> str:
    """A header in our words: `label::English (en)` is label::en, a bare `label` that of the default language."""
    name, _, rest = header.partition("::")
    name = name.strip().casefold().replace(" ", "_")
    if name in ("bind", "control", "body", "media") and rest:
        name, _, rest = rest.partition("::")
        name = name.strip().casefold()
    name = _COLUMNS.get(name, name)
    if name in SPOKEN:
        return f"{name}::{language_of(rest) if rest else default}"
    return name


def language_of(written: str) -> str:
    """`Vietnamese (vi)`, `English`, `fr` as a code."""
    found = _LANGUAGE.fullmatch(written.strip())
    if found is None:
        return written.strip()
    return found["code"] or _NAMED.get(fold(found["name"]), found["name"])


@lru_cache(maxsize=256)
def kind_of(written: str) -> Kind:
    """What a cell of the column `type` means."""
    from pyxform import aliases, constants  # noqa: PLC0415 - slow to import, and only needed for XLSForm

    words = " ".join(written.split())
    frame = words.replace("_", " ", 1).casefold()
    if frame in _FRAMES:
        return Kind(Fate.ASKED, _FRAMES[frame])
    if words in _ASKED:
        return Kind(Fate.ASKED, _ASKED[words])
    if words.casefold() in _METADATA:
        return Kind(Fate.IGNORED, words)
    for spelling in sorted(aliases.select, key=len, reverse=True):
        if not words.startswith(f"{spelling} "):
            continue
        meant, rest = aliases.select[spelling], words[len(spelling) :].split()
        if spelling in aliases.select_from_file or meant not in (
            constants.SELECT_ONE,
            constants.SELECT_ALL_THAT_APPLY,
        ):
            break
        if (
            len(rest) not in (1, 2, 3)
            or rest[0].startswith("${")
            or rest[1:] not in ([], ["or_other"], ["or", "other"])
        ):
            break
        type_ = "select_one" if meant == constants.SELECT_ONE else "select_multiple"
        return Kind(Fate.ASKED, type_, rest[0], other=len(rest) > 1)
    return Kind(Fate.REFUSED, words)
