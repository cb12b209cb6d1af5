"""Digests that were sent: kept whole, and said again to the letter, whatever happened since."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from bot.core.digest_record import DigestRecord
from bot.core.digest_text import Reader, is_masked
from bot.core.messages import Reply
from bot.db.digests import StoredDigest
from locales.phrases import digest as phrases
from locales.words import Words, in_language

COMMITTEE = ""
"""The root of a digest that is about everybody."""


@dataclass(frozen=True, slots=True)
class SentDigest:
    """A digest with the words that went out: `records` by the root of the part that they are about, `texts` by
    language, reader and root."""

    id: int | None
    week: str
    as_of: datetime
    records: Mapping[str, DigestRecord]
    texts: Mapping[str, str]

    def record(self, root: str = COMMITTEE) -> DigestRecord | None:
        return self.records.get(root)

    def text(self, *, root: str, reader: Reader, words: Words, zone: tzinfo) -> str | None:
        """The very words that were sent to such a reader in that language; the same figures in these words where
        nobody was sent them. None where no digest was made for that part."""
        sent = self.texts.get(_key(words.language, root, reader))
        record = self.record(root)
        if sent is not None or record is None:
            return sent
        return say(record, reader=reader, words=words, zone=zone).text


def say(record: DigestRecord, *, reader: Reader, words: Words, zone: tzinfo) -> Reply:
    """The words of a digest for such a reader."""
    said = phrases.digest(
        record.digest, record, zone=zone, words=words, part=record.part, masked=is_masked(reader)
    )
    return phrases.deeper_in_group(said, words=words) if reader is Reader.GROUP else said


class Post:
    """The digests of one week on their way: each text is made once, and kept with the figures behind it."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._records: dict[str, DigestRecord] = {}
        self._texts: dict[str, str] = {}

    def keep(self, root: str, record: DigestRecord) -> None:
        self._records[root] = record

    def knows(self, root: str) -> bool:
        return root in self._records

    def record(self, root: str) -> DigestRecord:
        return self._records[root]

    def text(self, *, root: str, reader: Reader, language: str | None) -> str:
        words = in_language(language)
        key = _key(words.language, root, reader)
        if key not in self._texts:
            record = self._records[root]
            self._texts[key] = say(record, reader=reader, words=words, zone=self._zone).text
        return self._texts[key]

    def to_json(self) -> dict[str, Any]:
        return {
            "records": {root: record.to_json() for root, record in self._records.items()},
            "texts": dict(self._texts),
        }


def read_sent(stored: StoredDigest) -> SentDigest | None:
    """The digest as it was kept. None for one that was made before digests were kept whole."""
    records = stored.figures.get("records")
    if not records:
        return None
    return SentDigest(
        stored.id,
        stored.week,
        stored.as_of,
        {root: DigestRecord.from_json(value) for root, value in records.items()},
        stored.figures["texts"],
    )


def _key(language: str, root: str, reader: Reader) -> str:
    return f"{language}:{reader}:{root}"
