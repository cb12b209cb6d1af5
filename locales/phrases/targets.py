"""Targets as staff and leaders read them: all in a list, one by commune, kind, level and period."""

from collections.abc import Callable, Mapping, Sequence

from bot.core.indicators import YES, Total
from bot.core.messages import Choice, Reply, in_parts
from bot.core.periods import number_of
from bot.core.plan.model import IndicatorKind, Plan
from bot.core.plan.vocabulary import LEVELS
from bot.core.targets import Card, Target
from bot.core.units import UnitKind
from locales.phrases import periods
from locales.phrases.menus import short, with_buttons
from locales.phrases.silent_units import silent
from locales.phrases.small_counts import in_place_of
from locales.phrases.target_said import LONGEST, stories
from locales.words import Words

MOST_LINES = 150
"""Lines of one table: a province has some hundred and thirty communes."""


def targets(
    of_plans: Sequence[tuple[Plan, str, Sequence[tuple[int, Target]]]], *, at: str, words: Words
) -> list[Reply]:
    """All targets with their numbers, plan by plan, each with the unit with whose subtree alone it deals."""
    if not any(numbered for _, _, numbered in of_plans):
        return [Reply(words.say("Chưa có chỉ tiêu nào đến kỳ báo cáo."))]
    parts: list[str] = []
    for plan, part, numbered in of_plans:
        lines = [words.say("Chỉ tiêu, {plan}. Số liệu lúc {at}.", plan=words.of(plan.name), at=at)]
        lines += [words.say("Phạm vi: {unit} và các đơn vị trực thuộc.", unit=part)] if part else []
        lines.append("")
        lines += [f"{number}. {line(target.total, words=words)}" for number, target in numbered]
        parts.append("\n".join(lines))
    code = next(target.indicator.code for _, _, numbered in of_plans for _, target in numbered)
    if any(part for _, part, _ in of_plans):
        parts.append(
            words.say(
                "Gõ “chỉ tiêu” kèm số thứ tự hoặc mã để xem từng đơn vị. Ví dụ: chỉ tiêu 1, chỉ tiêu {code}.",
                code=code,
            )
        )
    else:
        parts.append(
            words.say(
                "Gõ “chỉ tiêu” kèm số thứ tự hoặc mã để xem theo xã, theo khối, theo kỳ. "
                "Ví dụ: chỉ tiêu 1, chỉ tiêu {code}.",
                code=code,
            )
        )
    return list(in_parts(Reply("\n\n".join(parts)), longest=LONGEST))


def which_target(numbered: Sequence[tuple[int, Target, str]], *, words: Words) -> list[Reply]:
    """A task with several indicators: which one? (number, target, button)."""
    lines = [words.say("Nhiệm vụ này có {count} chỉ số:", count=len(numbered)), ""]
    choices = []
    for number, (_, target, data) in enumerate(numbered, start=1):
        lines.append(f"{number}. {line(target.total, words=words)}")
        choices.append(Choice(short(f"{number}. {target.indicator.code}"), data))
    return list(in_parts(with_buttons("\n".join(lines), choices, columns=3), longest=LONGEST))


def no_such_target(text: str, *, words: Words) -> Reply:
    return Reply(
        words.say("Không có chỉ tiêu “{text}”. Gõ “chỉ tiêu” để xem danh sách và số thứ tự.", text=text[:40])
    )


def line(total: Total, *, words: Words) -> str:
    """`✅ HP-05.2 HS được phổ biến pháp luật: 98,9% (18.011/18.220), chỉ tiêu 100%`."""
    name = f"{total.indicator.code} {words.of(total.indicator.label)}"
    if total.expected == 0:
        return words.say("– {name}: chưa có số liệu", name=name)
    if total.reported == 0:
        return words.say(
            "– {name}: chưa có số liệu (0/{asked} đơn vị)", name=name, asked=words.number(total.expected)
        )
    if total.met is None:
        return f"– {name}: {value(total, words=words)}"
    return words.say(
        "{sign} {name}: {value}, chỉ tiêu {target}",
        sign="✅" if total.met else "⏳",
        name=name,
        value=value(total, words=words),
        target=_target(total, words),
    )


def value(total: Total, *, words: Words) -> str:
    """`98,9% (18.011/18.220 học sinh)`, `27 lớp`, `12 đơn vị đã nêu`."""
    if total.indicator.kind is IndicatorKind.NARRATIVE:
        return words.say("{count} đơn vị đã nêu", count=words.number(total.reported - total.excluded))
    unit = words.of(total.indicator.unit)
    if total.indicator.kind in YES:
        unit = words.say("đơn vị")
    instead = in_place_of(total, words=words)
    if instead is not None:
        return instead if total.withheld else f"{instead} {unit}".strip()
    if total.denominator is None:
        return f"{words.number(total.numerator)} {unit}".strip()
    parts = f"{words.number(total.numerator)}/{words.number(total.denominator)} {unit}".strip()
    return f"{words.percent(total.numerator, total.denominator)} ({parts})"


def card(shown: Card, plan: Plan, *, kinds: Mapping[str, UnitKind], at: str, words: Words) -> list[Reply]:
    """One target whole, in as many messages as it takes."""
    target = shown.target
    parts = [_head(target, plan, at, words)]
    if len(shown.areas) > 1:
        parts.append(_table(words.say("Theo xã, cơ quan:"), shown.areas, str, words))
    if len(shown.kinds) > 1:
        parts.append(
            _table(
                words.say("Theo loại đơn vị:"),
                shown.kinds,
                lambda code: words.of(kinds[code].name, code) if code in kinds else code,
                words,
            )
        )
    if len(shown.levels) > 1:
        schools = all(level in LEVELS for level, _ in shown.levels)
        head = words.say("Theo cấp học:") if schools else words.say("Theo cấp học, xã, thị trấn:")
        parts.append(_table(head, shown.levels, str, words))
    if shown.only_so:
        parts.append(words.say("Không nêu cách chia khác, vì từ đó suy ra được số rất nhỏ về người."))
    if len(shown.history) > 1:
        parts.append(
            _table(words.say("Theo kỳ:"), shown.history, lambda key: periods.name(key, words=words), words)
        )
    told = [one for one in shown.said if one.figure.words]
    if told:
        parts.append(stories(told, words))
    if shown.silent:
        parts.append(silent(shown.silent, longest=LONGEST, words=words))
    return list(in_parts(Reply("\n\n".join(parts)), longest=LONGEST))


def _head(target: Target, plan: Plan, at: str, words: Words) -> str:
    total = target.total
    lines = [
        line(total, words=words),
        words.say(
            "{plan}, nhiệm vụ {task}. Số liệu lúc {at}.",
            plan=words.of(plan.name),
            task=target.task.code,
            at=at,
        ),
    ]
    occasions = [period for _, period in target.now if number_of(period) is not None]
    when = [
        name
        for name in (periods.name(period, words=words) for _, period in target.now if period not in occasions)
        if name
    ]
    if when:
        lines.append(words.say("Kỳ báo cáo: {periods}.", periods="; ".join(dict.fromkeys(when))))
    if len(occasions) == len(target.now):  # each report is one of its own; nobody is asked beforehand
        lines.append(words.say("Đã có {count} báo cáo.", count=words.number(total.reported)))
    else:
        reported, expected = words.number(total.reported), words.number(total.expected)
        lines.append(
            words.say("Đã báo cáo {reported}/{expected} đơn vị.", reported=reported, expected=expected)
        )
    if total.excluded:
        lines[-1] += " " + words.say("Không áp dụng: {count}.", count=words.number(total.excluded))
    if total.denominator is not None and total.indicator.kind not in YES:
        lines[-1] += " " + words.say("Đạt 100%: {count}.", count=words.number(total.full))
    if target.before is not None:
        key, before = target.before
        lines.append(
            words.say(
                "Kỳ trước ({period}): {value}.",
                period=periods.name(key, words=words),
                value=value(before, words=words) if before.reported else words.say("chưa có số liệu"),
            )
        )
    if target.year is not None:
        key, year = target.year
        name = words.say("năm học {years}", years=key) if "-" in key else words.say("năm {year}", year=key)
        lines.append(words.say("Từ đầu {year}: {value}.", year=name, value=value(year, words=words)))
    if total.indicator.source_figure:
        lines.append(words.say("Kế hoạch ghi: {figure}.", figure=total.indicator.source_figure))
    return "\n".join(lines)


def _table(head: str, rows: Sequence[tuple[str, Total]], name: Callable[[str], str], words: Words) -> str:
    lines = [head]
    for place, total in rows[:MOST_LINES]:
        reported, expected = words.number(total.reported), words.number(total.expected)
        if not total.reported:
            lines.append(
                words.say("- {place}: 0/{expected} đơn vị đã báo cáo", place=name(place), expected=expected)
            )
            continue
        lines.append(
            words.say(
                "- {place}: {value}; {reported}/{expected} đơn vị đã báo cáo",
                place=name(place),
                value=value(total, words=words),
                reported=reported,
                expected=expected,
            )
        )
    if len(rows) > MOST_LINES:
        lines.append(words.say("… và {count} dòng nữa.", count=words.number(len(rows) - MOST_LINES)))
    return "\n".join(lines)


def _target(total: Total, words: Words) -> str:
    wanted = words.number(total.target) if total.target is not None else "–"
    return f"{wanted}%" if total.denominator is not None else wanted
