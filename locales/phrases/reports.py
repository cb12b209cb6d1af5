"""Reports that are sent: receipts, corrections, history, review."""

from collections.abc import Sequence
from datetime import date

from bot.core.corrections import Request
from bot.core.forms.model import Form, Question, Value
from bot.core.messages import Choice, Reply
from bot.core.reports import Report
from locales.phrases.corrections import short_line, under_report
from locales.phrases.menus import with_buttons, with_menu
from locales.phrases.tasks import Item, due
from locales.phrases.values import show
from locales.words import Words


def receipt(form: Form, *, code: str, at: str, replaces: str | None, words: Words) -> str:
    """The report is in."""
    said = words.say(
        "✅ Đã nhận báo cáo “{title}” lúc {at}.\nMã biên nhận: {code}. Trân trọng cảm ơn đồng chí.",
        title=words.of(form.title),
        at=at,
        code=code,
    )
    if replaces is not None:
        said += "\n" + words.say("Bản này thay thế bản {code}.", code=replaces)
    return said


def receipt_with_rest(receipt_: str, rest: Sequence[Item], *, today: date, words: Words) -> Reply:
    """The receipt, and the next form if one is owed: one tap goes on."""
    if not rest:
        return Reply(receipt_ + "\n\n" + words.say("Hiện đồng chí không còn báo cáo nào cần gửi."))
    following = rest[0]
    text = words.say(
        "Còn {count} báo cáo. Tiếp theo: {title} – {due}.",
        count=len(rest),
        title=following.title,
        due=due(following.due_on, today=today, words=words),
    )
    return with_menu(f"{receipt_}\n\n{text}", [Choice(words.say("Báo cáo tiếp"), following.data)])


def sent_before(code: str, *, at: str, words: Words) -> Reply:
    """*Gửi* was pressed once more."""
    return Reply(
        words.say(
            "Báo cáo này đã được nhận lúc {at}, mã biên nhận {code}. Đồng chí không cần gửi lại.",
            at=at,
            code=code,
        )
    )


def cancelled(form: Form, *, again: str, words: Words) -> Reply:
    """The form is left."""
    text = words.say("Đã bỏ báo cáo “{title}”. Chưa có nội dung nào được gửi đi.", title=words.of(form.title))
    return with_menu(text, [Choice(words.say("Làm lại từ đầu"), again)])


def form_gone(*, words: Words) -> Reply:
    """A button of a form that is there no more, or was never theirs."""
    return Reply(
        words.say(
            "Nút này thuộc một báo cáo không còn mở nên không có gì thay đổi. Gõ “việc” để xem việc cần báo cáo."
        )
    )


def button_unknown(*, words: Words) -> Reply:
    """A button that this version does not know."""
    return Reply(words.say("Nút này không còn dùng nên không có gì thay đổi. Gõ “giúp” để xem các lệnh."))


def not_your_unit(*, words: Words) -> Reply:
    """The person reports for that unit no longer."""
    return Reply(
        words.say(
            "Đồng chí không còn phụ trách báo cáo của đơn vị này nên báo cáo chưa được gửi. "
            "Đề nghị đồng chí liên hệ cán bộ theo dõi."
        )
    )


def reopened(form: Form, note: str, *, words: Words) -> str:
    """Above a report that was returned: the answers are there, only what is wrong is typed again."""
    return words.say(
        "Báo cáo “{title}” cần bổ sung: {note}\nCác câu trả lời cũ vẫn còn; đồng chí chỉ cần sửa dòng cần bổ sung.",
        title=words.of(form.title),
        note=note,
    )


def history(reports: Sequence[tuple[Report, str, str]], *, words: Words) -> Reply:
    """What was sent: (report, its title, when), the latest first."""
    if not reports:
        return Reply(words.say("Đồng chí chưa gửi báo cáo nào."))
    lines = [words.say("Báo cáo đã gửi:")]
    lines += [
        words.say(
            "{number}. {title} – {unit}\n   {code}, gửi {at}: {state}",
            number=number,
            title=title,
            unit=report.unit_name,
            code=report.code,
            at=at,
            state=state(report.state, words=words),
        )
        for number, (report, title, at) in enumerate(reports, start=1)
    ]
    return Reply("\n".join(lines))


def state(name: str, *, words: Words) -> str:
    """What became of a report."""
    match name:
        case "accepted":
            return words.say("đã tiếp nhận")
        case "returned":
            return words.say("cần bổ sung")
        case "replaced":
            return words.say("đã thay bằng bản mới")
    return words.say("chờ xem xét")


def answers(
    report: Report,
    questions: Sequence[Question],
    *,
    corrections: Sequence[Request] = (),
    title: str,
    at: str,
    words: Words,
) -> str:
    """A whole report, with who sent it and when: where every figure comes from."""
    lines = [
        words.say("{title} – {unit}", title=title, unit=report.unit_name),
        words.say(
            "{code}, bản {version}, {author} gửi lúc {at}: {state}",
            code=report.code,
            version=report.version,
            author=report.author or words.say("cán bộ đầu mối"),
            at=at,
            state=state(report.state, words=words),
        ),
        "",
    ]
    lines += [
        f"{number}. {words.of(question.label)} {show(question, value, words)}"
        for number, (question, value) in enumerate(_given(report, questions), start=1)
    ]
    lines += [under_report(one, words=words) for one in corrections]
    return "\n".join(lines)


def no_such_report(*, words: Words) -> Reply:
    """A receipt code that was never given, or a report that the person may not see."""
    return Reply(words.say("Không tìm thấy báo cáo có mã đó. Mã có dạng BC-00042R."))


def nothing_to_review(*, words: Words) -> Reply:
    return Reply(words.say("Không có báo cáo nào chờ xem xét."))


def review_queue(
    reports: Sequence[tuple[Report, str, str]],
    choices: Sequence[Choice],
    *,
    corrections: Sequence[Request] = (),
    words: Words,
) -> Reply:
    """Reports that nobody has looked at (report, title, when), then corrections of the roster that are asked for."""
    lines = [words.say("Báo cáo chờ xem xét: {count}.", count=len(reports))]
    lines += [
        f"{number}. {report.unit_name} – {title}, {at}"
        for number, (report, title, at) in enumerate(reports, start=1)
    ]
    if corrections:
        lines.append(words.say("Đề nghị sửa danh sách: {count}.", count=len(corrections)))
        lines += [
            f"{number}. {short_line(one, words=words)}"
            for number, one in enumerate(corrections, start=len(reports) + 1)
        ]
    lines.append(words.say("Gõ số để xem."))
    return with_buttons("\n".join(lines), choices)


def to_review(text: str, *, accept: str, return_: str, words: Words) -> Reply:
    """One report, and what may be done with it."""
    return with_menu(
        text, [Choice(words.say("Tiếp nhận"), accept), Choice(words.say("Trả lại"), return_)], columns=2
    )


def why_returned(*, words: Words) -> Reply:
    """The reason is asked for: a return without one helps nobody."""
    return Reply(
        words.say(
            "Đề nghị đồng chí ghi lý do trả lại trong một câu, nêu rõ nội dung cần bổ sung. Đơn vị sẽ nhận nguyên văn."
        )
    )


def reviewed(unit: str, *, accepted: bool, words: Words) -> str:
    if accepted:
        return words.say("Đã tiếp nhận báo cáo của {unit}.", unit=unit)
    return words.say("Đã trả lại báo cáo để {unit} bổ sung, kèm lý do.", unit=unit)


def reviewed_before(*, words: Words) -> Reply:
    """Somebody else was faster, or a newer version came."""
    return Reply(words.say("Báo cáo này đã được xem xét hoặc đã có bản mới. Gõ “duyệt” để xem danh sách."))


def may_not_review_own(*, words: Words) -> Reply:
    return Reply(
        words.say(
            "Đồng chí là đầu mối báo cáo của chính đơn vị này nên báo cáo cần do đồng chí khác xem xét."
        )
    )


def tell_accepted(title: str, *, words: Words) -> Reply:
    return Reply(words.say("Đã tiếp nhận báo cáo “{title}”. Trân trọng cảm ơn đồng chí.", title=title))


def tell_returned(title: str, note: str, due_on: date, *, data: str, words: Words) -> Reply:
    """To the officer: what is missing, until when, and one tap to mend it."""
    text = words.say(
        "Báo cáo “{title}” cần bổ sung: {note}\nKính đề nghị đồng chí gửi lại chậm nhất ngày {day}.",
        title=title,
        note=note,
        day=words.day(due_on),
    )
    return with_menu(text, [Choice(words.say("Sửa báo cáo"), data)])


def _given(report: Report, questions: Sequence[Question]) -> list[tuple[Question, Value]]:
    return [
        (question, report.answers[question.name])
        for question in questions
        if question.asked and question.name in report.answers
    ]
