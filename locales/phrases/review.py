"""Staff look at reports: the queue, accepting, returning with a reason; what the officer hears of it."""

from collections.abc import Sequence
from datetime import date

from bot.core.corrections import Request
from bot.core.data_requests import Request as DataRequest
from bot.core.extending import Extension
from bot.core.messages import Choice, Reply
from bot.core.reports import Report
from locales.phrases.corrections import short_line
from locales.phrases.data_requests import short_line as data_request_line
from locales.phrases.granting import short_line as extension_line
from locales.phrases.menus import under_lines, with_buttons
from locales.words import Words


def nothing_to_review(*, words: Words) -> Reply:
    return Reply(words.say("Không có báo cáo nào chờ xem xét."))


def review_queue(
    reports: Sequence[tuple[Report, str, str]],
    choices: Sequence[Choice],
    *,
    count: int,
    corrections: Sequence[Request] = (),
    requests: Sequence[DataRequest] = (),
    extensions: Sequence[Extension] = (),
    words: Words,
) -> Reply:
    """Reports that nobody has looked at (report, title, when), the oldest of `count`; then corrections of the roster
    that are asked for."""
    lines = [words.say("Báo cáo chờ xem xét: {count}.", count=words.number(count))]
    lines += [
        f"{number}. {report.unit_name} – {title}, {at}"
        for number, (report, title, at) in enumerate(reports, start=1)
    ]
    if count > len(reports):
        lines.append(words.say("… và {count} báo cáo nữa.", count=words.number(count - len(reports))))
    if corrections:
        lines.append(words.say("Đề nghị sửa danh sách: {count}.", count=len(corrections)))
        lines += [
            f"{number}. {short_line(one, words=words)}"
            for number, one in enumerate(corrections, start=len(reports) + 1)
        ]
    if requests:
        lines.append(words.say("Yêu cầu về dữ liệu cá nhân: {count}.", count=len(requests)))
        lines += [
            f"{number}. {data_request_line(one, words=words)}"
            for number, one in enumerate(requests, start=len(reports) + len(corrections) + 1)
        ]
    if extensions:
        lines.append(words.say("Đề nghị gia hạn: {count}.", count=len(extensions)))
        first = len(reports) + len(corrections) + len(requests) + 1
        lines += [
            f"{number}. {extension_line(one, words=words)}"
            for number, one in enumerate(extensions, start=first)
        ]
    lines.append(words.say("Gõ số để xem."))
    return with_buttons("\n".join(lines), choices)


def to_review(text: str, *, accept: str, return_: str, more: Sequence[Choice] = (), words: Words) -> Reply:
    """One report, and what may be done with it."""
    choices = [Choice(words.say("Tiếp nhận"), accept), Choice(words.say("Trả lại"), return_), *more]
    return under_lines(text, choices, columns=2, words=words)


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


def not_returned(*, words: Words) -> str:
    """`huỷ` was typed where the reason was asked."""
    return words.say("Chưa trả lại báo cáo; báo cáo vẫn chờ xem xét.")


def reviewed_before(*, words: Words) -> Reply:
    """Somebody else was faster, or a newer version came."""
    return Reply(words.say("Báo cáo này đã được xem xét hoặc đã có bản mới. Gõ “duyệt” để xem danh sách."))


def may_not_review_typed(*, words: Words) -> Reply:
    """The person typed that report on behalf of the unit."""
    return Reply(words.say("Báo cáo này do chính đồng chí nhập nên cần một đồng chí khác xem xét."))


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
        "Báo cáo “{title}” cần bổ sung: {note}\nKính đề nghị đồng chí gửi lại chậm nhất ngày {day}. "
        "Gõ “việc” để mở báo cáo.",
        title=title,
        note=note,
        day=words.day(due_on),
    )
    return with_buttons(text, [Choice(words.say("Sửa báo cáo"), data)])
