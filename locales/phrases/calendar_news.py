"""What people hear when a change of the calendar moves the last day of a report that they have not sent yet."""

from collections.abc import Sequence

from bot.core.forms.model import Text
from bot.core.messages import Reply
from bot.core.moved_days import Move
from locales.phrases import periods
from locales.words import Words

MOST = 10


def last_days_moved(
    name: str, moved: Sequence[tuple[Text, Move]], *, issuer: str, words: Words
) -> Reply:
    """To one person, over all their units."""
    lines = [f"- {line(form, move, words=words)}" for form, move in moved[:MOST]]
    if len(moved) > MOST:
        lines.append(words.say("… và {count} thay đổi nữa.", count=len(moved) - MOST))
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
    """`“Báo cáo quý (quý I/2027)”: 15/03/2027 → 16/03/2027`, with a word where it comes earlier."""
    period = periods.name(move.period, words=words)
    title = words.of(form)
    values = {
        "title": f"{title} ({period})" if period else title,
        "before": words.day(move.before),
        "after": words.day(move.after),
    }
    if move.earlier:
        return words.say("“{title}”: hạn {before} chuyển sớm lên {after}", **values)
    return words.say("“{title}”: hạn {before} lùi đến {after}", **values)
