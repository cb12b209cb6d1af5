"""What was corrected after it was sent, for the digest: units and figures, no names of persons."""

from collections.abc import Sequence

from bot.core.digest import Amended
from locales.phrases import periods
from locales.phrases.differences import change_in_group
from locales.words import Words

MOST = 4
"""Reports that are told; more are counted."""

MOST_LINES = 2
"""Answers of one report that are told."""

ROOM = 700
"""Characters of the whole: the rest of the digest has to fit one message as well."""

LONGEST_REASON = 100
"""Characters."""


def amended(reports: Sequence[Amended], *, words: Words, masked: bool = False) -> str:
    """`Sửa sau khi gửi: 1 báo cáo`, each with its old and new answers and why; empty where nothing was.
    `masked`: neither one or two persons are told nor what
    somebody wrote."""
    if not reports:
        return ""
    told: list[str] = []
    for one in reports[:MOST]:
        said = _report(one, words, masked=masked)
        if told and len("\n".join((*told, said))) > ROOM:
            break
        told.append(said)
    head = words.say("Sửa sau khi gửi: {count} báo cáo", count=words.number(len(reports)))
    if len(told) < len(reports):
        told.append(words.say("… và {count} báo cáo nữa.", count=len(reports) - len(told)))
    return "\n".join((head, *told))


def _report(one: Amended, words: Words, *, masked: bool) -> str:
    title = periods.of_title(one.form, one.period, words=words)
    unit = one.unit_name
    if one.behalf is not None:
        unit = words.say("{unit} (do {sender} sửa thay)", unit=unit, sender=one.behalf.unit_name)
    lines = [words.say("- {unit}, {title}:", unit=unit, title=title)]
    lines += [
        f"  {change_in_group(change, words=words, masked=masked)}" for change in one.changes[:MOST_LINES]
    ]
    more = len(one.changes) - MOST_LINES
    if more > 0:
        lines.append("  " + words.say("… và {count} câu nữa.", count=more))
    if not masked:  # whoever wrote it may have named somebody, or the very number
        lines.append("  " + words.say("Lý do: {note}", note=_short(one.reason)))
    return "\n".join(lines)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_REASON else text[: LONGEST_REASON - 1] + "…"
