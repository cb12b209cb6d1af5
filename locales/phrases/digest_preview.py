"""Friday's preview for staff: what the next digest will say, and what is still to be done before it."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from bot.core.digest import Line
from bot.core.digest_record import DigestRecord
from bot.core.digest_text import Reader, is_masked
from bot.core.messages import Reply
from locales.phrases.digest import digest
from locales.words import Words

MOST_DUE = 8


def preview(
    record: DigestRecord,
    *,
    due: Sequence[Line],
    requests: int,
    coming: datetime,
    zone: tzinfo,
    reader: Reader,
    words: Words,
) -> Reply:
    """`due` are forms that fall due before the digest comes and have not been reported, `requests` what
    units asked more time for and nobody decided."""
    local = coming.astimezone(zone)
    head = words.say(
        "Xem trước bản tổng hợp gửi lúc {time} {day}.",
        time=f"{local:%H:%M}",
        day=words.full_day(local.date()),
    )
    parts = [head, _to_do(record, due, requests, words)]
    said = digest(record.digest, record, zone=zone, words=words, part=record.part, masked=is_masked(reader))
    return Reply("\n\n".join([*(part for part in parts if part), said.text]))


def _to_do(record: DigestRecord, due: Sequence[Line], requests: int, words: Words) -> str:
    """What staff may still do, each with the word that does it."""
    figures, lines = record.digest, []
    if figures.late:
        lines.append(
            words.say(
                "- {count} đơn vị quá hạn: gõ “nhắc” để đôn đốc.", count=words.number(len(figures.late))
            )
        )
    if figures.to_review:
        lines.append(
            words.say("- {count} báo cáo chờ xem xét: gõ “duyệt”.", count=words.number(figures.to_review))
        )
    if requests:
        lines.append(words.say("- {count} đề nghị gia hạn: gõ “duyệt”.", count=words.number(requests)))
    if figures.returned:
        lines.append(
            words.say("- {count} báo cáo đã trả lại, chờ bổ sung.", count=words.number(figures.returned))
        )
    if figures.silent:
        lines.append(
            words.say("- {count} đơn vị chưa hồi âm: gõ “gọi điện”.", count=words.number(figures.silent))
        )
    if figures.not_joined:
        lines.append(
            words.say("- {count} người chưa kết nối: gõ “mời”.", count=words.number(figures.not_joined))
        )
    if due:
        lines.append(_due(due, words))
    if not lines:
        return words.say("Không còn việc phải đôn đốc.")
    return "\n".join((words.say("Việc còn kịp làm:"), *lines))


def _due(due: Sequence[Line], words: Words) -> str:
    names = list(dict.fromkeys(line.unit_name for line in due))
    shown = "; ".join(names[:MOST_DUE])
    if len(names) > MOST_DUE:
        shown = words.say("{units} và {count} đơn vị nữa", units=shown, count=len(names) - MOST_DUE)
    return words.say("- Đến hạn trước lúc đó, chưa gửi: {units}.", units=shown)
