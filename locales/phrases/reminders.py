"""Reminders: one merged, polite message for all that is due for a person (the ladder of domain notes 4.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from bot.core.messages import Choice, Reply
from locales.phrases.extending import noted
from locales.phrases.menus import told_apart, with_buttons
from locales.words import Words


@dataclass(frozen=True, slots=True)
class Reminded:
    """One form in a reminder. `for_head`: it is the unit's officer who owes it, and the head hears of it. `absent`: the
    colleague on leave, for whom the person stands in. `below`: it is owed by a unit under theirs that has nobody.
    `silent`: its officers do not answer. `returned`: a report was sent, and staff returned it."""

    title: str
    unit: str
    due_on: date
    data: str
    minutes: int
    for_head: bool = False
    absent: str = ""
    below: bool = False
    unit_code: str = ""
    questions: int = 0
    silent: bool = False
    returned: bool = False
    asked_until: date | None = None
    """More time is asked for, until that day, and nobody has decided."""


def reminder(
    name: str,
    items: Sequence[Reminded],
    *,
    issuer: str,
    today: date,
    until: time | None = None,
    later: str = "",
    words: Words,
) -> Reply:
    """To one person: what is due today, soon, overdue, and what the head should see to. Never a reproach. `until` is
    when the office closes today, `later` the data of the button that puts it off."""
    own = [item for item in items if not item.for_head and not item.below]
    returned = [item for item in own if item.returned]
    today_, soon, overdue = (
        [item for item in own if item.due_on == today and not item.returned],
        [item for item in own if item.due_on > today and not item.returned],
        [item for item in own if item.due_on < today and not item.returned],
    )
    heads = [item for item in items if item.for_head and not item.silent and not item.below]
    silent = [item for item in items if item.for_head and item.silent and not item.below]
    below = [item for item in items if item.below]
    parts = [words.say("Kính gửi đồng chí {name}.", name=name)]
    for heading, group in (
        (words.say("Báo cáo đã được trả lại, kính đề nghị đồng chí bổ sung rồi gửi lại:"), returned),
        (_due_today(until, words), today_),
        (words.say("Sắp đến hạn:"), soon),
        (words.say("Chưa nhận được báo cáo, kính đề nghị đồng chí bổ sung:"), overdue),
        (words.say("Đơn vị còn báo cáo quá hạn, kính đề nghị đồng chí quan tâm chỉ đạo:"), heads),
        (words.say("Cán bộ đầu mối của đơn vị chưa hồi âm, kính đề nghị đồng chí quan tâm:"), silent),
        (words.say("Đơn vị cấp dưới chưa có người nhận việc, đề nghị đôn đốc:"), below),
    ):
        if not group:
            continue
        # No numbers: a person who is filling in a form may type one as an answer.
        parts.append("\n".join([heading, *(f"- {_line(item, today, words)}" for item in group)]))
    ways = []
    if own:
        ways.append(
            words.say(
                "“báo cáo” để báo cáo ngay (khoảng {minutes} phút, {questions} câu)",
                minutes=sum(item.minutes for item in own),
                questions=sum(item.questions for item in own),
            )
        )
    if below:
        ways.append(words.say("“báo cáo thay {code}”", code=below[0].unit_code))
    if own:
        ways.append(words.say("“nhắc sau” hoặc “gia hạn”"))
    closing = words.say("Trân trọng. {issuer}", issuer=issuer)
    if ways:
        closing = words.say("Gõ {ways}.", ways="; ".join(ways)) + "\n" + closing
    parts.append(closing)
    labels = told_apart([(item.title, item.unit) for item in own])
    choices = [Choice(label, item.data) for label, item in zip(labels, own, strict=True)]
    if own and later:
        choices.append(Choice(words.say("Nhắc sau"), later))
    return with_buttons("\n\n".join(parts), choices)


def reported(done: Sequence[tuple[str, str, str]], left: Reply | None, *, words: Words) -> Reply:
    """What a reminder is edited to: (title, unit, receipt) of what was reported, above what is left of it."""
    lines = [
        words.say("✅ Đã báo cáo “{title}” – {unit}, mã {code}.", title=title, unit=unit, code=code)
        for title, unit, code in done
    ]
    said = "\n".join(lines)
    return left.below(said) if left is not None else Reply(said)


def _due_today(until: time | None, words: Words) -> str:
    if until is None:
        return words.say("Hạn: hết hôm nay, kính đề nghị hoàn thành:")
    return words.say(
        "Hạn: hết hôm nay, kính đề nghị gửi trong giờ làm việc (trước {time}):", time=f"{until:%H:%M}"
    )


def _line(item: Reminded, today: date, words: Words) -> str:
    own = not item.for_head and not item.below
    line = _own_line(item, today, words)
    if item.returned and not own:
        line = words.say("{line} (báo cáo đã gửi, được trả lại để bổ sung)", line=line)
    if item.asked_until is not None:
        line = f"{line} – {noted(item.asked_until, today=today, words=words)}"
    return (
        words.say("{line} (thay đồng chí {absent})", line=line, absent=item.absent) if item.absent else line
    )


def _own_line(item: Reminded, today: date, words: Words) -> str:
    days = (item.due_on - today).days
    if days == 0 and item.returned:
        return words.say("“{title}” – {unit}, hạn: hết hôm nay", title=item.title, unit=item.unit)
    if days == 0:
        return words.say("“{title}” – {unit}", title=item.title, unit=item.unit)
    if days > 0:
        return words.say(
            "“{title}” – {unit}, hạn {day} (còn {days} ngày)",
            title=item.title,
            unit=item.unit,
            day=words.day(item.due_on),
            days=days,
        )
    return words.say("“{title}” – {unit}, quá hạn {days} ngày", title=item.title, unit=item.unit, days=-days)
