"""What a newer version of a plan changes, as the command line shows it before it is applied."""

from collections.abc import Iterator, Mapping

from bot.core.assigning import Changes
from bot.core.forms.model import Text
from bot.core.plan.changes import Change, PlanChanges, Rename, Thing, What
from locales.words import Words

LONGEST = 90
"""Characters of one side of a difference: more is cut there."""


def heading(title: str, *, number: int, words: Words) -> str:
    return words.say("Kế hoạch “{title}”, bản {number}, so với bản đang dùng:", title=title, number=number)


def shown(changes: PlanChanges, *, words: Words) -> Iterator[str]:
    """Each difference in a line, probable renames, and how many there are of each kind."""
    for change in changes.changes:
        yield _line(change, words)
    for rename in changes.renames:
        yield _rename(rename, words)
    yield _summary(changes, words)


def meaning(
    changes: Changes, *, carried: int, stays: int, closed: int, told: int, words: Words
) -> Iterator[str]:
    """The same in numbers: what it means for people."""
    yield words.say(
        "Nhiệm vụ giao cho đơn vị: thêm {added}, đổi hạn {moved}, bỏ {dropped}.",
        added=words.number(changes.added),
        moved=words.number(changes.moved),
        dropped=words.number(changes.dropped),
    )
    if carried or stays or closed:
        yield words.say(
            "Báo cáo đang điền dở: chuyển sang bản mới {carried}, điền tiếp theo bản cũ {stays}, đóng lại {closed}.",
            carried=words.number(carried),
            stays=words.number(stays),
            closed=words.number(closed),
        )
    yield words.say("Sẽ báo cho {count} người. Báo cáo đã gửi được giữ nguyên.", count=words.number(told))


def question(*, words: Words) -> str:
    """Asked on a terminal."""
    return words.say("Áp dụng? (có/không)")


def answer_unclear(*, words: Words) -> str:
    return words.say("Đề nghị gõ “có” hoặc “không”.")


def not_applied(*, words: Words) -> str:
    """The answer was no."""
    return words.say("Chưa áp dụng: không có gì thay đổi.")


def needs_yes(*, words: Words) -> str:
    """Nobody can be asked: no terminal."""
    return words.say(
        "Chưa áp dụng: không hỏi lại được ở đây. Nếu đồng ý các thay đổi trên, hãy chạy lại với --yes."
    )


def overtaken(*, words: Words) -> str:
    """Between showing and applying somebody else loaded another version."""
    return words.say("Trong lúc đó đã có người nạp một bản khác. Các thay đổi được so lại với bản ấy:")


def _line(change: Change, words: Words) -> str:
    name = f"{_thing(change.thing, words)} {change.code}"
    if change.what is What.ADDED:
        return words.say("+ {name}: {text}", name=name, text=_text(change.after, words))
    if change.what is What.DROPPED:
        return words.say("- {name}: {text}", name=name, text=_text(change.before, words))
    before, after = _text(change.before, words), _text(change.after, words)
    if before == after:  # only another language differs
        return words.say("~ {name}, {what}: {after}", name=name, what=_what(change.what, words), after=after)
    return words.say(
        "~ {name}, {what}: {before} → {after}",
        name=name,
        what=_what(change.what, words),
        before=before,
        after=after,
    )


def _rename(rename: Rename, words: Words) -> str:
    return words.say(
        "? {thing} {before} có lẽ chỉ đổi mã thành {after} (“{text}”). "
        "Mã khác là việc khác: nếu vẫn là việc cũ, hãy giữ mã {before}.",
        thing=_thing(rename.thing, words),
        before=rename.before,
        after=rename.after,
        text=_text(rename.text, words),
    )


def _summary(changes: PlanChanges, words: Words) -> str:
    def added_dropped(thing: Thing) -> tuple[str, str, str]:
        added, dropped = changes.count(thing, What.ADDED), changes.count(thing, What.DROPPED)
        other = {one.code for one in changes.changes if one.thing is thing and one.what not in _WHOLE}
        return words.number(added), words.number(dropped), words.number(len(other))

    tasks, forms, questions = map(added_dropped, (Thing.TASK, Thing.FORM, Thing.QUESTION))
    return words.say(
        "Nhiệm vụ: thêm {t1}, bỏ {t2}, đổi {t3}. Biểu mẫu: thêm {f1}, bỏ {f2}, đổi {f3}. "
        "Câu hỏi: thêm {q1}, bỏ {q2}, đổi {q3}.",
        t1=tasks[0],
        t2=tasks[1],
        t3=tasks[2],
        f1=forms[0],
        f2=forms[1],
        f3=forms[2],
        q1=questions[0],
        q2=questions[1],
        q3=questions[2],
    )


_WHOLE = (What.ADDED, What.DROPPED)


def _thing(thing: Thing, words: Words) -> str:
    match thing:
        case Thing.PLAN:
            return words.say("Kế hoạch")
        case Thing.TASK:
            return words.say("Nhiệm vụ")
        case Thing.INDICATOR:
            return words.say("Chỉ tiêu")
        case Thing.FORM:
            return words.say("Biểu mẫu")
    return words.say("Câu hỏi")


def _what(what: What, words: Words) -> str:
    match what:
        case What.REWORDED:
            return words.say("lời văn")
        case What.DEADLINE:
            return words.say("thời hạn")
        case What.PERIOD:
            return words.say("kỳ")
        case What.AUDIENCE:
            return words.say("đối tượng")
        case What.RETYPED:
            return words.say("loại")
        case What.CHOICES:
            return words.say("các lựa chọn")
        case What.REQUIRED:
            return words.say("bắt buộc")
        case What.CONSTRAINT:
            return words.say("điều kiện của câu trả lời")
        case What.RELEVANT:
            return words.say("khi nào hỏi")
        case What.REORDERED:
            return words.say("thứ tự câu hỏi")
        case What.TASK:
            return words.say("thuộc nhiệm vụ")
        case What.TARGET:
            return words.say("mục tiêu")
        case What.FORMULA:
            return words.say("cách tính")
        case What.STATUS:
            return words.say("mức độ chắc chắn")
    return words.say("thông tin khác")


def _text(value: Text | str, words: Words) -> str:
    text = words.of(value) if isinstance(value, Mapping) else value
    if not text:
        return words.say("(trống)")
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
