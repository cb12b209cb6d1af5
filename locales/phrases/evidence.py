"""Evidence: looking at it, and what becomes of files that nobody asked for."""

from bot.core.messages import Choice, Reply
from bot.core.reports import Report
from locales.phrases.menus import with_menu
from locales.words import Words


def look(count: int, *, words: Words) -> str:
    """The label of the button below a report."""
    return words.say("Xem minh chứng ({count})", count=count)


def shown(
    report: Report, count: int, *, as_it_is: bool, decide: tuple[str, str] | None, words: Words
) -> Reply:
    """Above the files. `as_it_is`: a PDF is among them. `decide` is the data of *Tiếp nhận* and *Trả lại*."""
    text = words.say(
        "Minh chứng của {unit}, báo cáo {code}: {count} tệp. Ảnh đã thu nhỏ, bỏ vị trí và thông tin máy chụp. "
        "Đề nghị đồng chí không chuyển tiếp.",
        unit=report.unit_name,
        code=report.code,
        count=count,
    )
    if as_it_is:
        text += " " + words.say("Tệp PDF giữ nguyên, có thể còn tên người soạn.")
    if decide is None:
        return Reply(text)
    accept, return_ = decide
    choices = [Choice(words.say("Tiếp nhận"), accept), Choice(words.say("Trả lại"), return_)]
    return with_menu(text, choices, columns=2)


def caption(code: str, number: int, count: int, *, words: Words) -> str:
    """Below one of the files, or in its place."""
    return words.say("{code}, minh chứng {number}/{count}", code=code, number=number, count=count)


def none(report: Report, *, words: Words) -> Reply:
    return Reply(words.say("Báo cáo {code} không có tệp minh chứng.", code=report.code))


def not_kept(*, words: Words) -> Reply:
    """A file that belongs to nothing."""
    return Reply(
        words.say(
            "Tệp chưa được lưu vì không có báo cáo nào đang mở. "
            "Đồng chí mở báo cáo rồi gửi lại hoặc chuyển tiếp tệp."
        )
    )


def code_needed(*, words: Words) -> Reply:
    """`minh chứng` alone, with no report in sight."""
    return Reply(words.say("Đồng chí gõ “minh chứng” kèm mã biên nhận. Ví dụ: minh chứng BC-00042R."))
