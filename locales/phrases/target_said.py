"""What single units said of a target."""

import json
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.core.indicators import YES, Figure
from bot.core.masks import tells_stories
from bot.core.messages import Reply, in_parts
from bot.core.targets import Said, Target
from locales.phrases.small_counts import in_place_of
from locales.phrases.values import document
from locales.words import Words

LONGEST = 1900
"""Characters of one message (Zalo takes 2,000)."""

MOST_STORIES = 12


def said(
    target: Target, place: str, figures: Sequence[Said], *, alone: bool, in_group: bool, words: Words
) -> list[Reply]:
    """What the units of one place said, each with its receipt. `alone`: the place is one unit."""
    head = f"{target.indicator.code} {words.of(target.indicator.label)} – {place}"
    if not figures:
        nothing = (
            words.say("Đơn vị chưa báo cáo chỉ tiêu này.")
            if alone
            else words.say("Chưa có đơn vị nào báo cáo.")
        )
        return [Reply(f"{head}\n{nothing}")]
    lines = [
        f"- {one.unit}: {_figure(one.figure, target, words, in_group=in_group)} ({one.receipt})"
        for one in figures
    ]
    return list(in_parts(Reply("\n".join((head, "", *lines))), longest=LONGEST))


def stories(told: Sequence[Said], words: Words) -> str:
    """What units wrote of it, the latest."""
    lines = [words.say("Nội dung, văn bản:")]
    lines += [f"- {one.unit}: {_words(one.figure, words)} ({one.receipt})" for one in told[-MOST_STORIES:]]
    if len(told) > MOST_STORIES:
        lines.append(words.say("… và {count} đơn vị nữa.", count=words.number(len(told) - MOST_STORIES)))
    return "\n".join(lines)


def _figure(figure: Figure, target: Target, words: Words, *, in_group: bool) -> str:
    if figure.excluded:
        return words.say("không áp dụng")
    if figure.words:
        if target.total.masked and tells_stories(target):
            return words.say("đã nêu (xem ở tin nhắn riêng)") if in_group else words.say("đã nêu")
        return _words(figure, words)
    part = words.number(figure.numerator or 0)
    if target.indicator.kind in YES:
        return words.say("có") if figure.numerator else words.say("chưa có")
    its_own = replace(target.total, numerator=figure.numerator or Decimal(0), denominator=figure.denominator)
    instead = in_place_of(its_own, words=words)
    if instead is not None:
        return instead
    if figure.denominator is None:
        return part
    whole = words.number(figure.denominator)
    return f"{part}/{whole} ({words.percent(figure.numerator or 0, figure.denominator)})"


def _words(figure: Figure, words: Words) -> str:
    """A document's number and date, or the story, on one line."""
    told = json.loads(figure.words or '""')
    return document(told, words) if isinstance(told, dict) else " ".join(str(told).split())
