"""What the bot says while a form is filled in: one function for each outcome of the engine."""

from collections.abc import Sequence

from bot.core.forms.filling import Stand
from bot.core.forms.model import Form, Question, Text, Type
from bot.core.forms.outcomes import (
    Asked,
    CancelAsked,
    Doubted,
    Echo,
    Filed,
    HeardAsked,
    Outcome,
    ReasonAsked,
    Stale,
    Summarised,
    UnusualAsked,
    WhichAsked,
    Why,
)
from bot.core.forms.pressing import buttons
from bot.core.messages import Choice, Reply
from locales.phrases import form_echoes, problems
from locales.phrases.filed import filed
from locales.phrases.form_echoes import line_of, short
from locales.phrases.menus import with_buttons, with_menu
from locales.phrases.tasks import named
from locales.phrases.values import label_of, question_label, show, yes_no
from locales.words import Words

NUMBERED = (Type.YES_NO, Type.SELECT_ONE, Type.SELECT_MULTIPLE)
"""Closed questions: their choices are lines with numbers. Elsewhere a typed number is the answer itself."""


def say(outcome: Outcome, form: Form, *, prefix: str, words: Words) -> Reply:
    """The words of an outcome. `prefix` begins the data of each button."""
    match outcome:
        case Asked():
            return _asked(outcome, form, prefix, words)
        case Doubted():
            return _doubted(outcome, form, prefix, words)
        case ReasonAsked():
            return _reason(outcome, words)
        case UnusualAsked():
            return form_echoes.unusual(outcome, form, prefix=prefix, words=words)
        case HeardAsked():
            return form_echoes.heard(outcome, prefix=prefix, words=words)
        case Summarised():
            return _summarised(outcome, form, prefix, words)
        case WhichAsked():
            return _which(outcome, words)
        case CancelAsked():
            return _cancel(outcome, prefix, words)
        case Stale():
            return _stale(outcome, form, prefix, words)
        case Filed():
            return say(outcome.now, form, prefix=prefix, words=words).below(filed(outcome, words=words))
    raise TypeError(f"no words for {outcome!r}: its handler has them")


def choices(outcome: Outcome, form: Form, *, prefix: str, words: Words) -> tuple[Sequence[Choice], bool]:
    """What may be chosen by tapping or typing, and whether its numbers may be typed."""
    match outcome:
        case Asked():
            return _answers(outcome, form, prefix, words), outcome.question.type in NUMBERED
        case Doubted():
            return _doubt_choices(outcome, form, prefix, words), True
        case UnusualAsked():  # a number that is typed is the figure
            return form_echoes.unusual_choices(outcome, form, prefix=prefix, words=words), False
        case HeardAsked():
            return form_echoes.heard_choices(prefix, words), True
        case Summarised():
            return _summary_choices(prefix, words), False
        case CancelAsked():
            return _cancel_choices(prefix, words), True
    return (), False


def opened(form: Form, *, unit: str, due: str, practised: bool, summed_up: bool = False, words: Words) -> str:
    """What stands above the first question; less of it for people who sent that form before, and above a summary, which
    has the title."""
    title = words.of(form.title)
    if summed_up:
        return words.say("{unit}. Hạn: hết ngày {due}.", unit=unit, due=due)
    if practised:
        return words.say("{title}\n{unit}. Hạn: hết ngày {due}.", title=title, unit=unit, due=due)
    return words.say(
        "{title}\n{unit}. Hạn: hết ngày {due}.\n"
        "Khoảng {minutes} phút, trả lời đến đâu lưu đến đó. Gõ “lùi”, “giúp” hoặc “huỷ” khi cần.",
        title=title,
        unit=unit,
        due=due,
        minutes=form.minutes,
    )


def waiting(waits: Sequence[tuple[Sequence[Text], Text, Sequence[str]]], *, words: Words) -> str:
    """Under the title of a form: tasks of it wait for another one, which these units have not reported."""
    return "\n".join(
        words.say(
            "Lưu ý: {tasks} chờ {units} báo cáo. Nếu vì vậy chưa làm được, đồng chí trả lời “Chưa”.",
            tasks=words.list([f"“{words.of(task)}”" for task in tasks]),
            units=named(units, words=words),
        )
        for tasks, _, units in waits
    )


def resumed(form: Form, *, unit: str, since: str, words: Words) -> str:
    """What stands above the question at which the person left off."""
    return words.say(
        "Đồng chí đang điền dở báo cáo “{title}” của {unit}, lưu lúc {since}. Các câu đã trả lời vẫn còn.",
        title=words.of(form.title),
        unit=unit,
        since=since,
    )


def _asked(asked: Asked, form: Form, prefix: str, words: Words) -> Reply:
    question = asked.question
    number, count = asked.place
    parts: list[str] = []
    if asked.echo is not None:
        parts.append(_echo(asked.echo, words))
    if asked.problem is not None:
        parts.append("⚠️ " + problems.explain(asked.problem, question, total=asked.total, words=words))
    if asked.why is Why.HELP:
        parts.append(_help(question, words))
    parts.extend(words.of(note.label) for note in asked.notes)
    lines = [f"{number}/{count}. {question_label(question, words)}"]
    hint = words.of(question.hint) if _hinted(asked) else ""
    if asked.total is not None:
        lines.append(words.say("Tổng số theo danh sách: {total}.", total=words.number(asked.total)))
        if asked.hinted and not hint:
            hint = words.say("Chỉ cần gõ một số, không cần gõ lại tổng số.")
    if hint:
        lines.append(hint)
    if asked.draft:
        lines.append(_chosen(question, asked, words))
    elif asked.known is not None:
        lines.append(
            words.say(
                "Đang ghi: {value}. Gõ “giữ nguyên” nếu không đổi.",
                value=_before_a_stop(show(question, asked.known, words)),
            )
        )
    if question.follows and asked.known is None:
        lines.append(words.say("Ví dụ: 15/12. Nếu chưa biết, gõ “chưa biết”."))
    elif not question.required and not asked.draft and asked.known is None:
        lines.append(words.say("Không bắt buộc: gõ “bỏ qua” nếu không có."))
    parts.append("\n".join(lines))
    offered = _answers(asked, form, prefix, words)
    text = "\n\n".join(parts)
    if question.type not in NUMBERED:
        return with_buttons(text, offered, columns=2)
    return with_menu(text, offered, columns=2 if question.type is Type.YES_NO else 1)


def _hinted(asked: Asked) -> bool:
    """What must not be sent is said to everybody, and once: a refusal of evidence says itself what is wanted."""
    if asked.question.type is Type.EVIDENCE:
        return asked.problem is None
    return asked.hinted


def _chosen(question: Question, asked: Asked, words: Words) -> str:
    """A list that still grows, and how to end it."""
    value = show(question, asked.draft, words)
    if question.type is Type.EVIDENCE:
        return words.say(
            "Đã nhận: {value}. Gửi thêm, gõ “xong” nếu đủ, “gửi lại từ đầu” nếu nhầm.",
            value=value,
        )
    return words.say("Đã chọn: {value}. Đồng chí chọn thêm, hoặc gõ “xong”.", value=value)


def _answers(asked: Asked, form: Form, prefix: str, words: Words) -> list[Choice]:
    """The answers that can be tapped, then what else can be done with the question."""
    question = asked.question
    place = form.place(question.name)
    offered = [
        Choice(_label(question, what, asked, words), f"{prefix}.{place}.{what}")
        for what in buttons(question, total=asked.total)
    ]
    if question.type in (Type.SELECT_MULTIPLE, Type.EVIDENCE) and asked.draft:
        offered.append(Choice(words.say("Xong"), f"{prefix}.{place}.done"))
        if question.type is Type.EVIDENCE:
            offered.append(Choice(words.say("Gửi lại từ đầu"), f"{prefix}.{place}.anew"))
    elif asked.known is not None:
        offered.append(Choice(words.say("Giữ nguyên"), f"{prefix}.{place}.keep"))
    elif not question.required:
        offered.append(Choice(words.say("Bỏ qua"), f"{prefix}.{place}.skip"))
    return offered


def _label(question: Question, what: str, asked: Asked, words: Words) -> str:
    match question.type:
        case Type.YES_NO:
            return yes_no(what, words)
        case Type.RATIO:
            assert asked.total is not None
            total = words.number(asked.total)
            return words.say("Đủ {total}/{total}", total=total)
        case Type.DATE:
            return words.say("Hôm nay") if what == "today" else words.say("Hôm qua")
    option = question.options[int(what)]
    label = label_of(question, option.name, words)
    return f"✅ {label}" if asked.draft and option.name in asked.draft else label


def _doubted(doubted: Doubted, form: Form, prefix: str, words: Words) -> Reply:
    text = problems.ask_back(
        doubted.problem, doubted.question, show(doubted.question, doubted.value, words), words=words
    )
    return with_menu(text, _doubt_choices(doubted, form, prefix, words), columns=2)


def _reason(asked: ReasonAsked, words: Words) -> Reply:
    """No choices: what is typed is the reason, and staff read it."""
    parts = []
    if asked.problem is not None:
        said = problems.explain(asked.problem, asked.question, total=None, words=words, with_example=False)
        parts.append("⚠️ " + said)
    parts.append(
        words.say(
            "Danh sách ghi tổng số {total}, đồng chí ghi {value}. "
            "Đề nghị đồng chí ghi lý do trong một câu, ví dụ: “Có 2 giáo viên mới về trường từ tháng 10”. "
            "Cán bộ theo dõi sẽ xem và sửa danh sách. Gõ “lùi” nếu muốn nhập lại.",
            total=words.number(asked.total),
            value=show(asked.question, asked.value, words),
        )
    )
    return Reply("\n\n".join(parts))


def _doubt_choices(doubted: Doubted, form: Form, prefix: str, words: Words) -> list[Choice]:
    place = form.place(doubted.question.name)
    return [
        Choice(words.say("Đúng"), f"{prefix}.{place}.yes"),
        Choice(words.say("Nhập lại"), f"{prefix}.{place}.no"),
    ]


def _summarised(summary: Summarised, form: Form, prefix: str, words: Words) -> Reply:
    # No numbers here: "1" must not be "send" under a list in which 1 is a line.
    hint = (
        form_echoes.no_change_hint(summary.lines, words=words)
        if summary.untouched
        else words.say(
            "Gõ “gửi” để gửi báo cáo, “sửa {line}” để sửa dòng {line}, “huỷ” để bỏ báo cáo.",
            line=min(3, len(summary.lines)),
        )
    )
    if summary.misunderstood and not summary.apart:  # the list stands right above
        said = words.say("⚠️ Hệ thống chưa hiểu. {hint}", hint=hint)
        return with_buttons(said, _summary_choices(prefix, words), columns=3)
    parts = []
    if summary.echo is not None:
        parts.append(_echo(summary.echo, words))
    if summary.misunderstood:
        parts.append(words.say("⚠️ Hệ thống chưa hiểu. Đề nghị đồng chí xem hướng dẫn ở cuối tin này."))
    title = words.of(form.title)
    above = (
        words.say("Báo cáo “{title}”, như kỳ trước trừ dòng có chữ “mới”:", title=title)
        if summary.as_last and any(line.changed for line in summary.lines)
        else words.say("Báo cáo “{title}”, như kỳ trước:", title=title)
        if summary.as_last
        else words.say("Đề nghị đồng chí xem lại báo cáo “{title}”:", title=title)
    )
    parts.append("\n".join((above, *(line_of(line, words) for line in summary.lines))))
    parts.append(hint)
    return with_buttons("\n\n".join(parts), _summary_choices(prefix, words), columns=3)


def _summary_choices(prefix: str, words: Words) -> list[Choice]:
    return [
        Choice(words.say("Gửi"), f"{prefix}.{Stand.SUMMARY}.send"),
        Choice(words.say("Sửa"), f"{prefix}.{Stand.SUMMARY}.edit"),
        Choice(words.say("Huỷ"), f"{prefix}.{Stand.SUMMARY}.cancel"),
    ]


def _which(asked: WhichAsked, words: Words) -> Reply:
    parts = []
    if asked.no_such:
        parts.append(words.say("⚠️ Không có dòng đó."))
    parts.append("\n".join(line_of(line, words) for line in asked.lines))
    parts.append(words.say("Đồng chí muốn sửa dòng số mấy? Gõ số từ 1 đến {count}.", count=len(asked.lines)))
    return Reply("\n\n".join(parts))


def _cancel(asked: CancelAsked, prefix: str, words: Words) -> Reply:
    text = words.say(
        "Báo cáo này đã có {count} câu trả lời. Đồng chí muốn bỏ hết hay điền tiếp?", count=asked.answered
    )
    return with_menu(text, _cancel_choices(prefix, words))


def cancel_correction(asked: Reply, code: str, *, words: Words) -> Reply:
    """The same question while a report that was sent is corrected: that one stays."""
    question = words.say("Bỏ phần sửa? Bản đã gửi {code} vẫn còn.", code=code)
    return with_menu(question, asked.choices)


def _cancel_choices(prefix: str, words: Words) -> list[Choice]:
    return [
        Choice(words.say("Điền tiếp"), f"{prefix}.{Stand.CANCEL}.no"),
        Choice(words.say("Bỏ hết"), f"{prefix}.{Stand.CANCEL}.yes"),
    ]


def _stale(stale: Stale, form: Form, prefix: str, words: Words) -> Reply:
    if stale.question is None:
        said = words.say("Nút vừa bấm thuộc một tin nhắn cũ nên không có gì thay đổi.")
    elif stale.value is None:
        said = words.say(
            "Nút vừa bấm thuộc câu “{label}”, không phải câu đang hỏi, nên không có gì thay đổi.",
            label=question_label(stale.question, words),
        )
    else:
        said = words.say(
            "Câu “{label}” đã ghi: {value}. Muốn đổi, đồng chí gõ “sửa” rồi chọn dòng.",
            label=question_label(stale.question, words),
            value=_before_a_stop(show(stale.question, stale.value, words)),
        )
    now = say(stale.now, form, prefix=prefix, words=words)
    return now.below(said)


def _echo(echo: Echo, words: Words) -> str:
    if echo.changed and echo.before is None:
        return words.say(
            "Đã ghi câu “{label}”: {value}.",
            label=question_label(echo.question, words),
            value=_before_a_stop(show(echo.question, echo.value, words)),
        )
    if echo.changed:
        return words.say(
            "Đã đổi câu “{label}”: {before} → {after}.",
            label=question_label(echo.question, words),
            before=short(show(echo.question, echo.before, words)),
            after=_before_a_stop(show(echo.question, echo.value, words)),
        )
    if echo.value is None and echo.question.follows:
        return words.say("Đã ghi: chưa rõ ngày.")
    if echo.value is None:
        return words.say("Đã bỏ qua.")
    return words.say("Đã ghi: {value}.", value=_before_a_stop(show(echo.question, echo.value, words)))


def _before_a_stop(text: str) -> str:
    """A value that ends a sentence; what a person typed may end with a full stop of its own."""
    return short(text.removesuffix("."))


def _help(question: Question, words: Words) -> str:
    guidance = words.of(question.guidance)
    return (
        (f"{guidance}\n" if guidance else "")
        + problems.how_to_answer(question, words=words)
        + "\n"
        + words.say("Gõ “lùi” để về câu trước, “sửa 3” để sửa câu 3, “huỷ” để bỏ báo cáo.")
    )
