"""Splits a text into the numbers it holds and the words and signs beside them."""

import re
import unicodedata
from dataclasses import dataclass, field
from decimal import Decimal

from bot.core.forms.answers import number_words, separators, vocabulary
from bot.core.forms.answers.number_words import Part, Word

_TOKEN = re.compile(
    rf"(?P<number>{separators.NUMBER})|(?P<word>[^\W\d_]+)|(?P<pause>[.,;:!()\[\]])|(?P<sign>[^\s\"“”‘’*_=])"
)
_SAME = {  # what is written in several ways, so that one token remains of it
    "đ/c": "đồng chí",
    "d/c": "dong chi",
    "h/s": "hs",
    "g/v": "gv",
    "đ/v": "đv",
    "phần trăm": "%",
    "phan tram": "%",
    "percent": "%",
    "per cent": "%",
    "tỷ lệ": "kết quả",  # no billion
    "tỉ lệ": "kết quả",
    "ty le": "kết quả",
    "ti le": "kết quả",
    "triệu tập": "tổng",  # no million
    "trieu tap": "tổng",
    "có mặt": "tham gia",
    "co mat": "tham gia",
    "con số": "số",
    "con so": "số",
}
_ALIKE = re.compile(r"(?<![^\W\d_])(?:" + "|".join(_SAME) + r")\b")
_STARTS = frozenset((Part.DIGIT, Part.TEN, Part.SCALE, Part.EXACT))
_NEVER_FIRST = frozenset(("k", "tr", "bn", "and"))
_NOT_AFTER_DIGITS = frozenset((Part.DIGIT, Part.UNIT, Part.EXACT, Part.ODD))


@dataclass(slots=True)
class Scan:
    """What was found, in order. `literal` is the last one of typed digits; `garbled`: its separators make no sense."""

    runs: list[list[Word]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    signs: list[str] = field(default_factory=list)
    sure: bool = True
    garbled: bool = False
    letter_o: bool = False
    percent: bool = False
    literal: separators.Literal | None = None


def scan(text: str, *, language: str) -> Scan:
    """The runs of number parts in a small-letter text: "43 trường, hai nghìn rưỡi" holds two, "2 giờ rưỡi" one."""
    found = Scan()
    run: list[Word] | None = None
    counted = False  # the token before is what the last run counts
    for match in _TOKEN.finditer(without_variants(text)):
        token = match.group()
        if match.lastgroup in ("sign", "pause"):
            run, counted = None, False
            if match.lastgroup == "sign":
                _sign(token, found)
            continue
        part = (
            _literal(token, found, language) if match.lastgroup == "number" else number_words.WORDS.get(token)
        )
        if part is not None and run is not None and _joins(run[-1], part):
            run.append(part)
        elif part is not None and part.part is Part.HALF and counted:
            found.runs[-1].append(part)
        elif part is not None and _starts(part, after=run):
            run = [part]
            found.runs.append(run)
        else:
            counted = run is not None and token in vocabulary.COUNTED
            run = None
            found.letter_o = found.letter_o or not token.strip("o")
            found.words.append(token)
    return found


def without_variants(text: str) -> str:
    """A small-letter text in which what is written in several ways is written in one: "đ/c" as "đồng chí"."""
    return _ALIKE.sub(lambda same: _SAME[same.group()], text)


def _literal(token: str, found: Scan, language: str) -> Word:
    literal = separators.read(token, language=language)
    if literal is None:
        found.garbled = True
        literal = separators.Literal(token, Decimal(0))
    found.sure = found.sure and literal.sure
    found.literal = literal
    return number_words.literal(literal)


def _joins(before: Word, part: Word) -> bool:
    """Whether a part goes on with the number: "1k2" and "2 triệu 500" do, "15 năm" (years) does not."""
    if part.part is Part.LITERAL:
        return before.part in (Part.SCALE, Part.ODD, Part.POINT)
    return before.part is not Part.LITERAL or part.part not in _NOT_AFTER_DIGITS


def _starts(part: Word, *, after: list[Word] | None) -> bool:
    """Whether a part begins another number: "năm" right after digits is years."""
    if part.part is Part.LITERAL:
        return True
    return after is None and part.part in _STARTS and part.text not in _NEVER_FIRST


def _sign(sign: str, found: Scan) -> None:
    category = unicodedata.category(sign)
    if sign == "%":
        found.percent = True
    elif category == "Sc":
        found.words.append(sign)
    elif category not in ("So", "Sk", "Cn", "Co", "Mn", "Me"):  # an emoji beside a number says nothing
        found.signs.append(sign)
