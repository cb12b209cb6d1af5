"""A unit says that a figure of the roster is wrong; staff decide."""

from bot.core.buttons import Key, Verb, button, open_button
from bot.core.corrections import Request
from bot.core.messages import Choice, Reply
from locales.phrases.menus import with_buttons, with_menu
from locales.words import Words


def figure(name: str, *, words: Words) -> str:
    """A figure of a unit."""
    match name:
        case "pupils":
            return words.say("số học sinh")
        case "teachers":
            return words.say("số giáo viên")
        case "managers":
            return words.say("số cán bộ quản lý")
        case "staff":
            return words.say("số nhân viên")
        case "classes":
            return words.say("số lớp")
        case "party_members":
            return words.say("số đảng viên")
        case "cells":
            return words.say("số chi bộ")
    return name


def short_line(request_: Request, *, words: Words) -> str:
    """`Trường Tiểu học Lê Lợi – sửa số giáo viên: 45 → 47`."""
    return words.say(
        "{unit} – sửa {figure} trong danh sách: {before} → {after}",
        unit=request_.unit_name,
        figure=figure(request_.figure, words=words),
        before=words.number(request_.before),
        after=words.number(request_.after),
    )


def under_report(request_: Request, *, words: Words) -> str:
    """What stands under a report that asks for it."""
    return words.say(
        "Đề nghị sửa {figure} trong danh sách: {before} → {after}. Lý do: {reason} ({state})",
        figure=figure(request_.figure, words=words),
        before=words.number(request_.before),
        after=words.number(request_.after),
        reason=request_.reason,
        state=_state(request_, words),
    )


def request(request_: Request, *, words: Words) -> Reply:
    """One request, and what may be done with it."""
    text = words.say(
        "{what}.\nLý do: {reason}\nTheo báo cáo {receipt}.",
        what=short_line(request_, words=words),
        reason=request_.reason,
        receipt=request_.receipt,
    )
    return with_menu(
        text,
        [
            Choice(words.say("Sửa danh sách"), button(Verb.CORRECT, request_.id)),
            Choice(words.say("Không sửa"), button(Verb.DECLINE_CORRECTION, request_.id)),
        ],
        columns=2,
    )


def why_declined(*, words: Words) -> Reply:
    return Reply(
        words.say(
            "Đề nghị đồng chí ghi lý do không sửa trong một câu. "
            "Báo cáo sẽ được trả lại để đơn vị báo theo số của danh sách."
        )
    )


def not_declined(*, words: Words) -> str:
    """`huỷ` was typed where the reason was asked."""
    return words.say("Chưa quyết định; đề nghị sửa danh sách vẫn chờ xem xét.")


def declined_note(request_: Request, reason: str, *, words: Words) -> str:
    """Why the report comes back."""
    return words.say(
        "danh sách vẫn ghi {figure} là {before}. {reason}",
        figure=figure(request_.figure, words=words),
        before=words.number(request_.before),
        reason=reason,
    )


def decided_before(*, words: Words) -> Reply:
    """Somebody else was faster, or a newer version of the report came."""
    return Reply(words.say("Đề nghị này đã được xử lý hoặc đã có bản mới. Gõ “duyệt” để xem danh sách."))


def accepted(request_: Request, *, words: Words) -> Reply:
    return Reply(words.say("Đã sửa danh sách: {what}.", what=short_line(request_, words=words)))


def declined(request_: Request, *, words: Words) -> Reply:
    return Reply(
        words.say("Không sửa danh sách. Đã trả lại báo cáo {receipt}, kèm lý do.", receipt=request_.receipt)
    )


def tell_accepted(request_: Request, *, own: bool = True, words: Words) -> Reply:
    """To whoever reported it (`own`), or to who has that work now."""
    if not own:
        return Reply(
            words.say(
                "Đã sửa danh sách theo đề nghị của đơn vị: {figure} là {after}.",
                figure=figure(request_.figure, words=words),
                after=words.number(request_.after),
            )
        )
    return Reply(
        words.say(
            "Đã sửa danh sách theo đề nghị của đồng chí: {figure} là {after}. Trân trọng cảm ơn đồng chí.",
            figure=figure(request_.figure, words=words),
            after=words.number(request_.after),
        )
    )


def tell_declined(request_: Request, note: str, *, key: Key, words: Words) -> Reply:
    """To whoever reported it: the report is owed again."""
    text = words.say(
        "Danh sách vẫn ghi {figure} là {before}, chưa sửa thành {after}: {note}\n"
        "Kính đề nghị đồng chí sửa báo cáo {receipt} theo danh sách. Gõ “việc” để mở báo cáo.",
        figure=figure(request_.figure, words=words),
        before=words.number(request_.before),
        after=words.number(request_.after),
        note=note,
        receipt=request_.receipt,
    )
    # No numbers: it comes unasked, perhaps in the middle of a form.
    return with_buttons(text, [Choice(words.say("Sửa báo cáo"), open_button(key))])


def _state(request_: Request, words: Words) -> str:
    match request_.state:
        case "accepted":
            return words.say("đã sửa danh sách")
        case "declined":
            return words.say("không sửa: {note}", note=request_.note)
        case "replaced":
            return words.say("đã thay bằng bản mới")
    return words.say("chờ xem xét")
