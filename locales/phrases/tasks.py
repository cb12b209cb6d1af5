"""What a person owes: the list, and opening a form from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.messages import Choice, Reply
from locales.phrases.menus import short, with_buttons
from locales.words import Words

MOST = 12
"""Lines in one list: more are counted, the most urgent come first."""


MOST_NAMED = 3
"""Units that are named where one line tells what others wait for."""


@dataclass(frozen=True, slots=True)
class Item:
    """One form as it stands in a list. `unit` is empty for a person of one unit; `begun` is (3, 7) for a form that
    is half filled in, (0, 7) for one that is answered and not sent; `note` is the reason of a return; `promised`
    counts the tasks that were reported as not done yet: the report is in, and may be sent once more when they are;
    `expected_on` is the day that the unit named. `each`: not owed, but reported whenever it happens. `mending`: sent
    before, and being corrected. `minutes` is about how long it takes. `remarks`: that its reminder was put off, that
    more time was asked for."""

    title: str
    unit: str
    due_on: date
    data: str
    returned: bool = False
    note: str = ""
    begun: tuple[int, int] | None = None
    promised: int = 0
    expected_on: date | None = None
    each: bool = False
    mending: bool = False
    minutes: int = 0
    remarks: tuple[str, ...] = ()


def listed(items: Sequence[Item], *, today: date, words: Words) -> Reply:
    """All that can be reported in one message: overdue, returned, due, not done yet, whenever it happens."""
    parts, ordered = _groups(items[:MOST], today, words)
    if len(items) > MOST:
        parts.append(words.say("… và {count} báo cáo nữa.", count=len(items) - MOST))
    return _with_numbers(parts, ordered, words)


def nothing(offered: Sequence[Item], *, later: tuple[int, date] | None, today: date, words: Words) -> Reply:
    """Nothing is owed now. `offered` is what may be reported whenever it happens; `later` counts what opens later and
    says when the first of it is due."""
    parts = [words.say("Hiện đồng chí không còn báo cáo nào cần gửi.")]
    if later is not None:
        count, first = later
        parts.append(
            words.say(
                "Sắp tới còn {count} báo cáo; báo cáo gần nhất đến hạn ngày {day}. Hệ thống sẽ nhắc trước.",
                count=count,
                day=words.day(first),
            )
        )
    if not offered:
        return Reply("\n".join(parts))
    listed_, ordered = _groups(offered[:MOST], today, words)
    return _with_numbers(["\n".join(parts), *listed_], ordered, words)


def due(due_on: date, *, today: date, words: Words) -> str:
    """How far away a last day is: `quá hạn 3 ngày`, `hạn hôm nay`, `hạn 02/12/2026 (còn 9 ngày)`."""
    days = (due_on - today).days
    if days < 0:
        return words.say("quá hạn {days} ngày (hạn {day})", days=-days, day=words.day(due_on))
    if days == 0:
        return words.say("hạn hôm nay")
    return words.say("hạn {day} (còn {days} ngày)", days=days, day=words.day(due_on))


def named(units: Sequence[str], *, words: Words) -> str:
    """A few units by name, and how many more."""
    if len(units) <= MOST_NAMED:
        return words.list(units)
    more = words.say("{count} đơn vị khác", count=len(units) - MOST_NAMED)
    return words.list([*units[:MOST_NAMED], more])


def instead_of(unit: str, absent: str, *, words: Words) -> str:
    """A unit for which a person stands in while a colleague is away."""
    return words.say("{unit} (thay đồng chí {absent})", unit=unit, absent=absent)


def for_unit(unit: str, *, words: Words) -> str:
    """A unit that is not the person's own, in a line of what they have begun."""
    return words.say("báo cáo thay {unit}", unit=unit)


def not_yours(*, words: Words) -> Reply:
    """A form of another unit, or one that is not owed (any more)."""
    return Reply(
        words.say("Báo cáo này không có trong danh sách việc của đồng chí. Gõ “việc” để xem danh sách.")
    )


def which_report(text: str, *, words: Words) -> str:
    """Above the list, when `báo cáo 9` names a line that is not there."""
    return words.say("Không có báo cáo nào mang số {text} trong danh sách.", text=text)


def _line(item: Item, today: date, words: Words) -> str:
    parts = [item.title]
    if item.unit:
        parts.append(item.unit)
    if item.promised and item.expected_on is None:
        parts.append(words.say("còn {count} việc", count=item.promised))
    elif item.promised and item.expected_on is not None:
        parts.append(
            words.say("còn {count} việc, dự kiến {day}", count=item.promised, day=words.day(item.expected_on))
        )
    elif not item.each and not item.mending:
        parts.append(due(item.due_on, today=today, words=words))
    if item.begun is not None and item.begun[0] == 0:
        parts.append(words.say("đã điền xong, chưa gửi"))
    elif item.begun is not None:
        parts.append(
            words.say("đang điền dở ở câu {number}/{count}", number=item.begun[0], count=item.begun[1])
        )
    line = " – ".join((*parts, *item.remarks))
    why = words.say("Lý do: {note}", note=item.note)
    return f"{line}\n   {why}" if item.note else line


def _groups(items: Sequence[Item], today: date, words: Words) -> tuple[list[str], list[Item]]:
    """The lines under their headings, and the items in the order of their numbers."""
    parts: list[str] = []
    ordered: list[Item] = []
    owed = [item for item in items if not item.each and not item.promised and not item.mending]
    for heading, group in (
        (words.say("⚠️ Quá hạn:"), [item for item in owed if item.due_on < today and not item.returned]),
        (words.say("↩️ Cần bổ sung:"), [item for item in owed if item.returned]),
        (words.say("⏳ Đến hạn:"), [item for item in owed if item.due_on >= today and not item.returned]),
        (words.say("✏️ Đang sửa báo cáo đã gửi:"), [item for item in items if item.mending]),
        (words.say("📝 Đã báo “chưa”, báo cáo lại khi xong:"), [item for item in items if item.promised]),
        (words.say("➕ Báo cáo mỗi khi có phát sinh:"), [item for item in items if item.each]),
    ):
        if not group:
            continue
        lines = [heading]
        for item in group:
            ordered.append(item)
            lines.append(f"{len(ordered)}. {_line(item, today, words)}")
        parts.append("\n".join(lines))
    return parts, ordered


def _with_numbers(parts: Sequence[str], ordered: Sequence[Item], words: Words) -> Reply:
    """The list with its buttons, and how to choose without them."""
    choices = [
        Choice(short(f"{number}. {item.title}"), item.data) for number, item in enumerate(ordered, start=1)
    ]
    text = "\n\n".join((*parts, words.say("Gõ số để báo cáo, ví dụ: 1.")))
    return with_buttons(text, choices)
