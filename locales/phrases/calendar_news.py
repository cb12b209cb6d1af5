"""What people hear when a change of the calendar moves the last day of a report that they have not sent yet."""

from collections.abc import Sequence
from datetime import date

from bot.core.forms.model import Text
from bot.core.messages import Reply
from bot.core.moved_days import Move
from locales.phrases import periods
from locales.words import Words

MOST = 10


def last_days_moved(
    name: str, moved: Sequence[tuple[Text, str, date, date]], *, issuer: str, words: Words
) -> Reply:
    """To one person, over all their units: (form, period, last day before, after). What is the same for several units
    is said once."""
    lines = [f"- {line}" for line in dict.fromkeys(_line(*one, words=words) for one in moved)]
    if len(lines) > MOST:
        lines[MOST:] = [words.say("… và {count} thay đổi nữa.", count=len(lines) - MOST)]
    return Reply(
        "\n\n".join(
            (
                words.say("Kính gửi đồng chí {name}.", name=name),
                words.say("Do lịch làm việc thay đổi, hạn báo cáo sau được điều chỉnh:")
                + "\n"
                + "\n".join(lines),
                words.say("Gõ “việc” để xem danh sách.\nTrân trọng. {issuer}", issuer=issuer),
            )
        )
    )


def line(form: Text, move: Move, *, words: Words) -> str:
    """`“Báo cáo quý (quý I/2027)”: hạn 15/03/2027 lùi đến 16/03/2027`, with other words where it comes earlier."""
    return _line(form, move.period, move.before, move.after, words=words)


def _line(form: Text, key: str, before: date, after: date, *, words: Words) -> str:
    period = periods.name(key, words=words)
    title = words.of(form)
    values = {
        "title": f"{title} ({period})" if period else title,
        "before": words.day(before),
        "after": words.day(after),
    }
    if after < before:
        return words.say("“{title}”: hạn {before} chuyển sớm lên {after}", **values)
    return words.say("“{title}”: hạn {before} lùi đến {after}", **values)
