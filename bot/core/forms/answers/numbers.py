"""The reader that all number questions share: from what was typed to an amount, its doubt, the words beside it."""

import re
import unicodedata
from dataclasses import dataclass, replace
from decimal import Decimal

from bot.core.folding import fold, strip_courtesy
from bot.core.forms.answers import number_phrases, number_words, vocabulary
from bot.core.forms.answers.number_scan import Scan, scan
from bot.core.forms.answers.number_words import Part, Word
from bot.core.forms.answers.outcome import Doubtful, Problem, Refused, Unclear, Understanding, Understood
from bot.core.forms.answers.problems import Code, why
from bot.core.forms.model import Value
from bot.core.wordlists import word_set

_ABOUT = vocabulary.either(
    "khoảng hơn gần trên dưới ước chừng tầm độ cỡ ngót xấp xỉ lẻ about around over nearly almost approximately "
    "approx roughly more less than under below above",
    never_bare="do tam co xi le",
)
_ABOUT_PHRASE = re.compile(
    r"\b(?:tối thiểu|toi thieu|tối đa|toi da|ít nhất|it nhat|nhiều nhất|nhieu nhat|dự kiến|du kien|at (?:least|most)|"
    r"up to)\b"
)
_VAGUE = vocabulary.either("vài mấy dăm nhiều several few many some", never_bare="may dam")
_VAGUE_PHRASE = re.compile(
    r"\b(?:mot (?:so|vai|it|phan)|doi ba|nam bay|hang (?:chuc|tram|nghin|ngan|van|trieu))\b"
)
_ABOUT_SIGNS = frozenset("~≈<>≥≤±+")
_CHANGING = word_set(  # folded: taking too many words for these only means to ask once more
    "thieu vang con tru khong ko kg chua mat bot giam tang them except missing without minus not but nhung hoac or "
    "absent ngoai kem bo moi k no never nua half ruoi"
)
_PERIOD = re.compile(r"\b(?:năm|nam|tháng|thang|kỳ|ky|quý|quy|tuần|tuan|đợt|dot) (?:nay|này)\b")
_BELOW_ZERO = re.compile(r"(?<![\w.,)%] )(?<![\w.,)%])[-\u2212\u2013]\d|(?:^|\s)(?:âm|am|minus|negative) \d")
_HEADLESS = re.compile(r"(?:^|\s)[.,]\d")
_LINES = re.compile(r"\d[^\d]*[\n\t][^\d]*\d")


@dataclass(frozen=True, slots=True)
class Reading:
    """A number that was found.

    `doubt` is the first reason to confirm it. `other` is the second reading of ambiguous separators ("1,234" as
    1234). `words` are those beside it that are neither what is counted nor fillers, `said` are all of them.
    `ask` (APPROXIMATE, UNSURE): it was found, but cannot be taken so. `scaled`: thousand, million ... were named;
    `spoken`: they were named loosely (k, rưỡi, words).
    """

    amount: Decimal
    doubt: Problem | None = None
    other: Decimal | None = None
    words: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    ask: Code | None = None
    scaled: bool = False
    spoken: bool = False
    percent: bool = False


def read(text: str, *, language: str) -> Reading | Unclear | Refused:
    """The one number that a clean text says, or why there is none."""
    if text.isascii() and text.isdigit() and len(text) <= 9 and (text[0] != "0" or len(text) <= 3):
        return Reading(Decimal(text))
    if trouble := unreadable(text):
        return trouble
    plain = number_phrases.plainly(strip_courtesy(text).lower())
    folded = fold(plain).strip(" .,;:!")
    if vocabulary.not_known(folded):
        return Unclear(why(Code.NOT_KNOWN))
    if folded in vocabulary.NOT_APPLICABLE:
        return Unclear(why(Code.NOT_APPLICABLE_HERE))
    if vocabulary.means_nothing(folded):
        return Reading(Decimal(0), why(Code.NOTHING_IS_ZERO))
    if found := number_phrases.count_and_rest(plain):
        count, rest = found
        return _beside(parse(count, language=language), rest)
    noun = number_phrases.ordinal(plain)
    reading = parse(plain, language=language)
    return reading if noun is None else _beside(reading, noun)


def _beside(reading: Reading | Unclear, words: str) -> Reading | Unclear:
    return replace(reading, words=(words, *reading.words)) if isinstance(reading, Reading) else reading


def parse(text: str, *, language: str) -> Reading | Unclear:
    """The one number in a small-letter text without courtesies, where no phrase such as "chưa có" is expected."""
    found = scan(_PERIOD.sub(" ", text), language=language)
    amounts = [number_words.amount(run) for run in found.runs]
    if _said_twice(found, amounts):
        del found.runs[1:], amounts[1:]
    amount = amounts[0] if len(amounts) == 1 and not found.garbled else None
    if code := _problem(found, text, amount):
        return Unclear(why(code))
    assert amount is not None  # else there was a problem
    run = found.runs[0]
    scales = [part.amount for part in run if part.part is Part.SCALE]
    exact = [part.part for part in run] == [Part.LITERAL, Part.SCALE] * len(scales)
    return Reading(
        amount=amount,
        doubt=_doubt(found, run, amount),
        other=None if found.literal is None or scales else found.literal.other,
        said=tuple(found.words),
        ask=_ask(found, text),
        words=tuple(filter(_unknown, found.words)),
        scaled=bool(scales),
        spoken=bool(scales) and not (exact and all(part.text not in ("k", "củ") for part in run)),
        percent=found.percent,
    )


def _said_twice(found: Scan, amounts: list[Decimal | None]) -> bool:
    """ "02 (hai) lớp", "15.000.000 (mười lăm triệu đồng)": the same in figures and in words."""
    if len(amounts) != 2 or amounts[0] is None or amounts[0] != amounts[1]:
        return False
    first, second = ([part.part for part in run] for run in found.runs)
    return first != second and Part.LITERAL in first


def unreadable(text: str) -> Unclear | Refused | None:
    """Why no number can be read at all: another script's digits, below zero, several lines of a sheet."""
    if not text.isascii():
        numerals = [unicodedata.category(sign) for sign in text if not sign.isascii() and sign.isnumeric()]
        if numerals:
            return Refused(why(Code.OTHER_DIGITS)) if "Nd" in numerals else Unclear(why(Code.NOT_A_NUMBER))
    if _LINES.search(text):
        return Unclear(why(Code.SEVERAL_NUMBERS))
    if _HEADLESS.search(text):
        return Unclear(why(Code.SEPARATORS))
    if number_phrases.glued(text):
        return Unclear(why(Code.NOT_A_NUMBER))
    return Refused(why(Code.NEGATIVE)) if _BELOW_ZERO.search(text.lower()) else None


def settle(value: Value, reading: Reading) -> Understanding:
    """Understood; Doubtful or Unclear for the reading's own reason."""
    if reading.ask is not None:
        return Unclear(why(reading.ask), value)
    if reading.doubt is not None:
        return Doubtful(value, reading.doubt)
    if reading.words:
        return Doubtful(value, why(Code.WORDS_BESIDE, words=" ".join(reading.words)))
    return Understood(value)


def canonical(amount: Decimal) -> str:
    """As it is kept: no grouping, a point, no trailing zeros. Decimal("15.50") -> "15.5"."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _problem(found: Scan, text: str, amount: Decimal | None) -> Code | None:
    """Why there is no one number."""
    vague = any(word in _VAGUE for word in found.words) or _VAGUE_PHRASE.search(fold(text)) is not None
    changing = any(fold(word) in _CHANGING and word not in vocabulary.COUNTED for word in found.words)
    tests = (
        (found.letter_o, Code.LETTER_O),
        (vague, Code.APPROXIMATE),
        (len(found.runs) > 1, Code.SEVERAL_NUMBERS),
        (found.garbled, Code.SEPARATORS),
        (amount is None or _one_word_among_others(found, text), Code.NOT_A_NUMBER),
        (changing, Code.CHANGES_MEANING),
        (any(sign not in _ABOUT_SIGNS and sign != "?" for sign in found.signs), Code.NOT_A_NUMBER),
    )
    return next((code for true, code in tests if true), None)


def _one_word_among_others(found: Scan, text: str) -> bool:
    """One word that may be a number, beside words that are not known ("cô ba") or that have the accents which it
    lacks ("báo sau"), is none."""
    if found.literal is not None or len(found.runs[0]) > 1:
        return False
    bare = not text.isascii() and found.runs[0][0].text not in text
    return bare or any(map(_unknown, found.words))


def _unknown(word: str) -> bool:
    return word not in vocabulary.COUNTED and word not in vocabulary.FILLERS


def _ask(found: Scan, text: str) -> Code | None:
    """Why a number that was found must be asked for again."""
    about = any(word in _ABOUT for word in found.words) or any(sign in _ABOUT_SIGNS for sign in found.signs)
    if about or _ABOUT_PHRASE.search(text):
        return Code.APPROXIMATE
    return Code.UNSURE if "?" in found.signs else None


def _doubt(found: Scan, run: list[Word], amount: Decimal) -> Problem | None:
    """The first reason to confirm it."""
    if any(part.part not in (Part.LITERAL, Part.SCALE) for part in run):
        return why(Code.NUMBER_WORDS, amount=canonical(amount))
    if len(run) > 1 or run[0].part is Part.SCALE:
        return why(Code.SCALE_WORD, amount=canonical(amount))
    return None if found.sure else why(Code.SEPARATORS)
