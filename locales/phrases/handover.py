"""Hand-over of a post to a new officer, with one code."""

from collections.abc import Sequence

from bot.core.messages import Choice, Reply
from locales.phrases.committee import which_unit_by_code
from locales.phrases.menus import short, with_menu
from locales.words import Words


def post_label(name: str, role: str, unit: str) -> str:
    """Whose post: `Nguyễn Văn Tiến (cán bộ đầu mối)`."""
    return short(f"{unit}: {name} ({role})" if unit else f"{name} ({role})")


def which_post(posts: Sequence[Choice], *, words: Words) -> Reply:
    return with_menu(words.say("Bàn giao nhiệm vụ của ai? Người dùng mã sẽ nhận thay."), posts)


def which_unit(units: Sequence[tuple[str, str]], *, words: Words) -> Reply:
    """Several units fit what was typed behind `mời thay`: (code, name)."""
    return which_unit_by_code(units, said=words.say("mời thay"), words=words)


def code(
    unit: str, name: str, *, code: str, link: str, days: int, had_code: bool = False, words: Words
) -> Reply:
    """The code, and what it does. `had_code`: another one was given for the same, and is void now."""
    head = (
        words.say(
            "Mã bàn giao nhiệm vụ của đồng chí {name} tại {unit}: {code}", name=name, unit=unit, code=code
        )
        if name
        else words.say("Mã mời cán bộ đầu mối của {unit}: {code}", unit=unit, code=code)
    )
    lines = [head, *([link] if link else [])]
    lines.append(
        words.say(
            "Dùng một lần, có hiệu lực {days} ngày. Ai gửi mã này cho hệ thống sẽ nhận nhiệm vụ và các báo cáo đang "
            "điền dở; người cũ thôi nhiệm vụ từ lúc đó.",
            days=days,
        )
    )
    if had_code:
        lines.append(words.say("Mã đã cấp trước đó không còn dùng được."))
    return Reply("\n".join(lines))


def ask(unit: str, name: str, *, notice: str, choices: Sequence[Choice], words: Words) -> Reply:
    """Before the post is taken. `notice` is the privacy notice, for somebody who joins with it."""
    head = (
        words.say("Mã này để nhận nhiệm vụ báo cáo của {unit} thay đồng chí {name}.", unit=unit, name=name)
        if name
        else words.say("Mã này để nhận nhiệm vụ báo cáo của {unit}.", unit=unit)
    )
    ask_ = words.say("Đồng chí có đồng ý không?")
    return with_menu("\n\n".join(part for part in (head, notice, ask_) if part), choices, columns=2)


def ask_name(*, words: Words) -> Reply:
    return Reply(words.say("Đề nghị đồng chí cho biết họ và tên. Ví dụ: Nguyễn Văn An."))


def name_unclear(*, words: Words) -> Reply:
    return Reply(
        words.say("Hệ thống chưa đọc được họ tên. Đề nghị đồng chí gõ đủ họ và tên, ví dụ: Nguyễn Văn An.")
    )


def code_for_successor(*, words: Words) -> Reply:
    """The person who leaves typed the code."""
    return Reply(words.say("Mã này dành cho người nhận bàn giao; đồng chí chuyển mã cho người đó."))


def taken(name: str, unit: str, before: str, *, half_filled: int, words: Words) -> str:
    """To whoever has taken the post."""
    said = (
        words.say(
            "Đồng chí {name} đã nhận nhiệm vụ báo cáo của {unit} thay đồng chí {before}.",
            name=name,
            unit=unit,
            before=before,
        )
        if before
        else words.say("Đồng chí {name} đã nhận nhiệm vụ báo cáo của {unit}.", name=name, unit=unit)
    )
    if half_filled:
        said += " " + words.say(
            "Có {count} báo cáo đang điền dở; đồng chí có thể xem và điền tiếp.", count=half_filled
        )
    hint = words.say("Gõ “việc” để xem việc cần báo cáo, “báo cáo” để báo cáo, “giúp” khi cần hướng dẫn.")
    return f"{said}\n{hint}"


def thanks(name: str, unit: str, *, by: str, issuer: str, words: Words) -> Reply:
    """To whoever held the post."""
    return Reply(
        words.say(
            "Kính gửi đồng chí {name}.\n\nĐồng chí {by} đã nhận bàn giao nhiệm vụ báo cáo của {unit}. Các báo cáo đồng "
            "chí đã gửi vẫn được giữ nguyên. Trân trọng cảm ơn đồng chí. {issuer}",
            name=name,
            by=by,
            unit=unit,
            issuer=issuer,
        )
    )


def taken_over(name: str, unit: str, *, by: str, staff: bool, words: Words) -> Reply:
    """To the unit's others and to staff, who keep the roster."""
    said = words.say(
        "Kính gửi đồng chí {name}.\n\nĐồng chí {by} đã nhận nhiệm vụ báo cáo của {unit}.",
        name=name,
        by=by,
        unit=unit,
    )
    hint = words.say("Khi nạp lại danh sách đơn vị, đề nghị ghi tên đồng chí ấy.")
    return Reply(f"{said} {hint}" if staff else said)
