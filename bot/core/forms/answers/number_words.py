"""Number words, with and without accents, alone or mixed with digits: "một trăm hai mươi ba", "2 nghin ruoi", "1tr5".

Whatever is read here is confirmed by the officer before it is kept, so spoken shortcuts are welcome
("hai triệu ba" = 2.300.000) as long as one reading is by far the likelier.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from bot.core.folding import fold
from bot.core.forms.answers import separators


class Part(Enum):
    """What a word does in a number."""

    DIGIT = auto()  # 0 to 9, alone, before mươi, or as the tenth of a scale: "nghìn hai" = 1200
    UNIT = auto()  # only after tens: mốt, tư, lăm, nhăm
    TEN = auto()
    SCALE = auto()  # multiplies what stands before it
    ODD = auto()  # linh, lẻ: the tens are empty
    HALF = auto()  # of the scale before it
    POINT = auto()
    EXACT = auto()  # English below a hundred
    LITERAL = auto()  # typed digits


@dataclass(frozen=True, slots=True)
class Word:
    """One part of a number. `text` is the digits of a literal, or the word itself."""

    part: Part
    amount: Decimal
    text: str = ""


def literal(number: separators.Literal) -> Word:
    """Typed digits as a part of a mixed number."""
    return Word(Part.LITERAL, number.amount, number.text)


_SPELLED: dict[Part, str] = {
    Part.DIGIT: "không=0 một=1 hai=2 ba=3 bốn=4 năm=5 sáu=6 bảy=7 bẩy=7 tám=8 chín=9",
    Part.UNIT: "mốt=1 tư=4 lăm=5 nhăm=5",
    Part.TEN: "mười=10 mươi=10 chục=10 hăm=20 băm=30",
    Part.SCALE: "trăm=100 nghìn=1000 ngàn=1000 k=1000 triệu=1000000 tr=1000000 tỷ=1000000000 tỉ=1000000000 "
    "hundred=100 thousand=1000 million=1000000 billion=1000000000 bn=1000000000",
    Part.ODD: "linh=0 lẻ=0 and=0",
    Part.HALF: "rưỡi=0.5 rưởi=0.5",
    Part.POINT: "phẩy=0 point=0",
    Part.EXACT: "zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 "
    "twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 "
    "thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90",
}


_WITH_ACCENTS_ONLY = {  # bare they are văn (bản), cũ, ta, nữa
    "vạn": Word(Part.SCALE, Decimal(10_000), "vạn"),
    "củ": Word(Part.SCALE, Decimal(1_000_000), "củ"),
    "tá": Word(Part.SCALE, Decimal(12), "tá"),
    "nửa": Word(Part.EXACT, Decimal("0.5"), "nửa"),
}


def _table() -> dict[str, Word]:
    """Each word as spelled; then without accents, where the first that claims a bare spelling has it."""
    spelled = {
        word: Word(part, Decimal(amount), word)
        for part, line in _SPELLED.items()
        for word, amount in (entry.split("=") for entry in line.split())
    }
    bare: dict[str, Word] = {}
    for word, meaning in spelled.items():
        bare.setdefault(fold(word), meaning)
    return bare | spelled | _WITH_ACCENTS_ONLY


WORDS = _table()
_MILLION = 10**6
_HUNDREDS = range(100, 1000, 100)
_NEVER_ALONE = frozenset(("mươi", "nửa"))  # "mươi người" is about ten
_TOO_MANY = 24  # parts; the longest honest number has 19


def amount(parts: Sequence[Word]) -> Decimal | None:
    """The number that the parts make, or None."""
    if not parts or len(parts) > _TOO_MANY:
        return None
    joined = _with_fractions(parts)
    scales = [part.amount for part in joined if part.part is Part.SCALE]
    if not scales:
        return None if len(joined) == 1 and joined[0].text in _NEVER_ALONE else _below_hundred(joined)
    scale = max(scales)
    at = next(i for i, part in enumerate(joined) if part.part is Part.SCALE and part.amount == scale)
    left, right = joined[:at], joined[at + 1 :]
    factor = _factor(left)
    rest = _remainder(right, scale)
    if factor is None or rest is None:
        return None
    if factor >= 1000 and left[0].part is not Part.LITERAL:
        return None
    return min(factor * scale + rest, separators.BEYOND)


def _factor(parts: Sequence[Word]) -> Decimal | None:
    """What stands before a scale: nothing ("nghìn rưỡi"), a number, or half of it ("nửa triệu")."""
    if len(parts) == 1 and parts[0].text == "nửa":
        return parts[0].amount
    return amount(parts) if parts else Decimal(1)


def _remainder(parts: Sequence[Word], scale: Decimal) -> Decimal | None:
    """What follows a scale: "rưỡi", a tenth of it ("nghìn hai", "1k2"), or a smaller number."""
    if not parts:
        return Decimal(0)
    first, alone = parts[0], len(parts) == 1
    if alone and first.part is Part.HALF:
        return scale / 2
    if alone and first.part in (Part.DIGIT, Part.UNIT):
        return first.amount * scale / 10 if first.amount else None
    if alone and first.part is Part.LITERAL:
        if not first.text.isdigit() or len(first.text) > 3:
            return None
        tenths = first.text[0] != "0"  # "1 nghìn 2" is 1.200, "1 nghìn 05" is 1.005
        return Decimal("0." + first.text) * scale if tenths else first.amount
    if first.part is Part.ODD and len(parts) == 2 and parts[1].part is Part.UNIT:  # "linh tư"
        return parts[1].amount
    rest = amount(parts[1:] if first.part is Part.ODD else parts)
    if rest is not None and scale >= _MILLION and rest in _HUNDREDS and parts[-1].amount == 100:
        return rest * scale / 1000  # "1 triệu ba trăm" is 1.300.000
    return rest if rest is not None and rest < scale else None


_SHAPES: dict[tuple[Part, ...], tuple[int, ...]] = {
    # how much each part counts; None of them means that the parts are no number
    (Part.LITERAL,): (1,),
    (Part.DIGIT,): (1,),
    (Part.EXACT,): (1,),
    (Part.TEN,): (1,),
    (Part.TEN, Part.DIGIT): (1, 1),
    (Part.TEN, Part.UNIT): (1, 1),
    (Part.EXACT, Part.EXACT): (1, 1),
    (Part.LITERAL, Part.HALF): (1, 1),
    (Part.DIGIT, Part.HALF): (1, 1),
    (Part.TEN, Part.HALF): (1, 1),
    (Part.LITERAL, Part.TEN): (10, 0),
    (Part.DIGIT, Part.TEN): (10, 0),
    (Part.DIGIT, Part.UNIT): (10, 1),
    (Part.DIGIT, Part.DIGIT): (10, 1),
    (Part.DIGIT, Part.TEN, Part.DIGIT): (10, 0, 1),
    (Part.DIGIT, Part.TEN, Part.UNIT): (10, 0, 1),
}


def _below_hundred(parts: Sequence[Word]) -> Decimal | None:
    counts = _SHAPES.get(tuple(part.part for part in parts))
    if counts is None:
        return None
    if counts == (10, 1) and parts[1].amount == parts[0].amount + 1 and parts[1].part is Part.DIGIT:
        return None  # "ba bốn" is three or four
    if len(parts) > 1 and not parts[0].amount:  # "không mươi", "zero five"
        return None
    if (
        counts == (1, 1)
        and parts[0].part is Part.EXACT
        and not (parts[0].amount >= 20 > 10 > parts[1].amount > 0)
    ):
        return None
    return sum((part.amount * count for part, count in zip(parts, counts, strict=True)), Decimal(0))


def _with_fractions(parts: Sequence[Word]) -> Sequence[Word]:
    """ "hai phẩy năm" as one part, so that "hai phẩy năm triệu" reads like "2,5 triệu"."""
    at = next((i for i, part in enumerate(parts) if part.part is Part.POINT), None)
    if at is None:
        return parts
    end = at + 1
    while end < len(parts) and _is_digits(parts[end]):
        end += 1
    whole = amount(parts[:at])
    if whole is None or end == at + 1 or whole % 1:
        return parts
    fraction = "".join(
        part.text if part.part is Part.LITERAL else str(part.amount) for part in parts[at + 1 : end]
    )
    value = Decimal(f"{int(whole)}.{fraction}")
    return (Word(Part.LITERAL, value, f"{int(whole)},{fraction}"), *parts[end:])


def _is_digits(part: Word) -> bool:
    """Whether it may stand behind a decimal point: "phẩy năm", "phẩy 25"."""
    if part.part is Part.LITERAL:
        return part.text.isdigit()
    return part.part in (Part.DIGIT, Part.UNIT, Part.EXACT) and part.amount < 10 and part.amount % 1 == 0
