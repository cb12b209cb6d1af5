"""Units whose work nobody receives."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.core.messages import Reply
from locales.words import Words

MOST = 12
"""Units that are named in one message: more are counted."""

MOST_FORMS = 3


def unattended(
    name: str,
    units: Mapping[str, tuple[str, Sequence[tuple[str, date]]]],
    *,
    issuer: str,
    words: Words,
) -> Reply:
    """To a member of staff: {code: (unit, [(title, last day)])}."""
    lines = []
    for code, (unit, forms) in list(units.items())[:MOST]:
        due = [words.say("“{title}”, hạn {day}", title=title, day=words.day(day)) for title, day in forms]
        if len(due) > MOST_FORMS:
            due = [*due[:MOST_FORMS], words.say("{count} báo cáo khác", count=len(due) - MOST_FORMS)]
        lines.append(f"- {unit} ({code}): {'; '.join(due)}")
    if len(units) > MOST:
        lines.append(words.say("… và {count} đơn vị nữa.", count=len(units) - MOST))
    first = next(iter(units))
    return Reply(
        "\n\n".join(
            (
                words.say("Kính gửi đồng chí {name}.", name=name),
                words.say(
                    "Đơn vị chưa có người nhận việc (chưa kết nối, mất liên lạc hoặc nghỉ không có người thay):"
                )
                + "\n"
                + "\n".join(lines),
                words.say(
                    "Gõ “mời {code}” để cấp mã mời, “mời thay {code}” khi đổi cán bộ, “báo cáo thay {code}” để nhập "
                    "thay.\nTrân trọng. {issuer}",
                    code=first,
                    issuer=issuer,
                ),
            )
        )
    )


def without_recipient(units: Sequence[str], *, words: Words) -> str:
    """Under the list of overdue units, and on a unit's card."""
    return words.say("Chưa có người nhận việc: {units}.", units=words.list(units[:MOST]))
