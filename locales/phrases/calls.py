"""Units that are to be telephoned: no message of ours reaches them, or nobody answers."""

from collections.abc import Mapping, Sequence

from bot.core.calls import Call, Callee
from bot.core.messages import Choice, Reply
from bot.core.people import Role
from locales.phrases.menus import short, with_buttons
from locales.words import Words

MOST = 6
MOST_PEOPLE = 3


def to_call(
    calls: Sequence[Call], people: Mapping[int, Sequence[Callee]], *, page: int = 1, words: Words
) -> Reply:
    """A page of the telephone list (the first is 1; behind the last comes the last), with a button for each unit that
    was called."""
    first = min((page - 1) * MOST, (len(calls) - 1) // MOST * MOST)
    shown, left = calls[first : first + MOST], len(calls) - first - MOST
    lines = [
        words.say("📞 Cần gọi điện: {count} đơn vị chưa nhận hoặc chưa trả lời tin nhắn.", count=len(calls))
    ]
    lines += [_call(call, people.get(call.unit_id, ()), words) for call in shown]
    if left > 0:
        following = first // MOST + 2
        lines.append(words.say("… và {count} đơn vị nữa: gõ “gọi điện {page}”.", count=left, page=following))
    unknown = sum(not call.phone for call in shown)
    if unknown:
        lines.append(
            words.say(
                "Chưa có số máy của {count} đơn vị trên; bổ sung ở cột “phone” của danh sách đơn vị.",
                count=unknown,
            )
        )
    lines.append(
        words.say(
            "Gọi xong, đồng chí chọn hoặc gõ đơn vị đã gọi, ví dụ: đã gọi {code}. Gõ “gọi điện” để xem lại danh sách.",
            code=shown[0].unit_code,
        )
    )
    choices = [Choice(called_label(call.unit_name, words=words), f"call:{call.id}") for call in shown]
    return with_buttons("\n".join(lines), choices)


def typed(*, words: Words) -> str:
    """What brings up the list, before a unit or a number."""
    return words.say("gọi điện")


def called_label(unit: str, *, words: Words) -> str:
    return short(words.say("Đã gọi {unit}", unit=unit))


def nobody_to_call(*, words: Words) -> Reply:
    return Reply(words.say("Không có đơn vị nào cần gọi điện."))


def called(unit: str, *, words: Words) -> str:
    return words.say(
        "Đã ghi: đồng chí đã gọi {unit}. Đơn vị chỉ trở lại danh sách khi có tin mới.", unit=unit
    )


def called_before(*, words: Words) -> str:
    return words.say("Đơn vị này không còn trong danh sách cần gọi.")


def not_listed(*, words: Words) -> str:
    return words.say("Danh sách cần gọi điện không có đơn vị đó.")


def _call(call: Call, people: Sequence[Callee], words: Words) -> str:
    """`- Trường THCS Đông Khê (T02), 024 3822 1234: Lê Văn Hải (chưa tham gia)`."""
    unit, asked_for = f"{call.unit_name} ({call.unit_code})", _people(people, words)
    return f"- {unit}, {call.phone}: {asked_for}" if call.phone else f"- {unit}: {asked_for}"


def _people(people: Sequence[Callee], words: Words) -> str:
    if not people:
        return words.say("danh sách chưa có cán bộ nào")
    return words.list([_person(one, words) for one in people[:MOST_PEOPLE]])


def _person(one: Callee, words: Words) -> str:
    match one.why:
        case "never":
            why = words.say("chưa tham gia")
        case "lost":
            why = words.say("mất liên lạc")
        case _:
            why = words.say("chưa trả lời")
    if one.role is Role.HEAD:
        return words.say("{name}, thủ trưởng ({why})", name=one.name, why=why)
    return words.say("{name} ({why})", name=one.name, why=why)
