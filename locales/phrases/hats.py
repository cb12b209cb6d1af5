"""Units whose work nobody receives."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.core.messages import Choice, Reply
from locales.phrases.calls import called_label
from locales.words import Words

MOST = 5
"""Units that are named in one message: more are counted."""


def unattended(
    name: str,
    units: Mapping[str, tuple[str, Sequence[tuple[str, date]]]],
    *,
    count: int,
    calls: Mapping[str, str] | None = None,
    issuer: str,
    words: Words,
) -> Reply:
    """To a member of staff: {code: (unit, [(title, last day), the most urgent first])}, of `count` units. `calls` are
    the data of the buttons that say that a unit was telephoned, by its code."""
    lines = []
    for code, (unit, forms) in list(units.items())[:MOST]:
        title, day = forms[0]
        line = words.say("“{title}”, hạn {day}", title=title, day=words.day(day))
        if len(forms) > 1:
            line += ", " + words.say("và {count} báo cáo nữa", count=len(forms) - 1)
        lines.append(f"- {unit} ({code}): {line}")
    if count > MOST:
        lines.append(words.say("… và {count} đơn vị nữa.", count=words.number(count - MOST)))
    first = next(iter(units))
    return Reply(
        "\n\n".join(
            (
                words.say("Kính gửi đồng chí {name}.", name=name),
                words.say(
                    "{count} đơn vị chưa có người nhận việc (chưa kết nối, mất liên lạc hoặc đang nghỉ). Việc gần "
                    "nhất:",
                    count=words.number(count),
                )
                + "\n"
                + "\n".join(lines),
                words.say(
                    "Gõ “mời {code}” (mã mời), “mời thay {code}” (đổi cán bộ), “báo cáo thay {code}”, “gọi điện” "
                    "(số máy), “đã gọi {code}”.\nTrân trọng. {issuer}",
                    code=first,
                    issuer=issuer,
                ),
            )
        ),
        tuple(
            Choice(called_label(units[code][0], words=words), calls[code])
            for code in list(units)[:MOST]
            if calls is not None and code in calls
        ),
    )


def without_recipient(units: Sequence[str], *, words: Words) -> str:
    """Under the list of overdue units, and on a unit's card."""
    shown = [*units[:MOST]]
    if len(units) > MOST:
        shown.append(words.say("{count} đơn vị khác", count=len(units) - MOST))
    return words.say("Chưa có người nhận việc: {units}.", units=words.list(shown))


def for_unit(unit: str, *, words: Words) -> str:
    """Above what was decided about something that somebody else of the unit, or of one that it took over, had sent."""
    return words.say("Thông báo gửi {unit}, đơn vị đồng chí đang phụ trách báo cáo:", unit=unit)
