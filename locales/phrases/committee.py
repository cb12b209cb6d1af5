"""What staff and leaders read: progress, overdue units, one unit, who has not joined, chasing, invitations."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.core.digest import Late, Line, Progress
from bot.core.forms.model import Text
from bot.core.messages import Choice, Reply
from locales.phrases.digest_units import every_late
from locales.phrases.menus import with_menu
from locales.phrases.tasks import due, named
from locales.words import Words

LONGEST = 1900


def progress(
    forms: Sequence[tuple[str, Progress]],
    now: Progress,
    *,
    late: int,
    held_up: Sequence[tuple[Text, Text, int, Sequence[str]]],
    words: Words,
) -> Reply:
    """All forms that are open, by title. `held_up`: a task, what it waits for, of how many units, from whom."""
    if not now.asked:
        return Reply(words.say("Chưa có báo cáo nào đến kỳ."))
    head = words.say(
        "Đã nhận {reported}/{asked} báo cáo ({share}); {late} đơn vị quá hạn.",
        reported=words.number(now.reported),
        asked=words.number(now.asked),
        share=words.percent(now.reported, now.asked),
        late=late,
    )
    lines = [
        words.say(
            "- {title}: {reported}/{asked} ({share})",
            title=title,
            reported=words.number(one.reported),
            asked=words.number(one.asked),
            share=words.percent(one.reported, one.asked),
        )
        for title, one in forms
    ]
    parts = ["\n".join([head, "", *lines])]
    if held_up:
        parts.append("\n".join((words.say("Đang chờ việc khác xong trước:"), *_held_up(held_up, words))))
    return Reply("\n\n".join(parts))


def overdue(
    units: Sequence[Late], *, unreachable: Sequence[tuple[str, str]], may_chase: bool, words: Words
) -> Reply:
    """Every unit with an overdue report by commune, and people whom no message reaches: (name, unit)."""
    if not units:
        parts = [words.say("Không có đơn vị nào quá hạn.")]
    else:
        parts = [every_late(units, words=words)]
        if may_chase:
            parts.append(words.say("Gõ “nhắc” để nhắc tất cả các đơn vị này."))
    if unreachable:
        lost = [words.say("Không liên lạc được qua tin nhắn, đề nghị gọi điện:")]
        lost += [f"- {name} – {unit}" for name, unit in unreachable]
        parts.append("\n".join(lost))
    return Reply("\n\n".join(parts))


def overdue_in_group(units: Sequence[Late], *, words: Words) -> Reply:
    """The same without names of persons."""
    return Reply(overdue(units, unreachable=(), may_chase=False, words=words).text.split("\n\n")[0])


def unit(
    name: str,
    lines: Sequence[tuple[Line, str, str]],
    people: Sequence[tuple[str, str, bool]],
    *,
    promised: Mapping[tuple[str, str], tuple[int, date | None]],
    more_time: Mapping[tuple[str, str], Sequence[str]],
    today: date,
    words: Words,
) -> Reply:
    """One unit: its forms (line, title, receipt code of the report or nothing) and its people (name, role, joined).
    `promised` counts, by form and period, what was reported as not done yet, with the day that the unit expects;
    `more_time` is what is said of extensions."""
    parts = [name]
    if lines:
        parts.append(
            "\n".join(
                f"- {title}: {_state(line, code, today, words)}"
                + _promised(promised.get((line.form, line.period)), words)
                + "".join(f"; {said}" for said in more_time.get((line.form, line.period), ()))
                for line, title, code in lines
            )
        )
    else:
        parts.append(words.say("Chưa có báo cáo nào đến kỳ."))
    if people:
        parts.append(
            "\n".join(
                words.say("- {name} ({role}): đã kết nối", name=person, role=role)
                if joined
                else words.say("- {name} ({role}): chưa kết nối", name=person, role=role)
                for person, role, joined in people
            )
        )
    return Reply("\n\n".join(parts))


def _promised(open_: tuple[int, date | None] | None, words: Words) -> str:
    if open_ is None:
        return ""
    count, day = open_
    if day is None:
        return words.say("; còn {count} việc “chưa”", count=count)
    return words.say("; còn {count} việc “chưa”, dự kiến {day}", count=count, day=words.day(day))


def which_unit(choices: Sequence[Choice], *, words: Words) -> Reply:
    """Several units fit what was typed."""
    return with_menu(words.say("Có nhiều đơn vị có tên gần giống nhau. Đề nghị đồng chí chọn:"), choices)


def which_unit_to_invite(units: Sequence[tuple[str, str]], *, words: Words) -> Reply:
    """Several units fit what was typed behind `mời`: (code, name)."""
    return which_unit_by_code(units, said=words.say("mời"), words=words)


def which_unit_by_code(units: Sequence[tuple[str, str]], *, said: str, words: Words) -> Reply:
    """Several units fit what was typed behind a command, where no button helps: (code, name)."""
    lines = [
        words.say(
            "Có nhiều đơn vị có tên gần giống nhau. Đề nghị đồng chí gõ kèm mã, ví dụ: {said} {code}.",
            said=said,
            code=units[0][0],
        )
    ]
    lines += [f"- {code}: {name}" for code, name in units]
    return Reply("\n".join(lines))


def unit_needed(*, words: Words) -> Reply:
    return Reply(words.say("Đồng chí gõ “đơn vị” kèm tên hoặc mã. Ví dụ: đơn vị Hoa Sen, đơn vị T05."))


def no_such_unit(text: str, *, words: Words) -> Reply:
    return Reply(
        words.say(
            "Không tìm thấy đơn vị “{text}”. Đồng chí thử gõ một phần của tên hoặc mã, ví dụ: T05.", text=text
        )
    )


def chased(people: int, units: int, *, later: str | None, words: Words) -> Reply:
    """The reminders are on their way, or wait for the next send window."""
    if not units:
        return Reply(words.say("Không có đơn vị nào quá hạn, không cần nhắc."))
    if not people:
        return Reply(
            words.say(
                "{units} đơn vị quá hạn đã được nhắc trong hôm nay hoặc chưa kết nối. "
                "Gõ “quá hạn” để xem danh sách.",
                units=units,
            )
        )
    apart = words.say("Tin đôn đốc không tính vào số tin nhắc trong tuần.")
    if later is not None:
        return Reply(
            words.say(
                "Có {units} đơn vị quá hạn; sẽ nhắc {people} đồng chí đã kết nối lúc {later} "
                "(hệ thống không nhắn ngoài giờ làm việc).",
                people=people,
                units=units,
                later=later,
            )
            + f" {apart}"
        )
    return Reply(
        words.say(
            "Có {units} đơn vị quá hạn; đang nhắc {people} đồng chí đã kết nối.", people=people, units=units
        )
        + f" {apart}"
    )


def not_joined(people: Sequence[tuple[str, str]], *, words: Words) -> Reply:
    """Who has no chat with us yet: (name, unit)."""
    if not people:
        return Reply(words.say("Tất cả các đồng chí đã kết nối."))
    lines = [words.say("Chưa kết nối: {count} người.", count=len(people))]
    for person, unit_ in people:
        line = f"- {person} – {unit_}"
        if len("\n".join((*lines, line))) > LONGEST - 200:
            lines.append(words.say("… và {count} người nữa.", count=len(people) - len(lines) + 1))
            break
        lines.append(line)
    lines.append(words.say("Gõ “mời” kèm tên hoặc mã đơn vị để cấp mã mời mới. Ví dụ: mời T05."))
    return Reply("\n".join(lines))


def unit_to_replace_in(*, words: Words) -> Reply:
    """`mời thay` alone."""
    return Reply(words.say("Đồng chí gõ “mời thay” kèm tên hoặc mã đơn vị. Ví dụ: mời thay T05."))


def invitations(unit_: str, codes: Sequence[tuple[str, str, str]], *, days: int, words: Words) -> Reply:
    """New codes for the people of one unit: (name, code, link or nothing)."""
    if not codes:
        joined = words.say("Tất cả các đồng chí của {unit} đã kết nối.", unit=unit_)
        change = words.say("Khi đơn vị đổi cán bộ, gõ “mời thay” kèm mã đơn vị.")
        return Reply(f"{joined} {change}")
    lines = [words.say("Mã mời của {unit} (dùng một lần, có hiệu lực {days} ngày):", unit=unit_, days=days)]
    lines += [f"- {name}: {code}" + (f"\n  {link}" if link else "") for name, code, link in codes]
    lines.append(
        words.say("Mỗi mã chỉ gửi cho đúng người có tên. Mã cấp trước đây (nếu có) không còn hiệu lực.")
    )
    return Reply("\n".join(lines))


def _state(line: Line, code: str, today: date, words: Words) -> str:
    if line.returned:
        return words.say("đã trả lại, chờ bổ sung ({code})", code=code)
    if line.reported_at is not None:
        return words.say("đã báo cáo ({code})", code=code)
    return words.say("chưa nhận được, {due}", due=due(line.due_on, today=today, words=words))


def _held_up(held_up: Sequence[tuple[Text, Text, int, Sequence[str]]], words: Words) -> list[str]:
    return [
        words.say(
            "- “{task}” ({count} đơn vị) chờ “{awaited}”, chưa có báo cáo của: {units}",
            task=words.of(task),
            count=count,
            awaited=words.of(awaited),
            units=named(units, words=words),
        )
        for task, awaited, count, units in held_up
    ]
