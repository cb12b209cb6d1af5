"""What differs between two versions of a report, in lines."""

from collections.abc import Sequence

from bot.core.forms.differences import Difference
from bot.core.forms.model import Type, Value
from locales.phrases.small_counts import in_place_of_answer
from locales.phrases.values import question_label, show
from locales.words import Words

LONGEST = 80
"""Characters of one side of a line."""

IN_WORDS = (Type.TEXT, Type.EVIDENCE)
"""Answers that are not shown in a group: nobody knows what a person wrote there."""


def changes(found: Sequence[Difference], *, words: Words) -> list[str]:
    """`- Bao nhiêu học sinh …? 800/832 (96,2%) → 832/832 (100%)`, one line for each question."""
    return [f"- {change(one, words=words)}" for one in found]


def change(one: Difference, *, words: Words, masked: bool = False) -> str:
    """One line: what was asked, the old answer and the new one. `masked`: one or two persons are not told."""

    def shown(value: Value | None) -> str:
        instead = in_place_of_answer(one.question, value, words=words) if masked else None
        return _short(show(one.question, value, words)) if instead is None else instead

    before, after = shown(one.before), shown(one.after)
    if before == after:  # as many files, but others; a text that differs further on
        return words.say("{label} đã thay nội dung", label=question_label(one.question, words))
    return words.say(
        "{label} {before} → {after}", label=question_label(one.question, words), before=before, after=after
    )


def change_in_group(one: Difference, *, words: Words, masked: bool = False) -> str:
    """The same for a group: of free text and files only that they are others."""
    if one.question.type in IN_WORDS:
        return words.say("{label} đã thay nội dung", label=question_label(one.question, words))
    return change(one, words=words, masked=masked)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
