"""A sum of money, kept in million đồng: "15,5", "15,5 triệu", "1,2 tỷ", "500 nghìn", "15.500.000 đ"."""

from dataclasses import replace
from decimal import Decimal

from bot.core.folding import fold
from bot.core.forms.answers import vocabulary
from bot.core.forms.answers.numbers import Reading, canonical, read, settle
from bot.core.forms.answers.outcome import Context, Doubtful, Unclear, Understanding
from bot.core.forms.answers.problems import Code, why
from bot.core.forms.model import Question
from bot.core.wordlists import word_set

MILLION = Decimal(1_000_000)
LIMIT = 10**6  # million đồng: a thousand billion is no school's budget
_SURELY_MILLION = 1000  # a bare number below is million
_LARGEST_MILLION = 10_000  # up to here it may be million: asked
_SMALLEST_DONG = 100_000  # from here on nobody means million

_DONG = frozenset(("d", "dong", "vnd", "vn", "viet nam", "₫"))
_SLANG_UNITS = word_set("lít xị chai vé tỏi lốp loét")  # a hundred thousand to a thousand million: asked
_HUNDREDS = 1000  # "năm trăm" alone is five hundred thousand, or million
_OTHER_CURRENCIES = word_set("$ € £ ¥ usd eur do dola dollar dollars euro")


def understand(text: str, question: Question, *, context: Context) -> Understanding:  # noqa: ARG001 - same for all
    """A canonical decimal string in million đồng."""
    reading = read(text, language=context.language)
    if not isinstance(reading, Reading):
        return reading
    said = [fold(word) for word in reading.said]
    if any(word in _OTHER_CURRENCIES for word in said):
        return Unclear(why(Code.CURRENCY))
    if reading.percent:
        return Unclear(why(Code.PERCENT_HERE))
    in_dong = any(word in _DONG for word in said) and "chi" not in said
    if in_dong and not reading.scaled and 0 < reading.amount < _HUNDREDS:
        return Unclear(why(Code.MONEY_UNIT, amount=canonical(reading.amount)))
    beside = (word for word in reading.said if word not in vocabulary.FILLERS and fold(word) not in _DONG)
    reading = replace(reading, words=tuple(beside))
    hundreds = reading.scaled and not in_dong and 0 < reading.amount < _HUNDREDS
    if hundreds or not _SLANG_UNITS.isdisjoint(reading.said):
        return Unclear(why(Code.MONEY_UNIT, amount=canonical(reading.amount)))
    if reading.scaled or in_dong:
        return _limited(
            reading.amount / MILLION, replace(reading, doubt=reading.doubt if reading.spoken else None)
        )
    return _bare(reading)


def _bare(reading: Reading) -> Understanding:
    """Without a unit: million, unless it is so large that it must be đồng."""
    amount = reading.amount
    if amount < _SURELY_MILLION:
        return _limited(amount, reading)
    if reading.ask is None and amount < _LARGEST_MILLION:
        return Doubtful(canonical(amount), why(Code.LARGE_SUM, amount=canonical(amount)))
    if amount < _SMALLEST_DONG:
        return Unclear(why(Code.MONEY_UNIT, amount=canonical(amount)))
    return _limited(amount / MILLION, replace(reading, doubt=why(Code.IN_DONG, dong=canonical(amount))))


def _limited(amount: Decimal, reading: Reading) -> Understanding:
    if amount > LIMIT:
        return Unclear(why(Code.TOO_LARGE, limit=LIMIT))
    return settle(canonical(amount), reading)
