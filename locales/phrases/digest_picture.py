"""The digest's picture in words: the chart as it is drawn, its caption, and what is said in its place."""

from datetime import tzinfo

from bot.core.chart import Bar, Bars, Chart, Point
from bot.core.digest import Progress
from bot.core.digest_record import DigestRecord, Group, Picture
from bot.core.progress_groups import WeekProgress, least_first
from locales.phrases.digest_period import weeks
from locales.words import Words

MOST_AREAS = 15
MOST_KINDS = 8


def chart(record: DigestRecord, *, zone: tzinfo, words: Words) -> Chart:
    """Kinds of unit, communes (the least far first), the weeks."""
    digest, picture = record.digest, record.picture
    title = words.say(
        "Đã nhận {reported}/{asked} báo cáo ({share})",
        reported=words.number(digest.now.reported),
        asked=words.number(digest.now.asked),
        share=words.percent(digest.now.reported, digest.now.asked),
    )
    week = weeks(digest, zone)
    at = words.moment(digest.as_of, zone)
    subtitle = (
        words.say("Tuần {week}, {unit}. Số liệu lúc {at}", week=week, unit=record.part, at=at)
        if record.part
        else words.say("Tuần {week}. Số liệu lúc {at}", week=week, at=at)
    )
    return Chart(
        title=title,
        subtitle=subtitle,
        done=words.say("đã nhận"),
        left=words.say("chưa nhận (gạch chéo)"),
        groups=(
            _bars(words.say("Theo loại đơn vị"), picture.kinds, most=MOST_KINDS, words=words),
            _bars(words.say("Theo xã, đơn vị cấp trên"), _areas(picture), most=MOST_AREAS, words=words),
        ),
        trend_title=words.say("Tỷ lệ đã nhận qua các tuần"),
        trend=tuple(_point(week, words) for week in picture.weeks),
    )


def caption(week: str, *, words: Words) -> str:
    """Below the picture: what it shows, and how to read it as text."""
    return words.say(
        "Tiến độ tuần {week}: theo loại đơn vị, theo xã và qua các tuần. Xem bằng chữ: gõ /tonghop chữ.",
        week=week.partition("-W")[2].lstrip("0"),
    )


def heading(record: DigestRecord, *, words: Words) -> str:
    """Above the picture, where it was asked for."""
    week, plan = record.digest.week.partition("-W")[2].lstrip("0"), words.of(record.name)
    if record.part:
        return words.say(
            "Biểu đồ tiến độ tuần {week}, {plan}, {unit}.", week=week, plan=plan, unit=record.part
        )
    return words.say("Biểu đồ tiến độ tuần {week}, {plan}.", week=week, plan=plan)


def file_name(*, words: Words) -> str:
    return words.say("tien-do")


def in_words(record: DigestRecord, *, words: Words) -> str:
    """The picture's figures as text, for whoever cannot see it."""
    picture = record.picture
    parts = []
    if picture.kinds:
        lines = [words.say("Theo loại đơn vị:"), *(_line(one, words) for one in picture.kinds)]
        parts.append("\n".join(lines))
    if areas := _areas(picture):
        shown, more = least_first([(one, one.progress) for one in areas], most=MOST_AREAS)
        lines = [words.say("Theo xã, đơn vị cấp trên:"), *(_line(one, words) for one, _ in shown)]
        if more:
            lines.append(_more(more, words))
        parts.append("\n".join(lines))
    if len(picture.weeks) > 1:
        weeks = "; ".join(
            f"{point.label}: {point.said}" for point in (_point(one, words) for one in picture.weeks)
        )
        parts.append(words.say("Qua các tuần: {weeks}.", weeks=weeks))
    return "\n\n".join(parts)


def no_picture(*, words: Words) -> str:
    """In place of a picture that could not be made or sent."""
    return words.say("Hiện chưa gửi được ảnh biểu đồ. Xem bằng chữ: gõ /tonghop chữ.")


def nothing_to_draw(*, words: Words) -> str:
    return words.say("Chưa có báo cáo nào đến kỳ, chưa có gì để vẽ.")


def _areas(picture: Picture) -> tuple[Group, ...]:
    """One commune alone is the whole, which is told above."""
    return picture.areas if len(picture.areas) > 1 else ()


def _bars(title: str, groups: tuple[Group, ...], *, most: int, words: Words) -> Bars:
    shown, more = least_first([(one, one.progress) for one in groups], most=most)
    bars = tuple(
        Bar(words.of(group.name), far.reported, far.asked, _said(far, words)) for group, far in shown
    )
    return Bars(title, bars, _more(more, words) if more else "")


def _more(count: int, words: Words) -> str:
    return words.say("… và {count} nơi nữa, tỷ lệ không thấp hơn.", count=count)


def _line(group: Group, words: Words) -> str:
    return f"- {words.of(group.name)}: {_said(group.progress, words)}"


def _said(far: Progress, words: Words) -> str:
    return (
        f"{words.number(far.reported)}/{words.number(far.asked)} ({words.percent(far.reported, far.asked)})"
    )


def _point(week: WeekProgress, words: Words) -> Point:
    far = week.progress
    return Point(f"{week.on:%d/%m}", far.reported / far.asked, words.percent(far.reported, far.asked))
