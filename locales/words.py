"""How it speaks: a language's sentences, numbers, dates and lists (Babel's CLDR data).

Vietnamese is the language of the source: a sentence is written in `locales/phrases/` as it is said, and is its own
key. The other languages translate whole sentences in `locales/<language>/LC_MESSAGES/nhacviec.po`.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, tzinfo
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

SOURCE = "vi"
LANGUAGES = (SOURCE, "en")

_ROOM = Path(__file__).parent
_CLDR = {"vi": Locale("vi", "VN"), "en": Locale("en", "GB")}


@lru_cache
def catalogue(language: str) -> Mapping[str, str]:
    """A language's sentences by their Vietnamese ones. Empty for Vietnamese itself."""
    if language == SOURCE:
        return {}
    with (_ROOM / language / "LC_MESSAGES" / "nhacviec.po").open("rb") as file:
        messages = read_po(file, locale=language)
    return {
        str(message.id): str(message.string)
        for message in messages
        if message.id and message.string and not message.fuzzy
    }


class Words:
    """One language. Make it with `in_language`; it holds no state."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._sentences = catalogue(language)
        self._cldr = _CLDR[language]

    def say(self, sentence: str, /, **values: object) -> str:
        """The sentence in this language, its `{names}` filled in. What is filled in is never read as a template."""
        sentence = self._sentences.get(sentence, sentence)
        return sentence.format(**values) if values else sentence

    def of(self, text: Mapping[str, str], fallback: str = "") -> str:
        """A text of the plan in this language, in Vietnamese where it has none, else `fallback`."""
        return text.get(self.language) or text.get(SOURCE) or fallback

    def number(self, value: int | Decimal | str) -> str:
        """`1.234,5` in Vietnamese, `1,234.5` in English; all digits that count, no trailing zeros."""
        plain = Decimal(value).normalize() + 0  # + 0: 1E+3 is 1000
        return str(format_decimal(plain, locale=self._cldr, decimal_quantization=False))

    def percent(self, part: int | Decimal, whole: int | Decimal) -> str:
        """`95,6%`, `100%`: one decimal at most, half up (domain notes 1.5). A whole of 0 gives a dash."""
        if not whole:
            return "–"
        share = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP)
        return f"{self.number(share.normalize() if share == share.to_integral() else share)}%".replace(
            "E+", ""
        )

    def day(self, value: date) -> str:
        """`20/11/2026`, in every language: the form of the documents."""
        return f"{value:%d/%m/%Y}"

    def weekday(self, value: date) -> str:
        """`thứ Sáu`, `Chủ nhật`; `Friday`."""
        name = format_date(value, "EEEE", locale=self._cldr)
        return name.replace("Thứ", "thứ").replace("Chủ Nhật", "Chủ nhật") if self.language == SOURCE else name

    def full_day(self, value: date) -> str:
        """`thứ Sáu, 20/11/2026`."""
        return f"{self.weekday(value)}, {self.day(value)}"

    def moment(self, value: datetime, zone: tzinfo) -> str:
        """`08:05 20/11/2026` at the office."""
        return f"{value.astimezone(zone):%H:%M %d/%m/%Y}"

    def list(self, items: Sequence[str]) -> str:
        """`An, Bình và Chi`."""
        return str(format_list(items, locale=self._cldr)) if items else ""


@lru_cache
def in_language(language: str | None) -> Words:
    """The words of that language, or of the nearest that we speak: `en-US` is English, all else Vietnamese."""
    return Words(nearest(language))


def nearest(language: str | None) -> str:
    """One of LANGUAGES for whatever a messenger or a person calls a language."""
    if not language:
        return SOURCE
    try:
        code: Any = Locale.parse(language, sep="_" if "_" in language else "-").language
    except (ValueError, UnknownLocaleError):
        return SOURCE
    return code if code in LANGUAGES else SOURCE
