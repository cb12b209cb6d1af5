"""Reports on behalf of a colleague or another unit: who told it, who typed it, and who hears of it."""

from collections.abc import Sequence

from bot.core.behalf import Behalf, Why
from bot.core.messages import Choice, Reply
from locales.phrases.menus import with_menu
from locales.words import Words


def who_told(unit: str, people: Sequence[Choice], *, words: Words) -> Reply:
    """Before a form of another unit is begun."""
    text = words.say(
        "Báo cáo thay {unit}: số liệu do ai cung cấp? Đề nghị đồng chí gõ họ tên, chức vụ, hoặc chọn số. "
        "Gõ “huỷ” để thôi.",
        unit=unit,
    )
    return with_menu(text, people) if people else Reply(text)


def teller_unclear(*, words: Words) -> Reply:
    """What was typed names nobody."""
    return Reply(
        words.say("Đề nghị đồng chí ghi rõ người cung cấp số liệu. Ví dụ: Nguyễn Văn An, hiệu trưởng.")
    )


def not_begun(*, words: Words) -> Reply:
    """`huỷ` instead of a name."""
    return Reply(words.say("Chưa bắt đầu báo cáo thay; không có gì thay đổi."))


def above(one: Behalf, *, told_by: str, words: Words) -> str:
    """Under the title of the form."""
    if one.why is Why.LEAVE:
        return words.say("Đồng chí báo cáo thay đồng chí {absent} (đang nghỉ).", absent=one.absent)
    if told_by:
        return words.say("Đồng chí báo cáo thay đơn vị này, theo thông tin của {told_by}.", told_by=told_by)
    return words.say("Đồng chí báo cáo thay đơn vị này.")


def by(one: Behalf, author: str, *, words: Words) -> str:
    """Who typed it, and for whom: `đồng chí Phan Hữu Sơn (Xã Đông Khê Hạ) báo cáo thay, theo thông tin của …`."""
    if one.why is Why.LEAVE:
        return words.say(
            "đồng chí {author} ({unit}) báo cáo thay đồng chí {absent} (nghỉ)",
            author=author,
            unit=one.unit_name,
            absent=one.absent,
        )
    if one.told_by:
        return words.say(
            "đồng chí {author} ({unit}) báo cáo thay, theo thông tin của {told_by}",
            author=author,
            unit=one.unit_name,
            told_by=one.told_by,
        )
    return words.say("đồng chí {author} ({unit}) báo cáo thay", author=author, unit=one.unit_name)


def reported_for_you(
    name: str, title: str, *, unit: str, by: str, code: str, issuer: str, words: Words
) -> Reply:
    """To the unit's own people."""
    return Reply(
        words.say(
            "Kính gửi đồng chí {name}.\n\nBáo cáo “{title}” của {unit} đã được gửi, do {by}. Mã biên nhận: {code}.\n\n"
            "Gõ “nguồn {code}” để xem nội dung; cần sửa, gõ “lịch sử”.\nTrân trọng. {issuer}",
            name=name,
            title=title,
            unit=unit,
            by=by,
            code=code,
            issuer=issuer,
        )
    )


def in_receipt(unit: str, one: Behalf | None, *, words: Words) -> str:
    """Under a receipt: for which unit it was, and that it was on its behalf."""
    said = words.say("Đơn vị: {unit}.", unit=unit)
    return said if one is None else f"{said} {above(one, told_by=one.told_by, words=words)}"


def which_unit(units: Sequence[Choice], *, words: Words) -> Reply:
    """`báo cáo thay` alone: the units below that owe something."""
    return with_menu(
        words.say("Đồng chí báo cáo thay đơn vị nào? Chọn số, hoặc gõ “báo cáo thay” kèm tên hoặc mã."), units
    )


def no_unit_waits(*, words: Words) -> Reply:
    """`báo cáo thay` alone, and nothing is owed below."""
    return Reply(
        words.say(
            "Đồng chí gõ “báo cáo thay” kèm tên hoặc mã đơn vị. Ví dụ: báo cáo thay T05. "
            "Hiện không có đơn vị cấp dưới nào còn báo cáo đến kỳ."
        )
    )


def not_for_that_unit(unit: str, *, words: Words) -> Reply:
    """A unit that is not below the person's own."""
    return Reply(
        words.say(
            "Đồng chí không được giao báo cáo thay {unit}: chỉ đơn vị cấp trên và cán bộ theo dõi được "
            "báo cáo thay.",
            unit=unit,
        )
    )


def nothing_owed(unit: str, *, words: Words) -> Reply:
    """The unit owes nothing now."""
    return Reply(words.say("{unit} hiện không còn báo cáo nào cần gửi.", unit=unit))
