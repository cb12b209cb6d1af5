"""What people hear when a plan or a unit changes under their hands."""

from collections.abc import Mapping, Sequence

from bot.core.forms.model import Form, Question, Text, Value
from bot.core.messages import Reply
from bot.core.owed_changes import OwedChange
from locales.phrases import periods
from locales.phrases.values import show
from locales.words import Words

MOST = 10
"""Lines in one message: more are counted."""

MOST_UNITS = 3


def plan_changed(
    name: str,
    changes: Sequence[OwedChange],
    *,
    plan: Text,
    titles: Mapping[str, Text],
    tasks: Mapping[str, Text],
    units: Mapping[int, str],
    issuer: str,
    words: Words,
) -> Reply:
    """To one person, about all their units: new last days, new reports, what is asked no longer."""
    by_line: dict[str, list[int]] = {}
    for change in changes:
        line = _line(change, titles, tasks, words)
        by_line.setdefault(line, []).append(change.unit_id)
    everybody = {change.unit_id for change in changes}
    lines = [
        f"- {line}" if len(everybody) == 1 else f"- {line} – {_units(concerned, units, words)}"
        for line, concerned in by_line.items()
    ]
    shown = lines[:MOST]
    if len(lines) > MOST:
        shown.append(words.say("… và {count} thay đổi nữa.", count=len(lines) - MOST))
    return Reply(
        "\n\n".join(
            (
                words.say("Kính gửi đồng chí {name}.", name=name),
                words.say("“{plan}” đã có bản mới. Thay đổi đối với đồng chí:", plan=words.of(plan))
                + "\n"
                + "\n".join(shown),
                words.say("Gõ “việc” để xem danh sách.\nTrân trọng. {issuer}", issuer=issuer),
            )
        )
    )


def form_updated(added: Sequence[Question], *, words: Words) -> str:
    """Above the question at which the person goes on: nothing is lost, this is new."""
    if not added:
        return words.say("Biểu mẫu này vừa được cập nhật. Các câu đồng chí đã trả lời vẫn còn.")
    labels = words.list([f"“{words.of(question.label)}”" for question in added])
    return words.say(
        "Biểu mẫu này vừa được cập nhật. Các câu đồng chí đã trả lời vẫn còn. Câu mới: {questions}.",
        questions=labels,
    )


def form_stays(*, words: Words) -> str:
    """The newer version would lose answers: the older one is finished."""
    return words.say(
        "Biểu mẫu này đã có bản mới, nhưng đồng chí cứ điền tiếp bản đang điền. Không phải trả lời lại câu nào."
    )


def report_stays(*, words: Words) -> str:
    """A report that was returned is mended in the version in which it was sent."""
    return words.say("Biểu mẫu này đã có bản mới; báo cáo đã gửi được sửa theo bản cũ.")


def other_totals(heir: str, before: str, anew: Sequence[tuple[Question, Value]], *, words: Words) -> str:
    """The unit has taken another one in: what was answered against the old totals is asked again."""
    said = words.say(
        "{before} đã sáp nhập vào {heir}: số liệu theo danh sách là số chung của các đơn vị.",
        before=before,
        heir=heir,
    )
    if not anew:
        return said
    lines = [f"- {words.of(question.label)} {show(question, value, words)}" for question, value in anew]
    return "\n".join((said, words.say("Đề nghị đồng chí trả lời lại (trước đó đã ghi):"), *lines))


def form_closed(
    form: Form, answers: Mapping[str, Value], *, unit: str, heir: str | None, words: Words
) -> str:
    """The form is asked no longer: by the plan, or of the unit, whose successor sends it. What was entered is shown
    once, so that it can be copied."""
    title = words.of(form.title)
    if heir is None:
        said = words.say(
            "Đồng chí không cần gửi báo cáo “{title}” của {unit} nữa: kế hoạch đã thay đổi và không còn yêu cầu.",
            title=title,
            unit=unit,
        )
    else:
        said = words.say(
            "Đồng chí không cần gửi báo cáo “{title}” của {unit} nữa: đơn vị đã sáp nhập, báo cáo này do {heir} gửi.",
            title=title,
            unit=unit,
            heir=heir,
        )
    entered = _entered(form, answers, words)
    if not entered:
        return said
    kept = words.say("Nội dung đồng chí đã điền, để lưu lại nếu cần:")
    return "\n".join((said, "", kept, *entered))


def left_behind(form: Form, answers: Mapping[str, Value], *, unit: str, words: Words) -> str | None:
    """What the people of a unit that was merged had entered, for those who go on. None if that was nothing."""
    entered = _entered(form, answers, words)
    if not entered:
        return None
    head = words.say("{unit} đã điền dở báo cáo này trước khi sáp nhập, để đồng chí tham khảo:", unit=unit)
    return "\n".join((head, *entered))


def entered_by_absent(form: Form, answers: Mapping[str, Value], *, name: str, words: Words) -> str | None:
    """What a colleague had entered before the leave, for the substitute. None if that was nothing."""
    entered = _entered(form, answers, words)
    if not entered:
        return None
    head = words.say(
        "Đồng chí {name} đã điền dở báo cáo này trước khi nghỉ, để đồng chí tham khảo:", name=name
    )
    return "\n".join((head, *entered))


def unit_ended(
    old: str, heir: str, since: str, *, merged: Sequence[str], left: Sequence[str], words: Words
) -> str:
    """To the people of both units, from that day on. `merged` are titles of reports that are now part of the
    successor's, `left` of those that it owes in the old unit's name."""
    parts = [words.say("Từ ngày {since}, {old} sáp nhập vào {heir}.", since=since, old=old, heir=heir)]
    if merged:
        parts.append(
            words.say(
                "- Gộp vào báo cáo của {heir}, số liệu tính chung: {titles}",
                heir=heir,
                titles=words.list([f"“{title}”" for title in merged]),
            )
        )
    if left:
        parts.append(
            words.say(
                "- {heir} gửi thay, đứng tên {old}: {titles}",
                heir=heir,
                old=old,
                titles=words.list([f"“{title}”" for title in left]),
            )
        )
    parts.append(words.say("Báo cáo đã gửi được giữ nguyên."))
    return "\n".join(parts)


def without_unit(*, words: Words) -> str:
    """To somebody all of whose units have ended."""
    return words.say(
        "Đồng chí không còn phụ trách báo cáo của đơn vị nào. Nếu nhận nhiệm vụ mới, đề nghị báo cán bộ theo dõi."
    )


def merger_for_staff(
    old: str, heir: str, *, merged: int, left: int, people: Sequence[str], words: Words
) -> str:
    """To the Committee's staff: what passed, and who has no unit any more."""
    said = words.say(
        "{old} đã sáp nhập vào {heir}.\n- {merged} báo cáo gộp vào báo cáo của đơn vị tiếp nhận\n"
        "- {left} báo cáo đứng tên đơn vị cũ, do đơn vị tiếp nhận gửi",
        old=old,
        heir=heir,
        merged=words.number(merged),
        left=words.number(left),
    )
    if not people:
        return said
    alone = words.say(
        "Không còn phụ trách đơn vị nào: {people}. Đề nghị đồng chí xem lại danh sách.",
        people=words.list(people),
    )
    return f"{said}\n{alone}"


def merger(name: str, paragraphs: Sequence[str], *, issuer: str, words: Words) -> Reply:
    """All that one person hears of mergers on a day."""
    return Reply(
        "\n\n".join(
            (
                words.say("Kính gửi đồng chí {name}.", name=name),
                *paragraphs,
                words.say("Trân trọng. {issuer}", issuer=issuer),
            )
        )
    )


def _line(change: OwedChange, titles: Mapping[str, Text], tasks: Mapping[str, Text], words: Words) -> str:
    title = _title(change, titles, words)
    if change.before is None:
        assert change.after is not None
        return words.say("Báo cáo mới: {title}, hạn {day}", title=title, day=words.day(change.after))
    if change.after is None:
        return words.say("Không cần gửi nữa: {title}", title=title)
    parts = []
    if change.before != change.after:
        parts.append(
            words.say(
                "hạn {before} đổi thành {after}",
                before=words.day(change.before),
                after=words.day(change.after),
            )
        )
    for codes, more in ((change.more, True), (change.less, False)):
        if not codes:
            continue
        named = words.list([f"“{words.of(tasks.get(code, {}), code)}”" for code in codes])
        parts.append(
            words.say("thêm nội dung {tasks}", tasks=named)
            if more
            else words.say("bớt nội dung {tasks}", tasks=named)
        )
    return f"{title}: {'; '.join(parts)}"


def _title(change: OwedChange, titles: Mapping[str, Text], words: Words) -> str:
    title = words.of(titles.get(change.form, {}), change.form)
    period = periods.name(change.period, words=words)
    return f"“{title}” ({period})" if period else f"“{title}”"


def _units(concerned: Sequence[int], units: Mapping[int, str], words: Words) -> str:
    if len(concerned) > MOST_UNITS:
        return words.say("{count} đơn vị", count=len(concerned))
    return words.list([units.get(row, str(row)) for row in concerned])


def _entered(form: Form, answers: Mapping[str, Value], words: Words) -> list[str]:
    given = [(question, answers[question.name]) for question in form.questions if question.name in answers]
    return [
        f"{number}. {words.of(question.label)} {show(question, value, words)}"
        for number, (question, value) in enumerate(given, start=1)
        if question.asked
    ]
