"""The weekly digest in words: a first line that can be read alone, then progress, units, indicators."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import tzinfo
from typing import Protocol

from bot.core.digest import Digest
from bot.core.forms.model import Text
from bot.core.indicators import Total
from bot.core.masks import masked_totals
from bot.core.messages import Reply
from locales.phrases.amended import amended
from locales.phrases.digest_period import news, period
from locales.phrases.digest_units import extended, late
from locales.phrases.plan_figures import beside_source
from locales.phrases.small_counts import in_place_of
from locales.words import Words

LONGEST = 1850
"""Characters of the whole: fits one message of every messenger (Zalo takes 2,000)."""

MOST_TOTALS = 10


class Named(Protocol):
    """What has the name of a plan: the plan itself, or a digest that was kept."""

    @property
    def name(self) -> Text: ...


def digest(
    digest_: Digest, plan: Named, *, zone: tzinfo, words: Words, part: str = "", masked: bool = False
) -> Reply:
    """One message for a leader on a phone. No names of persons, only of units. `part` names the unit with whose subtree
    alone it deals; `masked`: read by others than the Committee, small counts of persons are not told."""
    head = [_verdict(digest_, words), *period(digest_, words.of(plan.name), zone=zone, words=words)]
    if part:
        head.append(words.say("Phạm vi: {unit} và các đơn vị trực thuộc.", unit=part))
    parts = ["\n".join(head), news(digest_, zone=zone, words=words)]
    said = (
        _totals(digest_.totals, words, masked=masked),
        extended(digest_.extended, words=words),
        amended(digest_.amended, words=words, masked=masked),
        _loose_ends(digest_, words),
    )
    parts += [one for one in said if one]
    room = LONGEST - len("\n\n".join(parts)) - 2
    if digest_.late:
        parts.insert(2, late(digest_.late, room=room, words=words))
    return Reply("\n\n".join(parts))


def deeper_in_group(reply: Reply, *, words: Words) -> Reply:
    """In a group nobody presses: the words to go deeper."""
    more = words.say("Gõ /quahan, /chitieu, /donvi, /tonghop ảnh.")
    return replace(reply, text=f"{reply.text}\n\n{more}")


def no_plan(*, words: Words) -> Reply:
    """Nothing to sum up."""
    return Reply(words.say("Chưa có kế hoạch nào được nạp."))


def _verdict(digest_: Digest, words: Words) -> str:
    asked, reported = digest_.now.asked, digest_.now.reported
    if asked == 0:
        return words.say("⏳ Chưa có báo cáo nào đến kỳ.")
    if digest_.late:
        return words.say(
            "{sign} Đã nhận {reported}/{asked} báo cáo ({share}); {late} đơn vị quá hạn.",
            sign="⚠️",
            reported=words.number(reported),
            asked=words.number(asked),
            share=words.percent(reported, asked),
            late=len(digest_.late),
        )
    return words.say(
        "{sign} Đã nhận {reported}/{asked} báo cáo ({share}); không có đơn vị quá hạn.",
        sign="✅" if reported else "⏳",
        reported=words.number(reported),
        asked=words.number(asked),
        share=words.percent(reported, asked),
    )


def _totals(totals: Sequence[Total], words: Words, *, masked: bool) -> str:
    """Indicators with a target about which something was reported: those that miss it first; then what is summed up by
    group."""
    totals = masked_totals(totals) if masked else totals
    grouped = [total for total in totals if total.indicator.group]
    with_target = [
        total
        for total in totals
        if not total.indicator.group and total.target is not None and total.expected > total.excluded
    ]
    reported = [total for total in with_target if total.reported > total.excluded]
    silent = len(with_target) - len(reported)
    ordered = sorted(reported, key=lambda total: (bool(total.met), total.share or 0))
    lines = [f"- {indicator(total, words=words, masked=masked)}" for total in ordered[:MOST_TOTALS]]
    if len(ordered) > MOST_TOTALS:
        lines.append(words.say("… và {count} chỉ tiêu nữa.", count=len(ordered) - MOST_TOTALS))
    lines += [f"- {row}" for row in by_group(grouped, words=words, masked=masked)]
    if silent:
        lines.append(words.say("- Chưa có số liệu: {count} chỉ tiêu.", count=silent))
    return "\n".join((words.say("Chỉ tiêu:"), *lines)) if lines else ""


def indicator(total: Total, *, words: Words, masked: bool = False) -> str:
    """`✅ HS được phổ biến pháp luật: 98,9% (18.011/18.220), chỉ tiêu 100%`. Of one or two persons it is not told how
    many where it is `masked`, and no share that would tell it."""
    total = replace(total, masked=total.masked or masked)
    label = words.of(total.indicator.label)
    percent = "%" if total.denominator is not None else ""
    target = words.number(total.target) + percent if total.target is not None else "–"
    target = beside_source(target, total.indicator, words=words)
    sign = "✅" if total.met else "⏳"
    instead = in_place_of(total, words=words)
    if total.denominator is not None and instead is not None:
        return words.say(
            "{sign} {label}: {value}, chỉ tiêu {target}", sign=sign, label=label, value=instead, target=target
        )
    if total.denominator is not None:
        return words.say(
            "{sign} {label}: {share} ({part}/{whole}), chỉ tiêu {target}",
            sign=sign,
            label=label,
            share=words.percent(total.numerator, total.denominator),
            part=words.number(total.numerator),
            whole=words.number(total.denominator),
            target=target,
        )
    return f"{sign} {label}: {_of_target(total, words, masked=masked)}"


def by_group(totals: Sequence[Total], *, words: Words, masked: bool = False) -> list[str]:
    """Sums by group as rows, `⏳ Khối Đảng: 12/30 lớp, 1.204/3.342 học viên`: the whole, then its groups once anything
    was reported. Sums that are grouped by the same question stand in the same rows."""
    rows: dict[tuple[str, str], list[Total]] = {}
    for total in totals:
        _, _, option = total.indicator.code.partition("/")
        rows.setdefault((total.indicator.group, option), []).append(total)
    said = []
    for (group, option), row in rows.items():
        if option and not any(total.reported for total in rows.get((group, ""), row)):
            continue
        targets = [total for total in row if total.target is not None]
        sign = "✅" if targets and all(total.met for total in targets) else "⏳"
        figures = ", ".join(_of_target(total, words, masked=masked) for total in row)
        said.append(f"{sign} {words.of(row[0].indicator.label)}: {figures}")
    return said


def _of_target(total: Total, words: Words, *, masked: bool = False) -> str:
    """`12/30 lớp`, or `12 lớp` where the plan sets no target. `12/45 lớp, nguồn ghi 39` where the document differs."""
    told = in_place_of(replace(total, masked=total.masked or masked), words=words)
    if told is not None and total.withheld:
        return told
    value = words.number(total.numerator) if told is None else told
    if total.target is not None:
        value = f"{value}/{words.number(total.target)}"
    value = f"{value} {words.of(total.indicator.unit)}".rstrip()
    return beside_source(value, total.indicator, words=words)


def _loose_ends(digest_: Digest, words: Words) -> str:
    lines = []
    if digest_.to_review:
        lines.append(words.say("Chờ xem xét: {count} báo cáo.", count=words.number(digest_.to_review)))
    if digest_.returned:
        lines.append(
            words.say("Đã trả lại, chờ bổ sung: {count} báo cáo.", count=words.number(digest_.returned))
        )
    if digest_.silent:
        lines.append(
            words.say("Đã nhắc nhiều lần, chưa hồi âm: {count} đơn vị.", count=words.number(digest_.silent))
        )
    if digest_.not_joined:
        lines.append(words.say("Chưa kết nối: {count} người.", count=words.number(digest_.not_joined)))
    if digest_.unreachable:
        lines.append(
            words.say("Không liên lạc được: {count} người.", count=words.number(digest_.unreachable))
        )
    return "\n".join(f"- {line}" for line in lines)
