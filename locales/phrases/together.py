"""Several people, or several devices, on one form: nobody overwrites the other unseen."""

from collections.abc import Mapping, Sequence

from bot.core.forms.differences import Difference
from bot.core.forms.model import Form, Value
from bot.core.messages import Choice, Reply
from locales.phrases.differences import changes
from locales.phrases.menus import with_menu
from locales.phrases.values import question_label, show
from locales.words import Words


def begun_by_colleague(
    title: str, who: Sequence[tuple[str, str, int]], *, go_on: str, look: str, words: Words
) -> Reply:
    """Somebody of the unit has begun the same form: (name, since when, how many answers)."""
    lines = [words.say("Báo cáo “{title}” đang có người điền:", title=title)]
    lines += [
        words.say(
            "- Đồng chí {name}, từ {since}, đã trả lời {count} câu.", name=name, since=since, count=count
        )
        for name, since, count in who
    ]
    lines.append(
        words.say("Đồng chí cứ điền thì hai bản riêng nhau; ai gửi sau sẽ được xem chỗ khác nhau trước.")
    )
    choices = [Choice(words.say("Xem phần đã điền"), look), Choice(words.say("Vẫn điền"), go_on)]
    return with_menu("\n".join(lines), choices)


def entered(
    title: str, name: str, form: Form, answers: Mapping[str, Value], *, go_on: str, words: Words
) -> Reply:
    """What a colleague has entered so far."""
    lines = [words.say("Đồng chí {name} đang điền “{title}”:", name=name, title=title)]
    lines += [
        f"- {question_label(question, words)} {show(question, answers[question.name], words)}"
        for question in form.questions
        if question.asked and question.name in answers
    ] or [words.say("- chưa có câu trả lời nào")]
    return with_menu("\n".join(lines), [Choice(words.say("Vẫn điền"), go_on)])


def no_longer_begun(*, go_on: str, words: Words) -> Reply:
    """The colleague has sent or left it meanwhile."""
    return with_menu(
        words.say("Lúc này không có ai khác đang điền báo cáo này."),
        [Choice(words.say("Mở báo cáo"), go_on)],
    )


def overtaken(
    title: str,
    *,
    by: str,
    at: str,
    code: str,
    found: Sequence[Difference],
    answered: bool,
    keep: str,
    mine: str,
    words: Words,
) -> Reply:
    """Another version was sent while this one was being filled in. `found`: what was sent, and what stands here."""
    lines = [
        words.say(
            "Báo cáo “{title}” đã được đồng chí {by} gửi lúc {at}, mã {code}. "
            "Phần đồng chí đang điền chưa gửi đi.",
            title=title,
            by=by,
            at=at,
            code=code,
        )
    ]
    if answered:
        lines[0] += " " + words.say("Tin vừa nhắn chưa được ghi.")
    if found:
        lines += [words.say("Khác nhau (đã gửi → đồng chí điền):"), *changes(found, words=words)]
    else:
        lines.append(words.say("Các câu đồng chí đã điền giống bản đã gửi."))
    choices = [
        Choice(words.say("Giữ bản đã gửi"), keep),
        Choice(words.say("Sửa theo bản của tôi"), mine),
    ]
    return with_menu("\n".join(lines), choices)


def kept(code: str, *, words: Words) -> Reply:
    """The colleague's version stays; what was entered here is left."""
    return Reply(
        words.say(
            "Bản {code} giữ nguyên. Phần đồng chí điền không gửi đi; cần lấy lại, đồng chí gõ “khôi phục”.",
            code=code,
        )
    )


def mine(title: str, code: str, *, words: Words) -> str:
    """Above the summary: this will correct what a colleague sent."""
    return words.say(
        "Đồng chí đang sửa báo cáo “{title}” (mã {code}); câu nào chưa điền thì lấy theo bản đã gửi. "
        "Khi gửi, hệ thống sẽ hỏi lý do.",
        title=title,
        code=code,
    )


def moved_here(*, words: Words) -> str:
    """Something was typed on one device while the form went on on another."""
    return words.say(
        "Báo cáo này vừa được điền tiếp ở một máy khác, tin vừa nhắn chưa được ghi. Câu đang hỏi:"
    )
