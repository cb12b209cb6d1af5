"""What a digest covers: its week, or the true days where it is not one plain week; that it comes late."""

from datetime import tzinfo
from decimal import Decimal

from bot.core.digest import Digest
from bot.core.digest_period import is_late, is_plain_week, looks_ahead, weeks_covered
from locales.words import Words


def weeks(digest: Digest, zone: tzinfo) -> str:
    """`49`, or `49–50` where one was left out."""
    first, last = weeks_covered(digest, zone)
    return str(last) if first == last else f"{first}–{last}"


def period(digest: Digest, plan: str, *, zone: tzinfo, words: Words) -> list[str]:
    """`Tuần 49, Kế hoạch ... Số liệu lúc 07:30 07/12/2026.`, or from when to when; below it that it is late."""
    at = words.moment(digest.as_of, zone)
    if digest.since is None or is_plain_week(digest, zone) or looks_ahead(digest, zone):
        return [
            words.say("Tuần {week}, {plan}. Số liệu lúc {at}.", week=weeks(digest, zone), plan=plan, at=at)
        ]
    lines = [
        words.say("Tuần {week}, {plan}.", week=weeks(digest, zone), plan=plan),
        words.say("- Số liệu: từ {since} đến {at}.", since=words.moment(digest.since, zone), at=at),
    ]
    if digest.due_at is not None and is_late(digest):
        due = words.moment(digest.due_at, zone)
        lines.append(words.say("- Gửi muộn: theo lịch là {due}.", due=due))
    return lines


def news(digest: Digest, *, zone: tzinfo, words: Words) -> str:
    """What came in that time, and how far that took the reports."""
    plain, newly = is_plain_week(digest, zone), words.number(digest.newly)
    if digest.before.asked == 0:
        if plain:
            return words.say("Trong 7 ngày qua: {newly} báo cáo mới.", newly=newly)
        if looks_ahead(digest, zone):
            return words.say("Từ bản tổng hợp trước: {newly} báo cáo mới.", newly=newly)
        return words.say("Trong thời gian này: {newly} báo cáo mới.", newly=newly)
    said = {
        "newly": newly,
        "share": words.percent(digest.before.reported, digest.before.asked),
        "reported": words.number(digest.before.reported),
        "asked": words.number(digest.before.asked),
        "change": _change(digest, words),
    }
    if plain:
        return words.say(
            "Trong 7 ngày: {newly} báo cáo mới; tỷ lệ {change} (tuần trước {share}, {reported}/{asked}).",
            **said,
        )
    if looks_ahead(digest, zone):
        return words.say(
            "Từ bản tổng hợp trước: {newly} báo cáo mới; tỷ lệ {change} (lúc đó {share}, {reported}/{asked}).",
            **said,
        )
    return words.say(
        "Trong thời gian này: {newly} báo cáo mới; tỷ lệ {change} (đầu kỳ {share}, {reported}/{asked}).",
        **said,
    )


def _change(digest: Digest, words: Words) -> str:
    now, before = digest.now, digest.before
    change = (
        Decimal(now.reported) * 100 / Decimal(now.asked)
        - Decimal(before.reported) * 100 / Decimal(before.asked)
        if now.asked
        else Decimal(0)
    )
    points = words.number(abs(change).quantize(Decimal("0.1")))
    if change > 0:
        return words.say("tăng {points} điểm phần trăm", points=points)
    if change < 0:
        return words.say("giảm {points} điểm phần trăm", points=points)
    return words.say("không đổi")
