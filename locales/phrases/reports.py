"""Reports that are sent: receipts, corrections, history, review."""

from collections.abc import Sequence
from datetime import date

from bot.core.corrections import Request
from bot.core.forms.model import Form, Question
from bot.core.messages import Choice, Reply
from bot.core.reports import Report
from locales.phrases import undoing
from locales.phrases.behalf import by
from locales.phrases.corrections import under_report
from locales.phrases.form_echoes import remark
from locales.phrases.menus import short, with_menu
from locales.phrases.tasks import MOST, Item, due
from locales.phrases.values import question_label, show
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


def receipt_with_rest(
    receipt_: str,
    owed: Sequence[Item],
    offered: Sequence[Item],
    *,
    not_yet: bool,
    today: date,
    words: Words,
) -> Reply:
    """The receipt, and the next form if one is owed: one tap goes on. `offered` is what may be reported whenever it
    happens. `not_yet`: something in the report is not done, and may be reported when it is."""
    if not_yet:
        receipt_ += "\n" + words.say("Khi xong nội dung “chưa”, đồng chí gõ “việc” để báo cáo lại.")
    choices = [Choice(short(item.title), item.data) for item in offered[:MOST]]
    if owed:
        following = owed[0]
        text = words.say(
            "Còn {count} báo cáo. Tiếp theo (gõ “tiếp”): {title} – {due}, khoảng {minutes} phút.",
            count=len(owed),
            title=f"{following.title} – {following.unit}" if following.unit else following.title,
            due=due(following.due_on, today=today, words=words),
            minutes=following.minutes,
        )
        choices.insert(0, Choice(words.say("Báo cáo tiếp"), following.data))
    else:
        text = words.say("Hiện đồng chí không còn báo cáo nào cần gửi.")
    if offered:
        text += "\n" + words.say("Khi có lớp, có việc tiếp theo, đồng chí chọn để báo cáo:")
    return with_menu(f"{receipt_}\n\n{text}", choices) if choices else Reply(f"{receipt_}\n\n{text}")


def sent_before(code: str, *, at: str, words: Words) -> Reply:
    """*Gửi* was pressed once more."""
    return Reply(
        words.say(
            "Báo cáo này đã được nhận lúc {at}, mã biên nhận {code}. Đồng chí không cần gửi lại.",
            at=at,
            code=code,
        )
    )


def sent_unchanged(*, send: str, mend: str, words: Words) -> Reply:
    """A returned report is sent, and nothing of it is other than before."""
    text = words.say("Chưa sửa gì so với bản bị trả lại. Đồng chí vẫn gửi?")
    return with_menu(text, [Choice(words.say("Vẫn gửi"), send), Choice(words.say("Xem, sửa tiếp"), mend)])


def cancelled(form: Form, *, sent: str, again: str, restore: str | None, words: Words) -> Reply:
    """The form is left. `restore` is the button that takes it up again; None where nothing was entered. `sent` is the
    code of the report that it would have replaced, which stays."""
    text = (
        words.say("Đã bỏ phần sửa. Bản đã gửi {code} vẫn còn.", code=sent)
        if sent
        else words.say(
            "Đã bỏ báo cáo “{title}”. Nội dung vừa điền không được gửi đi.", title=words.of(form.title)
        )
    )
    choices = [Choice(words.say("Làm lại từ đầu"), again)]
    if restore is not None:
        choices.append(undoing.restore(restore, words=words))
    return with_menu(text, choices)


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


def supplemented(form: Form, code: str, *, words: Words) -> str:
    """Above a report in which something was "not yet": it is sent once more when that is done."""
    return words.say(
        "Báo cáo “{title}” đã nhận (mã {code}), còn nội dung “chưa”. Khi đã xong, đồng chí gõ “sửa” kèm số dòng "
        "để cập nhật rồi gửi lại; các câu trả lời khác vẫn giữ nguyên.",
        title=words.of(form.title),
        code=code,
    )


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
    """A whole report, with who sent it and when: where every figure comes from. `questions` are those that were asked,
    numbered as in the form's summary."""
    lines = [
        words.say("{title} – {unit}", title=title, unit=report.unit_name),
        _sent(report, at, words),
        *([on_behalf(report, words=words)] if report.behalf is not None else []),
        "",
    ]
    for number, question in enumerate(questions, start=1):
        value = show(question, report.answers.get(question.name), words)
        lines.append(f"{number}. {question_label(question, words)} {value}")
        if question.name in report.remarks:
            lines.append(remark(report.remarks[question.name], words=words))
    lines += [under_report(one, words=words) for one in corrections]
    return "\n".join(lines)


def _sent(report: Report, at: str, words: Words) -> str:
    """Where it comes from. Whoever was deleted has no name any more."""
    if not report.author:
        return words.say(
            "{code}, bản {version}, cán bộ đầu mối gửi lúc {at}: {state}",
            code=report.code,
            version=report.version,
            at=at,
            state=state(report.state, words=words),
        )
    return words.say(
        "{code}, bản {version}, {author} gửi lúc {at}: {state}",
        code=report.code,
        version=report.version,
        author=report.author,
        at=at,
        state=state(report.state, words=words),
    )


def code_needed(*, words: Words) -> Reply:
    """`nguồn` alone."""
    return Reply(words.say("Đồng chí gõ “nguồn” kèm mã biên nhận. Ví dụ: nguồn BC-00042R."))


def no_such_report(*, words: Words) -> Reply:
    """A receipt code that was never given, or a report that the person may not see."""
    return Reply(words.say("Không tìm thấy báo cáo có mã đó. Mã có dạng BC-00042R."))


def on_behalf(report: Report, *, words: Words) -> str:
    """Who typed a report that is not of their own unit."""
    assert report.behalf is not None
    author = report.author or words.say("cán bộ đầu mối")
    return words.say("Do {by}.", by=by(report.behalf, author, words=words))
