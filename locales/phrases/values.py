"""Answers as people read them."""

from datetime import date
from decimal import Decimal
from typing import Any

from bot.core.forms.model import Option, Question, Type, Value
from locales.words import Words


def yes_no(value: str, words: Words) -> str:
    """One of the four answers to a yes-or-no question."""
    match value:
        case "yes":
            return words.say("Có")
        case "not_yet":
            return words.say("Chưa")
        case "no":
            return words.say("Không")
    return words.say("Không áp dụng")


def question_label(question: Question, words: Words) -> str:
    """What a question asks, in the person's language."""
    if question.follows:
        return words.say("Dự kiến ngày nào xong?")
    label = words.of(question.label)
    if not question.again:
        return label
    if not label:
        return words.say("Thêm nữa không?")
    return words.say("{label}: thêm nữa không?", label=label)


def show(question: Question, value: Value, words: Words) -> str:
    """An answer in the person's language: `43/45 (95,6%)`, `thứ Sáu, 20/11/2026`, `15-KH/ĐU, ngày 20/11/2026`."""
    if value is None and question.follows:
        return words.say("chưa rõ ngày")
    if value is None:
        return words.say("(để trống)")
    if value == "na":
        return words.say("Không áp dụng")
    match question.type:
        case Type.YES_NO:
            return yes_no(value, words)
        case Type.INTEGER | Type.DECIMAL:
            return words.number(value)
        case Type.MONEY_MILLION:
            return words.say("{amount} triệu đồng", amount=words.number(value))
        case Type.RATIO:
            done, total = value
            parts = f"{words.number(done)}/{words.number(total)}"
            return f"{parts} ({words.percent(done, total)})" if total else parts
        case Type.DATE:
            return words.full_day(date.fromisoformat(value))
        case Type.DOCUMENT:
            return document(value, words)
        case Type.SELECT_ONE:
            return label_of(question, value, words)
        case Type.SELECT_MULTIPLE:
            return words.list([label_of(question, name, words) for name in value]) or words.say("không có")
        case Type.EVIDENCE:
            return words.say("{count} tệp", count=words.number(len(value)))
        case Type.CALCULATE:
            return calculated(value, words)
    return str(value)


def document(value: dict[str, Any], words: Words) -> str:
    """`15-KH/ĐU, ngày 20/11/2026`."""
    if value.get("date"):
        day = words.day(date.fromisoformat(value["date"]))
        return words.say("{number}, ngày {day}", number=value["number"], day=day)
    return str(value["number"])


def label_of(question: Question, name: str, words: Words) -> str:
    """The label of one of the question's options. An option that is gone shows its name."""
    option: Option | None = next((one for one in question.options if one.name == name), None)
    return words.of(option.label, name) if option else name


def calculated(value: str, words: Words) -> str:
    """A computed value: a number in the local form, or text."""
    try:
        return words.number(Decimal(value))
    except ArithmeticError:
        return value
