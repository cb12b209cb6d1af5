"""What was sent: the list, one report, and what may be done with it."""

from collections.abc import Sequence
from datetime import date

from bot.core.forms.differences import Difference
from bot.core.forms.model import Form
from bot.core.messages import Choice, Reply
from bot.core.reports import Report
from locales.phrases.differences import changes
from locales.phrases.menus import short, under_lines, with_buttons, with_menu
from locales.phrases.reports import on_behalf, state
from locales.words import Words


def history(reports: Sequence[tuple[Report, str, str]], choices: Sequence[str], *, words: Words) -> Reply:
    """What was sent: (report, its title, when), the latest first. `choices` is the data of each one's button."""
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
        + (f"\n   {on_behalf(report, words=words)}" if report.behalf is not None else "")
        for number, (report, title, at) in enumerate(reports, start=1)
    ]
    lines.append(words.say("Gõ số để xem, sửa hoặc gửi lại, ví dụ: 1."))
    offered = [
        Choice(short(f"{number}. {title}"), data)
        for number, ((_, title, _at), data) in enumerate(zip(reports, choices, strict=True), start=1)
    ]
    return with_buttons("\n".join(lines), offered)


def card(text: str, choices: Sequence[Choice], *, words: Words) -> Reply:
    """One report whole, and what may be done with it."""
    return under_lines(text, choices, words=words) if choices else Reply(text)


def mend(data: str, *, words: Words) -> Choice:
    return Choice(words.say("Sửa báo cáo này"), data)


def repeat(data: str, period: str, *, words: Words) -> Choice:
    """The same form is owed for another period; `period` is empty where it is reported each time that it happens."""
    if not period:
        return Choice(words.say("Gửi thêm một báo cáo như vậy"), data)
    return Choice(short(words.say("Gửi như vậy cho {period}", period=period)), data)


def newest(code: str, data: str, *, words: Words) -> Choice:
    """A report was replaced by another one."""
    return Choice(words.say("Xem bản mới {code}", code=code), data)


def see(code: str, data: str, *, words: Words) -> Choice:
    """A report that was sent, to be looked at or corrected."""
    return Choice(words.say("Xem, sửa {code}", code=code), data)


def give_back(data: str, *, words: Words) -> Choice:
    """What staff may do with a report that they look at."""
    return Choice(words.say("Trả lại"), data)


def reported_already(code: str, at: str, by: str, *, data: str, words: Words) -> Reply:
    """The form was reported, by this person or a colleague: there it can be looked at and corrected."""
    if by:
        text = words.say("Báo cáo này đã gửi lúc {at} (mã {code}, người gửi: {by}).", at=at, code=code, by=by)
    else:  # whoever was deleted has no name any more
        text = words.say(
            "Báo cáo này đã gửi lúc {at} (mã {code}, người gửi: cán bộ đầu mối).", at=at, code=code
        )
    return with_menu(text, [see(code, data, words=words)])


def locked_line(since: date, *, words: Words) -> str:
    """Under a report that cannot be corrected any more."""
    return words.say("Kỳ báo cáo đã khóa từ ngày {day}.", day=words.day(since))


def locked(since: date, committee: str, *, words: Words) -> Reply:
    """The period is locked: who can help."""
    return Reply(
        words.say(
            "Kỳ báo cáo này đã khóa từ ngày {day} nên chưa sửa được. Nếu số liệu cần sửa, kính đề nghị đồng chí "
            "báo cán bộ theo dõi của {committee} trả lại báo cáo kèm lý do; khi đó đồng chí sửa được ngay.",
            day=words.day(since),
            committee=committee,
        )
    )


def correcting(form: Form, code: str, *, words: Words) -> str:
    """Above a report that its sender corrects."""
    return words.say(
        "Sửa báo cáo “{title}” (mã {code}). Đồng chí gõ “sửa” kèm số dòng cần đổi, rồi gõ “gửi”. "
        "Bản đã gửi còn nguyên cho đến lúc đó.",
        title=words.of(form.title),
        code=code,
    )


def why_corrected(found: Sequence[Difference], *, words: Words) -> Reply:
    """What will be other than in the version that was sent, and why?"""
    parts = [words.say("So với bản đã gửi:"), *changes(found, words=words)]
    asked = words.say(
        "Lý do sửa? Đề nghị đồng chí ghi trong một câu, ví dụ: “Cộng thiếu một lớp”. Lý do được đưa vào bản "
        "tổng hợp, đồng chí không ghi họ tên. Gõ “lùi” để xem lại, chưa gửi."
    )
    return Reply("\n".join(parts) + "\n\n" + asked)


def unchanged(code: str, *, words: Words) -> Reply:
    """A correction in which nothing is other than before."""
    return Reply(
        words.say(
            "Không có câu trả lời nào thay đổi so với bản {code} nên không gửi thêm bản mới. Bản {code} giữ nguyên.",
            code=code,
        )
    )


def against(earlier: Report, found: Sequence[Difference], reason: str, *, words: Words) -> str:
    """Under a report: what it changes of the version before, and why."""
    head = words.say("So với bản {version} ({code}):", version=earlier.version, code=earlier.code)
    lines = [head, *(changes(found, words=words) or [words.say("- không đổi")])]
    if reason:
        lines.append(words.say("Lý do sửa: {reason}", reason=reason))
    return "\n".join(lines)
