"""What a form asks back: several answers in one message, a figure that is far from the usual."""

from collections.abc import Sequence
from decimal import Decimal

from bot.core.forms.filling import Stand
from bot.core.forms.model import Form, Question, Type, Value
from bot.core.forms.outcomes import HeardAsked, Line, UnusualAsked
from bot.core.messages import Choice, Reply
from locales.phrases import problems
from locales.phrases.menus import with_buttons, with_menu
from locales.phrases.values import question_label, show
from locales.words import Words

LONGEST_LINE = 160
"""Characters of one line of the summary; a longer text is cut there, and kept whole in the report."""

LONGEST_PART = 60
"""Characters of words that were not understood, as they are said back."""


def line_of(line: Line, words: Words) -> str:
    """`3. Bao nhiêu lớp? 45 (mới)`."""
    text = (
        f"{line.number}. {_line_label(line.question, words)} {short(show(line.question, line.value, words))}"
    )
    return words.say("{line} (mới)", line=text) if line.changed else text


def _line_label(question: Question, words: Words) -> str:
    """In a list a day that is expected says of what."""
    if not question.follows or not (label := words.of(question.label)):
        return question_label(question, words)
    return words.say("Dự kiến xong “{label}”:", label=short(label, LONGEST_PART))


def short(text: str, most: int = LONGEST_LINE) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def taken_over(lines: Sequence[Line], *, words: Words) -> str:
    """Above the first question of a report in which something cannot be as it was last time."""
    listed = "\n".join(
        line_of(line, words)
        if line.value is not None or not line.changed
        else words.say(
            "{number}. {label} (cần trả lời)",
            number=line.number,
            label=question_label(line.question, words),
        )
        for line in lines
    )
    return words.say("Như kỳ trước, trừ dòng cần trả lời:") + "\n" + listed


def heard(asked: HeardAsked, *, prefix: str, words: Words) -> Reply:
    """What several answers in one message were taken for."""
    parts = [
        words.say("Hệ thống hiểu như sau:") + "\n" + "\n".join(line_of(one, words) for one in asked.lines)
    ]
    if asked.unread:
        parts.append(
            words.say("Chưa rõ, hệ thống sẽ hỏi lại:")
            + "\n"
            + "\n".join(
                words.say(
                    "– {label} “{text}”",
                    label=question_label(question, words),
                    text=short(text, LONGEST_PART),
                )
                for question, text in asked.unread
            )
        )
    if asked.left:
        rest = short(", ".join(asked.left), LONGEST_PART)
        parts.append(words.say("Phần “{text}” chưa dùng đến vì chưa rõ thuộc câu nào.", text=rest))
    parts.append(words.say("Đúng không? Hệ thống chỉ ghi vào báo cáo khi đồng chí trả lời “đúng”."))
    return with_menu("\n\n".join(parts), heard_choices(prefix, words), columns=2)


def heard_choices(prefix: str, words: Words) -> list[Choice]:
    """Right, or typed anew."""
    return _right_or_anew(f"{prefix}.{Stand.HEARD}", words)


def unusual(asked: UnusualAsked, form: Form, *, prefix: str, words: Words) -> Reply:
    """A figure that is far from last time's, or from other units': asked once, never refused."""
    parts = []
    if asked.problem is not None:
        said = problems.explain(asked.problem, asked.question, total=None, words=words, with_example=False)
        parts.append("⚠️ " + said)
    parts.append(
        words.say(
            "Câu “{label}”: đồng chí ghi {value}, {compared}. Có đúng không?\n"
            "Nếu đúng, gõ “đúng” hoặc lý do trong một câu; nếu nhầm, gõ lại số.",
            label=question_label(asked.question, words),
            value=show(asked.question, asked.value, words),
            compared=_compared(asked, words),
        )
    )
    return with_buttons(
        "\n\n".join(parts), unusual_choices(asked, form, prefix=prefix, words=words), columns=2
    )


def unusual_choices(asked: UnusualAsked, form: Form, *, prefix: str, words: Words) -> list[Choice]:
    """Right, or typed anew."""
    return _right_or_anew(f"{prefix}.{form.place(asked.question.name)}", words)


def remark(said: str, *, words: Words) -> str:
    """Under an answer, for who reviews it: it is far from the usual, and what the unit says of that."""
    if not said:
        return words.say("   ⚠️ Khác nhiều so với thường lệ; đơn vị xác nhận là đúng.")
    return words.say("   ⚠️ Khác nhiều so với thường lệ; lý do: {reason}", reason=said)


def no_change_hint(lines: Sequence[Line], *, words: Words) -> str:
    """Under a report that says what the last one said."""
    easy = [one for one in lines if one.question.type in _EASY and one.value not in (None, "na")]
    easy.sort(key=lambda one: one.question.default != "")  # what the roster answers changes seldom
    example = next(iter(easy or lines), None)
    if example is None:
        return words.say("Gõ “không thay đổi” để gửi.")
    if example.question.type not in _EASY:
        return words.say(
            "Gõ “không thay đổi” để gửi. Nếu có thay đổi, gõ “sửa” kèm số dòng, ví dụ: sửa {number}.",
            number=example.number,
        )
    return words.say(
        "Gõ “không thay đổi” để gửi. Nếu có thay đổi, gõ số dòng và số mới, ví dụ: sửa {number}: {value}.",
        number=example.number,
        value=_plain(example.value, words),
    )


_EASY = (Type.RATIO, Type.INTEGER)
"""Kinds whose answers make a short example."""


def _plain(value: Value, words: Words) -> str:
    if isinstance(value, list):
        return f"{words.number(value[0])}/{words.number(value[1])}"
    return words.number(value)


def _compared(asked: UnusualAsked, words: Words) -> str:
    last, near = asked.against.last, asked.against.near
    if near is None:
        return words.say("kỳ trước là {value}", value=show(asked.question, last, words))
    return words.say(
        "{count} đơn vị tương tự thường ghi khoảng {value}",
        count=near.units,
        value=_median(asked.question, near.median, words),
    )


def _median(question: Question, median: str, words: Words) -> str:
    figure = Decimal(median)
    if question.type is Type.RATIO:
        return words.percent(figure, 100)
    return show(
        question, format(figure.quantize(Decimal(1)) if figure > 10 else figure.normalize(), "f"), words
    )


def _right_or_anew(place: str, words: Words) -> list[Choice]:
    return [
        Choice(words.say("Đúng"), f"{place}.yes"),
        Choice(words.say("Nhập lại"), f"{place}.no"),
    ]
