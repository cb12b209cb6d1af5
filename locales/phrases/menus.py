"""Choices as text: every messenger shows the numbers, and whoever has no buttons types one."""

from collections.abc import Sequence

from bot.core.messages import Choice, Reply
from bot.core.reading import LONGEST, reading_length

LONGEST_LABEL = 36
"""Characters of a button's label, its number included: more is cut off by a phone of 360 pixels."""

FITTING = {2: 16, 3: 10}
"""{buttons in a row: characters of a label}."""


def short(label: str) -> str:
    """A label that fits on a button. What stands in brackets at its end tells it from others, and stays."""
    if len(label) <= LONGEST_LABEL:
        return label
    head, bracket, tail = label.rpartition(" (")
    if not bracket or len(tail) > LONGEST_LABEL // 2:
        return _whole_words(label, LONGEST_LABEL - 1) + "…"
    return f"{_whole_words(head, LONGEST_LABEL - len(tail) - 3)}… ({tail}"


def _whole_words(text: str, longest: int) -> str:
    """The beginning of a text, cut between two words where there are any."""
    cut = text[: longest + 1].rpartition(" ")[0]
    return cut.rstrip(" ,.;-–") or text[:longest]


def fitting(choices: Sequence[Choice], columns: int) -> int:
    """As many buttons in a row, or as few as their labels need."""
    longest = max((len(choice.label) for choice in choices), default=0)
    return next((count for count in range(columns, 1, -1) if longest <= FITTING.get(count, 0)), 1)


def told_apart(named: Sequence[tuple[str, str]]) -> list[str]:
    """Labels of things (what it is, whose it is) that are all different: those of one name are called by whose they
    are, and of one unit's by name and number."""
    whats = [what for what, _ in named]
    labels: list[str] = []
    for what, whose in named:
        label = short(what if whats.count(what) == 1 else whose)
        same = [one for one in labels if one == label or one.startswith(f"{label} (")]
        labels.append(short(f"{label} ({len(same) + 1})") if label in labels else label)
    return labels


def below(above: str, reply: Reply) -> tuple[Reply, ...]:
    """The reply under something else that is to be said: in one message where that is short enough to read."""
    together = f"{above}\n\n{reply.text}"
    if reading_length(together) > LONGEST:
        return Reply(above), reply
    return (reply.below(above),)


def with_menu(text: str, choices: Sequence[Choice], *, columns: int = 1) -> Reply:
    """The text with its choices as numbered lines, and as buttons."""
    lines = [f"{number}. {choice.label}" for number, choice in enumerate(choices, start=1)]
    return Reply("\n".join([text, "", *lines]), tuple(choices), fitting(choices, columns))


def with_buttons(text: str, choices: Sequence[Choice], *, columns: int = 1) -> Reply:
    """The text with buttons whose labels (or numbers) the text already names."""
    return Reply(text, tuple(choices), fitting(choices, columns))
