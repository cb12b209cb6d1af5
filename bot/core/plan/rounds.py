"""The rounds of a repeat: one question as it is asked the first, the second, the third time."""

import re
from dataclasses import replace

from bot.core.forms.model import Question, Text, Type

_NAMES = re.compile(r"(\$\{\s*)([A-Za-z_][\w-]*)(\s*\})")
_POSITION = re.compile(r"position\(\s*\.\.\s*\)")


def condition(name: str, round_: int, *, count: str) -> tuple[str, ...]:
    """What must hold for a round: that so many are wanted (`count`), or that one more was after the round before."""
    if count:
        return (f"({count}) >= {round_}",)
    return (f"${{{named(name, round_ - 1)}}} = 'yes'",) if round_ > 1 else ()


def marker(name: str, label: Text, within: tuple[str, ...], *, count: str, task: str | None) -> Question:
    """What ends a round and bears the repeat's name: "another one?", or with a `count` a sign that there was one."""
    if count:
        return Question(name, Type.CALCULATE, {}, calculation=count, within=within, task=task, round=1)
    return Question(name, Type.YES_NO, label, required=True, within=within, task=task, round=1, again=True)


def closing(marker_: Question) -> Question:
    """The marker of the last round that there can be: nobody is asked for another."""
    if marker_.type is Type.CALCULATE:
        return marker_
    return replace(marker_, type=Type.CALCULATE, calculation="'no'", required=False, again=False)


def in_round(question: Question, round_: int, names: frozenset[str]) -> Question:
    """The question as it is asked in that round: what it reads of the repeat is read of the same round, and
    `position(..)` is the number of the round."""

    def turned(expression: str) -> str:
        written = _POSITION.sub(str(round_), expression)
        return _NAMES.sub(
            lambda found: f"{found[1]}{named(found[2], round_)}{found[3]}" if found[2] in names else found[0],
            written,
        )

    label = {language: f"{text} ({round_})" for language, text in question.label.items()}
    return replace(
        question,
        name=named(question.name, round_),
        label=question.label if round_ == 1 else label,
        relevant=turned(question.relevant),
        constraint=turned(question.constraint),
        calculation=turned(question.calculation),
        default=turned(question.default),
        total=turned(question.total),
        choice_filter=turned(question.choice_filter),
        within=tuple(turned(one) for one in question.within),
        heads=frozenset(named(name, round_) for name in question.heads),
        round=round_,
    )


def named(name: str, round_: int) -> str:
    return name if round_ == 1 else f"{name}.{round_}"
