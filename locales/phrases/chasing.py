"""What staff hear who remind one unit, or one commune, by hand."""

from collections.abc import Sequence
from datetime import date

from bot.core.messages import Choice, Reply
from locales.phrases.menus import with_menu
from locales.words import Words

MOST_NAMED = 5


def which(choices: Sequence[Choice], *, words: Words) -> Reply:
    """The unit was not named exactly: nobody is reminded by mistake."""
    return with_menu(words.say("Đồng chí muốn nhắc đơn vị nào? Chưa nhắc đơn vị nào."), choices)


def owes_nothing(unit: str, next_due: date | None, *, words: Words) -> Reply:
    """`next_due`: something is open there and due later."""
    if next_due is None:
        return Reply(words.say("{unit} hiện không còn báo cáo nào phải gửi, không cần nhắc.", unit=unit))
    return Reply(
        words.say(
            "{unit} không có báo cáo quá hạn; hạn gần nhất là {day}, hệ thống tự nhắc trước hạn.",
            unit=unit,
            day=words.day(next_due),
        )
    )


def nobody_joined(unit: str, code: str, *, phone: str, above: int, words: Words) -> Reply:
    """No message reaches anybody of the unit. `above`: so many people of the unit above it hear of it instead."""
    lines = [
        words.say(
            "{unit} chưa có ai nhận được tin nhắn (chưa kết nối, mất liên lạc hoặc đang nghỉ).", unit=unit
        )
    ]
    if above:
        lines.append(words.say("Đang nhắc {count} đồng chí ở đơn vị cấp trên.", count=above))
    if phone:
        lines.append(words.say("Đề nghị gọi điện thoại cơ quan: {phone}.", phone=phone))
    else:
        lines.append(words.say("Đề nghị gọi điện; danh sách đơn vị chưa có số máy cơ quan (cột “phone”)."))
    lines.append(words.say("Gõ “mời {code}” để cấp mã mời.", code=code))
    return Reply("\n".join(lines))


def reminded_today(unit: str, *, words: Words) -> Reply:
    return Reply(
        words.say("{unit} đã được nhắc trong hôm nay; mỗi ngày hệ thống chỉ nhắc một lần.", unit=unit)
    )


def reminded(unit: str, reports: int, *, people: int, later: str | None, words: Words) -> Reply:
    """The reminder is on its way, or waits for the next send window."""
    if later is None:
        said = words.say(
            "Đang nhắc {unit}: {people} đồng chí, {reports} báo cáo.",
            unit=unit,
            people=people,
            reports=reports,
        )
    else:
        said = words.say(
            "Sẽ nhắc {unit} lúc {later}: {people} đồng chí, {reports} báo cáo "
            "(hệ thống không nhắn ngoài giờ làm việc).",
            unit=unit,
            later=later,
            people=people,
            reports=reports,
        )
    return Reply(said)


def commune_reminded(
    commune: str,
    units: int,
    *,
    people: int,
    later: str | None,
    alone: Sequence[tuple[str, str]],
    words: Words,
) -> Reply:
    """A commune with units below it that owe something. `alone` are those (name, code) that no message reaches."""
    if not people:
        said = words.say(
            "{commune}: {units} đơn vị đã được nhắc trong hôm nay hoặc chưa có ai nhận được tin nhắn.",
            commune=commune,
            units=units,
        )
    elif later is None:
        said = words.say(
            "{commune}: {units} đơn vị; đang nhắc {people} đồng chí.",
            commune=commune,
            units=units,
            people=people,
        )
    else:
        said = words.say(
            "{commune}: {units} đơn vị; sẽ nhắc {people} đồng chí lúc {later} "
            "(hệ thống không nhắn ngoài giờ làm việc).",
            commune=commune,
            units=units,
            people=people,
            later=later,
        )
    lines = [said]
    if alone:
        lines.append(words.say("Chưa có ai nhận được tin nhắn, đề nghị gọi điện:"))
        lines += [f"- {name} ({code})" for name, code in alone[:MOST_NAMED]]
        if len(alone) > MOST_NAMED:
            lines.append(words.say("… và {count} đơn vị nữa.", count=len(alone) - MOST_NAMED))
        lines.append(words.say("Gõ “gọi điện” để xem số máy."))
    return Reply("\n".join(lines))
