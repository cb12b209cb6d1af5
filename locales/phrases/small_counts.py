"""Figures of persons for other eyes than the Committee's: one or two are not told, nor what would tell them."""

from decimal import Decimal

from bot.core.forms.model import Question, Type, Value
from bot.core.indicators import Total
from bot.core.masks import SMALLEST, Small, hidden, small_part
from bot.core.persons import asks_for_persons
from locales.words import Words


def in_place_of(total: Total, *, words: Words) -> str | None:
    """`< 3/45`, `thiếu < 3/45`, `tổng số < 3`; None where the figure itself may be told."""
    if total.masked and total.withheld:
        return words.say("không nêu")
    small = hidden(total)
    return None if small is None else _said(small, total.denominator, words)


def in_place_of_answer(question: Question, value: Value | None, *, words: Words) -> str | None:
    """The same of one answer of a report."""
    if value in (None, "", "na", "not_yet") or not asks_for_persons(question):
        return None
    whole: Decimal | None = None
    if question.type is Type.RATIO:
        part, whole = Decimal(value[0]), Decimal(value[1])
    elif question.type is Type.INTEGER:
        part = Decimal(value)
    else:
        return None
    small = small_part(part, whole)
    return None if small is None else _said(small, whole, words)


def _said(small: Small, whole: Decimal | None, words: Words) -> str:
    few = f"< {words.number(SMALLEST)}"
    if whole is None:
        return few
    if small is Small.WHOLE:
        return words.say("tổng số {few}", few=few)
    if small is Small.REST:
        return words.say("thiếu {few}/{whole}", few=few, whole=words.number(whole))
    return f"{few}/{words.number(whole)}"
