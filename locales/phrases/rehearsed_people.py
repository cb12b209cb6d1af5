"""What the simulated people of a rehearsal type."""

from datetime import date

from locales.words import Words


def skip(*, words: Words) -> str:
    return words.say("bỏ qua")


def document(day: date, *, words: Words) -> str:
    """A document of the unit's own, with its number and day."""
    return words.say("15-KH/TH, ngày {day}", day=words.day(day))


def done_fully(*, words: Words) -> str:
    return words.say("Đã thực hiện đầy đủ")


def mended(*, words: Words) -> str:
    """In a report that had come back."""
    return words.say("Đã bổ sung theo ý kiến của Ban")


def reason(*, words: Words) -> str:
    return words.say("Danh sách cũ, nay đã có thay đổi")


def later(*, words: Words) -> str:
    """Typed by whoever wants a reminder at another time."""
    return words.say("nhắc sau")


def extend(*, words: Words) -> str:
    """Typed by whoever needs more time."""
    return words.say("gia hạn")


def review(*, words: Words) -> str:
    """Typed by staff who look at what waits."""
    return words.say("duyệt")


def mend(line: str, *, words: Words) -> str:
    """Typed by whoever corrects a line of a report that was returned."""
    return words.say("sửa {line}", line=line)


def why_more_time(which: float, *, words: Words) -> str:
    """A reason, one of a few; `which` from 0 to 1."""
    return _one_of(
        which,
        words.say("Đơn vị đang tập trung sơ kết, tuần sau mới họp được."),
        words.say("Chưa đủ số liệu của các tổ chuyên môn."),
        words.say("Đồng chí phụ trách đang đi tập huấn."),
    )


def why_returned(which: float, *, words: Words) -> str:
    """What is missing in a report; `which` from 0 to 1."""
    return _one_of(
        which,
        words.say("Đề nghị bổ sung số, ngày của văn bản."),
        words.say("Đề nghị kiểm tra lại số liệu và nêu rõ khó khăn."),
    )


def why_refused(which: float, *, words: Words) -> str:
    """Why there is no more time; `which` from 0 to 1."""
    return _one_of(
        which,
        words.say("Huyện phải tổng hợp báo cáo cấp trên đúng hạn."),
        words.say("Đơn vị đã được gia hạn, đề nghị gửi số liệu hiện có."),
    )


def _one_of(which: float, *sentences: str) -> str:
    return sentences[min(int(which * len(sentences)), len(sentences) - 1)]
