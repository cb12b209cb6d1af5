"""Choices as text: every messenger shows the numbers, and whoever has no buttons types one."""

from collections.abc import Sequence

from bot.core.messages import Choice, Reply
from bot.core.reading import LONGEST, reading_length
from locales.words import Words

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
    cut = _whole_words(head, LONGEST_LABEL - len(tail) - 3)
    if cut.count("(") > cut.count(")"):  # two brackets, of which the first is not closed any more
        cut = cut.rpartition(" (")[0]
    return f"{cut.rstrip('…')}… ({tail}"


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
    """The text with its choices as numbered lines, and as buttons: what is too long for a button is whole in its line,
    and the button names the line."""
    lines = [f"{number}. {choice.label}" for number, choice in enumerate(choices, start=1)]
    fit = [
        choice if len(choice.label) <= LONGEST_LABEL else Choice(short(line), choice.data)
        for choice, line in zip(choices, lines, strict=True)
    ]
    return Reply("\n".join([text, "", *lines]), tuple(fit), fitting(fit, columns))


def under_lines(text: str, choices: Sequence[Choice], *, columns: int = 1, words: Words) -> Reply:
    """Under lines with numbers of their own the choices have none: the words to type are named."""
    named = [f"“{choice.label[0].lower()}{choice.label[1:]}”" for choice in choices]
    before = ", ".join(named[:-1])
    typed = words.say("{before} hoặc {last}", before=before, last=named[-1]) if before else named[-1]
    hint = words.say("Gõ {typed}.", typed=typed)
    return with_buttons(f"{text}\n\n{hint}", choices, columns=columns)


def with_buttons(text: str, choices: Sequence[Choice], *, columns: int = 1) -> Reply:
    """The text with buttons whose labels (or numbers) the text already names."""
    return Reply(text, tuple(choices), fitting(choices, columns))
