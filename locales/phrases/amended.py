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

LONGEST_REASON = 100
"""Characters."""


def amended(reports: Sequence[Amended], *, words: Words) -> str:
    """`Sửa sau khi gửi: 1 báo cáo`, each with its old and new answers and why; empty where nothing was."""
    if not reports:
        return ""
    lines = [words.say("Sửa sau khi gửi: {count} báo cáo", count=words.number(len(reports)))]
    for one in reports[:MOST]:
        title = periods.title(one.form, one.period, words=words)
        lines.append(words.say("- {unit}, {title}:", unit=one.unit_name, title=title))
        lines += [f"  {change_in_group(change, words=words)}" for change in one.changes[:MOST_LINES]]
        more = len(one.changes) - MOST_LINES
        if more > 0:
            lines.append("  " + words.say("… và {count} câu nữa.", count=more))
        lines.append("  " + words.say("Lý do: {note}", note=_short(one.reason)))
    if len(reports) > MOST:
        lines.append(words.say("… và {count} báo cáo nữa.", count=len(reports) - MOST))
    return "\n".join(lines)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_REASON else text[: LONGEST_REASON - 1] + "…"
