"""The register of a digest that was sent, kept as it stood. Who sent a report is not in it: names of persons are looked
up when it is read, so that somebody who was deleted is nobody there as well."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from bot.core.as_json import as_json, from_json
from bot.core.register import Entry

MOST_KEPT = 50_000
"""Of a register with more rows nothing is kept: a province has some ten thousand, the country a million."""


@dataclass(frozen=True, slots=True)
class KeptRegister:
    """`entries` are those of everybody; `parts` says which units (codes) were below a root at that time."""

    entries: tuple[Entry, ...]
    parts: Mapping[str, tuple[str, ...]]

    def of(self, root: str, *, authors: Mapping[str, str]) -> tuple[Entry, ...] | None:
        """The entries of everybody (no root), or of a unit with all below it; None where nothing was sent about it.
        `authors` are names by receipt."""
        if root and root not in self.parts:
            return None
        within = frozenset(self.parts.get(root, ()))
        return tuple(
            replace(one, author=authors.get(one.receipt, ""))
            for one in self.entries
            if not root or one.unit in within
        )

    def packed(self) -> bytes:
        """Some 10 bytes for each entry."""
        unnamed = replace(self, entries=tuple(replace(one, author="") for one in self.entries))
        return zlib.compress(json.dumps(as_json(unnamed), ensure_ascii=False).encode())

    @classmethod
    def unpacked(cls, data: bytes) -> Self:
        return from_json(cls, json.loads(zlib.decompress(data)))
